"""Rules 3, 7 and 8 hold for the lines of every person in every place, and each of their checks bites."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from resources import selectors
from resources.core.helpline import Helpline
from resources.core.helpline_choice import Seeker
from wizard.review.proof.helpline_rules import LINE_RULES, LineCase, cases, places, seekers

pytestmark = pytest.mark.django_db
GROWN = Seeker(minor=False, subject_under_18=False)
YOUNG = Seeker(minor=True)


def case(who: Seeker, country: str = "CA", region: str = "CA-BC") -> LineCase:
    found = selectors.lines_for(country, region, minor=who.minor, role=who.role, subject_under_18=who.subject_under_18)
    return LineCase(country, region, who, found)


def test_the_rules_hold_for_everybody_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    checked, broken = 0, []
    for one in cases():
        checked += 1
        broken += [(rule.number, one.country, one.region, one.who) for rule in LINE_RULES if not rule.holds(one)]
    with capsys.disabled():
        print(f"\nproof: {checked} people in {len(list(places()))} places, {len(LINE_RULES)} rules about lines")
    assert broken == []
    assert checked == len(list(places())) * len(list(seekers()))


def line(slug: str, who: Seeker, country: str = "CA", region: str = "CA-BC") -> Helpline:
    return next(found for found in case(who, country, region).lines.all if found.slug == slug)


def also(one: LineCase, extra: Helpline, need: str = "all") -> LineCase:
    return replace(one, lines=replace(one.lines, **{need: (*getattr(one.lines, need), extra)}))


def only(one: LineCase, keep: Callable[[Helpline], bool]) -> LineCase:
    return replace(one, lines=replace(one.lines, all=tuple(filter(keep, one.lines.all))))


def without_number(one: LineCase) -> LineCase:
    return replace(one, lines=replace(one.lines, emergency=(), emergency_note=""))


def unchecked(one: LineCase) -> LineCase:
    first, *rest = one.lines.all
    return replace(one, lines=replace(one.lines, all=(replace(first, confirmed=False), *rest)))


PLANTED: list[tuple[int, str, Callable[[], LineCase]]] = [
    (3, "StopNCII for a child", lambda: also(case(YOUNG), free(line("int-stopncii", GROWN)))),
    (3, "Take It Down for an adult picture", lambda: also(case(GROWN), free(line("int-take-it-down", YOUNG)))),
    (3, "Report Remove in Canada", lambda: also(case(YOUNG), line("gb-report-remove", YOUNG, "GB", "GB-SCT"))),
    (7, "nobody to talk to", lambda: only(case(GROWN), lambda found: found.emergency)),
    (7, "no emergency number and no word about it", lambda: without_number(case(GROWN))),
    (7, "nobody awake, and it is not said", lambda: only(case(YOUNG), lambda found: not found.open_all_hours)),
    (7, "a number that nobody checked", lambda: unchecked(case(YOUNG))),
    (8, "a line for adults for a child", lambda: also(case(YOUNG), line("bc-crime-victim-assistance-program", GROWN))),
    (8, "a line for children for an adult", lambda: also(case(GROWN), line("needhelpnow-ca", YOUNG))),
    (8, "a child tipline for an adult", lambda: also(case(GROWN), line("cybertip-ca", YOUNG), "child_tipline")),
]


def free(found: Helpline) -> Helpline:
    """A line that fits anybody, so that only its name can be wrong."""
    return replace(found, fit=replace(found.fit, crosses=None, youth_ok=True, adult_ok=True))


@pytest.mark.parametrize(("number", "why", "planted"), PLANTED, ids=[row[1] for row in PLANTED])
def test_a_planted_fault_is_found_by_its_rule_alone(number: int, why: str, planted: Callable[[], LineCase]) -> None:
    assert [rule.number for rule in LINE_RULES if not rule.holds(planted())] == [number]
