"""A cold first visit to any page fits the first flight of a fresh connection, and there is room for another language.

A browser takes brotli over https: that counts. One that takes gzip only may need a little more. Pages of a visit are
packed with gzip, with a random length, because they hold secrets. `make weights` prints every page and file.
"""

import gzip
import os
import re
from functools import lru_cache
from pathlib import Path

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client

from compass.static_storage import stripped
from resources import selectors
from tests.people import ADULT_EX, CHILD_ALONE, MOTHER, TEEN_BLACKMAILED, WORKER
from tests.visitor import Walker

# The same page in French is longer.
FOR_FRENCH = 900
MOST_BYTES, MOST_REQUESTS, MOST_WITH_GZIP = 14_600 - FOR_FRENCH, 4, 15_600 - FOR_FRENCH
PRINTED = "WEIGHTS" in os.environ
# Pages behind the first question have a script and styles of their own.
VISIT_SCRIPT, VISIT_STYLE = "js/visit.js", "css/visit.css"
# Pages that show a paper have its styles apart; nobody begins there.
PAPER = "css/paper.css"
# Pages with a long list of names have a script for it.
FIND = "js/find.js"
OWN = (VISIT_SCRIPT, VISIT_STYLE, PAPER, FIND)
STATIC = Path(__file__).parents[2] / "static"
LINKED = re.compile(r'(?:rel="(?:stylesheet|icon)"[^>]* href|<script src|<img src)="/static/([^"]+)"')
PACK = {"br": lambda body: brotli.compress(body, quality=11), "gzip": lambda body: gzip.compress(body, 9)}
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


@lru_cache
def packed(name: str, encoding: str) -> int:
    """Compressed bytes of a static file as it is collected, with some for the headers that a server sends along."""
    body = (STATIC / name).read_text(encoding="utf-8")
    return len(PACK[encoding]((stripped(body) if name.endswith(".css") else body).encode())) + 600


def page_of(response: HttpResponse) -> str:
    """The page as it is read."""
    return UNPACK[response["Content-Encoding"]](response.content).decode()


def weight(response: HttpResponse, encoding: str) -> tuple[int, int]:
    """(bytes, requests) of a page and all that it asks for, compressed, headers included.

    Who is in a visit came through the first question: what that page fetched is kept for ever, and is not asked again.
    """
    linked = set(LINKED.findall(page_of(response)))
    asked = linked & {*OWN} if VISIT_SCRIPT in linked else linked
    headers = sum(len(f"{name}: {value}\r\n") for name, value in response.headers.items())
    cookies = sum(len(f"Set-Cookie: {cookie.OutputString()}\r\n") for cookie in response.cookies.values())
    return len(response.content) + headers + cookies + sum(packed(name, encoding) for name in asked), 1 + len(linked)


def too_heavy(client: Client, paths: list[str]) -> list[tuple[str, int, int]]:
    """The pages that weigh more than they may or fetch something else: (path, bytes, requests)."""
    found = []
    for path in paths:
        for encoding, bytes_ in (("br", MOST_BYTES), ("gzip", MOST_WITH_GZIP)):
            response = client.get(path, HTTP_ACCEPT_ENCODING=f"gzip, {encoding}")
            size, requests = weight(response, encoding)
            page = page_of(response)
            most = MOST_REQUESTS + sum(own in page for own in OWN)
            if PRINTED:
                print(f"{size:>6} {encoding:<4} {path}")
            found += [(path, size, requests)] if size > bytes_ or requests != most else []
    return found


@pytest.mark.django_db
def test_public_pages() -> None:
    lands = selectors.places()
    regions = [f"{land.code.lower()}/{code[3:].lower()}" for land in lands for code, _name in land.regions]
    paths = ["/", "/now/", "/after/", "/people/", "/places/", "/safety/", "/privacy/", "/about/", "/not-here/"]
    paths += [f"/{page}/{land.code.lower()}/" for page in ("now", "after", "people") for land in lands]
    paths += [f"/people/{place}/sources/" for place in [land.code.lower() for land in lands] + regions]
    paths += [f"/people/{region}/" for region in regions] + [card.href for card in selectors.platforms()]
    assert len(paths) > 150
    assert too_heavy(Client(), paths) == []
    named = {(path, own) for path in paths for own in OWN if own in Client().get(path).content.decode()}
    assert named == {("/places/", FIND)}


@pytest.mark.django_db
@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, CHILD_ALONE, ADULT_EX, MOTHER, WORKER])
def test_pages_of_a_visit(person: dict[str, str]) -> None:
    walker = Walker().walk(person)
    walker.get("/plan/")
    steps = [f"/plan/{slug}/" for slug in walker.page.data["data-step"]]
    assert too_heavy(walker.client, [*steps, "/plan/", "/visit/"]) == []


@pytest.mark.django_db
def test_the_styles_for_paper_are_linked_where_a_paper_is_shown_and_nowhere_else() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    paths = ["/plan/print/", "/talk/sheet/", "/plan/", "/talk/", "/talk/card/", "/notes/", "/visit/"]
    pages = {path: walker.client.get(path).content.decode() for path in paths}
    shown = [path for path, page in pages.items() if 'class="paper"' in page]
    assert [path for path, page in pages.items() if PAPER in page] == shown == paths[:2]


@pytest.mark.django_db
def test_pages_of_the_guide() -> None:
    walker = Walker().walk({**TEEN_BLACKMAILED, "holder": "peer", "holder-age": "young", "afraid": "yes"})
    paths = [link for link in walker.page.links if link.startswith("/guide/") and link != "/guide/"]
    assert len(paths) == 12
    first = walker.client.get(paths[0]).content.decode()
    assert [own for own in OWN if own in first] == []
    assert too_heavy(walker.client, [*paths, "/guide/now/", "/guide/check/"]) == []


@pytest.mark.parametrize("name", ["css/compass.css", *OWN, "js/compass.js", "img/icon.svg"])
def test_every_file_packs_smaller_in_brotli(name: str) -> None:
    sizes = {encoding: packed(name, encoding) for encoding in PACK}
    if PRINTED:
        print(f"{sizes['br']:>6} br   {sizes['gzip']:>6} gzip {name}")
    assert sizes["br"] < sizes["gzip"]
