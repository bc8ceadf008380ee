"""On every kind of page numbers keep their direction, and names, code words and typed words their language."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from resources import selectors
from tests.people import TEEN_BLACKMAILED
from tests.visitor import Walker

pytestmark = pytest.mark.django_db
PUBLIC = ["/", "/now/", "/after/", "/people/", "/people/ca/", "/people/ca/bc/", "/people/ke/", "/places/instagram/"]
PUBLIC += ["/safety/"]
VOID = {"meta", "link", "br", "input", "img", "path", "circle", "rect"}


class Marked(HTMLParser):
    """The text of a page with what stands around each piece of it: (text, inside bdi, may not be translated, link)."""

    def __init__(self, html):
        super().__init__()
        self.open, self.pieces, self.links = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if tag == "a":
            self.links.append(dict(attrs))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        bdi = any(tag == "bdi" and found.get("dir") == "ltr" for tag, found in self.open)
        fixed = any(found.get("translate") == "no" for _tag, found in self.open)
        link = next((found["href"] for tag, found in self.open if tag == "a"), "")
        self.pieces.append((data.strip(), bdi, fixed, link))


def read(client, path):
    return Marked(client.get(path).content.decode())


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """The public pages, and the plan of a person with its steps, its paper and its numbers."""
    with django_db_blocker.unblock():
        walker = Walker().walk(TEEN_BLACKMAILED)
        walker.get("/plan/")
        steps = [f"/plan/{slug}/" for slug in walker.page.data["data-step"]]
        personal = [*steps, "/plan/", "/plan/print/", "/guide/now/", "/talk/sheet/", "/talk/card/", "/notes/"]
        found = {path: read(Client(), path) for path in PUBLIC}
        found |= {path: read(walker.client, path) for path in personal}
        walker.client.get("/leave/")
        return found


def test_no_phone_makes_links_of_what_looks_like_a_number(pages):
    heads = [Client().get(path).content.decode() for path in ("/", "/people/ca/", "/not-here/")]
    assert [head.count('<meta name="format-detection" content="telephone=no">') for head in heads] == [1, 1, 1]


def test_digits_to_tap_stand_from_left_to_right(pages):
    taps = [
        (path, text, bdi)
        for path, page in pages.items()
        for text, bdi, _fixed, link in page.pieces
        if link.startswith(("tel:", "sms:")) and re.fullmatch(r"[\d\s()+-]{3,}", text)
    ]
    assert ([tap for tap in taps if not tap[2]], len(taps) > 150) == ([], True)


def test_names_of_lines_and_code_words_are_not_translated(pages):
    lines = selectors.lines_for("CA", "CA-BC", minor=True, role="self", subject_under_18=True).all
    words = {line.name for line in lines} | {way.keyword for line in lines for way in line.channels if way.keyword}
    read_there = [(path, piece) for path, page in pages.items() for piece in page.pieces if piece[0] in words]
    # The address of a site can be the name of its line.
    shown = [(path, text, fixed) for path, (text, _bdi, fixed, link) in read_there if not link.startswith("http")]
    assert ([piece for piece in shown if not piece[2]], {text for _p, text, _f in shown} >= {"CONNECT"}) == ([], True)


def test_every_short_code_has_a_name_with_its_digits_apart(pages):
    links = [link for page in pages.values() for link in page.links]
    short = [link for link in links if re.fullmatch(r"(tel|sms):\d{3,6}\b.*", link["href"])]
    names = [link.get("aria-label", "") for link in short]
    assert ([name for name in names if not re.search(r": (\d )+\d$", name)], len(short) > 30) == ([], True)


def test_words_of_menus_in_guides_are_not_translated(pages):
    quoted = [piece for piece in pages["/places/instagram/"].pieces if piece[0] == "Report"]
    assert (len(quoted) > 0, [piece for piece in quoted if not piece[2]]) == (True, [])


def test_names_of_apps_to_choose_are_not_translated():
    walker = Walker().walk({**TEEN_BLACKMAILED, "where": ""})
    page = read(walker.client, "/guide/where/")
    names = {card.name for card in selectors.platforms()}
    shown = [piece for piece in page.pieces if piece[0] in names]
    assert (len(shown) > 20, [piece[0] for piece in shown if not piece[2]]) == (True, [])


def test_what_somebody_typed_is_never_translated():
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/notes/new/")
    walker.post("/notes/new/", words="Wörter from 0 to 9", account="@wörter")
    for path in ("/notes/", "/visit/", "/notes/print/", "/talk/sheet/", "/talk/pack/"):
        page = read(walker.client, path)
        typed = [piece for piece in page.pieces if "örter" in piece[0]]
        assert (path, len(typed) > 0, [piece for piece in typed if not piece[2]]) == (path, True, [])
