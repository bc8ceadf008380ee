"""How long a statement waits while somebody else writes to the database, and who may write alone.

No page with numbers may wait, and nobody who leaves: a connection waits `SHORT` seconds. Only what a person typed is
worth `PATIENT` seconds. SQLite knows one lock, which a transaction takes at once. PostgreSQL has one for each row, and
whoever changes a visit takes that of the visit first.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

SHORT: float = settings.DATABASE_WAIT_SECONDS
PATIENT = 5.0
# For so long after a failure nobody asks again who can do without an answer, in seconds.
REST = 1.0
FACTS = DEFAULT_DB_ALIAS
VISITS: str = settings.VISITS_ALIAS
# A number that no other program on the same server is likely to lock: "compass" on the keys of a telephone.
OUR_LOCK = 2667277

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


def wait_up_to(seconds: float, *, using: str = VISITS) -> None:
    """From now on this connection waits so long. Raises django.db.Error when the database cannot be opened."""
    connection = connections[using]
    connection.ensure_connection()
    word = "PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SET lock_timeout"
    # Below Django, which would count it as a statement of the page.
    with connection.wrap_database_errors:
        connection.connection.execute(f"{word} = {round(seconds * 1000)}")
    _remember(connection, "waits", seconds)


@contextmanager
def waiting(seconds: float = PATIENT, *, using: str = VISITS) -> Iterator[None]:
    """Each statement inside waits so long; afterwards the connection waits as long as before."""
    before = getattr(connections[using], "waits", SHORT)
    wait_up_to(seconds, using=using)
    try:
        yield
    finally:
        _wait_again(before, using)


def _wait_again(seconds: float, using: str) -> None:
    connection = connections[using]
    if connection.connection is None:
        return
    try:
        wait_up_to(seconds, using=using)
    except Error:
        # What was written is written. The next one to ask opens a connection, which waits `SHORT` seconds.
        connection.close()


@contextmanager
def writing(seconds: float = PATIENT, *, using: str = VISITS) -> Iterator[None]:
    """One transaction that waits so long for each turn. Raises django.db.Error when a turn does not come."""
    with waiting(seconds, using=using), transaction.atomic(using=using):
        yield


@contextmanager
def alone(seconds: float, *, using: str = FACTS) -> Iterator[None]:
    """Nobody else who asks for this is inside at the same time, on any machine; waits so long for its turn.

    For SQLite it does nothing: there a transaction is alone. Raises django.db.Error.
    """
    connection = connections[using]
    if connection.vendor == "sqlite":
        yield
        return
    with waiting(seconds, using=using), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [OUR_LOCK])
        try:
            yield
        finally:
            # One that was cut off holds nothing any more.
            if connection.connection is not None and connection.is_usable():
                cursor.execute("SELECT pg_advisory_unlock(%s)", [OUR_LOCK])


def note_opened(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Remembers how long a new connection waits, and which file it has opened."""
    _remember(connection, "waits", SHORT)
    _remember(connection, "file_opened", _file_of(connection))


def let_go_of_another_file(**_signal: Any) -> None:
    """Closes connections whose file was taken away or replaced: what they write would be gone with that file.

    For the beginning of a request.
    """
    for connection in connections.all(initialized_only=True):
        opened = getattr(connection, "file_opened", None)
        if connection.connection is not None and opened and opened != _file_of(connection):
            connection.close()


def _remember(connection: BaseDatabaseWrapper, name: str, value: object) -> None:
    setattr(connection, name, value)


def _file_of(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """Disk and number of the file that stands there now; None for none, and for a database that is no file."""
    if connection.vendor != "sqlite":
        return None
    try:
        found = os.stat(connection.settings_dict["NAME"])
    except OSError:
        return None
    return found.st_dev, found.st_ino
