"""Ends a visit whatever the database does: at once, or else as soon as the row can be deleted.

Leaving waits 0.3 s for its turn, and `MOST` for a server that says nothing at all. Then the visit is marked, which
closes it for every worker of the machine, and a thread goes on trying by itself, also while the process shuts down. A
mark that was left behind is taken up by the next worker.
"""

import logging
import threading
import time
from queue import Empty, Queue

from django.db import Error, OperationalError, connections

from compass.database import SHORT, VISITS, writing
from compass.models import Visit
from compass.visits import marks, storage

logger = logging.getLogger(__name__)

EVERY = 0.5  # seconds between two tries
# How long a process that ends may go on trying, in seconds. The marks outlive it.
AT_THE_END = 5.0
# A server whose host is away is noticed after seconds only: nobody waits for it longer than this.
MOST = 0.6
# So many tries at most hang on such a server at the same time.
_tries = threading.BoundedSemaphore(8)

_lock = threading.Lock()
_thread: threading.Thread | None = None


def end(cookie: str) -> None:
    """Deletes all that belongs to this cookie, now or later. Never raises for a database that is away."""
    names = storage.names_of(cookie)
    try:
        _erase_in_time(set(names))
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
    names = marks.standing()
    if not names:
        return True
    try:
        _erase(names)
    except Error:
        return False
    marks.take_away(names)
    return True


def _try_on() -> None:
    last = None
    try:
        while not sweep() and (last is None or time.monotonic() < last):
            # A connection to a broken file does not heal by itself.
            connections[VISITS].close()
            time.sleep(EVERY)
            if last is None and not threading.main_thread().is_alive():
                last = time.monotonic() + AT_THE_END
    finally:
        connections[VISITS].close()


def _erase_in_time(names: set[str]) -> None:
    """As `_erase`; raises django.db.Error when that takes too long, too."""
    connection = connections[VISITS]
    # SQLite counts the seconds itself. What is part of a transaction belongs to its connection.
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        _erase(names)
        return
    if not _tries.acquire(blocking=False):
        raise OperationalError("too many tries hang")
    answer: Queue[Error | None] = Queue()
    threading.Thread(target=_try_once, args=(names, answer), name="leaving once", daemon=True).start()
    try:
        failure = answer.get(timeout=MOST)
    except Empty:
        raise OperationalError("no answer in time") from None
    if failure:
        raise failure


def _try_once(names: set[str], answer: "Queue[Error | None]") -> None:
    try:
        _erase(names)
        answer.put(None)
    except Error as error:
        answer.put(error)
    finally:
        _tries.release()
        connections[VISITS].close()


def _erase(names: set[str]) -> None:
    with writing(SHORT):
        Visit.objects.filter(pk__in=names).erase()
