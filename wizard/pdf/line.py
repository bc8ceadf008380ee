"""The line before the process that draws: few places in each worker of the server, for those who asked first.

A person who finds no place is told to ask again, so no thread of the server waits with them and nothing of theirs is
kept: only the name of the row of their visit and two times. Pure; all times are seconds.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

# One file that is drawn and one that comes next. With one more for a second tap, a thread of four is always free.
PLACES = 2
# So many of those who asked first may take a free place: the very first may ask only seconds from now.
FRONT = 8
# But nobody comes before somebody who asked so much earlier, however often they tap.
AHEAD = 5
# How often a page asks again: about every three seconds. People who tapped together must not go on asking together,
# or else every place is taken in one moment and empty until the next.
EVERY = (2, 3, 4)
MOST_SECONDS = 60
# Who has not asked for so long, at this worker or another, has gone away.
GONE = 10


class NotYetError(Exception):
    """No place is free, or others asked earlier: ask again in a few seconds."""


class Line:
    """Who is inside, and who has asked; one for each process. Another worker of the server has its own."""

    def __init__(self, places: int = PLACES, front: int = FRONT, clock: Callable[[], float] = monotonic) -> None:
        self.places, self.front, self.clock = places, front, clock
        self._lock = Lock()
        # Row of a visit -> since when it asks, and when it asked last.
        self._asking: dict[str, tuple[float, float]] = {}
        self._inside: set[str] = set()
        self._second: set[str] = set()

    @contextmanager
    def place(self, visit: str, since: float) -> Iterator[bool]:
        """A place while a file is made; `since` orders those who ask. Raises NotYetError.

        True for the second tap of a visit that is inside: it may wait for the same file, and for no other.
        """
        with self._lock:
            second = self._enter(visit, since)
        try:
            yield second
        finally:
            with self._lock:
                (self._second if second else self._inside).discard(visit)

    def _enter(self, visit: str, since: float) -> bool:
        now = self.clock()
        self._asking = {one: times for one, times in self._asking.items() if now - times[1] <= GONE}
        if visit in self._inside and not self._second:
            self._second.add(visit)
            return True
        self._asking[visit] = (since, now)
        earlier = sorted(first for first, _last in self._asking.values() if first < since)
        too_soon = len(earlier) >= self.front or (earlier and since - earlier[0] > AHEAD)
        if visit in self._inside or len(self._inside) >= self.places or too_soon:
            raise NotYetError
        del self._asking[visit]
        self._inside.add(visit)
        return False
