"""Work on the database that is waited for so long at most, whatever its server does."""

import threading
from collections.abc import Callable
from queue import Empty, Queue

from django.db import Error, OperationalError, connections

# So many at most hang on a silent server at the same time, for each kind of work.
TRIES = 8


class InTime:
    """Does work in a thread of its own. `name`: of the thread. `seconds`: how long anybody waits for it."""

    def __init__(self, name: str, seconds: float) -> None:
        self._name, self._seconds = name, seconds
        self._tries = threading.BoundedSemaphore(TRIES)

    def run(self, work: Callable[[], object], using: str) -> None:
        """Raises what the work raises of django.db.Error, and OperationalError when it is not done in time.

        The work goes on then. SQLite counts the seconds itself, and what is part of a transaction belongs to its
        connection: such work is done here.
        """
        connection = connections[using]
        if connection.vendor == "sqlite" or connection.in_atomic_block:
            work()
            return
        if not self._tries.acquire(blocking=False):
            raise OperationalError("too many tries hang")
        answer: Queue[Error | None] = Queue()
        threading.Thread(target=self._once, args=(work, using, answer), name=self._name, daemon=True).start()
        try:
            failure = answer.get(timeout=self._seconds)
        except Empty:
            raise OperationalError("no answer in time") from None
        if failure:
            raise failure

    def _once(self, work: Callable[[], object], using: str, answer: "Queue[Error | None]") -> None:
        try:
            work()
            answer.put(None)
        except Error as error:
            answer.put(error)
        finally:
            self._tries.release()
            connections[using].close()
