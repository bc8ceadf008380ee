"""Safety rules 3, 4, 7, 8, 17, 18 and 25 on the lines that one step shows to one person in one place. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from resources.core.helpline import TALKED_ON, Helpline
from resources.core.needs import HelplinesByNeed
from wizard.helplines.core.groups import groups_of, serve_everybody
from wizard.helplines.core.key import CLOSE, NumberKey
from wizard.helplines.core.pick import MOST, StepHelplines
from wizard.review.proof.helpline_rules import SERVICES

# The steps that may be the first with numbers when somebody can be hurt.
FIRST_WITH_NUMBERS = ("danger_now", "crisis", "beat_the_clock", "safety_plan")


@dataclass(frozen=True, slots=True)
class NumberCase:
    """What one step shows to one key in one place, and all lines by need that fit such a person there."""

    step: str
    key: NumberKey
    place: tuple[str, str]
    shown: StepHelplines
    near: HelplinesByNeed

    @property
    def people(self) -> tuple[Helpline, ...]:
        """The lines without the emergency number."""
        return tuple(line for line in self.shown.lines if not line.emergency)


def few_lines(case: NumberCase) -> bool:
    """7. Four lines at most, each once."""
    slugs = [line.slug for line in case.shown.lines]
    return len(slugs) <= MOST and len(slugs) == len(set(slugs))


def services_fit(case: NumberCase) -> bool:
    """3. A matching service stands only on its own side of 18; Report Remove only for somebody under 18 now, in GB."""
    sides = {SERVICES[line.slug] for line in case.shown.lines if line.slug in SERVICES}
    report_remove = any(line.slug == "gb-report-remove" for line in case.shown.lines)
    young_in_gb = case.place[0] == "GB" and case.key.minor
    right = "under-18" if case.key.subject_under_18 else "adult"
    return sides <= {right} and (young_in_gb or not report_remove)


def somebody_is_reached(case: NumberCase) -> bool:
    """4. In danger there is a person to reach: the emergency number, or why there is none, and a line."""
    if case.step != "crisis" and not (case.step == "danger_now" and case.key.danger_from):
        return True
    emergency = bool(case.shown.parts["emergency"]) or bool(case.near.emergency_note)
    return emergency and any(line.confirmed for line in case.people)


def night_is_covered(case: NumberCase) -> bool:
    """7. The list of people has a line that is open at all hours, where the facts have one for this person."""
    if case.step not in ("people", "child_alone"):
        return True
    return not case.near.has_night_line or any(line.open_all_hours for line in case.people)


def numbers_are_checked(case: NumberCase) -> bool:
    """7. A line without a channel that somebody read has no number to tap, and never stands among people to call."""
    return all(line.confirmed == bool(line.channels) for line in case.shown.lines)


def lines_fit(case: NumberCase) -> bool:
    """8. Each line fits the age and the picture: the person's own, or the helper's."""
    return all(line.emergency or _fits(line, case.key) for line in case.shown.lines)


def _fits(line: Helpline, key: NumberKey) -> bool:
    age_ok = line.fit.youth_ok if key.minor else line.fit.adult_ok
    # Where nobody gave an age, lines for either stand under their labels.
    either = key.age == "skipped" or key.helper
    picture_ok = line.fit.crosses in (None, "any", "under-18" if key.subject_under_18 else "adult")
    return picture_ok and (age_ok or (either and line.fit.adult_ok))


def tiplines_are_for_children(case: NumberCase) -> bool:
    """8. Child tiplines only when the person in the picture was under 18."""
    return case.key.subject_under_18 or not any(line.fit.crosses == "under-18" for line in case.shown.lines)


def nobody_is_left_out(case: NumberCase) -> bool:
    """17. A line for some people only is never the only one: beside it is one for everybody, or one for each sex."""
    return serve_everybody(case.people, case.key.said)


def groups_are_said(case: NumberCase) -> bool:
    """17. A line for one group is shown only where the answers say the group, or nothing serves everybody there."""
    said = case.key.said
    unsaid = [line for line in case.people if said.unmet(line) - said.maybe - {"women", "men"}]
    return all("lgbtq" in groups_of(line) and case.key.outing == "named" for line in unsaid)


def harm_has_its_line(case: NumberCase) -> bool:
    """17. Harm that may come from somebody close: a violence line, under 18 a child line, where there is one."""
    source = case.key.source if case.step == "safety_plan" else case.key.danger_from
    if case.step not in FIRST_WITH_NUMBERS or source not in (*CLOSE, "unknown"):
        return True
    if case.key.minor:
        lines = (*case.near.crisis, *case.near.counselling)
        return not any(map(_is_child_line, lines)) or any(map(_is_child_line, case.people))
    known = [line for line in case.near.family_violence if _for_anybody(line, case.key)]
    return not known or any("family-violence" in line.fit.topics for line in case.people)


def _is_child_line(line: Helpline) -> bool:
    talks = any(way.kind in TALKED_ON for way in line.channels)
    return "youth" in line.fit.topics and talks and not line.international and not groups_of(line)


def _for_anybody(line: Helpline, key: NumberKey) -> bool:
    return line.confirmed and "youth" not in line.fit.topics and not key.said.unmet(line)


def doers_meet_no_child_help(case: NumberCase) -> bool:
    """18. An adult who passed on an adult's picture meets no line for children, young people or about children."""
    if not case.key.lawyer or case.key.age != "adult":
        return True
    about_children = {"youth", "child-protection"}
    # An office that protects adults may protect children too.
    people = [line for line in case.people if "adult-protection" not in line.fit.topics]
    return not any(line.fit.topics & about_children and line.fit.crosses != "any" for line in people)


def change_is_for_who_did_it(case: NumberCase) -> bool:
    """18. Help to act differently stands only where somebody passed a picture on."""
    return case.key.lawyer or not any("behaviour-change" in line.fit.topics for line in case.people)


def no_go_between(case: NumberCase) -> bool:
    """25. Services that talk to the other person are named as such in one step only, which the message gate opens."""
    return case.step == "say_no" or "between" not in case.shown.parts


@dataclass(frozen=True, slots=True)
class NumberRule:
    """A rule about the lines of a step: its number, and the checks that hold when it does."""

    number: int
    checks: tuple[Callable[[NumberCase], bool], ...]

    def holds(self, case: NumberCase) -> bool:
        """True when every check holds."""
        return all(check(case) for check in self.checks)


NUMBER_RULES = (
    NumberRule(3, (services_fit,)),
    NumberRule(4, (somebody_is_reached,)),
    NumberRule(7, (few_lines, night_is_covered, numbers_are_checked)),
    NumberRule(8, (lines_fit, tiplines_are_for_children)),
    NumberRule(17, (nobody_is_left_out, groups_are_said, harm_has_its_line)),
    NumberRule(18, (doers_meet_no_child_help, change_is_for_who_did_it)),
    NumberRule(25, (no_go_between,)),
)
