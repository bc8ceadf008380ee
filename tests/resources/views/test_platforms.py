"""The pages about apps and sites, over HTTP: every fact of a guide once and in order, and never an empty page."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from compass.models import Visit
from resources.core.guide_sections import ACCOUNT, HEADINGS, WHERE
from tests.content.step_words import plain, unmarked
from tests.resources.fact_counts import PLATFORMS, linked, said_day

pytestmark = pytest.mark.django_db

ADULTS = "<h2>Only if you were 18 or older in the picture</h2>"
FOLD = re.compile(r"<details[^>]*><summary><h3>.*?</div></details>", re.S)


def halves(client, path):
    """The page of a place before and after the heading for adults."""
    before, after = client.get(f"/places/{path}/").content.decode().split(ADULTS)
    return before, after.split('<a class="go"')[0]


class Items(HTMLParser):
    """What a reader meets in the folds of a page, in order, as (what it is, its words or its address)."""

    def __init__(self, page):
        super().__init__()
        self.found, self._open = [], []
        self.feed("".join(FOLD.findall(unmarked(page))))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._open.append("before" if attributes.get("class") == "before" else tag)
        if tag == "a":
            self.found.append(("link", attributes["href"]))

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, data):
        kinds = {"b": None, "a": None, "before": "before", "ol": "step", "ul": "need", "h3": "what", "h4": "where"}
        kind = next((kinds[tag] for tag in kinds if tag in self._open), "said")
        if kind and data.strip():
            self.found.append((kind, data.strip()))


def step_items(steps):
    """A warning stands directly before the step that it belongs to."""
    for step in steps:
        if step["warning"]:
            yield "before", step["warning"]["en"]
        yield "step", step["text"]["en"]


def guide_items(guide, label):
    yield "where", label
    yield "said", str(ACCOUNT[guide["account_needed"]])
    if guide["needs"]:
        yield "said", "Have ready:"
    yield from (("need", need["en"]) for need in guide["needs"])
    yield from step_items([step for step in guide["steps"] if not step["needs_picture"] or not guide["under_18_ok"]])
    if guide["form_url"]:
        yield "link", guide["form_url"]
    if guide["email"]:
        yield "link", f"mailto:{guide['email']}"
    if guide["expect"]:
        yield "said", guide["expect"]["en"]


def page_items(guides, *, adults):
    """What the facts say must stand in one half of the page."""
    for purpose, heading in HEADINGS.items():
        here = [guide for guide in guides if guide["purpose"] == purpose]
        whole = [guide for guide in here if guide["under_18_ok"] is not adults]
        added = [guide for guide in here if adults and guide["under_18_ok"] and pictures(guide)]
        seen = []
        if whole + added:
            yield "what", str(heading)
        for guide in whole:
            yield from guide_items(guide, str(WHERE[guide["where"]][guide["where"] in seen]))
            seen.append(guide["where"])
        for guide in added:
            number = guide["steps"].index(pictures(guide)[0])
            yield "where", f"{WHERE[guide['where']][guide['where'] in seen]}. After step {number} of the steps above"
            yield from step_items(pictures(guide))


def pictures(guide):
    return [step for step in guide["steps"] if step["needs_picture"]]


def test_every_guide_stands_once_and_in_order_and_what_is_for_adults_only_after_its_heading(client, facts):
    steps = 0
    for row in facts["platforms"]:
        for half, adults in zip(halves(client, row["path"]), (False, True), strict=True):
            found = Items(half).found
            assert found == [*page_items(row["guides"], adults=adults)], (row["slug"], adults)
            steps += sum(kind == "step" for kind, _words in found)
    assert steps == sum(len(guide["steps"]) for row in facts["platforms"] for guide in row["guides"])


def test_what_to_know_and_to_write_down_stands_before_the_guides(client, facts):
    for row in facts["platforms"]:
        before, after = map(plain, halves(client, row["path"]))
        told = [row["report_deletes_or_exposes"]] if row["report_deletes_or_exposes"] else []
        texts = [text["en"] for text in told + row["warnings"] + row["evidence_tips"]]
        first = before.split("What has happened?")[0].split("Steps that work on most apps and sites")[0]
        assert [text for text in texts if text not in first] == [], row["slug"]
        assert [first.index(text) for text in texts] == sorted(first.index(text) for text in texts), row["slug"]
        for_adults = [text["en"] for text in row["evidence_tips_adult"]]
        assert [(after.count(text), before.count(text)) for text in for_adults] == [(1, 0)] * len(for_adults)


def test_a_matching_service_is_named_beside_its_age_alone(client, facts):
    under, over = "Take It Down", "StopNCII"
    for row in facts["platforms"]:
        before, after = halves(client, row["path"])
        # The paragraph on the law of the United States holds no name of a service.
        named = [("take-it-down-ncmec" in row["matching"], "stopncii" in row["matching"])]
        shown = [("<h2>Under 18 in the picture</h2>" in before, over in after)]
        assert (shown, over in before) == (named, False), row["slug"]
        assert f"takes part in {under}" not in after, row["slug"]
        paragraphs = re.findall(r"<(p|li)\b[^>]*>(.*?)</\1>", before + after, re.S)
        assert [text for _tag, text in paragraphs if under in text and over in text] == []


def test_it_says_who_a_matching_service_is_for_and_as_of_when(client, facts):
    services = {row["slug"]: row for row in facts["takedown"]}
    before, after = map(plain, halves(client, "snapchat"))
    assert "Snapchat takes part in Take It Down. That is what we know as of 2024." in before
    assert "Snapchat takes part in StopNCII.org. That is what we know as of 5 September 2024." in after
    assert services["take-it-down-ncmec"]["who_can_use"]["en"] in before
    assert services["stopncii"]["who_can_use"]["en"] in after


@pytest.mark.parametrize(
    ("path", "said"),
    [("grindr", True), ("ometv", False), ("xh", False), ("snapchat", False), ("azar", False)],
)
def test_a_place_without_checked_steps_says_so_and_gives_the_general_way(client, path, said):
    page = plain(client.get(f"/places/{path}/").content.decode())
    assert ("We have no checked steps for this one yet." in page, "Look for the word “Report”." in page) == (said, said)
    assert ("What has happened?" in page) is not said


@pytest.mark.parametrize(("path", "said"), [("snapchat", True), ("whatsapp", False), ("cloudflare", False)])
def test_the_48_hours_stand_where_the_law_is_known_to_count(client, path, said):
    page = plain(client.get(f"/places/{path}/").content.decode())
    assert ("A United States law gives this service 48 hours" in page) is said


def test_the_day_and_the_sources_stand_at_the_end(client, facts):
    for row in facts["platforms"]:
        page = client.get(f"/places/{row['path']}/").content.decode()
        end = page[page.index(f"Read on {said_day(row)}") :]
        links = re.findall(r'<a href="(https?://[^"]+)" rel="noreferrer noopener">', end)
        assert [link.replace("&amp;", "&") for link in links] == [seen["url"] for seen in linked(row)], row["slug"]


def test_every_link_out_tells_nobody_where_it_came_from(client, facts):
    for row in facts["platforms"]:
        page = client.get(f"/places/{row['path']}/").content.decode()
        links = re.findall(r'<a [^>]*href="https?://[^>]*>', page)
        assert [link for link in links if 'rel="noreferrer noopener"' not in link] == [], row["slug"]


def names(page):
    """The names that were found, as the page lists them."""
    found = re.search(r"<h2>Names that are close</h2>\s*<ul.*?</ul>", page, re.S)
    return re.findall(r'<a href="/places/([^/]+)/"', found[0]) if found else []


NOTHING = "No name in our list is close to that."
GENERAL = 'href="/places/website-generic/"'


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("insta", ["instagram"]),
        ("snap chat", ["snapchat"]),
        ("watsapp", ["whatsapp"]),
        ("FB", ["facebook"]),
        ("tele gram", ["telegram"]),
        ("pornhub", ["ph"]),
        ("zzzz", []),
        ("фейсбук", []),
        ("مرحبا", []),
        ("\x00\x01\x1b[31m", []),
        ("<script>alert(1)</script>", []),
        ("%ff%00", []),
        ("🙂" * 300, []),
        ("x" * 10_000, []),
        ("' OR 1=1 --", []),
    ],
)
def test_whatever_is_typed_gets_a_page_with_a_way_on(client, typed, found):
    response = client.get("/places/", {"q": typed})
    page = response.content.decode()
    assert (response.status_code, names(page), NOTHING in page) == (200, found, not found)
    assert (page.count(GENERAL) >= 1, page.count('name="q"'), page.count("data-find=")) == (True, 1, PLATFORMS)


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20", "?x=1", "?q", "?q=insta&q="])
def test_nothing_typed_gives_the_list(client, query):
    page = client.get(f"/places/{query}").content.decode()
    assert (names(page), NOTHING in page, page.count("data-find=")) == ([], False, PLATFORMS)


def test_bytes_that_are_no_text_get_the_page_too(client):
    response = client.get("/places/?q=%ff%fe%00")
    assert (response.status_code, NOTHING in response.content.decode()) == (200, True)


def test_what_was_typed_is_nowhere_afterwards(client, caplog):
    marker = "marker4711"
    for address in (f"/places/?q={marker}", f"/places/{marker}/", "/places/"):
        response = client.get(address)
        assert (marker in response.content.decode(), dict(response.cookies)) == (False, {}), address
    kept = [marker in str({**vars(record), "request": None, "args": None}) for record in caplog.records]
    assert (any(kept), Visit.objects.count()) == (False, 0)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("pornhub", ["ph"]),
        ("image-boards", ["boards"]),
        ("whats-app", ["whatsapp"]),
        ("Snap-Chat", ["snapchat"]),
        ("twitter", ["x"]),
        ("nowhere-at-all", []),
        ("🙂", []),
        ("%3Csnapchat%3E", ["snapchat"]),
        ("x" * 3000, []),
    ],
)
def test_a_place_that_we_do_not_have_leads_to_those_we_have(client, path, found):
    response = client.get(f"/places/{path}/")
    page = response.content.decode()
    assert (response.status_code, names(page), page.count("data-find=")) == (404, found, PLATFORMS)
    assert ("<h1>This page is not here</h1>" in page, NOTHING in page, GENERAL in page) == (True, not found, True)
    assert "<title>Error: Places – Compass</title>" in page


def test_the_list_is_read_from_memory_and_what_is_asked_for_is_not():
    pages = [Client().get(address).content.decode() for address in ("/places/", "/places/?q=insta", "/places/")]
    assert ([names(page) for page in pages], pages[0] == pages[2]) == ([[], ["instagram"], []], True)


@pytest.mark.parametrize(("old", "now"), [("xvideos", "xv"), ("xhamster", "xh"), ("XVideos", "xv")])
def test_an_address_that_told_too_much_leads_to_the_new_one(client, old, now):
    response = client.get(f"/places/{old}/")
    assert (response.status_code, response.headers["Location"]) == (302, f"/places/{now}/")
    assert client.get(f"/places/{now}/").status_code == 200
