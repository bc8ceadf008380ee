"""Only `open_visit` begins a visit, and `forget` ends it whatever happens."""

from django.db import OperationalError
from django.test import RequestFactory

from compass.models import Visit
from compass.visits import leaving
from compass.visits.lifecycle import forget, open_visit, visit_of
from compass.visits.session_store import SessionStore
from tests.compass.conftest import again


def asking(cookie=None):
    request = RequestFactory().get("/")
    request.session = SessionStore(cookie)
    return request


def test_a_new_visit_waits_for_the_end_of_the_request_to_be_written(db):
    visit = open_visit(asking())
    assert (visit.is_open, visit.cookie_due, Visit.objects.count()) == (True, True, 0)


def test_an_open_visit_is_given_as_it_is(opened):
    visit = open_visit(asking(opened.session_key))
    assert (visit.session_key, visit["who"], visit.cookie_due) == (opened.session_key, "self", False)


def test_a_lost_visit_makes_way_for_a_new_one_and_is_remembered(db):
    visit = open_visit(asking("a" * 32))
    assert (visit.lost, visit.is_open, visit.session_key != "a" * 32) == (True, True, True)


def test_forgetting_deletes_the_row(opened):
    forget(asking(opened.session_key))
    assert Visit.objects.count() == 0


def test_forgetting_never_fails_for_a_database_that_is_away(opened, monkeypatch, settings, tmp_path):
    def away(names):
        raise OperationalError("locked")

    settings.VISIT_MARKS_DIR = tmp_path
    monkeypatch.setattr(leaving, "_erase", away)
    monkeypatch.setattr(leaving, "go_on", lambda: None)
    request = asking(opened.session_key)
    forget(request)
    assert (visit_of(request).session_key, again(opened).is_open, Visit.objects.count()) == (None, False, 1)
