"""A plan below its first card: three things at most, then folds, all in the order of the table."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.content.step_words import plain
from tests.people import (
    ADULT_EX,
    BOY_WHO_PAID,
    CHILD_ALONE,
    COUNSELLOR,
    FATHER_AT_HOME,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    TEEN_FAKED,
    WORKER,
    WORRIED,
    answers_of,
)
from tests.visitor import Walker
from wizard.core.plan import build_plan
from wizard.core.step_rules import DAYS, STEP_RULES
from wizard.plan.layout import MOST, SOON, TEN_MINUTES, StepCard, all_in_time, screen, soon

Person = dict[str, str]


def shown_to(person: Person, *done: str, card_is: str = "") -> dict[str, Any]:
    """What stands on the plan of a person."""
    return screen(journey_of(person, *done), card_is)


def journey_of(person: Person, *done: str) -> Any:
    """A visit in which these answers were given and these steps ticked."""
    a = answers_of(**{question.replace("-", "_"): given for question, given in person.items()})
    return SimpleNamespace(answers=a, plan=build_plan(a), done=frozenset(done))


def slugs(cards: tuple[StepCard, ...]) -> list[str]:
    return [card.slug for card in cards]


def near(person: Person) -> tuple[StepCard, ...]:
    """The cards under the heading of the next ten minutes."""
    section = shown_to(person)["sections"][0]
    assert (section.heading, section.folded) == (TEN_MINUTES, False)
    return section.steps


# Person, and the three in the order of the table.
THREE: list[tuple[Person, str]] = [
    (TEEN_BLACKMAILED, "stop-contact tell-someone write-it-down"),
    (BOY_WHO_PAID, "stop-contact undo-payment tell-someone"),
    ({**BOY_WHO_PAID, "already": ""}, "stop-contact tell-someone write-it-down"),
    (TEEN_CLASSMATE_SHARED, "tell-someone write-it-down"),
    (ADULT_EX, "safety-plan stop-contact tell-someone"),
    (MOTHER, "stop-contact undo-payment with-your-child"),
    (FATHER_AT_HOME, "safety-plan stop-contact with-your-child"),
    (WORKER, "safety-plan stop-contact worker-duties"),
    (COUNSELLOR, "safety-plan stop-contact worker-duties"),
    (FRIEND, "be-a-good-friend write-it-down"),
    (SHARER, "put-it-right tell-someone"),
    (SHARER_FORCED, "safety-plan stop-contact put-it-right"),
    (WORRIED, "before-it-happens tell-someone write-it-down"),
    (TEEN_FAKED, "safe-device tell-someone write-it-down"),
    ({}, "safe-device stop-contact tell-someone"),
]


@pytest.mark.parametrize(("person", "three"), THREE)
def test_the_next_ten_minutes_hold_what_counts_most(person: Person, three: str) -> None:
    cards = near(person)
    assert slugs(tuple(card for card in cards if not card.aside)) == three.split()
    assert {card.open for card in cards} == {False}


ASIDE: list[tuple[Person, str]] = [
    (ADULT_EX, "safe-device"),
    (WORKER, "safe-device"),
    ({**BOY_WHO_PAID, "already": ""}, "undo-payment"),
    (TEEN_BLACKMAILED, "beat-the-clock"),
    ({**TEEN_BLACKMAILED, "danger": "self-harm unsafe"}, "danger-now crisis"),
    ({}, "danger-now crisis safety-plan"),
    (TEEN_FAKED, "body-care"),
]


@pytest.mark.parametrize(("person", "asides"), ASIDE)
def test_what_comes_between_is_folded_in_its_place(person: Person, asides: str) -> None:
    assert slugs(tuple(card for card in near(person) if card.aside)) == asides.split()


def test_the_step_that_is_the_card_is_not_shown_again() -> None:
    whole, rest = (shown_to(TEEN_BLACKMAILED, card_is=slug)["sections"] for slug in ("", "beat-the-clock"))
    assert slugs(rest[0].steps) == slugs(whole[0].steps)[1:]
    assert (slugs(whole[0].steps)[0], rest[1:]) == ("beat-the-clock", whole[1:])


@pytest.mark.parametrize("name", PEOPLE)
def test_every_step_stands_once_in_the_order_of_the_plan(name: str) -> None:
    page = shown_to(PEOPLE[name])
    found = slugs(page["open_steps"])
    found += [slug for section in page["sections"] for slug in slugs(section.steps)]
    plan = build_plan(answers_of(**{question.replace("-", "_"): given for question, given in PEOPLE[name].items()}))
    alone = [*(step.slug for step in plan.open_steps), *(step.slug for step in plan.folded)]
    assert [*found, *slugs(page["fold"])] == (alone if name == "child under 13 alone" else list(plan.slugs))


@pytest.mark.parametrize("name", [name for name in PEOPLE if name != "child under 13 alone"])
def test_the_rest_is_folded_and_nothing_in_it_is_open(name: str) -> None:
    first, *later = shown_to(PEOPLE[name])["sections"]
    assert {(section.folded, card.open, card.aside) for section in later for card in section.steps} == {
        (True, False, False)
    }
    assert [str(section.heading) for section in later][-1] == "In the next few days"
    assert len([card for card in first.steps if not card.aside]) <= MOST


def test_a_child_alone_has_no_sections() -> None:
    page = shown_to(CHILD_ALONE)
    shown = page["open_steps"]
    assert (page["sections"], slugs(shown)) == ((), ["danger-now", "stop-contact", "tell-someone", "people"])
    assert {card.open for card in shown} == {True}
    assert slugs(shown_to(CHILD_ALONE, card_is="danger-now")["open_steps"]) == slugs(shown)[1:]


def test_the_list_beside_a_step_has_every_step_of_the_plan_that_is_theirs() -> None:
    mother, child = (all_in_time(journey_of(person)) for person in (MOTHER, CHILD_ALONE))
    plan = build_plan(answers_of(**{question.replace("-", "_"): given for question, given in MOTHER.items()}))
    assert [slug for section in mother for slug in slugs(section.steps)] == list(plan.slugs)
    assert [slugs(section.steps) for section in child] == [["danger-now", "stop-contact", "tell-someone", "people"]]
    assert {(card.open, card.aside) for section in mother for card in section.steps} == {(False, False)}


def test_a_ticked_step_stays_where_it_is() -> None:
    done = shown_to(MOTHER, "stop-contact")["sections"][0].steps
    assert next((card.slug, card.done) for card in done) == ("stop-contact", True)


def test_what_can_be_soon_is_never_for_the_next_days() -> None:
    when = {row.slug: row.when for row in STEP_RULES}
    assert [slug for slug in SOON if when[slug] == DAYS] == []


@pytest.mark.parametrize("who", ["self", "child", "client", "friend", "sharer", ""])
@pytest.mark.parametrize("what", ["worried", "passed-on", "shared", ""])
def test_nobody_is_left_with_nothing_to_do(who: str, what: str) -> None:
    assert soon(build_plan(answers_of(who=who, what=what, danger="none", device="mine"))) != ()


@pytest.mark.django_db
def test_the_page_shows_the_three_and_names_what_is_folded() -> None:
    walker = Walker().walk(BOY_WHO_PAID)
    page = walker.get("/plan/").content.decode().split("<main")[1]
    before, _fold, after = page.partition("<details class=")
    assert "Ask the bank" not in plain(before)
    assert [before.count(f'data-step="{slug}"') for slug in ("stop-contact", "undo-payment", "tell-someone")] == [1] * 3
    assert "Today, if you can 5 steps. First: Write it down" in plain(after)


@pytest.mark.django_db
@pytest.mark.parametrize(("person", "strip"), [(BOY_WHO_PAID, True), (TEEN_BLACKMAILED, True), (SHARER, False)])
def test_whoever_is_pressed_has_a_number_at_the_top(person: Person, strip: bool) -> None:
    page = Walker().walk(person).get("/plan/").content.decode()
    assert ('class="strip"' in page.split("<main")[0]) is strip
