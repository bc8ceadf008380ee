"""The proof on numbers holds for every key in every place; each of its checks bites; what reads too much is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from resources import selectors
from resources.core.helpline import Helpline
from tests.resources.conftest import line
from tests.system_packages import THOROUGH
from wizard.helplines.core import steps
from wizard.helplines.core.key import FLAGS, NumberKey
from wizard.helplines.core.pick import StepHelplines
from wizard.helplines.for_plan import lines_of_step
from wizard.journey.facts import facts_for_guide
from wizard.review.proof.number_rules import NUMBER_RULES, NumberCase
from wizard.review.proof.numbers_proof import different_places, keys_of, prove_numbers, prove_step_numbers

pytestmark = pytest.mark.django_db
BC = ("CA", "CA-BC")


def test_the_numbers_of_every_step_keep_the_rules_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    # `make prove` and the thorough run look at every place, `make test` at every fourth.
    verdicts = list(prove_numbers(every=1 if THOROUGH else 4))
    with capsys.disabled():
        pairs = sum(one.keys * one.places for one in verdicts)
        print(
            f"\nproof: {pairs} pairs of key and place over {len(verdicts)} steps, {len(NUMBER_RULES)} rules on numbers"
        )
    assert {one.step: one.broken for one in verdicts if one.broken or one.too_many} == {}
    assert [one.step for one in verdicts if not one.keys] == []


def case(step: str, **key: object) -> NumberCase:
    seen = NumberKey(**key)  # type: ignore[arg-type]
    near = selectors.lines_for_seeker(*BC, seen.who)
    return NumberCase(step, seen, BC, lines_of_step(step, seen, *BC), near)


def with_line(one: NumberCase, extra: Helpline, part: str = "extra") -> NumberCase:
    return replace(one, shown=StepHelplines({**one.shown.parts, part: (extra,)}))


def without(one: NumberCase, *parts: str) -> NumberCase:
    kept = {name: () if name in parts else lines for name, lines in one.shown.parts.items()}
    return replace(one, shown=StepHelplines(kept))


def only(one: NumberCase, *lines: Helpline) -> NumberCase:
    return replace(one, shown=StepHelplines({"emergency": one.shown.parts.get("emergency", ()), "only": lines}))


TEEN, GROWN = {"age": "minor"}, {"age": "adult"}
WOMEN = line("w", "crisis", only_for=frozenset({"women"}))
STUDENTS = line("s", only_for=frozenset({"students"}))
# To plant another fault, add a row: the rule, what is wrong, and the case.
PLANTED: list[tuple[int, str, Callable[[], NumberCase]]] = [
    (3, "StopNCII for a child", lambda: with_line(case("body_care", **TEEN), line("int-stopncii"))),
    (3, "Take It Down for an adult", lambda: with_line(case("body_care", **GROWN), line("int-take-it-down"))),
    (3, "Report Remove in Canada", lambda: with_line(case("body_care", **TEEN), line("gb-report-remove"))),
    (4, "nobody but the emergency number", lambda: only(case("crisis", **TEEN))),
    (7, "one line twice", lambda: with_line(only(case("other_ways", **TEEN), line("x")), line("x"))),
    (7, "a number that nobody read", lambda: only(case("other_ways", **TEEN), replace(line("x"), confirmed=False))),
    (8, "a line for adults", lambda: only(case("other_ways", **TEEN), line("x", youth_ok=False))),
    (8, "a tipline", lambda: only(case("other_ways", **GROWN), line("x", crosses="under-18"))),
    (17, "only women", lambda: only(case("other_ways", **TEEN), WOMEN)),
    (17, "students, unsaid", lambda: only(case("other_ways", **TEEN), line("x"), STUDENTS)),
    (17, "no violence line", lambda: without(case("danger_now", danger_from="partner"), "violence")),
    (17, "no child line", lambda: only(case("crisis", danger_from="family", **TEEN), line("x"))),
    (18, "a youth line for who did it", lambda: only(case("officers", passed_on="only"), line("x", "youth"))),
    (18, "help to change for a child", lambda: only(case("officers", **TEEN), line("x", "behaviour-change"))),
    (25, "a go-between", lambda: with_line(case("officers", **TEEN), line("x"), "between")),
]


@pytest.mark.parametrize(("number", "why", "planted"), PLANTED, ids=[row[1] for row in PLANTED])
def test_a_planted_fault_is_found_by_its_rule(number: int, why: str, planted: Callable[[], NumberCase]) -> None:
    assert number in [rule.number for rule in NUMBER_RULES if not rule.holds(planted())]


def test_a_night_without_anybody_is_found() -> None:
    one = case("people", **TEEN)
    asleep = [replace(found, open_all_hours=False) for found in one.people]
    assert [rule.number for rule in NUMBER_RULES if not rule.holds(only(one, *asleep))] == [7]


def test_places_with_the_same_lines_are_looked_at_once() -> None:
    found = different_places()
    assert (len(found) == len({*found}), ("CA", "CA-BC") in found, ("other", "") in found) == (True, True, True)


def test_a_key_is_walked_only_where_somebody_has_the_step() -> None:
    world = facts_for_guide()
    assert {key.role for key in keys_of("worker_duties", world)} == {"client"}
    assert {key.age for key in keys_of("child_alone", world)} == {"minor"}
    assert {key.lawyer for key in keys_of("put_it_right", world)} == {True}


def test_a_step_that_reads_too_much_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = tuple(name for name in FLAGS if name not in ("role", "age"))
    monkeypatch.setitem(steps.STEPS, "say_no", replace(steps.STEPS["say_no"], flags=everything))
    verdict = prove_step_numbers("say_no", different_places(), facts_for_guide())
    assert (verdict.too_many, verdict.broken) == (True, {})
