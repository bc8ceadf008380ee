"""Whatever a header names as the way to read letters, there is a page; and there is one where Django has none."""

import io
import sys
from encodings.aliases import aliases

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from compass.door import guarded, last_words
from compass.middleware import FORM, HEADERS
from tests.compass.test_logs import MARK, written

__all__ = ["written"]

# Python's own names, and some that are in no list of it.
MORE = ("undefined", "idna", "punycode", "unicode_escape", "no-such", '"hex"', "")
CODECS = sorted({*aliases, *aliases.values(), *MORE})
ASKED = {
    "a page": ("GET", "", b"", 200),
    "a page with a filter": ("GET", "age=u18", b"", 200),
    "the head of a page": ("HEAD", "age=u18", b"", 200),
    "a form without a visit": ("POST", "", b"answer=self", 403),
    "a form and a filter": ("POST", "age=u18", b"answer=self", 403),
    "a wrong method": ("OPTIONS", "age=u18", b"", 405),
}


@pytest.fixture
def site(db):
    """The site as the web server gets it. The connection of the test stays open between requests."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield guarded(WSGIHandler())
    for signal in signals:
        signal.connect(close_old_connections)


def ask(application, kind="", method="GET", query="", body=b"", path="/people/", accepts=""):
    """Status and headers of an answer, as the web server gets them, and its body."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_ACCEPT_ENCODING": accepts,
        "wsgi.input": io.BytesIO(body),
        "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr,
    }
    got = []
    answer = application(environ, lambda status, headers: got.append((int(status[:3]), dict(headers))))
    try:
        return *got[0], b"".join(answer)
    finally:
        getattr(answer, "close", bool)()


def raises(environ, start_response):
    raise ValueError(MARK)


@pytest.mark.parametrize(("method", "query", "body", "status"), ASKED.values(), ids=ASKED)
def test_no_way_to_read_letters_changes_the_answer(site, method, query, body, status):
    found = {name: ask(site, f"{FORM}; charset={name}", method, query, body) for name in CODECS}
    assert {name: answer[0] for name, answer in found.items() if answer[0] != status} == {}
    assert {name for name, (_, headers, _) in found.items() if not headers.items() >= HEADERS.items()} == set()
    assert len(CODECS) > 400


def test_a_filter_is_read_as_utf_8_whatever_was_named(site):
    plain, named = (ask(site, kind, query="age=u18")[2] for kind in ("", f"{FORM}; charset=utf-16"))
    assert plain == named


# A kept page, one that is made each time, one for nobody, and the data: each layer packs its own.
@pytest.mark.parametrize("path", ["/people/", "/guide/who/", "/nothing-here/", "/people.json"])
def test_an_answer_is_packed_only_for_who_unpacks_it(site, path):
    wanted = {
        "gzip": True,
        "gzip;q=0.5": True,
        "br, gzip": True,
        "identity;q=0, *": True,
        "gzip;q=0": False,
        "gzip;q=0, br;q=0": False,
        "*;q=0": False,
        "identity;q=0": False,
        "": False,
    }
    found = {accepts: ask(site, path=path, accepts=accepts) for accepts in wanted}
    assert {accepts: "Content-Encoding" in headers for accepts, (_, headers, _) in found.items()} == wanted


def test_an_application_that_raises_still_has_an_answer():
    status, headers, body = ask(guarded(raises))
    assert (status, body.decode(), headers["Content-Length"]) == (500, last_words(), str(len(last_words())))
    assert headers.items() >= {**HEADERS, "Cache-Control": "no-store"}.items()


def test_what_it_raised_is_told_by_its_class_only(written, caplog):
    ask(guarded(raises))
    told = written.getvalue() + "".join(repr(record.__dict__) for record in caplog.records)
    assert ("ValueError at tests.compass.test_door:" in told, MARK in told) == (True, False)


def test_the_server_is_given_the_guarded_site():
    from compass.wsgi import application

    assert application.__qualname__ == guarded(raises).__qualname__
