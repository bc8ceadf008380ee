"""Whatever is sent to any address of the real site: a clear page, nothing kept, nothing leaked, never a 500."""

import pytest
from django.test import Client
from django.urls import get_resolver

from compass.models import Visit
from tests.people import TEEN_BLACKMAILED
from tests.visitor import FORM, Walker

pytestmark = pytest.mark.django_db

MARKER = "marker-4711"
PATHS = (
    "/", "/guide/", "/guide/who/", "/guide/now/", "/guide/check/", "/plan/", "/plan/people/", "/visit/", "/notes/",
    "/plan/print/", "/message/x/", "/remove/", "/talk/", "/leave/", "/start-again/", "/people/", "/people/ca/",
    "/people/ca/bc/", "/people.json", "/now/", "/after/", "/places/", "/places/ph/", "/safety/", "/privacy/", "/about/",
    "/healthz", "/nothing/",
)  # fmt: skip
STRANGE = (
    "/guide/%00/", "/guide/🙂/", "/people/ca/<b>/", "/people/ca/xx/", "/people/zz/", "/now/zz/", "/places/zz/",
    "/plan/%0d%0aSet-Cookie:x=1/", "/people/ca/bc/../../", "/guide/who/?answer=self", "/places/" + "x" * 3000 + "/",
    "//example.org/", "/guide//who/", "/people/CA/BC/", "/places/%ff/", "/after/<b>/",
)  # fmt: skip
BODIES = [
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=f; filename=a.png\r\n\r\nx", 415),
    ("image/png", b"\x89PNG", 415),
    ("application/json", b"{}", 415),
    ("text/plain", b"a=b", 415),
    (FORM, b"a=" + b"b" * 300_000, 413),
]


@pytest.mark.parametrize(("kind", "body", "status"), BODIES)
def test_a_body_that_is_no_form_is_refused_everywhere(kind: str, body: bytes, status: int) -> None:
    client = Client()
    found = {path: client.post(path, body, content_type=kind).status_code for path in PATHS if path != "/healthz"}
    assert set(found.values()) == {status}
    assert (Visit.objects.count(), len(client.cookies)) == (0, 0)


def test_a_strange_address_gets_a_page() -> None:
    client = Client()
    found = {path: client.get(path).status_code for path in STRANGE}
    assert {path: status for path, status in found.items() if status not in (200, 301, 302, 303, 404)} == {}


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_a_strange_method_gets_a_page(method: str) -> None:
    client = Client()
    statuses = {getattr(client, method)(path).status_code for path in PATHS if path != "/healthz"}
    assert max(statuses) < 500


def test_what_is_typed_into_an_address_or_a_field_never_comes_back() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    answers = [walker.client.get(f"{path}?x={MARKER}") for path in PATHS]
    answers += [walker.post("/guide/who/", **{"who-answer": MARKER, MARKER: MARKER})]
    answers += [walker.post("/plan/people/", done=MARKER), walker.client.get(f"/places/{MARKER}/")]
    assert [answer.request["PATH_INFO"] for answer in answers if MARKER.encode() in answer.content] == []


def test_every_page_forbids_to_be_kept_but_the_data_and_carries_the_policy() -> None:
    client = Client()
    for path in PATHS:
        answer = client.get(path)
        kept = "public" if path == "/people.json" else "no-store"
        assert kept in answer.headers["Cache-Control"], path
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'"), path


def test_no_public_page_sets_a_cookie() -> None:
    client = Client()
    for path in (*PATHS, *STRANGE):
        if path not in ("/guide/who/", "/guide/who/?answer=self"):
            assert client.get(path).cookies == {}, path


def test_every_address_of_the_site_is_tried_here() -> None:
    tops = {str(pattern.pattern).split("/")[0] for part in get_resolver().url_patterns for pattern in leaves(part)}
    assert tops == {path.split("/")[1] for path in PATHS} - {"nothing"}


def leaves(pattern: object) -> list[object]:
    inner = getattr(pattern, "url_patterns", None)
    return [leaf for child in inner for leaf in leaves(child)] if inner is not None else [pattern]
