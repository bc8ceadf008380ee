"""The people pages over HTTP: at night in every province, for machines, and with bad addresses."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.test import Client

from resources import page_cache, selectors
from resources.core.filters import FILTERS
from resources.views import people
from tests.content.test_page_weight import too_heavy
from tests.resources.conftest import clock, country, helpline, small, way
from tests.resources.fact_counts import linked, said_day
from tests.resources.fact_numbers import reads

pytestmark = pytest.mark.django_db

CLOCKS = {
    "ab": "America/Edmonton",
    "bc": "America/Vancouver",
    "mb": "America/Winnipeg",
    "nb": "America/Moncton",
    "nl": "America/St_Johns",
    "ns": "America/Halifax",
    "nt": "America/Yellowknife",
    "nu": "America/Iqaluit",
    "on": "America/Toronto",
    "pe": "America/Halifax",
    "qc": "America/Toronto",
    "sk": "America/Regina",
    "yt": "America/Whitehorse",
}
AGES = {"": ("youth_ok", "adult_ok"), "?age=u18": ("youth_ok",), "?age=18": ("adult_ok",)}
NIGHTS = ((2026, 11, 23), (2026, 12, 25), (2027, 3, 14))  # a Monday, a holiday, the night the clocks change


@pytest.fixture
def at(monkeypatch):
    """Stops the clock of the site: `at(moment)`."""

    def stop(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment.astimezone(UTC))
        page_cache.forget()

    yield stop
    page_cache.forget()


def helplines(response):
    return re.findall(r'data-helpline="([^"]+)"', response.content.decode())


def said(response):
    main = re.search(r"<main.*?</main>", response.content.decode(), re.S).group(0)
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", main).split()))


def test_every_province_and_territory_has_its_clock_here():
    codes = {code.partition("-")[2].lower() for code, _name in selectors.place("CA").regions}
    assert (codes, len(CLOCKS)) == (set(CLOCKS), 13)


@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize(("region", "clock"), CLOCKS.items())
def test_at_three_at_night_the_first_line_is_open_and_takes_their_age(at, client, facts, region, clock, night):
    at(datetime(*night, 3, 0, tzinfo=ZoneInfo(clock)))
    rows = {row["slug"]: row for row in facts["helplines"]}
    for query, fields in AGES.items():
        emergency, first, *_rest = (rows[slug] for slug in helplines(client.get(f"/people/ca/{region}/{query}")))
        ways = [way for way in first["channels"] if way["kind"] in ("phone", "text")]
        always = [way["opening_hours"] == "24/7" and not way["hours_uncertain"] for way in ways]
        assert (emergency["emergency"], first["emergency"], any(always)) == (True, False, True), query
        assert {field: first[field] for field in fields} == dict.fromkeys(fields, True), query
        assert set(first["regions"]) & {"*", f"CA-{region.upper()}"}, query


def test_nunavut_gets_no_number_that_nobody_checked(client):
    page = client.get("/people/ca/nu/").content.decode()
    first = re.search(r'<section class="card danger".*?</section>', page, re.S).group(0)
    assert ("911 may not work in Nunavut" in first, re.findall(r'href="(?:tel|sms):', first)) == (True, [])
    assert 'href="tel:911"' not in page


@pytest.fixture
def opens_at_nine(folder):
    """France in the facts, with one line that a test made up: it opens at 09:00."""
    hours = way(kind="chat", value="https://example.org/", dial=None, opening_hours="Mo-Fr 09:00-17:00")
    line = helpline(country="FR", channels=[{**hours, "timezone": "Europe/Paris"}])
    lands = [country(), country(code="FR", name={"en": "France"}, regions=[])]
    call_command(
        "load_content",
        folder=folder(small(clocks=[clock(), clock(zone="Europe/Paris")], countries=lands, helplines=[line])),
        verbosity=0,
    )


@pytest.mark.usefixtures("opens_at_nine")
def test_a_page_is_good_until_somebody_opens_or_for_a_quarter_of_an_hour(at, rf):
    found = {}
    for hour, minute in ((4, 2), (8, 50)):
        moment = datetime(2026, 11, 25, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))
        at(moment)
        # Beside the memory, which keeps the moment to itself.
        answer = people.people_country.__wrapped__(rf.get("/people/fr/?age=u18"), "fr")
        found[hour] = answer.fresh_until - moment
    assert found == {4: timedelta(minutes=15), 8: timedelta(minutes=10)}


@pytest.mark.usefixtures("opens_at_nine")
def test_a_line_that_opens_is_open_on_the_next_page(at, client):
    found = []
    for hour, minute in ((8, 59), (9, 0)):
        at(datetime(2026, 11, 25, hour, minute, tzinfo=ZoneInfo("Europe/Paris")))
        page = client.get("/people/fr/").content.decode()
        found.append(re.findall(r"Opens? (?:now|today)", page.partition('data-helpline="a-line"')[2])[:1])
    assert found == [["Opens today"], ["Open now"]]


# Bad input


LEFT_OUT = "We did not understand a part of this address, so we left it out."
NO_AREA = "We do not know that area. Here are the helplines for the whole country."
NO_COUNTRY = "We do not have that country yet. Here are the ones we have, and helplines that work in many countries."
NOT_NOW = "We do not have that country yet. Numbers shown: Canada. You can choose another place at the end."
NOT_AFTER = NOT_NOW.replace("at the end", "below them")
CLOSEST = "No helpline here fits everything you chose. These come closest."


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/people/ca/?age=19", 200, LEFT_OUT),
        ("/people/ca/?" + "x" * 10_000, 200, LEFT_OUT),
        ("/people/ca/?" + "a&" * 5_000, 200, LEFT_OUT),
        ("/people/ca/bc/?who=%ff%00", 200, LEFT_OUT),
        ("/people/ca/sct/", 404, NO_AREA),
        ("/people/ca/<b>/", 404, NO_AREA),
        ("/people/us/ny/", 404, NO_AREA),
        ("/people/ca/nu/?by=chat&about=money&open=1", 200, CLOSEST),
        ("/people/zz/", 404, NO_COUNTRY),
        ("/people/zz/bc/", 404, NO_COUNTRY),
        ("/people/🙂/", 404, NO_COUNTRY),
        ("/now/zz/", 404, NOT_NOW),
        ("/after/zz/", 404, NOT_AFTER),
    ],
)
def test_a_bad_address_gets_the_nearest_page_with_a_sentence(client, address, status, sentence):
    answer = client.get(address)
    assert (answer.status_code, sentence in said(answer), len(helplines(answer)) > 2) == (status, True, True)
    assert answer.content.decode().count('role="status"') == 1


@pytest.mark.parametrize(
    "address", ["/people/ca/", "/people/ca/bc/?age=u18&open=1", "/people/", "/now/gb/", "/after/gb/"]
)
def test_a_good_address_gets_no_such_sentence(client, address):
    assert 'role="status"' not in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("/people/CA/?age=u18&x=1", "/people/ca/?age=u18"),
        ("/people/ca/BC/?by=text", "/people/ca/bc/?by=text"),
        ("/people/u%C5%BF/", "/people/us/"),
    ],
)
def test_capitals_lead_to_the_small_letters_and_keep_what_was_understood(client, typed, right):
    answer = client.get(typed)
    assert (answer.status_code, answer["Location"]) == (302, right)


# For machines


class Items(HTMLParser):
    """The microdata of a page: a list of items, each a dict of its properties; inner items are dicts too."""

    def __init__(self, page):
        super().__init__()
        self.items, self.open, self.waiting = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name, item = given.get("itemprop"), None
        if "itemscope" in given:
            item = {"type": given["itemtype"].rpartition("/")[2]}
            (self.open[-1][1].setdefault(name, []) if name else self.items).append(item)
        elif name and tag == "meta":
            self.add(name, given["content"])
        elif name:
            self.waiting = name
        if tag not in ("meta", "link", "input"):
            self.open.append((tag, item or (self.open[-1][1] if self.open else None)))

    def handle_data(self, data):
        if self.waiting:
            self.add(self.waiting, data)
            self.waiting = None

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def add(self, name, value):
        self.open[-1][1].setdefault(name, []).append(value)


def items(response):
    return {found["name"][0]: found for found in Items(response.content.decode()).items}


def test_machines_read_who_a_line_is_and_how_to_reach_it(client):
    found = items(client.get("/people/ca/bc/?about=care"))
    assert found["VictimLinkBC"] == {
        "type": "Organization",
        "name": ["VictimLinkBC"],
        "contactPoint": [
            {
                "type": "ContactPoint",
                "areaServed": ["British Columbia"],
                "availableLanguage": ["English"],
                "hoursAvailable": ["Open day and night"],
                "telephone": [reads("victimlinkbc")],
            }
        ],
    }
    found = items(client.get("/people/ca/bc/"))
    assert found["Kids Help Phone"]["contactPoint"][0]["areaServed"] == ["Canada"]


def test_every_line_of_a_page_is_an_item(client):
    answer = client.get("/people/ca/on/")
    assert len(items(answer)) == len(helplines(answer)) > 20


# Facts


@pytest.mark.parametrize("address", ["/people/ca/bc/", "/people/gb/sct/", "/people/us/", "/people/ca/"])
def test_the_page_of_sources_has_every_line_of_its_page_with_all_that_was_read_and_the_day(client, facts, address):
    rows = {row["slug"]: row for row in facts["helplines"]}
    page = client.get(f"{address}sources/")
    assert sorted(helplines(page)) == sorted(helplines(client.get(address)))
    for part in page.content.decode().split('data-helpline="')[1:]:
        row = rows[part.partition('"')[0]]
        links = [unescape(link) for link in re.findall(r'href="([^"]+)" rel="noreferrer noopener"', part)]
        assert links == [source["url"] for source in linked(row)], row["slug"]
        assert re.findall(r"</a> \(([^)]+)\)", part) == [seen["page_date"] for seen in linked(row) if seen["page_date"]]
        assert f"Read on {said_day(row)}." in part, row["slug"]
        assert unescape(re.search(r'<h2 translate="no">(.*?)</h2>', part).group(1)) == row["name"]["en"]


@pytest.mark.parametrize("address", ["/people/ca/", "/people/ca/bc/", "/people/gb/", "/people/ca/bc/?age=u18"])
def test_a_page_of_a_place_leads_to_its_sources_once_and_they_lead_back(client, address):
    path = address.partition("?")[0]
    page, read = client.get(address).content.decode(), client.get(f"{path}sources/").content.decode()
    assert (page.count(f'href="{path}sources/"'), f'<a class="quiet" href="{path}"' in read) == (1, True)


def test_a_page_of_sources_asks_for_no_number_to_be_called(client):
    page = client.get("/people/ca/bc/sources/").content.decode()
    assert re.findall(r'href="(?:tel|sms):', page) == []
    assert re.search(r"<title>(.*?)</title>", page).group(1) == "Sources – Compass"


def test_a_full_card_names_the_site_where_it_was_read_and_a_row_names_none(client):
    page = client.get("/people/ca/bc/").content.decode()
    cards, short = (re.findall(rf'<div class="{name}" data-helpline.*?</li>', page, re.S) for name in ("card", "short"))
    assert {("Read on" in card, card.count('class="seen"')) for card in cards} == {(True, 1)}
    assert [row for row in short if "Read on" in row or "<details" in row] == []
    assert (len(cards), len(short) > 20) == (4, True)


def test_every_name_is_a_heading_that_no_machine_translates(client):
    for address in ("/people/ca/bc/", "/people/gb/", "/people/at/", "/people/", "/now/", "/after/", "/after/ie/"):
        page = client.get(address).content.decode()
        found = re.findall(r"<h3[^>]*>", page)
        named = [tag for tag in found if "itemprop" in tag]
        assert len(named) == page.count('itemscope itemtype="https://schema.org/Organization"') > 0, address
        assert [tag for tag in named if 'translate="no"' not in tag] == []


# Folds


def test_behind_a_folded_heading_stands_how_many_lines_it_has_and_how_many_are_open(at, client):
    at(datetime(2026, 11, 23, 3, 0, tzinfo=ZoneInfo("America/Vancouver")))
    page = client.get("/people/ca/bc/").content.decode()
    folds = re.findall(r"<details><summary><h2>(.*?)</h2>(.*?)</summary>(.*?)</details>", page, re.S)
    assert len(folds) > 10
    for _heading, hint, body in folds:
        lines = body.count("data-helpline")
        words = " ".join(re.sub(r"<[^>]+>", "", hint).split())
        assert re.fullmatch(rf"{lines} services?(, \d+ open now)?", words), words
        assert ("open now" in words) == ('class="open"' in body)


@pytest.mark.parametrize("address", ["/people/ca/bc/", "/people/us/", "/people/gb/", "/people/ca/on/?age=u18"])
def test_emergency_numbers_and_the_first_heading_are_never_folded(client, address):
    page = client.get(address).content.decode()
    seen = re.sub(r"<details.*?</details>", "", page, flags=re.S)
    danger = seen.find('<section class="card danger"')
    assert 0 < danger < seen.find("<section><h2>") < page.find("<details><summary><h2>")


def test_a_short_page_has_no_folded_heading(client):
    page = client.get("/people/za/").content.decode()
    assert ("<summary><h2>" in page, len(re.findall("<section><h2>", page)) > 1) == (False, True)


def test_a_number_in_a_row_says_whom_or_where_it_is_for_as_it_would_in_a_card(client, facts):
    rows = {row["slug"]: row for row in facts["helplines"]}
    for address in ("/people/au/", "/people/ca/bc/"):
        for part in re.findall(
            r'<div class="short" data-helpline="(.*?)</li>', client.get(address).content.decode(), re.S
        ):
            ways = [way for way in rows[part.partition('"')[0]]["channels"] if way["kind"] == "phone"]
            labels = [unescape(label) for label in re.findall(r'href="tel:[^>]*><small>(.*?)</small>', part)]
            assert labels == [way["label"]["en"] for way in ways]
    assert len(rows["au-child-protection"]["channels"]) > 6


# Facts


def test_a_line_without_a_number_says_so_and_names_one_that_connects(client):
    page = said(client.get("/people/ca/bc/"))
    assert "We have no checked number for them. Ask VictimLinkBC to connect you." in page


def test_worldwide_lines_are_named_so(client, facts):
    worldwide = {row["slug"] for row in facts["helplines"] if row["country"] == "INT"}
    pages = [client.get(address).content.decode() for address in ("/people/us/", "/people/at/", "/people/")]
    parts = [part for page in pages for part in page.split('data-helpline="')[1:]]
    found = {part.partition('"')[0]: "many countries" in part for part in parts}
    assert {slug for slug, named in found.items() if slug in worldwide} >= {"int-take-it-down", "int-findahelpline"}
    assert [slug for slug, named in found.items() if named != (slug in worldwide)] == []


def test_nothing_meant_for_editors_is_ever_shown(client, facts):
    notes = [row["editor_note"] for row in facts["helplines"] if row["editor_note"]]
    notes += [text for row in facts["helplines"] for text in row["conflicts"]]
    hidden = [note[:40] for note in notes]
    gone = {row["slug"] for row in facts["helplines"] if row["withdrawn"]}
    lands = [land.href("people-country") for land in selectors.places()]
    lands += [land.href("people-region", code) for land in selectors.places() for code, _name in land.regions]
    pages = [client.get(address) for address in lands]
    words = [unescape(page.content.decode()) for page in pages]
    assert ([note for note in hidden for page in words if note in page], len(hidden) > 100) == ([], True)
    assert [slug for page in pages for slug in helplines(page) if slug in gone] == []


def test_old_hours_are_never_read_as_open(client, facts):
    page = client.get("/people/gb/").content.decode()
    card = page.partition('data-helpline="gb-papyrus')[2].partition("</li>")[0]
    assert ("Hours unknown: check first" in card, "Open day and night" in card) == (True, False)


# Filters


def test_every_filter_can_be_reached_by_a_link_and_taken_off_again(client):
    page = client.get("/people/ca/bc/").content.decode()
    links = set(re.findall(r'href="(\?[^"]+)"', page))
    assert links == {f"?{each.name}={option.code}" for each in FILTERS for option in each.options}
    for link in links:
        chosen = client.get(f"/people/ca/bc/{link}").content.decode()
        on = re.findall(r'<a href="\./" aria-current="true" aria-label="Take off: ', chosen)
        assert len(on) == chosen.count("aria-current") == chosen.count('href="./"') == 1, link


def test_a_filtered_page_is_not_for_search_engines(client):
    robots = '<meta name="robots" content="noindex">'
    pages = [client.get(f"/people/ca/{query}").content.decode() for query in ("", "?age=18")]
    assert [robots in page for page in pages] == [False, True]


def test_a_filtered_page_is_no_heavier_than_others():
    one = [f"?{each.name}={option.code}" for each in FILTERS for option in each.options]
    most = ["?age=u18&open=1&who=client&by=call&about=online", "?age=18&who=child", "?age=18&who=client"]
    paths = [f"/people/ca/{region}/{query}" for region in ("bc", "qc", "on") for query in one + most]
    assert too_heavy(Client(), paths) == []


@pytest.mark.parametrize("hour", [1, 5, 12, 17, 21])
def test_the_longest_page_is_light_at_any_hour(at, hour):
    at(datetime(2026, 12, 26, hour, 30, tzinfo=UTC))
    assert too_heavy(Client(), ["/people/ca/bc/", "/people/ca/bc/?who=child", "/people/ca/qc/"]) == []
