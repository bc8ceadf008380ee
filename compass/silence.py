"""Gives up on a PostgreSQL server that says nothing, and asks it no more until it speaks again.

The system notices a host that is away (`database_setting.LOST`). A server that is frozen still has its host, which goes
on taking what is sent: without this a page would wait until somebody wakes it. Meanwhile one thread listens, so that
no page waits and all other threads are free for pages with numbers and for whoever leaves.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.db import Error, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

# Between two tries of who listens, in seconds.
REST = 0.5
# A connection that took so long to fail met a silent server.
LATE = 1.0
# So many connections of a process are opened at the same time, and so long each waits for its turn: whoever leaves
# finds a thread, even when others wait for a server that fell silent just now.
TOGETHER, TURN = 2, 0.3

# Aliases of databases.
_silent: set[str] = set()
_lock = threading.Lock()
_turns = threading.BoundedSemaphore(TOGETHER)
_this_thread = threading.local()


def is_silent(alias: str) -> bool:
    """True from the moment when this server has said nothing until it is heard again."""
    return alias in _silent and not _listens()


@contextmanager
def asking(alias: str) -> Iterator[None]:
    """Around a new connection. Raises OperationalError at once while the server is silent."""
    if is_silent(alias):
        raise OperationalError("The server said nothing a moment ago.")
    if _listens():
        yield
        return
    if not _turns.acquire(timeout=TURN):
        raise OperationalError("Others wait for the server.")
    begun = time.monotonic()
    try:
        yield
    except Exception:
        # One that refuses at once is no silent one: who asks it does not wait.
        if time.monotonic() - begun > LATE:
            note(alias)
        raise
    finally:
        _turns.release()


def note(alias: str) -> None:
    """This server said nothing; somebody listens from now on."""
    with _lock:
        if alias in _silent:
            return
        _silent.add(alias)
    threading.Thread(target=_listen, args=(alias,), name="listening", daemon=True).start()


def _listens() -> bool:
    return getattr(_this_thread, "listens", False)


def _listen(alias: str) -> None:
    _this_thread.listens = True
    while not _speaks(alias):
        time.sleep(REST)
    _silent.discard(alias)


def _speaks(alias: str) -> bool:
    """True when the server gives a connection, or refuses one at once."""
    begun = time.monotonic()
    try:
        with suppress(Error):
            connections[alias].ensure_connection()
    finally:
        connections[alias].close()
    return time.monotonic() - begun <= LATE


def give_up(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """For a new connection: each statement gets as long as it may wait for a lock, and the seconds of the setting.

    After that it raises django.db.OperationalError, and the connection is of no more use.
    """
    if connection.vendor != "postgresql":
        return
    from psycopg import OperationalError, errors

    opened = connection.connection
    wait = opened.wait

    def in_time(generator: Any, *words: Any, **options: Any) -> Any:
        seconds = getattr(connection, "waits", 0) + settings.DATABASE_SILENCE_SECONDS
        try:
            return wait(generator, *words, **{"timeout": seconds, **options})
        except errors._WaitTimeout as silence:
            opened.pgconn.finish()
            note(connection.alias)
            raise OperationalError("The server says nothing.") from silence

    opened.wait = in_time
