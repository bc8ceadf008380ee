"""A server that is frozen is given up, and asked no more until it is heard; one that answers in time is not."""

import threading
import time

import pytest
from django.db import OperationalError, connection

from compass import silence
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
    assert 0.5 <= took < 2
    listen()
    ask(0)
    assert not silence.is_silent(connection.alias)


@pytest.mark.sqlite
def test_a_file_is_left_alone(db):
    before = connection.connection
    give_up(connection)
    assert connection.connection is before


# --- who asks a silent server -----------------------------------------------------------------------------------------


def listen():
    """Returns when nobody listens any more."""
    for thread in [thread for thread in threading.enumerate() if thread.name == "listening"]:
        thread.join(5)


class Server:
    """Gives a connection, none in time, or none at once; as the connection of each thread to it."""

    gives, takes, closed = True, 0.0, 0

    def ensure_connection(self):
        with silence.asking("visits"):
            time.sleep(self.takes)
            if not self.gives:
                raise OperationalError("no connection")

    def close(self):
        self.closed += 1


@pytest.fixture
def server(monkeypatch):
    server = Server()
    monkeypatch.setattr(silence, "_silent", set())
    monkeypatch.setattr(silence, "connections", {"visits": server})
    monkeypatch.setattr(silence, "REST", 0.01)
    monkeypatch.setattr(silence, "LATE", 0.05)
    yield server
    server.gives, server.takes = True, 0.0
    listen()


def refusal(server):
    """The words of a refusal, "" for a connection."""
    try:
        server.ensure_connection()
    except OperationalError as error:
        return str(error)
    return ""


MOMENT = "The server said nothing a moment ago."


def test_nobody_asks_a_server_that_gave_no_connection_in_time_until_it_is_heard_again(server):
    server.gives, server.takes = False, 0.1
    first, later = refusal(server), refusal(server)
    found = [first, later, silence.is_silent("visits"), silence.is_silent("default")]
    server.gives, server.takes = True, 0.0
    listen()
    assert (found, refusal(server), server.closed > 0) == (["no connection", MOMENT, True, False], "", True)


def test_a_server_that_refuses_at_once_is_asked_again_and_ends_the_listening(server):
    server.gives = False
    found = [refusal(server) for _ in range(2)]
    silence.note("visits")
    listen()
    assert (found, silence.is_silent("visits")) == (["no connection"] * 2, False)


def test_one_alone_listens(server):
    server.gives, server.takes = False, 0.1
    for _ in range(5):
        silence.note("visits")
    assert len([thread for thread in threading.enumerate() if thread.name == "listening"]) == 1


def test_two_open_a_connection_and_a_third_does_not_wait_for_them(server, monkeypatch):
    monkeypatch.setattr(silence, "TURN", 0.01)
    with silence.asking("visits"), silence.asking("visits"):
        third = refusal(server)
    assert (third, refusal(server)) == ("Others wait for the server.", "")
