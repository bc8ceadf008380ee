"""The sealed store: nothing is lost, nothing comes back, nothing opens without the cookie."""

import threading

import pytest
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.db import OperationalError, connection
from django.utils import timezone

from compass.models import Visit
from compass.visits import storage
from compass.visits.session_store import SessionStore
from tests.compass.conftest import again


def test_what_was_saved_is_there_in_the_next_request(opened):
    assert (dict(again(opened).items()), again(opened).lost) == ({"who": "self"}, False)


def test_nothing_is_written_before_a_save(db, writes):
    with writes:
        visit = SessionStore()
        visit.open()
        visit["who"] = "self"
    assert (writes.found, Visit.objects.count()) == ([], 0)


def test_looking_at_a_session_without_a_cookie_asks_the_database_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        visit = SessionStore()
        assert (visit.get("who"), visit.is_open, visit.lost) == (None, False, False)


def test_opening_twice_is_opening_once(opened):
    before = opened.session_key
    opened.open()
    assert (opened.session_key, opened["who"]) == (before, "self")


def test_create_writes_an_empty_visit(db):
    visit = SessionStore()
    visit.create()
    assert (visit.exists(visit.session_key), again(visit).holds_answers) == (True, False)


def test_changes_of_two_tabs_are_both_kept(opened):
    left, right = again(opened), again(opened)
    for tab, key in ((left, "age"), (right, "place")):
        tab[key] = "x"
    left.save()
    right.save()
    assert dict(again(opened).items()) == {"who": "self", "age": "x", "place": "x"}


def test_an_answer_removed_in_one_tab_is_not_written_back_by_another(opened):
    left, right = again(opened), again(opened)
    assert right["who"] == "self"
    del left["who"]
    right["age"] = "16-17"
    left.save()
    right.save()
    assert dict(again(opened).items()) == {"age": "16-17"}


def test_an_edit_sees_the_freshest_state(opened):
    left, right = again(opened), again(opened)
    for tab in (left, right):
        tab.change(lambda state: state.update(count=state.get("count", 0) + 1))
    left.save()
    right.save()
    assert (again(opened)["count"], right["count"]) == (2, 2)


def test_a_save_writes_once_and_a_second_one_adds_nothing(opened, writes):
    opened["age"] = "13-15"
    with writes:
        opened.save()
    assert (len(writes.found), opened.modified) == (1, False)


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_save_200_times_lose_nothing():
    visit = SessionStore()
    visit.create()

    def answer(name):
        for number in range(200):
            tab = again(visit)
            tab[f"{name}{number}"] = number
            tab.save()
        connection.close()

    threads = [threading.Thread(target=answer, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert dict(again(visit).items()) == {f"{name}{number}": number for name in "ab" for number in range(200)}


@pytest.mark.parametrize("end", ["flush", "delete"])
def test_a_late_save_never_brings_a_visit_back(opened, end):
    late = again(opened)
    late["age"] = "13-15"
    getattr(opened, end)()
    with pytest.raises(UpdateError):
        late.save()
    assert (Visit.objects.count(), again(late).lost) == (0, True)


def test_a_visit_that_is_gone_before_it_is_read_is_not_made_again(opened):
    late = again(opened)
    opened.flush()
    late["age"] = "13-15"
    with pytest.raises(UpdateError):
        late.save()
    assert Visit.objects.count() == 0


def test_a_visit_that_expired_since_it_was_read_is_not_written(opened, age):
    opened["age"] = "13-15"
    age(idle_until=timezone.now())
    with pytest.raises(UpdateError):
        opened.save()


def test_creating_over_a_row_that_exists_is_refused(opened):
    with pytest.raises(CreateError):
        opened.save(must_create=True)


def test_a_database_that_is_away_is_asked_once_in_a_request(opened, monkeypatch):
    asked = []

    def find(cookie):
        asked.append(cookie)
        raise OperationalError

    monkeypatch.setattr(storage, "find", find)
    for _ in range(2):
        with pytest.raises(OperationalError):
            opened.state()
    assert asked == [opened.session_key]
