"""A page waits a moment for its turn, what was typed waits longer, and afterwards the short wait is back."""

import pytest
from django.core.signals import request_started
from django.db import connection

from compass.database import PATIENT, SHORT, let_go_of_another_file, wait_up_to, writing


def waits():
    """Seconds that this connection waits for a lock."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return cursor.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
        cursor.execute("SELECT setting::int FROM pg_settings WHERE name = 'lock_timeout'")
        return cursor.fetchone()[0] / 1000


def test_a_connection_waits_a_moment_only(db):
    wait_up_to(SHORT)
    assert (waits(), SHORT) == (0.3, 0.3)


def test_writing_waits_longer_and_takes_it_back(db):
    with writing():
        inside = waits()
    assert (inside, waits()) == (PATIENT, SHORT)


def test_what_is_written_inside_another_writing_keeps_the_longer_wait(db):
    with writing(2):
        with writing(1):
            inside = waits()
        again = waits()
    assert (inside, again, waits()) == (1, 2, SHORT)


def test_a_failure_takes_it_back_too_and_writes_nothing(db, django_assert_num_queries):
    with pytest.raises(ZeroDivisionError), writing(2):
        raise ZeroDivisionError
    assert waits() == SHORT


@pytest.fixture
def file(tmp_path, transactional_db):
    """This process works on an empty database of its own."""
    ours, path = connection.settings_dict["NAME"], tmp_path / "compass.sqlite3"
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    connection.ensure_connection()
    yield path
    connection.close()
    connection.settings_dict["NAME"] = ours


@pytest.mark.sqlite
def test_a_file_that_was_replaced_is_let_go_when_the_next_request_begins(file):
    (file.parent / "new").touch()
    (file.parent / "new").rename(file)
    request_started.send(sender=None)
    assert connection.connection is None


@pytest.mark.sqlite
@pytest.mark.parametrize("away", [True, False])
def test_a_file_that_is_away_is_let_go_and_one_that_stayed_is_kept(file, away):
    if away:
        file.unlink()
    let_go_of_another_file()
    assert (connection.connection is None) == away
