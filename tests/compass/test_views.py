"""Leaving, starting again, and the pages for when something went wrong."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from compass import views
from compass.models import SealedRecord, Visit
from compass.visits.records import add
from compass.visits.session_store import SessionStore

pytestmark = pytest.mark.urls("tests.compass.pages")

LOOKING = [
    {"sec-purpose": "prefetch"},
    {"sec-purpose": "prefetch;prerender"},
    {"purpose": "prefetch"},
    {"x-moz": "prefetch"},
]


@pytest.fixture
def answered(started):
    started.send("/answer/", {"answer": "x"})
    add(started.visit.row, {"words": "x"})
    return started


def test_leaving_forgets_everything_and_goes_to_a_dull_page(answered, settings):
    response = answered.get("/leave/")
    assert (response.status_code, response["Location"]) == (303, settings.COMPASS_LEAVE_TO)
    assert response["Clear-Site-Data"] == '"cookies", "storage"'
    assert response.cookies["visit"]["max-age"] == 0
    assert (Visit.objects.count(), SealedRecord.objects.count()) == (0, 0)


@pytest.mark.parametrize("kind", ["", "text/plain;charset=UTF-8"])
def test_the_beacon_ends_the_visit_without_a_token(answered, kind):
    response = answered.generic("POST", "/leave/", content_type=kind, CONTENT_LENGTH="0")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Clear-Site-Data"] == '"cookies", "storage"'
    assert (response.cookies["visit"]["max-age"], Visit.objects.count()) == (0, 0)


@pytest.mark.parametrize("headers", LOOKING)
def test_fetching_ahead_ends_nothing(answered, headers):
    response = answered.get("/leave/", headers=headers)
    assert (response.status_code, "Clear-Site-Data" in response, list(response.cookies)) == (204, False, [])
    assert answered.visit["answer"] == "x"


def test_head_ends_nothing(answered):
    response = answered.head("/leave/")
    assert (response.status_code, list(response.cookies), answered.visit["answer"]) == (204, [], "x")


def test_leaving_without_a_visit_leaves_all_the_same(visitor, settings):
    response = visitor.get("/leave/")
    assert (response.status_code, response["Location"], list(response.cookies)) == (303, settings.COMPASS_LEAVE_TO, [])


def test_leaving_twice_is_leaving(answered):
    assert [answered.get("/leave/").status_code for _ in range(2)] == [303, 303]


def test_the_way_out_is_open_when_the_database_is_away(answered, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(SessionStore, "load", away)
    monkeypatch.setattr(SessionStore, "delete", away)
    assert answered.get("/look/").status_code == 500
    response = answered.get("/leave/")
    assert (response.status_code, response.cookies["visit"]["max-age"]) == (303, 0)


def test_a_form_after_leaving_writes_nothing(answered):
    cookie = answered.cookie
    answered.get("/leave/")
    answered.cookies["visit"] = cookie
    assert (answered.send("/answer/", {"answer": "late"}).status_code, Visit.objects.count()) == (403, 0)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_leave_knows_no_other_method(answered, method):
    assert (answered.generic(method, "/leave/").status_code, answered.visit["answer"]) == (405, "x")


def test_starting_again_forgets_everything_and_goes_to_the_front_door(answered):
    response = answered.send("/start-again/")
    assert (response.status_code, response["Location"]) == (303, "/")
    assert (response.cookies["visit"]["max-age"], Visit.objects.count()) == (0, 0)


def test_starting_again_needs_the_token(answered):
    answered.token = ""
    assert (answered.send("/start-again/").status_code, answered.visit["answer"]) == (403, "x")


def test_a_typed_address_starts_nothing_again(answered):
    response = answered.get("/start-again/")
    assert (response.status_code, response["Location"], answered.visit["answer"]) == (303, "/visit/", "x")


@pytest.mark.parametrize(
    ("make", "status", "template"),
    [
        (views.bad_request, 400, "400.html"),
        (views.visit_cleared, 403, "403_csrf.html"),
        (lambda request: views.refused(request, 415), 415, "errors/body_refused.html"),
    ],
)
def test_every_sad_page_is_made_without_a_session_or_a_table(make, status, template, monkeypatch):
    drawn = []
    render = views.render
    monkeypatch.setattr(views, "render", lambda *args, **kwargs: (drawn.append(args[1]), render(*args, **kwargs))[1])
    response = make(RequestFactory().get("/marker-of-a-path/"))
    assert (response.status_code, drawn) == (status, [template])
    assert (b"<h1>" in response.content, b"marker-of-a-path" in response.content) == (True, False)


def test_the_health_view_answers_like_the_middleware(db):
    assert views.healthz(RequestFactory().get("/healthz")).content == b"ok"
