"""Work is waited for so long at most; what hangs is counted, and what is over leaves no connection."""

import threading
import time

import pytest
from django.db import IntegrityError, OperationalError

from compass import in_time
from compass.in_time import InTime


class Server:
    """A connection to a server, and no file."""

    vendor, in_atomic_block = "postgresql", False

    def __init__(self):
        self.closed = 0

    def close(self):
        self.closed += 1


@pytest.fixture
def server(monkeypatch):
    server = Server()
    monkeypatch.setattr(in_time, "connections", {"visits": server})
    return server


def end(name):
    for thread in [thread for thread in threading.enumerate() if thread.name == name]:
        thread.join(5)


def test_work_is_done_in_a_thread_that_closes_its_connection(server):
    found = []
    InTime("quick", 5).run(lambda: found.append(threading.current_thread().name), "visits")
    end("quick")
    assert (found, server.closed) == (["quick"], 1)


def test_what_the_database_refuses_is_told(server):
    def refuse():
        raise IntegrityError("taken")

    with pytest.raises(IntegrityError, match="taken"):
        InTime("refused", 5).run(refuse, "visits")


def test_nobody_waits_longer_and_the_work_goes_on(server, monkeypatch):
    monkeypatch.setattr(in_time, "TRIES", 1)
    answers, done = threading.Event(), []
    work, begun = InTime("slow", 0.1), time.monotonic()
    with pytest.raises(OperationalError, match="no answer in time"):
        work.run(lambda: done.append(answers.wait(5)), "visits")
    with pytest.raises(OperationalError, match="too many"):
        work.run(lambda: None, "visits")
    took = time.monotonic() - begun
    answers.set()
    end("slow")
    work.run(lambda: done.append("again"), "visits")
    assert (0.1 <= took < 1, done) == (True, [True, "again"])


@pytest.mark.parametrize(("name", "value"), [("vendor", "sqlite"), ("in_atomic_block", True)])
def test_a_file_and_a_transaction_are_asked_here(server, name, value):
    setattr(server, name, value)
    found = []
    InTime("never", 5).run(lambda: found.append(threading.current_thread()), "visits")
    assert (found, server.closed) == ([threading.current_thread()], 0)
