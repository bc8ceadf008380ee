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
VISIT_SCRIPT = "js/visit.js"
STATIC = Path(__file__).parents[2] / "static"
LINKED = re.compile(r'(?:rel="(?:stylesheet|icon)"[^>]* href|<script src|<img src)="/static/([^"]+)"')
PACKED = {"HTTP_ACCEPT_ENCODING": "gzip"}


@lru_cache
def packed(name: str) -> int:
    """Compressed bytes of a static file, with some for the headers that a server sends along."""
    return len(gzip.compress((STATIC / name).read_bytes(), 9)) + 600


def weight(response: HttpResponse) -> tuple[int, int]:
    """(bytes, requests) of a page and all that it asks for, compressed, headers included.

    Who is in a visit came through the first question: what that page fetched is kept for ever, and is not asked again.
    """
    page = gzip.decompress(response.content).decode()
    linked = set(LINKED.findall(page))
    asked = {VISIT_SCRIPT} if VISIT_SCRIPT in linked else linked
    headers = sum(len(f"{name}: {value}\r\n") for name, value in response.headers.items())
    cookies = sum(len(f"Set-Cookie: {cookie.OutputString()}\r\n") for cookie in response.cookies.values())
    return len(response.content) + headers + cookies + sum(packed(name) for name in asked), 1 + len(linked)


def too_heavy(client: Client, paths: list[str]) -> list[tuple[str, int, int]]:
    """The pages that weigh more than they may or fetch something else: (path, bytes, requests)."""
    found = []
    for path in paths:
        response = client.get(path, **PACKED)  # type: ignore[arg-type]
        size, requests = weight(response)
        most = MOST_REQUESTS + (VISIT_SCRIPT in gzip.decompress(response.content).decode())
        found += [(path, size, requests)] if size > MOST_BYTES or requests != most else []
    return found


@pytest.mark.django_db
def test_public_pages() -> None:
    lands = selectors.places()
    regions = [f"{land.code.lower()}/{code[3:].lower()}" for land in lands for code, _name in land.regions]
    paths = ["/", "/now/", "/people/", "/places/", "/safety/", "/privacy/", "/about/", "/not-here/"]
    paths += [f"/{page}/{land.code.lower()}/" for page in ("now", "people") for land in lands]
    paths += [f"/people/{region}/" for region in regions] + [card.href for card in selectors.platforms()]
    assert len(paths) > 150
    assert too_heavy(Client(), paths) == []
    assert [path for path in paths if VISIT_SCRIPT in Client().get(path).content.decode()] == []


@pytest.mark.django_db
@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, CHILD_ALONE, ADULT_EX, MOTHER, WORKER])
def test_pages_of_a_visit(person: dict[str, str]) -> None:
    walker = Walker().walk(person)
    walker.get("/plan/")
    steps = [f"/plan/{slug}/" for slug in walker.page.data["data-step"]]
    assert too_heavy(walker.client, [*steps, "/plan/", "/visit/"]) == []


@pytest.mark.django_db
def test_pages_of_the_guide() -> None:
    walker = Walker().walk({**TEEN_BLACKMAILED, "holder": "peer", "holder-age": "young", "afraid": "yes"})
    paths = [link for link in walker.page.links if link.startswith("/guide/") and link != "/guide/"]
    assert len(paths) == 12
    assert VISIT_SCRIPT not in walker.client.get(paths[0]).content.decode()
    assert too_heavy(walker.client, [*paths, "/guide/now/", "/guide/check/"]) == []
