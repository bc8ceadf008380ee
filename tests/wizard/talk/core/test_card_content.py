from collections.abc import Iterator

import pytest

from resources import selectors
from resources.core.needs import Numbers
from tests.people import (
    ADULT_EX,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    answers_of,
)
from tests.resources.fact_numbers import reads
from tests.system_packages import need_font
from wizard.core.answers import Answers
from wizard.helplines.for_plan import helplines_for_key, whole_key
from wizard.review.proof.helpline_rules import places
from wizard.talk.card_image import BOLD, EDGE, HEIGHT, PLAIN, fitting
from wizard.talk.core.card_content import Card, CardNumber, pocket_card, three_rules

Person = dict[str, str]

pytestmark = pytest.mark.django_db


def person(given: Person) -> Answers:
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


def at(a: Answers, country: str, region: str = "") -> tuple[Card, tuple[CardNumber, ...]]:
    """The card of a person at a place of the real facts."""
    lines = helplines_for_key(country, region, whole_key(a))
    pair = selectors.crisis_pair(country, region, a.minor_now)
    return pocket_card(a, lines, Numbers(*pair, (), "", assumed=False))


def test_where_there_is_no_number_for_danger_the_words_for_it_stand_there() -> None:
    card, named = at(person(TEEN_BLACKMAILED), "CA", "CA-NU")
    danger = card.entries[0]
    assert (danger.label, danger.number, named[0].line.confirmed) == ("In danger", "", False)
    assert danger.notes[0].startswith("911 may not work in Nunavut.")
    assert [entry.number == "" for entry in card.entries] == [True, False, False]


def test_in_a_country_that_is_not_ours_it_says_that_no_number_was_checked() -> None:
    card, _named = at(person(TEEN_BLACKMAILED), "other")
    assert card.entries[0].label == "To talk: Website"
    assert card.note.startswith("We do not have a checked emergency number")


RULES = [
    (TEEN_BLACKMAILED, ("You do not have to answer.", "Do not pay, send or delete.")),
    (ADULT_EX, ("Plan first, with someone you trust.", "Do not pay. Do not send more.")),
    (SHARER_FORCED, ("Plan first, with someone you trust.", "Do not pay. Do not send more.")),
    (SHARER, ("Do not send anything more.", "Get legal help first.")),
    (MOTHER, ("Stay near. Listen first.", "Do not look. Do not copy it.")),
    (FRIEND, ("Stay near. Listen first.", "Do not look. Do not copy it.")),
    (CHILD_ALONE, ("Tell a grown-up you trust.", "You do not have to send anything.")),
]


@pytest.mark.parametrize(("given", "first"), RULES)
def test_the_rules_fit_the_person(given: Person, first: tuple[str, str]) -> None:
    assert three_rules(person(given))[:2] == first


def everywhere() -> Iterator[tuple[str, Card, tuple[CardNumber, ...]]]:
    for country, region in places():
        for given in (TEEN_BLACKMAILED, ADULT_EX, SHARER, MOTHER):
            yield f"{country} {region} {given['who']} {given['age']}", *at(person(given), country, region)


def test_everywhere_each_line_is_checked_and_named_once_and_its_name_is_not_on_the_card() -> None:
    wrong = []
    for place, card, named in everywhere():
        slugs = [one.line.slug for one in named]
        shown = {entry.number for entry in card.entries if entry.number}
        checked = {way.shown for one in named for way in one.line.channels}
        words = " ".join((*card.rules, card.title, *(entry.label for entry in card.entries)))
        # A line that is called what it does ("In danger") would be no secret.
        told = [one.line.name for one in named if one.line.name in words]
        if len(slugs) > 3 or len({*slugs}) < len(slugs) or not shown or shown - checked or told:
            wrong.append((place, slugs, shown, told))
    assert wrong == []


def test_everywhere_the_card_fits_in_letters_that_can_be_read() -> None:
    need_font(PLAIN)
    need_font(BOLD)
    # 36 pixels of 1080 are 12 on a phone that is 360 wide; numbers to dial are twice that.
    small = []
    for place, card, _named in everywhere():
        lines = fitting(card)
        shown = {entry.number for entry in card.entries if not any(map(str.isalpha, entry.number))}
        sizes = min(line.size for line in lines), min([line.size for line in lines if line.text in shown], default=99)
        if sum(line.height for line in lines) > HEIGHT - 2 * EDGE or sizes[0] < 36 or sizes[1] < 72:
            small.append((place, sizes))
    assert small == []


@pytest.mark.parametrize(
    ("country", "region", "slug"),
    [
        ("CA", "CA-ON", "ontario-childrens-aid"),
        ("CA", "CA-QC", "quebec-youth-protection"),
        ("AU", "", "au-child-protection"),
    ],
)
def test_a_number_that_serves_one_town_is_not_on_the_card(country: str, region: str, slug: str) -> None:
    coach = {**TEEN_CLASSMATE_SHARED, "holder": "trust", "holder-age": "", "afraid": "yes"}
    card, _named = at(person(coach), country, region)
    assert reads(slug) not in [entry.number for entry in card.entries]


def test_only_who_passed_a_picture_on_has_legal_help_on_the_card() -> None:
    cards = [at(person(given), "AU")[0] for given in (SHARER, TEEN_BLACKMAILED)]
    assert [any(entry.label.startswith("Legal help") for entry in card.entries) for card in cards] == [True, False]
