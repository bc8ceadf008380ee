"""The first page of the paper keeps the rules for everybody everywhere, and each of its checks bites."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.people import WORLD, answers_of
from tests.resources.conftest import channel, line
from wizard.core.phrase_tables import read_all
from wizard.core.phrases import Phrase
from wizard.core.step_rules import STEP_RULES
from wizard.journey.facts import facts_for_guide
from wizard.plan.core import what_not
from wizard.review.proof import first_page_proof
from wizard.review.proof.first_page_proof import (
    PAGE_RULES,
    PageCase,
    broken_page_words,
    broken_sentences,
    keeps_its_shape,
    page_cases,
)

pytestmark = pytest.mark.django_db


def test_the_numbers_keep_the_rules_for_everybody_everywhere() -> None:
    cases = list(page_cases())
    broken = [(rule.__name__, one.place, one.need) for one in cases for rule in PAGE_RULES if not rule(one)]
    assert (broken, len(cases) > 5000) == ([], True)


def first_case(*, minor: bool, crisis: bool = False, close: bool = False) -> PageCase:
    """A page in British Columbia, where the facts know a line of every kind."""
    wanted = (minor, crisis, close)
    cases = (one for one in page_cases() if one.place == ("CA", "CA-BC"))
    return next(one for one in cases if (one.need.minor, one.need.crisis, one.need.close) == wanted)


def by_day(one: PageCase) -> PageCase:
    others = tuple(replace(found, open_all_hours=False) for found in one.others)
    return replace(one, others=others)


def without(one: PageCase, topic: str) -> PageCase:
    return replace(one, others=tuple(found for found in one.others if topic not in found.fit.topics))


STRAY = line("stray", channels=(channel("chat"),))
# To plant another fault, add a row: what is wrong with the page, and the rules that see it.
PLANTED: list[tuple[str, Callable[[], PageCase], set[str]]] = [
    ("no emergency number", lambda: replace(first_case(minor=True), emergency=()), {"reaches_somebody"}),
    ("a line of elsewhere", lambda: replace(first_case(minor=True), emergency=(STRAY,)), {"few_and_of_the_plan"}),
    ("nobody awake", lambda: by_day(first_case(minor=True)), {"awake_where_one_is", "few_and_of_the_plan"}),
    (
        "no crisis line first",
        lambda: replace(
            first_case(minor=False, crisis=True), others=first_case(minor=False, crisis=True).lines.all[-1:]
        ),
        {"crisis_by_call_and_text", "awake_where_one_is"},
    ),
    (
        "no violence line",
        lambda: without(first_case(minor=False, crisis=True, close=True), "family-violence"),
        {"harm_has_its_line"},
    ),
]


@pytest.mark.parametrize(("why", "planted", "seen"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found(why: str, planted: Callable[[], PageCase], seen: set[str]) -> None:
    page = planted()
    assert {rule.__name__ for rule in PAGE_RULES if not rule(page)} == seen


def test_no_sentence_breaks_a_rule_for_anybody() -> None:
    phrases = read_all(row.slug for row in STEP_RULES)
    assert broken_page_words(phrases, facts_for_guide()) == {}


def test_a_sentence_that_breaks_a_rule_is_found_for_those_who_read_it_only() -> None:
    wrong = Phrase("1", "no meeting", "-", never=("do not go to meet",))
    helpers = broken_sentences((what_not.HELPER,), [wrong], WORLD)
    assert (broken_sentences(what_not.TABLES, [wrong], WORLD), helpers) == (
        {"no meeting": "Do not go to meet anyone."},
        {},
    )


def test_a_list_that_orders_silence_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_page_proof, "what_not", lambda a: ("Do not answer. Wait.", "b", "c"))
    careful, plain = (
        answers_of(who="self", device="mine", what="threat", holder=holder) for holder in ("family", "stranger")
    )
    assert [keeps_its_shape(a) for a in (careful, plain)] == [False, True]
    assert list(broken_page_words([], WORLD)) == ["Three or four lines, and none orders silence"]
