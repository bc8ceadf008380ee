"""Links say where they lead: no two on a page with the same words and different targets. Buttons begin with a verb."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

import pytest
from django.test import Client

from resources import selectors
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    MOTHER,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
)
from tests.wizard.records.visitor import Writer

pytestmark = pytest.mark.django_db

# How a button may begin. A new verb is added here, another word is not.
VERBS = {"Add", "Check", "Choose", "Clear", "Continue", "Copy", "Draw", "Find", "Get", "Go", "Keep", "Leave", "Make"}
VERBS |= {"Mark", "Move", "Print", "Put", "Remove", "Save", "Send", "Show", "Skip", "Sort", "Start", "Stop", "Take"}
VERBS |= {"Undo", "Update"}
# A sentence of the reader, to tap when it is true.
SAID = {"I am still here"}


class Taps(HTMLParser):
    """What can be tapped on a page: the name of each link with its target, and the name of each button."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.buttons: list[str] = []
        self._open: dict[str, dict[str, str]] = {}
        self._words: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "button"):
            self._open[tag], self._words[tag] = {name: value or "" for name, value in attrs}, ""

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            self._words[tag] += data

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        given = self._open.pop(tag)
        name = " ".join(given.get("aria-label", self._words.pop(tag)).split())
        if tag == "a":
            self.links.append((name, given["href"]))
        else:
            self.buttons.append(name)


def mixed(page: str) -> dict[str, set[str]]:
    """Words of links that lead to more than one place, each with those places."""
    found: dict[str, set[str]] = {}
    for name, target in Taps(page).links:
        found.setdefault(name, set()).add(target)
    return {name: targets for name, targets in found.items() if len(targets) > 1 or not name}


def verbless(page: str) -> list[str]:
    """The names of buttons that begin with no verb."""
    return [name for name in Taps(page).buttons if name not in SAID and name.split(" ")[0].rstrip(":,") not in VERBS]


def public() -> list[str]:
    """Every page that can be opened without a visit."""
    lands = selectors.places()
    regions = [f"{land.code.lower()}/{code[3:].lower()}" for land in lands for code, _name in land.regions]
    countries = [land.code.lower() for land in lands]
    paths = ["/", "/now/", "/after/", "/people/", "/places/", "/places/?q=zzz", "/places/?q=inst", "/not-here/"]
    paths += ["/safety/", "/privacy/", "/about/", "/notes/check/"]
    paths += [f"/{page}/{code}/" for page in ("now", "after") for code in (*countries, "xx")]
    paths += [f"/people/{place}/" for place in (*countries, *regions, "xx")]
    paths += [f"/people/{place}/sources/" for place in (*countries, *regions)]
    return [*paths, "/people/ca/?age=u18&by=text", *(card.href for card in selectors.platforms())]


def walked(person: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Address and page of everything that a visit of this person opens, with some words in each tool."""
    writer = Writer()
    writer.walk(person)
    writer.look("/plan/")
    steps = [f"/plan/{slug}/" for slug in writer.page.data["data-step"]]
    writer.look("/guide/check/")
    questions = [link for link in writer.page.links if link.startswith("/guide/")]
    writer.keep("/notes/", link="https://example.org/1")
    writer.keep("/notes/", link="https://example.org/2", date="2999-01-01")
    writer.look("/remove/")
    removal = [link for link in writer.page.links if link.startswith("/remove/at/")][:2]
    for path in removal:
        writer.keep(path, links="https://example.org/1")
    tools = ["/notes/", "/notes/new/", "/notes/more/", "/notes/more/told/", "/notes/take/", "/notes/print/"]
    tools += [f"/notes/{row.id}/" for row in writer.rows()] + ["/remove/", *removal]
    tools += [f"/remove/{row.id}/" for row in writer.rows("request")]
    tools += ["/talk/", "/talk/card/", "/talk/sheet/", "/talk/pack/", "/message/", "/message/write/", "/visit/"]
    for path in ("/plan/", "/plan/print/", *steps, *questions, "/guide/now/", "/guide/check/", *tools):
        yield path, writer.look(path)


def test_links_that_mislead_are_found() -> None:
    page = '<a href="/a/">More</a><a href="/b/"><svg></svg> More\n</a><a href="/a/" aria-label="More: a">More</a>'
    assert mixed(page + '<a href="/c/"></a>') == {"More": {"/a/", "/b/"}, "": {"/c/"}}
    assert mixed('<a href="/a/">More</a><a href="/a/">More</a><a href="/b/">Less</a>') == {}


def test_buttons_that_say_nothing_are_found() -> None:
    page = '<button>OK</button><button aria-label="Move up: note 1">↑</button><button>Skip / not sure</button>'
    assert verbless(page) == ["OK"]


def test_public_pages() -> None:
    pages = {path: Client().get(path).content.decode() for path in public()}
    assert {path: found for path, page in pages.items() if (found := mixed(page) or verbless(page))} == {}
    assert len(pages) > 300


@pytest.mark.parametrize(
    "person",
    [TEEN_BLACKMAILED, TEEN_CLASSMATE_SHARED, CHILD_ALONE, ADULT_EX, ADULT_MAY_SAY_NO, MOTHER, WORKER],
)
def test_pages_of_a_visit(person: Mapping[str, str]) -> None:
    pages = list(walked(person))
    assert [(path, found) for path, page in pages if (found := mixed(page) or verbless(page))] == []
    assert len(pages) > 40
