"""The first screen of a plan: the danger, then three things at most, then folds, all in the order of the table."""

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
from wizard.plan.layout import MOST, SOON, TEN_MINUTES, StepCard, screen, soon

Person = dict[str, str]


def shown_to(person: Person, *done: str) -> dict[str, Any]:
    """What stands on the plan of a person."""
    a = answers_of(**{question.replace("-", "_"): given for question, given in person.items()})
    return screen(SimpleNamespace(answers=a, plan=build_plan(a), done=frozenset(done)))  # type: ignore[arg-type]


def slugs(cards: tuple[StepCard, ...]) -> list[str]:
    return [card.slug for card in cards]


def near(person: Person) -> tuple[StepCard, ...]:
    """The cards under the heading of the next ten minutes."""
    section = shown_to(person)["sections"][0]
    assert (section.heading, section.folded) == (TEN_MINUTES, False)
    return section.steps


# Person, the three in the order of the table, and the one whose words are shown ("": a box above is open).
THREE: list[tuple[Person, str, str]] = [
    (TEEN_BLACKMAILED, "stop-contact tell-someone write-it-down", ""),
    (BOY_WHO_PAID, "stop-contact undo-payment tell-someone", "stop-contact"),
    ({**BOY_WHO_PAID, "already": ""}, "stop-contact tell-someone write-it-down", "stop-contact"),
    (TEEN_CLASSMATE_SHARED, "tell-someone write-it-down", "tell-someone"),
    (ADULT_EX, "safety-plan stop-contact tell-someone", "safety-plan"),
    (MOTHER, "stop-contact undo-payment with-your-child", "with-your-child"),
    (FATHER_AT_HOME, "safety-plan stop-contact with-your-child", ""),
    (WORKER, "safety-plan stop-contact worker-duties", "worker-duties"),
    (COUNSELLOR, "safety-plan stop-contact worker-duties", "worker-duties"),
    (FRIEND, "be-a-good-friend write-it-down", "be-a-good-friend"),
    (SHARER, "put-it-right tell-someone", "put-it-right"),
    (SHARER_FORCED, "safety-plan stop-contact put-it-right", "safety-plan"),
    (WORRIED, "before-it-happens tell-someone write-it-down", "before-it-happens"),
    (TEEN_FAKED, "safe-device tell-someone write-it-down", "tell-someone"),
    ({}, "safety-plan stop-contact tell-someone", ""),
]


@pytest.mark.parametrize(("person", "three", "opened"), THREE)
def test_the_next_ten_minutes_hold_what_counts_most(person: Person, three: str, opened: str) -> None:
    cards = near(person)
    assert (slugs(tuple(card for card in cards if not card.aside)), [card.slug for card in cards if card.open]) == (
        three.split(),
        opened.split(),
    )


ASIDE: list[tuple[Person, str]] = [
    (ADULT_EX, "body-care safe-device"),
    (WORKER, "body-care safe-device"),
    ({**BOY_WHO_PAID, "already": ""}, "undo-payment"),
    (TEEN_BLACKMAILED, ""),
]


@pytest.mark.parametrize(("person", "asides"), ASIDE)
def test_what_comes_between_is_folded_in_its_place(person: Person, asides: str) -> None:
    assert slugs(tuple(card for card in near(person) if card.aside)) == asides.split()


BOXES: list[tuple[Person, list[tuple[str, bool]]]] = [
    (MOTHER, []),
    (TEEN_BLACKMAILED, [("beat-the-clock", True)]),
    ({**TEEN_BLACKMAILED, "danger": "self-harm unsafe"}, [("danger-now", True), ("crisis", True)]),
    ({}, [("danger-now", True), ("crisis", False)]),
    ({**TEEN_BLACKMAILED, "danger": "", "already": "hurt-self"}, [("danger-now", True), ("crisis", True)]),
]


@pytest.mark.parametrize(("person", "box"), BOXES)
def test_the_danger_comes_first_and_a_second_short_form_is_folded(person: Person, box: list[tuple[str, bool]]) -> None:
    assert [(card.slug, card.open) for card in shown_to(person)["first_box"]] == box


@pytest.mark.parametrize("name", PEOPLE)
def test_every_step_stands_once_in_the_order_of_the_plan(name: str) -> None:
    page = shown_to(PEOPLE[name])
    found = [*slugs(page["first_box"]), *slugs(page["open_steps"])]
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
    assert [str(section.heading) for section in later][-1] == "In the next days"
    assert len([card for card in first.steps if not card.aside]) <= MOST


def test_a_child_alone_has_no_sections() -> None:
    page = shown_to(CHILD_ALONE)
    assert (page["sections"], slugs(page["first_box"])) == ((), ["danger-now"])


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
    assert [before.count(f'data-step="{slug}"') for slug in ("stop-contact", "undo-payment", "tell-someone")] == [
        1,
        1,
        1,
    ]
    assert "Today, if you can Write it down · " in plain(after)


@pytest.mark.django_db
@pytest.mark.parametrize(("person", "strip"), [(BOY_WHO_PAID, True), (TEEN_BLACKMAILED, True), (SHARER, False)])
def test_whoever_is_pressed_has_a_number_at_the_top(person: Person, strip: bool) -> None:
    page = Walker().walk(person).get("/plan/").content.decode()
    assert ('class="strip"' in page.split("<main")[0]) is strip
