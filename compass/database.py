"""How long a statement waits while somebody else writes to the database.

No page with numbers may wait, and nobody who leaves: a connection waits `SHORT` seconds. Only what a person typed is
worth `PATIENT` seconds. Other databases than SQLite have settings of their own for this.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

SHORT: float = settings.DATABASE_WAIT_SECONDS
PATIENT = 5.0
# For so long after a failure nobody asks again who can do without an answer, in seconds.
REST = 1.0

_failed: float | None = None


def note_failure() -> None:
    """The database could not be reached just now."""
    global _failed
    _failed = time.monotonic()


def is_resting() -> bool:
    """True within a second of a failure."""
    return _failed is not None and time.monotonic() - _failed < REST


def forget_failure() -> None:
    """The database may be asked again at once; for tests, and for a process that has mended it."""
    global _failed
    _failed = None


def wait_up_to(seconds: float) -> None:
    """From now on this connection waits so long. Raises django.db.Error when the database cannot be opened."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        connection.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


@contextmanager
def waiting(seconds: float = PATIENT) -> Iterator[None]:
    """Each statement inside waits so long; afterwards the connection waits `SHORT` seconds again."""
    wait_up_to(seconds)
    try:
        yield
    finally:
        if connection.connection is not None:
            wait_up_to(SHORT)


@contextmanager
def writing(seconds: float = PATIENT) -> Iterator[None]:
    """One transaction that waits so long for its turn. Raises django.db.Error when the turn does not come."""
    with waiting(seconds), transaction.atomic():
        yield


def note_file(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Remembers which file a new connection has opened."""
    setattr(connection, "file_opened", _file_of(connection))  # noqa: B010


def let_go_of_another_file(**_signal: Any) -> None:
    """Closes a connection whose file was taken away or replaced: what it writes would be gone with that file.

    For the beginning of a request.
    """
    opened = getattr(connection, "file_opened", None)
    if connection.connection is not None and opened and opened != _file_of(connection):
        connection.close()


def _file_of(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """Disk and number of the file that stands there now; None for none, and for a database that is no file."""
    try:
        found = os.stat(connection.settings_dict["NAME"])
    except OSError:
        return None
    return found.st_dev, found.st_ino
