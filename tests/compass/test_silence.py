"""A server that is frozen is given up after some seconds; one that answers late, but in time, is not."""

import time

import pytest
from django.db import OperationalError, connection

from compass.silence import give_up

SLEEP = "SELECT pg_sleep(%s)"


@pytest.fixture
def hasty(settings, transactional_db):
    """A connection whose statements get half a second, 0.3 of them for a lock."""
    settings.DATABASE_SILENCE_SECONDS = 0.2
    connection.close()
    yield
    connection.close()


def ask(seconds):
    with connection.cursor() as cursor:
        cursor.execute(SLEEP, [seconds])


@pytest.mark.postgresql
def test_a_server_that_says_nothing_is_given_up_and_the_next_connection_is_a_new_one(hasty):
    ask(0.1)
    begun = time.monotonic()
    with pytest.raises(OperationalError, match="says nothing"):
        ask(5)
    took = time.monotonic() - begun
    connection.close_if_unusable_or_obsolete()
    ask(0)
    assert 0.5 <= took < 2


@pytest.mark.sqlite
def test_a_file_is_left_alone(db):
    before = connection.connection
    give_up(connection)
    assert connection.connection is before
