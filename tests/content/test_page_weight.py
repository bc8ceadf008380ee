"""A cold first visit to any page fits the first flight of a fresh connection: 14,600 bytes and four requests."""

import gzip
import re
from functools import lru_cache
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from resources import selectors
from tests.people import ADULT_EX, CHILD_ALONE, MOTHER, TEEN_BLACKMAILED, WORKER
from tests.visitor import Walker

MOST_BYTES, MOST_REQUESTS = 14_600, 4
# Pages behind the first question have a script of their own.
IN_A_VISIT = 5
STATIC = Path(__file__).parents[2] / "static"
LINKED = re.compile(r'(?:rel="(?:stylesheet|icon)"[^>]* href|<script src|<img src)="/static/([^"]+)"')
PACKED = {"HTTP_ACCEPT_ENCODING": "gzip"}


@lru_cache
def packed(name: str) -> int:
    """Compressed bytes of a static file, with some for the headers that a server sends along."""
    return len(gzip.compress((STATIC / name).read_bytes(), 9)) + 600


def weight(response: HttpResponse) -> tuple[int, int]:
    """(bytes, requests) of a page and all that it asks for, compressed, headers included."""
    page = gzip.decompress(response.content).decode()
    linked = set(LINKED.findall(page))
    headers = sum(len(f"{name}: {value}\r\n") for name, value in response.headers.items())
    cookies = sum(len(f"Set-Cookie: {cookie.OutputString()}\r\n") for cookie in response.cookies.values())
    return len(response.content) + headers + cookies + sum(packed(name) for name in linked), 1 + len(linked)


def too_heavy(client: Client, paths: list[str], requests: int = MOST_REQUESTS) -> list[tuple[str, int, int]]:
    found = [(path, *weight(client.get(path, **PACKED))) for path in paths]  # type: ignore[arg-type]
    return [row for row in found if row[1] > MOST_BYTES or row[2] != requests]


@pytest.mark.django_db
def test_public_pages() -> None:
    lands = selectors.places()
    regions = [f"{land.code.lower()}/{code[3:].lower()}" for land in lands for code, _name in land.regions]
    paths = ["/", "/now/", "/people/", "/places/", "/safety/", "/privacy/", "/about/", "/not-here/"]
    paths += [f"/{page}/{land.code.lower()}/" for page in ("now", "people") for land in lands]
    paths += [f"/people/{region}/" for region in regions] + [card.href for card in selectors.platforms()]
    assert len(paths) > 150
    assert too_heavy(Client(), paths) == []


@pytest.mark.django_db
@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, CHILD_ALONE, ADULT_EX, MOTHER, WORKER])
def test_pages_of_a_visit(person: dict[str, str]) -> None:
    walker = Walker().walk(person)
    walker.get("/plan/")
    steps = [f"/plan/{slug}/" for slug in walker.page.data["data-step"]]
    assert too_heavy(walker.client, [*steps, "/plan/", "/visit/"], IN_A_VISIT) == []


@pytest.mark.django_db
def test_pages_of_the_guide() -> None:
    walker = Walker().walk({**TEEN_BLACKMAILED, "holder": "peer", "holder-age": "young", "afraid": "yes"})
    paths = [link for link in walker.page.links if link.startswith("/guide/") and link != "/guide/"]
    assert len(paths) == 12
    assert too_heavy(walker.client, paths[:1]) == []
    assert too_heavy(walker.client, [*paths[1:], "/guide/now/", "/guide/check/"], IN_A_VISIT) == []
