"""No cookie without a visit, no write without a change, and a kind page where a visit is gone."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from compass.models import Visit
from compass.visits import middleware
from compass.visits.session_store import SessionStore

pytestmark = pytest.mark.urls("tests.compass.pages")


def test_the_first_question_opens_a_visit_with_one_write_and_one_cookie(visitor, writes):
    with writes:
        response = visitor.start()
    cookie = response.cookies["visit"]
    assert (len(writes.found), Visit.objects.count(), list(response.cookies)) == (1, 1, ["visit"])
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (True, "Lax", "", "")


def test_the_cookie_is_secure_where_the_site_is(visitor, settings):
    settings.SESSION_COOKIE_SECURE = True
    assert visitor.start().cookies["visit"]["secure"] is True


def test_a_get_writes_nothing_and_a_post_writes_once_without_a_second_cookie(started, writes):
    with writes:
        looked = [started.start(), started.get("/look/"), started.get("/")]
    assert (writes.found, [list(response.cookies) for response in looked]) == ([], [[], [], []])
    with writes:
        response = started.send("/answer/", {"answer": "x"})
    assert (len(writes.found), list(response.cookies), started.visit["answer"]) == (1, [], "x")


def test_pages_of_a_visit_are_not_for_search_engines_and_public_ones_are(visitor):
    public, private = visitor.get("/"), visitor.start()
    assert ("X-Robots-Tag" in public, private["X-Robots-Tag"], private["Vary"]) == (False, "noindex", "Cookie")


@pytest.mark.parametrize("cookie", ["cut", "a" * 32, "x" * 10_000, "a\\0b", "é"])
def test_a_dead_cookie_is_explained_and_taken_away(visitor, cookie):
    visitor.cookies["visit"] = cookie
    response = visitor.get("/why/")
    assert (response.status_code, response.content) == (200, b"True")
    assert (response.cookies["visit"]["max-age"], Visit.objects.count()) == (0, 0)


def test_a_redirect_leaves_the_explanation_to_the_page_it_leads_to(visitor):
    visitor.cookies["visit"] = "a" * 32
    moved = visitor.get("/start-again/")
    assert (moved.status_code, list(moved.cookies), visitor.get("/why/").content) == (303, [], b"True")


def test_a_dead_cookie_of_a_public_site_is_taken_away_as_browsers_demand(visitor, settings):
    settings.SESSION_COOKIE_NAME = "__Host-visit"
    visitor.cookies["__Host-visit"] = "a" * 32
    gone = visitor.get("/why/").cookies["__Host-visit"]
    assert (gone["max-age"], gone["secure"], gone["path"], gone["domain"]) == (0, True, "/", "")


def test_half_a_cookie_opens_nothing(started):
    started.cookies["visit"] = started.cookie[:16]
    assert started.get("/why/").content == b"True"


def test_a_dead_cookie_makes_room_for_a_new_visit(started, age):
    old = started.cookie
    age(idle_until=timezone.now())
    response = started.start()
    assert (response.status_code, started.cookie != old, started.visit.is_open) == (200, True, True)


@pytest.mark.parametrize("cookie", ["", "a" * 32])
def test_a_form_without_a_visit_gets_a_kind_page(visitor, cookie):
    if cookie:
        visitor.cookies["visit"] = cookie
    response = visitor.send("/answer/", {"answer": "x"})
    assert (response.status_code, response.templates[0].name, Visit.objects.count()) == (403, "403_csrf.html", 0)
    assert [morsel["max-age"] for morsel in response.cookies.values()] == ([0] if cookie else [])


def test_a_token_given_without_a_visit_opens_none(visitor):
    visitor.token = visitor.get("/token/").content.decode()
    assert (visitor.send("/answer/").status_code, Visit.objects.count()) == (403, 0)


def test_a_form_with_a_wrong_token_leaves_the_visit_as_it_is(started):
    started.token = "t" * 64
    response = started.send("/answer/", {"answer": "x"})
    assert (response.status_code, response.context["visit_open"]) == (403, True)
    assert (started.visit.is_open, started.visit.holds_answers, list(response.cookies)) == (True, False, [])


def test_a_form_from_another_site_is_refused(started):
    response = started.send("/answer/", {"answer": "x"}, headers={"origin": "https://elsewhere.example"})
    assert (response.status_code, started.visit.holds_answers) == (403, False)


@pytest.mark.parametrize("path", ["/late/", "/late-by-hand/"])
def test_a_visit_that_ends_while_a_form_is_on_its_way_is_explained_and_not_made_again(started, path):
    response = started.send(path, {"answer": "x"})
    assert (response.status_code, response.templates[0].name, Visit.objects.count()) == (403, "403_csrf.html", 0)
    assert response.cookies["visit"]["max-age"] == 0


def test_a_failure_writes_nothing_and_keeps_the_visit(started, writes):
    with writes:
        response = started.get("/broken/")
    assert (response.status_code, writes.found, started.visit.is_open) == (500, [], True)


def test_using_a_visit_keeps_it_alive_with_one_small_write(started, age, writes):
    started.send("/answer/", {"answer": "x"})
    age(idle_until=timezone.now() + timedelta(minutes=3))
    with writes:
        started.get("/look/")
        started.get("/look/")
    assert (len(writes.found), "box" in writes.found[0]) == (1, False)
    assert Visit.objects.get().idle_until > timezone.now() + timedelta(minutes=29)


def test_now_and_then_a_request_removes_what_has_ended(started, age, monkeypatch):
    age(idle_until=timezone.now())
    alive = SessionStore()
    alive.create()
    started.cookies["visit"] = alive.session_key
    counts = []
    for lot in (1, 0):
        monkeypatch.setattr(middleware.secrets, "randbelow", lambda most, lot=lot: lot)
        started.get("/look/")
        counts.append(Visit.objects.count())
    assert counts == [2, 1]


def test_a_busy_database_does_not_take_away_a_page_that_is_ready(started, monkeypatch):
    def busy(visit):
        raise OperationalError("locked")

    monkeypatch.setattr(SessionStore, "touch", busy)
    assert started.get("/look/").status_code == 200


def test_two_browsers_do_not_see_each_other(visitor, started):
    started.send("/answer/", {"answer": "x"})
    other = type(visitor)()
    other.start()
    assert (started.get("/look/").content, other.get("/look/").content) == (b"['answer']", b"[]")
