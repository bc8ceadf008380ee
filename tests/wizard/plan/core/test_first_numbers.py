"""Which numbers stand large on a first page: by what the person is in, out of made-up lines."""

from dataclasses import replace

import pytest

from tests.people import (
    ADULT_EX,
    CHILD_ALONE,
    FATHER_AT_HOME,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    TEEN_ORDERED_TO_HURT,
    answers_of,
)
from tests.resources.conftest import channel, line, steps_from
from wizard.helplines.core.key import NumberKey
from wizard.helplines.core.pick import PlanHelplines
from wizard.plan.core.first_numbers import LargeNumber, PageNeed, first_numbers, numbers_are_local, page_need

ADULT = PageNeed("self", minor=False, crisis=False, close=False, lawyer=False)
YOUNG = replace(ADULT, minor=True)
BY_DAY = (channel(always=False),)
CALL, TEXT = channel(), channel("text")


def plan(need: PageNeed, **needs: object) -> PlanHelplines:
    """The lines of a plan on which these needs have lines, and an emergency number."""
    key = NumberKey(need.role, "minor" if need.minor else "adult", passed_on="also" if need.lawyer else "")
    return PlanHelplines(steps=steps_from({"emergency": (line("nine", emergency=True),), **needs}, key))


def shown(need: PageNeed, **needs: object) -> list[str]:
    return [f"{one.label}: {one.line.slug}" for one in first_numbers(need, plan(need, **needs))]


EMERGENCY = "In danger or hurt: nine"
CRISIS, CHILD_LINE = line("crisis", "crisis", channels=(CALL, TEXT)), line("child", "youth", "crisis")
WOMEN = line("women", "family-violence", only_for=frozenset({"women"}))
VIOLENCE, LAWYER = line("violence", "family-violence"), line("lawyer", "legal", "youth")
# To cover another need, add a row: the need, the lines there are, and what stands under the emergency number.
PICKED = [
    (ADULT, {"crisis": (CRISIS,)}, ["To talk: crisis"]),
    (ADULT, {"crisis": (CRISIS,), "counselling": (line("ear"),)}, ["To talk: ear"]),
    (ADULT, {"crisis": (CRISIS,), "counselling": (line("ear", channels=BY_DAY),)}, ["To talk: crisis"]),
    (replace(ADULT, close=True), {"crisis": (CRISIS,), "family_violence": (VIOLENCE,)}, ["To talk: violence"]),
    (replace(ADULT, close=True), {"crisis": (CRISIS,)}, ["To talk: crisis"]),
    (
        replace(ADULT, close=True),
        {"crisis": (CRISIS,), "family_violence": (line("shelter", "family-violence", channels=BY_DAY),)},
        ["To talk: shelter", "To talk: crisis"],
    ),
    (
        replace(ADULT, close=True, crisis=True),
        {"crisis": (CRISIS,), "family_violence": (VIOLENCE,)},
        ["To talk: crisis", "To talk: violence"],
    ),
    (
        replace(ADULT, close=True),
        {"family_violence": (WOMEN,), "victims": (line("victims", "victim-services"),), "crisis": (CRISIS,)},
        ["To talk, for women: women", "To talk: victims"],
    ),
    (
        replace(YOUNG, close=True),
        {"crisis": (CRISIS, CHILD_LINE), "family_violence": (VIOLENCE,)},
        ["To talk: child"],
    ),
    (
        replace(YOUNG, crisis=True, close=True),
        {"crisis": (CRISIS, CHILD_LINE)},
        ["To talk: crisis", "To talk: child"],
    ),
    (
        replace(ADULT, crisis=True),
        {"crisis": (line("calls"), line("texts", channels=(TEXT,)))},
        ["To talk: calls", "To text: texts"],
    ),
    (
        replace(YOUNG, role="sharer", lawyer=True),
        {"crisis": (CHILD_LINE,), "youth_legal": (LAWYER,)},
        ["To talk: child", "Legal help: lawyer"],
    ),
    (replace(YOUNG, role="child"), {"crisis": (CHILD_LINE,), "parents": (line("parents"),)}, ["To talk: child"]),
    (ADULT, {"crisis": (line("nobody", channels=()),)}, []),
]  # fmt: skip


@pytest.mark.parametrize(("need", "needs", "under"), PICKED)
def test_whom_to_reach_first_follows_from_the_need(need: PageNeed, needs: dict[str, object], under: list[str]) -> None:
    assert shown(need, **needs) == [EMERGENCY, *under]


def test_a_number_that_serves_one_town_only_is_not_printed_large() -> None:
    local = line("towns", channels=[channel(value=str(place)) for place in range(4)])
    page_first = line("page", channels=(channel("web"), channel()))
    assert [numbers_are_local(one) for one in (local, page_first, CRISIS)] == [True, True, False]
    assert shown(ADULT, crisis=(CRISIS,), counselling=(local, page_first)) == [EMERGENCY, "To talk: crisis"]


def test_every_number_to_call_is_printed_and_one_of_each_other_way() -> None:
    ways = (channel("chat"), TEXT, channel("text", value="2"), CALL, channel(value="2"), channel("whatsapp"))
    (_nine, talk) = first_numbers(ADULT, plan(ADULT, crisis=(line("all", channels=ways),)))
    assert [way.href for way in talk.ways] == ["phone:1", "phone:2", "text:1", "whatsapp:1"]


def test_a_line_that_cannot_be_dialled_has_its_first_way() -> None:
    (_nine, talk) = first_numbers(ADULT, plan(ADULT, crisis=(line("chat", channels=(channel("chat"),)),)))
    assert talk == LargeNumber("To talk", talk.line, (channel("chat"),))


def test_an_emergency_line_without_a_number_stands_there_for_its_note() -> None:
    needs = {"emergency": (line("nine", emergency=True, channels=()),), "crisis": (CRISIS,)}
    assert [one.ways for one in first_numbers(ADULT, plan(ADULT, **needs))][:1] == [()]


PEOPLE_IN_NEED = [
    (TEEN_BLACKMAILED, PageNeed("self", minor=True, crisis=False, close=False, lawyer=False)),
    (TEEN_CLASSMATE_SHARED, PageNeed("self", minor=True, crisis=False, close=False, lawyer=False)),
    ({**TEEN_CLASSMATE_SHARED, "afraid": "yes"}, PageNeed("self", minor=True, crisis=False, close=False, lawyer=False)),
    (ADULT_EX, PageNeed("self", minor=False, crisis=False, close=True, lawyer=False)),
    ({**ADULT_EX, "danger": ""}, PageNeed("self", minor=False, crisis=True, close=True, lawyer=False)),
    (
        {**ADULT_EX, "holder": "", "danger": "meet"},
        PageNeed("self", minor=False, crisis=False, close=True, lawyer=False),
    ),
    (CHILD_ALONE, PageNeed("self", minor=True, crisis=False, close=False, lawyer=False)),
    (FATHER_AT_HOME, PageNeed("child", minor=True, crisis=False, close=True, lawyer=False)),
    (TEEN_ORDERED_TO_HURT, PageNeed("self", minor=True, crisis=True, close=False, lawyer=True)),
    (SHARER, PageNeed("sharer", minor=True, crisis=False, close=False, lawyer=True)),
    ({**SHARER_FORCED, "holder": "partner"}, PageNeed("sharer", minor=True, crisis=False, close=True, lawyer=True)),
]


@pytest.mark.parametrize(("given", "need"), PEOPLE_IN_NEED)
def test_the_need_is_read_from_the_answers(given: dict[str, str], need: PageNeed) -> None:
    assert page_need(answers_of(**{name.replace("-", "_"): said for name, said in given.items()})) == need
