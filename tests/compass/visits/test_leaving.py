"""Leaving ends a visit at once, or closes it at once and deletes it as soon as the database can be reached."""

import logging
import threading
import time

import pytest
from django.db import OperationalError

from compass import in_time
from compass.models import Visit
from compass.visits import leaving, marks, storage
from compass.visits.session_store import SessionStore


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, monkeypatch):
    settings.VISIT_MARKS_DIR = tmp_path / "leaving"
    monkeypatch.setattr(marks, "_mine", {})
    monkeypatch.setattr(leaving, "EVERY", 0.01)


@pytest.fixture
def away(monkeypatch):
    """The database refuses to delete until the list is empty: one word for each refusal."""
    refusals, really = [], leaving._erase

    def erase(names):
        if refusals:
            raise OperationalError(refusals.pop())
        really(names)

    monkeypatch.setattr(leaving, "_erase", erase)
    return refusals


def wait_for_the_thread():
    for thread in [thread for thread in threading.enumerate() if thread.name == "leaving"]:
        thread.join(5)


def test_a_visit_ends_at_once_and_leaves_no_mark(opened):
    leaving.end(opened.session_key)
    assert (Visit.objects.count(), marks.standing()) == (0, set())


def test_a_visit_that_cannot_be_deleted_is_closed(opened, away, monkeypatch, caplog):
    monkeypatch.setattr(leaving, "go_on", lambda: None)
    away.append("locked")
    leaving.end(opened.session_key)
    later = SessionStore(opened.session_key)
    assert (later.is_open, later.lost, Visit.objects.count()) == (False, True, 1)
    assert caplog.record_tuples == [("compass.visits.leaving", logging.ERROR, "A visit cannot be deleted yet.")]


def test_a_mark_closes_no_other_visit(opened, monkeypatch, away):
    monkeypatch.setattr(leaving, "go_on", lambda: None)
    other = SessionStore()
    other["who"] = "other"
    other.save()
    away.append("locked")
    leaving.end(opened.session_key)
    assert SessionStore(other.session_key)["who"] == "other"


def test_whoever_sweeps_next_deletes_what_was_marked(opened):
    marks.put(storage.names_of(opened.session_key))
    SessionStore.clear_expired()
    assert (Visit.objects.count(), marks.standing()) == (0, set())


def test_a_sweep_that_fails_keeps_the_mark(opened, away):
    marks.put(storage.names_of(opened.session_key))
    away.append("locked")
    assert (leaving.sweep(), len(marks.standing())) == (False, 1)
    assert (leaving.sweep(), len(marks.standing()), Visit.objects.count()) == (True, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_the_process_goes_on_by_itself_until_the_row_is_gone(away):
    visit = SessionStore()
    visit["who"] = "self"
    visit.save()
    away += ["locked"] * 4
    leaving.end(visit.session_key)
    wait_for_the_thread()
    assert (away, Visit.objects.count(), marks.standing()) == ([], 0, set())


def test_a_process_that_ends_stops_trying_and_leaves_the_mark(monkeypatch):
    class Ended:
        def is_alive(self):
            return False

    marks.put(["a" * 64])
    monkeypatch.setattr(leaving, "_swept", lambda: None)
    monkeypatch.setattr(leaving, "AT_THE_END", 0.05)
    monkeypatch.setattr(threading, "main_thread", Ended)
    start = time.monotonic()
    leaving.go_on()
    wait_for_the_thread()
    assert (0.05 <= time.monotonic() - start < 2, marks.standing()) == (True, {"a" * 64})


def test_who_leaves_while_the_thread_is_about_to_end_is_not_forgotten(monkeypatch):
    swept, late = [], {"b" * 64}

    def erase(names):
        swept.append(names)
        if late:
            # After the thread has looked, and before it is over.
            marks.put(late)
            late.clear()
            leaving.go_on()

    monkeypatch.setattr(leaving, "_erase", erase)
    marks.put(["a" * 64])
    leaving.go_on()
    wait_for_the_thread()
    assert (swept, marks.standing()) == ([{"a" * 64}, {"b" * 64}], set())


def test_a_mark_that_cannot_be_removed_does_not_keep_the_thread(monkeypatch):
    swept = []
    monkeypatch.setattr(leaving, "_erase", swept.append)
    monkeypatch.setattr(marks, "take_away", lambda names: None)
    marks.put(["a" * 64])
    leaving.go_on()
    wait_for_the_thread()
    assert swept == [{"a" * 64}]


def test_without_a_mark_no_thread_is_started():
    leaving.go_on()
    assert [thread for thread in threading.enumerate() if thread.name == "leaving"] == []


# --- a server that says nothing ---------------------------------------------------------------------------------------


@pytest.fixture
def silent(monkeypatch):
    """A server, and no file; it takes what is sent and answers only when this is set."""

    class Server:
        vendor, in_atomic_block = "postgresql", False

        def close(self):
            pass

    answers = threading.Event()
    monkeypatch.setattr(in_time, "connections", {leaving.VISITS: Server()})
    monkeypatch.setattr(leaving, "_erase", lambda names: answers.wait(5))
    monkeypatch.setattr(leaving, "go_on", lambda: None)
    yield answers
    answers.set()
    for thread in [thread for thread in threading.enumerate() if thread.name == "leaving once"]:
        thread.join(5)


def leave(cookie="a" * 32):
    """Seconds that leaving takes."""
    start = time.monotonic()
    leaving.end(cookie)
    return time.monotonic() - start


def test_a_server_that_says_nothing_is_not_waited_for(silent):
    assert (leaving.MOST <= leave() < 1, marks.standing()) == (True, {*storage.names_of("a" * 32)})


def test_so_many_wait_for_it_and_the_others_are_marked_at_once(silent, monkeypatch):
    monkeypatch.setattr(leaving._once, "_tries", threading.BoundedSemaphore(1))
    assert [leave("a" * 32) >= leaving.MOST, leave("b" * 32) < 0.1] == [True, True]
    assert marks.standing() == {*storage.names_of("a" * 32), *storage.names_of("b" * 32)}


def test_a_server_that_answers_leaves_no_mark_and_one_that_refuses_does(silent, monkeypatch):
    silent.set()
    took = leave("a" * 32)

    def refuse(names):
        raise OperationalError

    monkeypatch.setattr(leaving, "_erase", refuse)
    assert (took < leaving.MOST, leave("b" * 32) < leaving.MOST) == (True, True)
    assert marks.standing() == {*storage.names_of("b" * 32)}
