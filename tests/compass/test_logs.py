"""No log line holds an address, a path, a query, a host, a user agent or an answer."""

import io
import logging

import pytest
from django.template import Context, Engine

from compass import logs
from tests.compass.conftest import FORM

pytestmark = pytest.mark.urls("tests.compass.pages")

MARK = "marker-7f3a"


@pytest.fixture
def written(monkeypatch):
    """What the configured handler writes."""
    (handler,) = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    stream = io.StringIO()
    before = handler.setStream(stream)
    yield stream
    handler.setStream(before)


BAD = {
    "path": (lambda v: v.get(f"/{MARK}/"), "WARNING django.request 404"),
    "query": (lambda v: v.get(f"/nothing/?q={MARK}"), "WARNING django.request 404"),
    "host": (lambda v: v.get("/", headers={"host": f"{MARK}.example"}), "ERROR django.security.DisallowedHost 400"),
    "user agent": (lambda v: v.get("/nothing/", headers={"user-agent": MARK}), "WARNING django.request 404"),
    "method": (lambda v: v.generic("PUT", f"/leave/?{MARK}"), "WARNING django.request 405"),
    "token": (lambda v: v.send("/answer/", {"answer": MARK}), "WARNING django.security.csrf 403"),
    "origin": (lambda v: v.send("/answer/", headers={"origin": MARK}), "WARNING django.security.csrf 403"),
    "suspicious": (lambda v: v.get(f"/suspicious/?{MARK}"), "ERROR django.security.SuspiciousOperation 400"),
    "failure": (lambda v: v.get(f"/broken/?q={MARK}"), "ERROR django.request 500"),
    "address": (lambda v: v.get("/nothing/", REMOTE_ADDR=MARK), "WARNING django.request 404"),
}


@pytest.mark.parametrize(("send", "line"), list(BAD.values()), ids=BAD)
def test_what_was_sent_is_in_no_record_and_on_no_line(visitor, send, line, written, caplog):
    send(visitor)
    told = written.getvalue() + "".join(repr(record.__dict__) for record in caplog.records)
    assert line in told
    assert [word for word in (MARK, "/nothing", "/broken", "/answer", "/leave", "/suspicious") if word in told] == []


def test_too_many_fields_leave_no_trace_of_what_they_held(started, written, caplog):
    started.post("/answer/", f"csrfmiddlewaretoken={started.token}&" + f"{MARK}=1&" * 500, content_type=FORM)
    told = written.getvalue() + repr([record.__dict__ for record in caplog.records])
    assert ("ERROR django.security.TooManyFieldsSent 400" in told, MARK in told, "/answer" in told) == (
        True,
        False,
        False,
    )


def test_a_failure_says_its_class_and_where_it_was_and_nothing_else(visitor, written):
    visitor.get(f"/broken/?q={MARK}")
    line = written.getvalue().splitlines()[-1]
    assert line.split(" django.request 500 ")[1].strip().startswith("ValueError at tests.compass.pages:")


def test_a_failure_names_its_route_and_not_what_stood_in_the_address(visitor, written):
    visitor.get(f"/broken-with-a-name/{MARK}/?q={MARK}")
    visitor.get(f"/away/{MARK}/")
    broken, away = (line.split(" django.request ")[1] for line in written.getvalue().splitlines())
    assert broken.split()[:4] == ["500", "[breaks]", "ValueError", "at"]
    assert (away.split(), MARK in written.getvalue()) == (["503", "[away]"], False)


def test_what_is_no_failure_of_ours_names_no_route(visitor, written):
    visitor.send("/answer/", {"answer": MARK})
    visitor.generic("PUT", "/leave/")
    assert [line.split()[-1] for line in written.getvalue().splitlines()] == ["403", "405"]


TEMPLATES = {
    "ours/page.html": "one\n{% for thing in things %}\n\n{% include 'ours/part.html' %}{% endfor %}",
    "ours/part.html": "\n{{ thing }}",
}


class Thing:
    """It cannot be written out."""

    def __str__(self):
        raise ValueError(MARK)


def test_a_failure_in_a_template_names_the_innermost_one_and_its_line():
    engine = Engine(loaders=[("django.template.loaders.locmem.Loader", TEMPLATES)])
    page = engine.get_template("ours/page.html")
    said = logs.describe(raised(lambda: page.render(Context({"things": [Thing()]}))))
    assert (said.startswith("ValueError at "), said.endswith(" in ours/part.html:2"), MARK in said) == (
        True,
        True,
        False,
    )


def test_a_template_without_a_name_is_not_named():
    page = Engine().from_string("{{ thing }}")
    assert " in " not in logs.describe(raised(lambda: page.render(Context({"thing": Thing()}))))


def test_our_own_words_are_kept_and_those_of_others_are_not(written):
    logging.getLogger("compass.visits.lifecycle").warning("A visit could not be deleted.")
    logging.getLogger("elsewhere").warning("The page %s broke", MARK, stack_info=True)
    logging.getLogger("django.server").warning('"GET /%s HTTP/1.1" 200', MARK)
    ours, other, server = written.getvalue().splitlines()
    assert ours.endswith("WARNING compass.visits.lifecycle  A visit could not be deleted. ")
    assert (other.split(" ", 2)[2].strip(), server.split(" ", 2)[2].strip()) == (
        "WARNING elsewhere",
        "WARNING django.server",
    )


def raised(make):
    try:
        make()
    except Exception as error:
        return error


def test_an_exception_is_described_without_its_message():
    def inner():
        return int(MARK)

    def outer():
        try:
            inner()
        except ValueError as error:
            raise KeyError(MARK) from error

    said = logs.describe(raised(outer))
    assert [part.split(" at ")[0] for part in said.split(", from ")] == ["KeyError", "ValueError"]
    assert MARK not in said


def test_an_exception_that_was_never_raised_is_a_class():
    assert logs.describe(ValueError(MARK)) == "ValueError"


def test_our_places_come_innermost_first_with_the_last_one_whoever_wrote_it(settings):
    from compass.visits.crypto import seal

    said = logs.describe(raised(lambda: seal({"who": object()}, b"", "")))
    places = said.removeprefix("TypeError at ").split(" < ")
    assert [place.split(":")[0] for place in places] == ["json.encoder", "compass.visits.crypto"]
