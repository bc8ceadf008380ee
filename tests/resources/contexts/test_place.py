"""What stands on the page of a place, and in which order."""

from datetime import UTC, datetime

import pytest

from resources import selectors
from resources.contexts.people import HelplineGroup
from resources.contexts.place import (
    FULL_CARDS,
    MOST_UNFOLDED,
    HelplineSection,
    Seen,
    fitting,
    folded,
    place_context,
    sections,
)
from resources.core import filters
from resources.core.filters import ChosenFilters
from resources.core.helpline_card import card
from tests.resources.conftest import channel, line

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)  # 03:00 in Vancouver


def seen(region="", wish=None, country="CA"):
    return Seen(selectors.place(country), region, wish or ChosenFilters(), NIGHT)


def group(heading, *lines):
    return HelplineGroup(heading, lines)


def site(slug, *topics):
    return line(slug, *topics, channels=[channel("web", always=False)])


def shown(context):
    return [card.line.slug for section in context["sections"] for card in section.cards]


def told(found):
    return [(str(section.heading), [(card.line.slug, card.full) for card in section.cards]) for section in found]


def test_emergency_comes_first_then_who_is_there_then_the_rest_by_subject(monkeypatch):
    monkeypatch.setattr("resources.core.helpline_card.opening", lambda line, now, region: Answer(line.open_all_hours))
    closed = line("closed", channels=[channel(always=False)])
    found = (
        group("Danger", line("911", emergency=True)),
        group("Talk", closed, line("open")),
        group("Law", site("law")),
    )
    assert told(sections(found, seen())) == [
        ("Danger", [("911", True)]),
        ("Open now", [("open", True)]),
        ("Talk", [("closed", True)]),
        ("Law", [("law", True)]),
    ]


class Answer:
    """As an `Opening`."""

    def __init__(self, is_open):
        self.state, self.words = ("always" if is_open else "later"), ""


def test_the_first_lines_get_a_card_and_the_others_a_row_with_the_open_ones_first(monkeypatch):
    monkeypatch.setattr("resources.core.helpline_card.opening", lambda line, now, region: Answer(line.open_all_hours))
    lines = [line(f"open-{number}") for number in range(FULL_CARDS + 1)]
    found = list(sections([group("Talk", line("closed", channels=[channel(always=False)]), *lines)], seen()))
    assert told(found) == [
        ("Open now", [(f"open-{number}", True) for number in range(FULL_CARDS)]),
        ("Talk", [(f"open-{FULL_CARDS}", False), ("closed", False)]),
    ]


def test_a_line_for_few_readers_stays_below_even_while_it_is_open(monkeypatch):
    monkeypatch.setattr("resources.core.helpline_card.opening", lambda line, now, region: Answer(line.open_all_hours))
    few = HelplineGroup("For few", (line("few"),), goes_up=False)
    found = sections([group("Talk", line("talk")), few, group("Law", site("law"))], seen())
    assert told(found) == [("Open now", [("talk", True)]), ("For few", [("few", True)]), ("Law", [("law", True)])]


def test_a_line_without_a_number_never_takes_a_card_from_another():
    found = sections([group("Law", line("no-number", channels=()), site("law"))], seen())
    assert told(found) == [("Law", [("no-number", False), ("law", True)])]


def test_every_line_of_a_place_stands_once_on_its_page():
    context = place_context(seen("CA-BC"))
    slugs = shown(context)
    assert (sorted(slugs), len(slugs)) == (
        sorted(x.slug for x in selectors.directory("CA", "CA-BC").all),
        len(set(slugs)),
    )
    assert context["lines"][0].slug == slugs[0] == "emergency-911"


def test_no_more_cards_than_fit_beside_the_emergency_numbers_on_the_longest_page():
    context = place_context(seen("CA-BC"))
    full = [card for section in context["sections"] for card in section.cards if card.full]
    assert len(full) == FULL_CARDS + sum(card.line.emergency for card in full)


@pytest.mark.parametrize(
    ("wish", "there", "gone"),
    [
        (ChosenFilters(age="u18"), {"kids-help-phone", "needhelpnow-ca", "int-take-it-down"}, {"int-stopncii"}),
        (
            ChosenFilters(age="18"),
            {"988-suicide-crisis-helpline", "int-stopncii", "int-take-it-down"},
            {"needhelpnow-ca"},
        ),
        (ChosenFilters(age="u18", who="other"), {"kids-help-phone"}, {"int-take-it-down"}),
        (ChosenFilters(about="first"), {"hope-for-wellness"}, {"kids-help-phone"}),
    ],
)
def test_a_page_for_somebody_has_the_lines_that_fit_them(wish, there, gone):
    slugs = set(shown(place_context(seen("CA-BC", wish))))
    assert (there - slugs, gone & slugs) == (set(), set())


def test_a_page_by_text_at_night_has_only_lines_that_answer_texts_now():
    context = place_context(seen("CA-BC", ChosenFilters(by="text", open="1")))
    cards = [card for section in context["sections"] for card in section.cards if not card.line.emergency]
    assert [card.line.slug for card in cards if not card.line.always_by("text")] == []
    assert "kids-help-phone" in [card.line.slug for card in cards]


def test_where_nothing_fits_the_closest_lines_are_shown_with_a_sentence():
    wish = ChosenFilters(by="chat", about="money", open="1")
    context = place_context(seen("CA-NU", wish))
    assert context["notices"] == ["No helpline here fits everything you chose. These come closest."]
    found = [line for line in context["lines"] if not line.emergency]
    assert found
    assert all(line.fit.topics & filters.TOPICS["money"] for line in found)


def test_no_choice_leaves_a_page_empty_anywhere():
    """Every pair of choices, in every country: there is somebody beside the emergency number."""
    pairs = [
        ChosenFilters(about=about, by=by, open="1") for about in ("", *filters.TOPICS) for by in ("", *filters.KINDS)
    ]
    empty = [
        (land.code, wish.query)
        for land in selectors.places()
        for wish in pairs
        if all(line.emergency for line in place_context(Seen(land, "", wish, NIGHT))["lines"])
    ]
    assert (empty, len(pairs)) == ([], 32)


def test_a_choice_that_some_line_fits_needs_no_sentence():
    kept, fits = fitting(
        [group("Talk", line("a", "crisis"), line("b", "legal"))], seen(wish=ChosenFilters(about="law"))
    )
    assert (kept, fits) == ((group("Talk", line("b", "legal")),), True)


def test_without_any_line_there_is_nothing_to_give_up():
    assert fitting([group("Danger", line("911", emergency=True))], seen())[0] == (
        group("Danger", line("911", emergency=True)),
    )


# Folds


def rows(heading, many, **fields):
    cards = (card(line(f"{heading}-{number}", **fields), NIGHT) for number in range(many))
    return HelplineSection(heading, tuple(cards))


def test_on_a_long_page_what_comes_after_the_first_heading_is_folded_but_never_an_emergency_number():
    found = folded([rows("Danger", 2, emergency=True), rows("Open", 3), rows("Talk", MOST_UNFOLDED), rows("Law", 1)])
    assert [(section.heading, section.folded) for section in found] == [
        ("Danger", False),
        ("Open", False),
        ("Talk", True),
        ("Law", True),
    ]


def test_on_a_short_page_nothing_is_folded():
    found = (rows("Danger", 1, emergency=True), rows("Open", 9), rows("Talk", MOST_UNFOLDED - 1), rows("Law", 1))
    assert folded(found) == found


def test_a_page_with_nothing_but_emergency_numbers_has_no_fold():
    assert folded([rows("Danger", 9, emergency=True)]) == (rows("Danger", 9, emergency=True),)


def test_a_folded_heading_counts_who_is_there_now(monkeypatch):
    monkeypatch.setattr("resources.core.helpline_card.opening", lambda line, now, region: Answer(line.open_all_hours))
    section, closed = rows("Talk", 2), line("closed", channels=[channel(always=False)])
    assert section._replace(cards=(*section.cards, card(closed, NIGHT))).open_now == 2


def test_a_page_of_a_region_leads_back_to_its_country_and_keeps_the_choice():
    context = place_context(seen("CA-MB", ChosenFilters(age="u18")))
    assert (context["country"], context["region"], len(context["regions"])) == (
        ("Canada", "/people/ca/?age=u18"),
        ("Manitoba", "/people/ca/mb/?age=u18"),
        13,
    )
