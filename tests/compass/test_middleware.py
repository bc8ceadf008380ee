"""Around every request: headers on all of it, no picture in, no cookie and no write without a reason."""

import pytest

from compass.middleware import HEADERS
from compass.models import Visit

pytestmark = pytest.mark.urls("tests.compass.pages")


def static(visitor):
    response = visitor.get("/static/img/icon.svg")
    response.close()
    return response


ANSWERS = {
    "page": lambda v: v.get("/"),
    "visit page": lambda v: v.start(),
    "static": static,
    "not found": lambda v: v.get("/nothing-here/"),
    "bad host": lambda v: v.get("/", headers={"host": "elsewhere.example"}),
    "wrong type": lambda v: v.post("/answer/", "{}", content_type="application/json"),
    "no visit": lambda v: v.send("/answer/"),
    "broken": lambda v: v.get("/broken/"),
    "redirect": lambda v: v.get("/leave/"),
    "beacon": lambda v: v.generic("POST", "/leave/"),
    "slash": lambda v: v.get("/first"),
    "health": lambda v: v.get("/healthz"),
}
STATUS = [200, 200, 200, 404, 400, 415, 403, 500, 303, 204, 301, 200]


@pytest.mark.parametrize(("answer", "status"), list(zip(ANSWERS.values(), STATUS, strict=True)), ids=ANSWERS)
def test_every_answer_carries_every_header(visitor, answer, status):
    response = answer(visitor)
    assert response.status_code == status
    assert {name: response.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "static"])
def test_nothing_but_static_files_is_kept_by_a_cache(visitor, name):
    assert ANSWERS[name](visitor)["Cache-Control"] == "no-store"


def test_static_files_may_be_kept_and_say_nothing_to_other_sites(visitor):
    response = ANSWERS["static"](visitor)
    assert "max-age" in response["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in response


def test_the_policy_names_no_other_place_and_nothing_inline():
    policy = dict(rule.split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        **dict.fromkeys(("script-src", "style-src", "img-src", "connect-src", "form-action"), "'self'"),
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize(
    "path", ["/", "/nothing-here/", "/look/", "/why/", "/token/", "/leave/", "/healthz", "/broken/"]
)
def test_a_page_without_a_visit_makes_no_row_and_no_cookie(visitor, path):
    response = visitor.get(path)
    assert (Visit.objects.count(), list(response.cookies)) == (0, [])


def test_long_pages_are_compressed(visitor):
    assert visitor.get("/nothing-here/", headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"


# Health


@pytest.mark.parametrize("host", ["elsewhere.example", "10.0.0.7:8000", "bad_host"])
def test_health_answers_whatever_the_host(visitor, host, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = visitor.get("/healthz", headers={"host": host})
    assert (response.status_code, response.content, response["Content-Type"]) == (
        200,
        b"ok",
        "text/plain; charset=utf-8",
    )
