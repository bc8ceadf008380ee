"""The card "Do this first" with the facts: which number its button has, for whom, and that the page says it once."""

import re
from collections import Counter

import pytest

from resources.core.helpline import Helpline
from tests.people import (
    ADULT_EX,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER,
    TEEN_BLACKMAILED,
    WORKER,
)
from tests.system_packages import THOROUGH
from tests.visitor import Walker
from wizard.core.flow import walk
from wizard.core.location import location_of, read_answers
from wizard.core.plan import build_plan
from wizard.core.questions import FLOW
from wizard.helplines.for_plan import helplines_for_plan
from wizard.journey.facts import facts_for_guide
from wizard.plan.first import CardOnPage, card_on_page
from wizard.review.proof.helpline_rules import places

pytestmark = pytest.mark.django_db

Person = dict[str, str]
SELF_HARM = {**TEEN_BLACKMAILED, "danger": "self-harm"}


def card_of(person: Person) -> CardOnPage:
    world = facts_for_guide()
    path = walk(FLOW, {slug: values.split() for slug, values in person.items()}, world)
    a, at = read_answers(path, world), location_of(path, world)
    return card_on_page(a, build_plan(a), helplines_for_plan(at, a))


def ways(line: Helpline) -> set[str]:
    return {way.kind for way in line.channels}


def test_text_comes_first_for_the_young_on_a_phone_of_their_own_only() -> None:
    found = [card_of({**TEEN_BLACKMAILED, **more}).number for more in ({}, {"device": "home"}, {"age": "18-plus"})]
    assert [number.channel.kind for number in found if number] == ["text", "phone", "phone"]


def test_thoughts_of_dying_bring_the_emergency_number_a_call_and_a_text() -> None:
    card = card_of(SELF_HARM)
    assert card.number is not None
    assert [line.emergency for line in card.emergency] == [True]
    others = [line for part in card.others for line in part.lines]
    kinds = ways(card.number.line).union(*map(ways, others))
    assert ({"phone", "text"} <= kinds, card.number.line in others) == (True, False)


def test_a_place_without_an_emergency_number_shows_what_to_do() -> None:
    card = card_of({**TEEN_BLACKMAILED, "danger": "meet", "region": "CA-NU"})
    assert card.number is not None
    assert (card.number.line.emergency, [bool(line.channels) for line in card.emergency]) == (False, [False])


STANDS: list[tuple[Person, bool]] = [
    (TEEN_BLACKMAILED, True),
    ({**TEEN_BLACKMAILED, "device": "watched"}, True),
    (ADULT_EX, False),
    (CHILD_ALONE, True),
    (WORKER, False),
    (SHARER, True),
]


@pytest.mark.parametrize(("person", "first"), STANDS)
def test_the_card_is_the_first_step_itself_where_nothing_comes_before_it(person: Person, first: bool) -> None:
    walker = Walker().walk(person)
    page = walker.get("/plan/").content.decode()
    card = card_of(person)
    assert (card.stands_for, f'aria-labelledby="first" data-step="{card.step.slug}"' in page) == (first, first)
    assert Counter(walker.page.data["data-step"]).most_common(1)[0][1] == 1


@pytest.mark.parametrize("name", PEOPLE)
def test_a_number_stands_once_below_the_bar_and_a_later_step_leads_up_to_it(name: str) -> None:
    page = Walker().walk(PEOPLE[name]).get("/plan/").content.decode().split("<main")[1]
    numbers = Counter(re.findall(r'href="((?:tel|sms):[^"]+)"', page))
    assert [number for number, times in numbers.items() if times > 1] == []
    above, ids = re.findall(r'href="#(line-[^"]+)"', page), re.findall(r'id="(line-[^"]+)"', page)
    assert ([one for one in above if page.index(f'id="{one}"') > page.index(f'#{one}"')], len(ids)) == (
        [],
        len({*ids}),
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_a_plan_has_one_filled_button(name: str) -> None:
    page = Walker().walk(PEOPLE[name]).get("/plan/").content.decode()
    assert len(re.findall(r'class="go(?: risk)?"', page)) == 1


# Every card whose button is a number has one, wherever somebody is.
FEW = [("CA", "CA-NU"), ("GB", "GB-ENG"), ("US", ""), ("KE", ""), ("other", "")]
MANY: list[Person] = [
    *PEOPLE.values(),
    SELF_HARM,
    {**MOTHER, "danger": "self-harm"},
    {**FRIEND, "danger": "unsafe"},
    {**SHARER, "age": "16-17"},
    {},
]


def test_no_other_line_stands_under_the_words_legal_line() -> None:
    """In a place without a legal line that can be reached, the step says how to look for one."""
    grown = {**SHARER, "age": "18-plus", "age-then": "18-plus"}
    cards = [
        card_of({**grown, "place": country, "region": region}) for country, region in (("AU", ""), ("CA", "CA-BC"))
    ]
    assert [card.number.line.slug if card.number else "" for card in cards] == ["", cards[1].number.line.slug]
    assert "legal" in cards[1].number.line.fit.topics


@pytest.mark.parametrize("person", MANY, ids=range(len(MANY)))
def test_a_card_with_a_number_has_one_everywhere(person: Person) -> None:
    cards = [
        card_of({**person, "place": country, "region": region}) for country, region in (places() if THOROUGH else FEW)
    ]
    assert [card.card.kind for card in cards if card.card.parts and card.number is None and not card.card.get] == []
    assert [card.card.kind for card in cards if not card.card.parts and not card.card.get] == []
