"""Deletes visits that have ended, in parts, so that nobody who writes or leaves meanwhile waits for all of them."""

import time
from collections.abc import Iterable, Iterator

from django.db import connections
from django.db.models import Count
from django.utils import timezone

from compass.database import PATIENT, SHORT, VISITS, waiting, writing
from compass.models import Visit
from compass.visits import leaving

# Rows of visits and notes in one transaction; a visit with more notes than that goes by itself.
PART = 500
# Between two parts the database is free for as long as the last one took, but never less than this, in seconds.
REST = 0.02
# Who writes waits while SQLite's log waits for readers of an older state: so long at most, in seconds.
MOST_FOR_LOG = 0.1


def one_part(seconds: float = SHORT, *, using: str = VISITS) -> int:
    """Deletes some visits that have ended, with their notes, and gives how many; 0 when none was left.

    Of two who do so at the same time each takes others, and a visit that somebody writes to is left for later.

    Waits so many seconds for its turn. Raises django.db.Error when that does not come.
    """
    visits = Visit.objects.using(using)
    with writing(seconds, using=using):
        ended = visits.expired(timezone.now()).select_for_update(skip_locked=True)
        names = list(ended.values_list("pk", flat=True)[:PART])
        sized = visits.filter(pk__in=names).annotate(notes_held=Count("notes"))
        return visits.filter(pk__in=list(_fitting(sized.values_list("pk", "notes_held")))).erase()


def everything() -> None:
    """Deletes all visits that have ended, and those that were left while that was not possible; empties SQLite's log.

    Also where visits were before they got a database of their own. Raises django.db.Error.
    """
    leaving.sweep()
    for alias in connections:
        begun = time.monotonic()
        while one_part(PATIENT, using=alias):
            time.sleep(max(time.monotonic() - begun, REST))
            begun = time.monotonic()
        empty_log(alias)


def empty_log(using: str) -> None:
    """Cuts SQLite's write-ahead log to nothing, so that no older page of a deleted row stays there.

    Where somebody goes on reading an older state it is left to the next run.
    """
    if connections[using].vendor == "sqlite":
        with waiting(MOST_FOR_LOG, using=using), connections[using].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fitting(sized: Iterable[tuple[str, int]]) -> Iterator[str]:
    """The first names whose rows are no more than a part together, and at least one."""
    rows = 0
    for name, notes in sized:
        rows += 1 + notes
        if rows > PART and rows > 1 + notes:
            return
        yield name
