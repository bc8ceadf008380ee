"""The line of answers at the end of a plan: who sees it, and what it never says."""

from dataclasses import replace

import pytest

from tests.people import (
    ADULT_MAY_SAY_NO,
    MOTHER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORLD,
    answers_of,
    path_of,
)
from wizard.core.flow import PlatformChoice, walk
from wizard.core.location import read_answers
from wizard.core.questions import FLOW
from wizard.plan.core.answer_line import answer_line

Person = dict[str, str]
AT_RISK = {**ADULT_MAY_SAY_NO, "who": "child", "keeps-safe": "no"}


def line(given: Person) -> list[str]:
    named = {slug.replace("-", "_"): values for slug, values in given.items()}
    return [str(words) for words in answer_line(answers_of(**named), path_of(**named), WORLD)]


TEEN = ["Me", "Canada", "British Columbia", "16 or 17", "It was sent, shown or posted"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (TEEN_CLASSMATE_SHARED, TEEN),
        ({**TEEN_CLASSMATE_SHARED, "holder": "stranger"}, TEEN),
        ({**TEEN_CLASSMATE_SHARED, "holder": "family"}, []),
        ({**TEEN_CLASSMATE_SHARED, "holder": "partner"}, []),
        ({**TEEN_CLASSMATE_SHARED, "device": "watched"}, []),
        ({**TEEN_CLASSMATE_SHARED, "device": "home"}, []),
        ({**TEEN_CLASSMATE_SHARED, "device": "shared"}, []),
        ({**TEEN_CLASSMATE_SHARED, "device": ""}, []),
        ({**TEEN_CLASSMATE_SHARED, "what": "shared passed-on"}, TEEN),
        (AT_RISK, ["My child", "Canada", "British Columbia", "18 or older", "It was sent, shown or posted"]),
    ],
)
def test_it_says_what_was_chosen_and_only_where_nobody_else_reads_it(given: Person, said: list[str]) -> None:
    assert line(given) == said


@pytest.mark.parametrize("given", [TEEN_BLACKMAILED, MOTHER, SHARER_FORCED, AT_RISK])
def test_it_never_says_who_did_it_or_what_they_did(given: Person) -> None:
    said = " ".join(line({**given, "device": "mine", "what": given.get("what", "threat") + " passed-on"}))
    told = ("online", "about my age", "illness", "disability", "of someone else", "shared or made", "Snapchat", "paid")
    assert [words for words in told if words in said] == []


def test_it_names_no_app_that_could_out_somebody_or_say_what_they_sell() -> None:
    marked = (PlatformChoice("meets", "Meets", 1, lgbtq=True), PlatformChoice("shop", "Shop", 1, sold_here=True))
    world = replace(WORLD, platforms=(*WORLD.platforms, *marked))
    stored = {slug: values.split() for slug, values in {**TEEN_CLASSMATE_SHARED, "where": "meets shop"}.items()}
    path = walk(FLOW, stored, world)
    assert {*path.replies.values["where"]} == {"meets", "shop"}
    assert [str(words) for words in answer_line(read_answers(path, world), path, world)] == TEEN
