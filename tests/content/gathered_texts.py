"""Every text that goes through gettext, for the tests; a missing program fails or skips as the others do."""

import polib

from compass.management import gathering
from tests.system_packages import need_program


def gathered() -> tuple[polib.POEntry, ...]:
    """As `gathering.gathered`. No database is read; `tests.settings` has put keys into the environment."""
    need_program("xgettext", "gettext")
    return gathering.gathered()
