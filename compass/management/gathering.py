"""Every text that goes through gettext, as `makemessages` gathers them from a copy of the code.

Needs the program xgettext. The copy is thrown away; nothing is written beside the code.
"""

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

ROOT = Path(__file__).resolve().parents[2]
# No database is read; the keys have to be in the environment.
SETTINGS = {"DJANGO_SETTINGS_MODULE": "compass.settings"}
GATHERED_FROM = ("manage.py", "compass", "wizard", "resources", "templates")


@lru_cache(maxsize=1)
def gathered() -> tuple[polib.POEntry, ...]:
    """All texts, each with its plural and its context; raises CalledProcessError where gettext refuses one."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in GATHERED_FROM:
            _copy(ROOT / name, copy / name)
        (copy / "locale").mkdir()
        shutil.rmtree(copy / "compass" / "locale", ignore_errors=True)
        command = [sys.executable, "manage.py", "makemessages", "--locale", "fr", "--no-obsolete", "--verbosity", "0"]
        subprocess.run(command, cwd=copy, check=True, env={**os.environ, **SETTINGS}, capture_output=True)  # noqa: S603
        found = (entry for file in sorted(copy.rglob("django.po")) for entry in polib.pofile(str(file)))
        # A module that stands in two of these files is gathered twice.
        return tuple({(entry.msgctxt, entry.msgid): entry for entry in found}.values())


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
