"""What the pages of requests say first to whom."""

from dataclasses import replace

import pytest

from tests.people import ADULT_MAY_SAY_NO, WORLD
from wizard.core.flow import PlatformChoice, walk
from wizard.core.location import read_answers
from wizard.core.questions import FLOW
from wizard.remove.core.guidance import first_lines, lines_beside

Person = dict[str, str]

SELLING = replace(WORLD, platforms=(*WORLD.platforms, PlatformChoice("shop", "Shop", 3, sold_here=True)))
CREATOR = {**ADULT_MAY_SAY_NO, "holder": "unknown", "already": "none", "where": "shop"}
TEAM, TIPLINE = "leak team", "sold or not. Go to a tipline first"


def said(given: Person) -> str:
    stored = {slug: values.split() for slug, values in given.items()}
    a = read_answers(walk(FLOW, stored, SELLING), SELLING)
    assert {*lines_beside(a)} <= {*first_lines(a)}
    return " ".join(map(str, lines_beside(a)))


@pytest.mark.parametrize(
    ("changed", "there"),
    [
        ({}, [TEAM]),
        ({"where": "reddit"}, []),
        ({"age": "16-17"}, [TIPLINE]),
        ({"age-then": "under-18"}, [TIPLINE]),
        ({"age": "16-17", "who": "client"}, [TIPLINE]),
        ({"who": "sharer", "forced": "yes"}, []),
    ],
)
def test_what_is_sold_goes_to_the_leak_team_and_under_18_to_a_tipline(changed: Person, there: list[str]) -> None:
    words = said({**CREATOR, **changed})
    assert [one for one in (TEAM, TIPLINE) if one in words] == there


def test_a_text_for_a_helper_is_about_them() -> None:
    young = {**CREATOR, "age": "16-17"}
    assert ["They are not in trouble" in said({**young, "who": who}) for who in ("self", "child", "client")] == [
        False,
        True,
        True,
    ]


def test_no_promise_of_hours_for_what_was_sold() -> None:
    assert "A law with a time limit may not apply" in said(CREATOR)
