"""One card at one moment."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from resources.core.helpline import Channel, Details, Language, OpeningHours
from resources.core.helpline_card import card, is_open, source_of
from resources.core.hours.status import OpeningState
from resources.core.origin import Origin
from resources.core.source import Source
from tests.resources.conftest import line

# A Wednesday without a holiday: 10:00 in Vancouver, 13:00 in Toronto.
NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
DAY = OpeningHours("Mo-Su 09:00-17:00", "America/Toronto")
NIGHT = OpeningHours("Mo-Su 19:00-24:00", "America/Toronto")


def way(kind="phone", times=DAY, always=False):
    return Channel(kind, f"{kind}:1", "1", f"by {kind}", "", always, "in words", times)


def one(*ways, about=None, **more):
    return replace(line("one", channels=ways, **more), about=about or Details(country="CA"))


def test_a_line_is_open_when_one_way_is_and_the_other_ways_say_their_own_hours():
    found = card(one(way("phone", NIGHT), way("text"), way("web", OpeningHours())), NOW)
    assert (found.is_open, found.opening.state, found.hours) == (True, OpeningState.OPEN, "in words")
    assert [(each.channel.kind, bool(each.note)) for each in found.ways] == [
        ("phone", True),
        ("text", False),
        ("web", False),
    ]
    assert found.ways[0].note.startswith("Opens today")


def test_a_line_wished_for_by_text_is_open_only_when_texts_are_answered():
    whole = one(way("phone"), way("text", NIGHT))
    found = card(whole, NOW, reached=replace(whole, channels=whole.channels[1:]))
    assert (found.is_open, found.opening.state, len(found.ways)) == (False, OpeningState.LATER, 2)
    assert found.ways[0].note.startswith("Open now")


@pytest.mark.parametrize(
    ("times", "always", "state"),
    [
        (OpeningHours("24/7"), True, OpeningState.ALWAYS),
        (OpeningHours("24/7", "", True), False, OpeningState.UNKNOWN),
        (OpeningHours(), False, OpeningState.UNKNOWN),
        (OpeningHours(DAY.opening_hours, DAY.timezone, True), False, OpeningState.UNKNOWN),
    ],
)
def test_only_known_hours_read_as_open(times, always, state):
    found = card(one(way(times=times, always=always)), NOW)
    assert (found.opening.state, found.is_open) == (state, state is OpeningState.ALWAYS)


def test_a_line_open_day_and_night_tells_its_hours():
    found = card(one(way(times=OpeningHours("24/7"), always=True)), NOW)
    assert (found.hours, found.opening.words) == ("in words", "Open day and night")


def test_hours_that_are_not_sure_are_never_told():
    old = OpeningHours("24/7", "", True)
    assert (card(one(way(times=old)), NOW).hours, card(one(way(times=old), way("text")), NOW).hours) == ("", "in words")


def test_a_site_and_an_emergency_number_have_no_hours():
    for quiet in (one(way("web", OpeningHours())), one(way(), emergency=True), one()):
        found = card(quiet, NOW)
        assert (found.opening, found.is_open, found.hours) == (None, False, "")
    assert not is_open(None)


def test_one_row_names_a_site_only_where_there_is_nothing_else():
    kinds = [
        [each.channel.kind for each in card(one(*map(way, given)), NOW).few_ways]
        for given in (("phone", "web", "form", "email"), ("web", "email"))
    ]
    assert kinds == [["phone", "form"], ["web", "email"]]


@pytest.mark.parametrize(
    ("codes", "words"), [(("en",), ""), (("fr",), "French"), (("en", "fr"), "English and French"), ((), "")]
)
def test_one_row_names_the_languages_where_it_is_not_that_of_the_page_alone(codes, words):
    languages = tuple(Language(code, {"en": "English", "fr": "French"}[code]) for code in codes)
    assert card(one(way(), about=Details(languages=languages)), NOW).other_languages == words


def test_what_is_good_to_know_is_told_with_its_limit_and_only_when_it_is_known():
    known = Details(free=True, anonymous=True, confidential=True)
    assert card(one(way(), about=known), NOW).good_to_know == (
        "Free.",
        "You can leave out your name, but a call may show your number.",
        "They keep what you say private, unless someone is in danger. Ask about that first.",
    )
    assert card(one(way()), NOW).good_to_know == ()


@pytest.mark.parametrize(
    ("addresses", "first"),
    [
        (("https://news.example/a", "https://www.own.example/long/page", "https://own.example/x"), "https://own.example/x"),
        (("https://list.example/longer", "https://list.example/a"), "https://list.example/a"),
        ((), None),
    ],
)  # fmt: skip
def test_the_source_to_name_is_their_own_site_where_we_read_it_there(addresses, first):
    sources = tuple(Source(each, each.split("/")[2].removeprefix("www."), "") for each in addresses)
    found = source_of(one(about=Details(url="https://own.example/", origin=Origin(sources))))
    assert (found and found.href) == first
