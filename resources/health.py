"""Can this site name a number? Asked by /healthz of the loaded facts, by `check --deploy` of the fixtures."""

import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from resources import repository
from resources.core.needs import NEEDS
from resources.loading.fixtures import UnreadableError, digest
from resources.repository import FILES, Key

# In the folder of COMPASS_STATIC_PAGES: the digest of the facts that its pages were made from.
PAGES_MARK = "facts.txt"


def loaded() -> str:
    """What is wrong with the facts of this process, "" when they name numbers for the home country."""
    key = repository.version_key()
    return "no facts are loaded" if key[0] == FILES else home_numbers(key)


def files_loaded() -> str:
    """A remark when the facts are well but not those of the files: these had a slip, or were changed since."""
    return (
        "" if repository.version_key()[0] == _files(int(time.monotonic() // 60)) else "older facts than fixtures/ holds"
    )


def pages_written() -> str:
    """A remark when the pages for when the site is away are wanted, and are not those of the facts that are loaded."""
    folder = settings.COMPASS_STATIC_PAGES
    if not folder:
        return ""
    mark = ""
    with suppress(OSError, ValueError):
        mark = (Path(folder) / PAGES_MARK).read_text().strip()
    if mark == repository.version_key()[0]:
        return ""
    return f"{'older' if mark else 'no'} static pages: run manage.py export_static"


def facts_shown() -> str:
    """Digest of the facts that pages show: those that are loaded, else those of the files; "" when neither is read."""
    digest = repository.version_key()[0]
    return _files(int(time.monotonic() // 60)) if digest == FILES else digest


@lru_cache(maxsize=1)
def _files(minute: int) -> str:
    """Digest of the files, read once a minute; "" when one cannot be read."""
    try:
        return digest(settings.ROOT / "fixtures")
    except UnreadableError:
        return ""


def home_numbers(key: Key, home: str = "") -> str:
    """What is wrong with the home country: it is unknown, or has neither an emergency number nor a crisis line.

    `home`: a code, for a site that has no settings yet.
    """
    home = home or settings.COMPASS_HOME_COUNTRY
    if home not in repository.places(key):
        return f"home country {home} is not in the facts"
    lines = [line for _regions, line in repository.lines(key, home) if line.confirmed and not line.international]
    if not any(line.emergency or NEEDS["crisis"](line) for line in lines):
        return f"home country {home} has no emergency number and no crisis line"
    return ""
