"""Visits that have ended go in parts; between two of them anybody can write, and afterwards SQLite's log is empty."""

import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from compass.models import SealedRecord, Visit
from compass.visits import purging
from compass.visits.session_store import SessionStore
from tests.writers import locked, somebody_else

PAST = timedelta(minutes=1)


def ended(*notes):
    """Makes a visit that has ended for each number, with so many notes."""
    end = timezone.now() - PAST
    names = [f"{number:04}" for number in range(len(notes))]
    Visit.objects.bulk_create(Visit(row_id=name, box=b"", idle_until=end, ends_at=end) for name in names)
    SealedRecord.objects.bulk_create(
        SealedRecord(note_id=f"{name}{position}", visit_id=name, position=position, box=b"")
        for name, count in zip(names, notes, strict=True)
        for position in range(count)
    )


@pytest.mark.parametrize(
    ("notes", "parts"),
    [
        ([], [0]),
        ([0], [1, 0]),
        ([0] * 499, [499, 0]),
        ([0] * 1001, [500, 500, 1, 0]),
        # A visit with its notes is one row and one for each note.
        ([99] * 7, [5, 2, 0]),
        ([600, 0, 600], [1, 1, 1, 0]),
    ],
    ids=["none", "one", "nearly a part", "three parts", "with notes", "more notes than a part"],
)
def test_a_part_is_five_hundred_rows_at_most(db, notes, parts):
    ended(*notes)
    assert [purging.one_part() for _ in parts] == parts
    assert (Visit.objects.count(), SealedRecord.objects.count()) == (0, 0)


def test_a_request_deletes_one_part_only(db):
    ended(*[0] * 700)
    SessionStore.clear_expired()
    assert Visit.objects.count() == 200


@pytest.fixture
def other(transactional_db):
    """Somebody else who writes to the same database, and does not wait."""
    with somebody_else() as other:
        yield other


def test_between_two_parts_somebody_else_can_write(other, monkeypatch):
    ended(*[0] * 1100)
    left, rests = [], []

    def turn(seconds):
        with locked(other):
            left.append(other.execute("SELECT count(*) FROM compass_visit").fetchone()[0])
        rests.append(seconds)

    monkeypatch.setattr(purging.time, "sleep", turn)
    purging.everything()
    assert (left, min(rests) >= purging.REST) == ([600, 100, 0], True)


@pytest.mark.postgresql
def test_a_visit_that_somebody_writes_to_is_left_for_later(other):
    ended(*[0] * 20)
    other.execute("BEGIN")
    other.execute("SELECT FROM compass_visit WHERE row_id = '0007' FOR UPDATE")
    deleted = purging.one_part(), list(Visit.objects.values_list("pk", flat=True))
    other.execute("ROLLBACK")
    assert (deleted, purging.one_part(), Visit.objects.count()) == ((19, ["0007"]), 1, 0)


def test_a_reader_of_an_older_state_does_not_hold_it_up(other):
    ended(*[0] * 20)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM compass_visit").fetchone()
    begun = time.monotonic()
    purging.everything()
    other.execute("ROLLBACK")
    assert (Visit.objects.count(), time.monotonic() - begun < 2) == (0, True)


@pytest.mark.sqlite
def test_afterwards_the_log_of_the_database_is_empty(other):
    ended(*[0] * 20)
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    before = log.stat().st_size
    purging.everything()
    assert (before > 0, log.stat().st_size) == (True, 0)
