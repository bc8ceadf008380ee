"""No page asks for a file, and no address reads a body that is not one of our small forms."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.content.template_rules import unwelcome
from tests.project.source_tree import text, under

BODIES = {"multipart/form-data; boundary=x": b"--x\r\n\r\n--x--", "image/jpeg": b"\xff\xd8\xff", "text/plain": b"words"}
BLANKS = {"country": "ca", "region": "bc", "slug": "remove", "step": "who", "id_": "a" * 32, "path": "instagram"}


def addresses(patterns, before=""):
    """Every address of the site with something in each blank."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, before + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            blanks = {name: BLANKS.get(name, "x") for name in entry.pattern.converters}
            route = before + str(entry.pattern)
            for name, value in blanks.items():
                start = route.index("<")
                route = f"{route[:start]}{value}{route[route.index('>') + 1 :]}" if name else route
            yield f"/{route}"


class Unread:
    """A body that must not be looked at."""

    def read(self, *size):
        raise AssertionError("the body was read")

    readline = close = __len__ = read


def taken(path):
    """The kinds of body that an address does not refuse unread."""
    body = {"wsgi.input": Unread(), "CONTENT_LENGTH": "70"}
    answers = {kind: Client().generic("POST", path, **{**body, "CONTENT_TYPE": kind}).status_code for kind in BODIES}
    return [kind for kind, status in answers.items() if status != 415]


def test_no_body_but_forms_and_no_file(db):
    found = [*addresses(get_resolver().url_patterns)]
    asks = {path: unwelcome(text(path)) for path in under("templates", ".html")}
    assert ({path: kinds for path in found if (kinds := taken(path))}, len(found) > 30) == ({}, True)
    assert {path: what for path, what in asks.items() if any("file" in each for _line, each in what)} == {}


def test_a_way_to_send_a_file_would_be_found():
    assert unwelcome('<input type="file">') != []


@pytest.mark.parametrize("kind", BODIES)
def test_the_refusal_is_not_that_of_a_page_that_is_missing(db, kind):
    assert Client().generic("POST", "/nothing-here/", BODIES[kind], content_type=kind).status_code == 415
