"""The card "Do this first": which one each person gets, and what it may not say to whom."""

import pytest

from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    BOY_WHO_PAID,
    CHILD_ALONE,
    COUNSELLOR,
    FATHER_AT_HOME,
    FRIEND,
    MOTHER,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    WORRIED,
    answers_of,
)
from tests.resources.conftest import steps_from
from wizard.core.plan import build_plan
from wizard.helplines.for_plan import whole_key
from wizard.plan.core.first_card import first_card
from wizard.plan.core.first_card_parts import FirstCard

Person = dict[str, str]
CALM_CHILD = {**CHILD_ALONE, "danger": "none"}
CALM_COUNSELLOR = {**COUNSELLOR, "device": "mine", "what": "shared", "holder": "peer", "afraid": "no"}


def card_of(person: Person) -> FirstCard:
    return first_card(answers_of(**{question.replace("-", "_"): given for question, given in person.items()}))


# Person, the kind of the card, its step, where its number is looked for first ("": it opens the tool `talk`).
CARDS: list[tuple[Person, str, str, str]] = [
    (TEEN_BLACKMAILED, "clock", "beat-the-clock", "beat_the_clock."),
    ({**TEEN_BLACKMAILED, "danger": "self-harm deadline unsafe"}, "crisis", "crisis", "crisis."),
    ({**TEEN_BLACKMAILED, "danger": "unsafe deadline"}, "danger", "danger-now", "danger_now.emergency"),
    ({**BOY_WHO_PAID, "already": "hurt-self"}, "crisis", "crisis", "crisis."),
    (BOY_WHO_PAID, "stop", "stop-contact", "people.talk"),
    ({**BOY_WHO_PAID, "device": "watched"}, "ask", "safety-plan", "safety_plan.child"),
    ({**BOY_WHO_PAID, "holder": ""}, "ask", "safety-plan", "safety_plan.child"),
    (TEEN_CLASSMATE_SHARED, "tell", "tell-someone", ""),
    ({**TEEN_CLASSMATE_SHARED, "afraid": "yes"}, "ask", "safety-plan", "safety_plan.child"),
    (ADULT_EX, "ask", "safety-plan", "safety_plan.violence"),
    (ADULT_MAY_SAY_NO, "tell", "tell-someone", ""),
    (MOTHER, "stop", "stop-contact", "with_your_child.parents"),
    ({**MOTHER, "what": "shared", "holder": "peer", "afraid": "no"}, "look", "with-your-child", ""),
    (FATHER_AT_HOME, "danger", "danger-now", "danger_now.emergency"),
    (WORKER, "ask", "safety-plan", "safety_plan.protection"),
    (CALM_COUNSELLOR, "look", "worker-duties", "worker_duties.protection"),
    ({**CALM_COUNSELLOR, "age": "18-plus"}, "look", "worker-duties", ""),
    (FRIEND, "tell", "be-a-good-friend", ""),
    (SHARER, "legal", "put-it-right", "put_it_right.legal"),
    (SHARER_FORCED, "ask", "safety-plan", "safety_plan.child"),
    (WORRIED, "tell", "tell-someone", ""),
    (CHILD_ALONE, "danger", "danger-now", "danger_now.emergency"),
    (CALM_CHILD, "tell", "tell-someone", ""),
    ({**CALM_CHILD, "holder": "family"}, "tell", "tell-someone", "child_alone.talk"),
    ({**CALM_CHILD, "holder": ""}, "tell", "tell-someone", "child_alone.talk"),
    ({}, "ask", "safety-plan", "safety_plan.child"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "kind", "emergency"),
    [
        ({"place": "KE"}, "ask", False),
        ({"place": "other"}, "ask", False),
        ({"place": "CA", "device": "watched"}, "ask", True),
        ({"place": "KE", "danger": "meet"}, "danger", True),
        ({"place": "KE", "danger": "deadline"}, "clock", True),
    ],
)
def test_where_police_could_be_the_danger_a_helpline_is_not_the_emergency_number(
    changed: Person, kind: str, emergency: bool
) -> None:
    card = card_of({**BOY_WHO_PAID, "age": "18-plus", **changed})
    shown = any(part == "emergency" for _step, part in card.parts)
    assert (card.kind, shown) == (kind, emergency)


@pytest.mark.parametrize(("person", "kind", "step", "number"), CARDS)
def test_who_gets_which_card(person: Person, kind: str, step: str, number: str) -> None:
    card = card_of(person)
    assert (card.kind, card.steps[0], ".".join(card.parts[0]) if card.parts else "") == (kind, step, number)
    assert bool(card.parts) is not bool(card.get) or card.kind in ("look", "legal")


@pytest.mark.parametrize(("person", "_kind", "_step", "_number"), CARDS)
def test_a_card_leads_to_a_step_of_the_plan_and_its_parts_are_those_of_the_table(
    person: Person, _kind: str, _step: str, _number: str
) -> None:
    card = card_of(person)
    plan = build_plan(answers_of(**{question.replace("-", "_"): given for question, given in person.items()}))
    assert {*plan.slugs} & {*card.steps}
    key = whole_key(answers_of(**{question.replace("-", "_"): given for question, given in person.items()}))
    steps = steps_from({}, key)
    assert [part for step, part in card.parts if part and part not in steps[step].parts] == []


def said(person: Person) -> str:
    return " ".join(map(str, card_of(person).sentences))


DANGER = {**TEEN_BLACKMAILED, "danger": "unsafe"}


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (DANGER, True),
        ({**DANGER, "holder": "family"}, False),
        ({**DANGER, "holder": "family", "danger": "meet"}, False),
        ({**MOTHER, "danger": "unsafe", "holder": "family"}, False),
    ],
)
def test_somebody_at_home_is_not_called_a_meeting(person: Person, told: bool) -> None:
    assert ("not meet the other person" in said(person)) is told


@pytest.mark.parametrize(
    ("more", "careful"),
    [({}, False), ({"holder": "partner"}, True), ({"device": "watched"}, True), ({"device": "home"}, True)],
)
def test_a_clock_is_not_left_running_where_silence_could_hurt(more: Person, careful: bool) -> None:
    card = card_of({**TEEN_BLACKMAILED, **more})
    assert ("If not answering could get you hurt" in said({**TEEN_BLACKMAILED, **more})) is careful
    assert ("the time limit rush you" in str(card.verb)) is not careful


def test_what_they_were_ordered_to_do_is_not_their_fault() -> None:
    assert "It is not your fault." in said({**BOY_WHO_PAID, "already": "hurt-self"})
    assert "It is not their fault." in said({**MOTHER, "already": "hurt-self"})
