"""Marks of visits that were left while their rows could not be deleted: empty files, named like the rows.

All workers of a machine look at the same folder, so a marked visit opens for nobody, even after its worker was killed.
A name is 64 hex digits that do not lead back to a cookie. Knows no request and no table.
"""

import logging
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

# What this worker marked and did not yet delete: the folder can be full or closed, or vanish with the database.
# Name -> since when, as the clock says.
_mine: dict[str, float] = {}


def put(names: Iterable[str]) -> None:
    """Marks these rows; where no file can be made, this worker alone remembers."""
    for name in names:
        _mine[name] = time.time()
        try:
            # Never the folder above: where a disk is missing, nothing belongs in its place.
            _folder().mkdir(mode=0o700, exist_ok=True)
            (_folder() / name).touch(mode=0o600)
        except OSError as error:
            logger.error("A visit that was left is remembered by one worker only.", exc_info=error)


def has(names: Iterable[str]) -> bool:
    """True when one of these rows is marked."""
    return any(name in _mine or (_folder() / name).exists() for name in names)


def standing() -> set[str]:
    """Every marked row. A mark is dropped when the longest visit has ended since: its row opens for nobody anyway."""
    oldest = time.time() - settings.VISIT_MOST_SECONDS
    # A copy: another thread may mark one meanwhile.
    found = {name for name, since in [*_mine.items()] if since >= oldest}
    for path in _folder().glob("*"):
        try:
            if path.stat().st_mtime >= oldest:
                found.add(path.name)
            else:
                path.unlink()
        except OSError:
            # Another worker took it away.
            continue
    return found


def take_away(names: Iterable[str]) -> None:
    """Removes these marks, because their rows are gone."""
    for name in names:
        _mine.pop(name, None)
        # What cannot be removed now is met again by the next sweep.
        with suppress(OSError):
            (_folder() / name).unlink()


def _folder() -> Path:
    return Path(settings.VISIT_MARKS_DIR)
