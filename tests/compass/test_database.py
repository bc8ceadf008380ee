"""A page waits a moment for its turn, what was typed waits longer, and afterwards the short wait is back."""

import pytest
from django.db import connection

from compass.database import PATIENT, SHORT, wait_up_to, writing


def waits():
    """Seconds that SQLite waits on this connection."""
    return connection.cursor().execute("PRAGMA busy_timeout").fetchone()[0] / 1000


def test_a_connection_waits_a_moment_only(db):
    wait_up_to(SHORT)
    assert (waits(), SHORT) == (0.3, 0.3)


def test_writing_waits_longer_and_takes_it_back(db):
    with writing():
        inside = waits()
    assert (inside, waits()) == (PATIENT, SHORT)


def test_a_failure_takes_it_back_too_and_writes_nothing(db, django_assert_num_queries):
    with pytest.raises(ZeroDivisionError), writing(2):
        raise ZeroDivisionError
    assert waits() == SHORT
