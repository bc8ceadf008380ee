"""Ends a visit whatever the database does: at once, or else as soon as the row can be deleted.

Leaving waits 0.3 s for its turn, and `MOST` for a server that says nothing at all. Then the visit is marked, which
closes it for every worker of the machine, and a thread goes on trying by itself, also while the process shuts down. A
mark that was left behind is taken up by the next worker.
"""

import logging
import threading
import time
from functools import partial

from django.db import Error, connections

from compass.database import SHORT, VISITS, writing
from compass.in_time import InTime
from compass.models import Visit
from compass.visits import marks, storage

logger = logging.getLogger(__name__)

EVERY = 0.5  # seconds between two tries
# How long a process that ends may go on trying, in seconds. The marks outlive it.
AT_THE_END = 5.0
# A server whose host is away is noticed after seconds only: nobody waits for it longer than this.
MOST = 0.6
_once = InTime("leaving once", MOST)

_lock = threading.Lock()
_thread: threading.Thread | None = None


def end(cookie: str) -> None:
    """Deletes all that belongs to this cookie, now or later. Never raises for a database that is away."""
    names = storage.names_of(cookie)
    try:
        _once.run(partial(_erase, set(names)), VISITS)
    except Error as error:
        logger.error("A visit cannot be deleted yet.", exc_info=error)
        marks.put(names)
        go_on()


def go_on() -> None:
    """Tries in the background until no mark is left. At most one thread for each process."""
    global _thread
    with _lock:
        if (_thread is None or not _thread.is_alive()) and marks.standing():
            # Not a daemon: the process waits for it when it ends.
            _thread = threading.Thread(target=_try_on, name="leaving")
            _thread.start()


def sweep() -> bool:
    """Deletes every visit that is marked; False when the database is still away."""
    return _swept() is not None


def _swept() -> set[str] | None:
    """The marks of the visits that were deleted now; None when the database is still away."""
    names = marks.standing()
    try:
        if names:
            _erase(names)
    except Error:
        return None
    marks.take_away(names)
    return names


def _try_on() -> None:
    last, done = None, set[str]()
    try:
        while last is None or time.monotonic() < last:
            names = _swept()
            done |= names or set()
            if names is not None and _is_over(done):
                return
            # A connection to a broken file does not heal by itself.
            connections[VISITS].close()
            time.sleep(EVERY)
            if last is None and not threading.main_thread().is_alive():
                last = time.monotonic() + AT_THE_END
    finally:
        connections[VISITS].close()


def _is_over(done: set[str]) -> bool:
    """True when all marks are done, also those that cannot be removed: who marks from now on starts a new thread."""
    global _thread
    with _lock:
        if marks.standing() - done:
            return False
        _thread = None
        return True


def _erase(names: set[str]) -> None:
    with writing(SHORT):
        Visit.objects.filter(pk__in=names).erase()
