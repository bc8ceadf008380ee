"""Safety rules 3, 7 and 8 over the helplines that a plan may name, for every place, age and role."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resources import selectors
from resources.core.helpline import Helpline
from resources.core.helpline_choice import HELPERS, Seeker
from resources.core.needs import HelplinesByNeed

ROLES = ("self", "child", "client", "friend", "sharer")
SERVICES = {"int-take-it-down": "under-18", "gb-report-remove": "under-18", "int-stopncii": "adult"}


@dataclass(frozen=True, slots=True)
class LineCase:
    """The lines of one person in one place (ISO codes; region "" when not known)."""

    country: str
    region: str
    who: Seeker
    lines: HelplinesByNeed


def services_fit(case: LineCase) -> bool:
    """3. A matching service stands only on its own side of 18; Report Remove only for somebody under 18 now, in GB."""
    sides = {SERVICES[line.slug] for line in case.lines.all if line.slug in SERVICES}
    # By name: the proof must not ask the fact that it is to judge.
    young_in_gb = case.country == "GB" and case.who.minor
    report_remove = any(line.slug == "gb-report-remove" for line in case.lines.all)
    return sides <= {"under-18" if case.who.subject_under_18 else "adult"} and (young_in_gb or not report_remove)


def somebody_answers(case: LineCase) -> bool:
    """7. A line of the country, or an international one that says so; the emergency number, or why there is none."""
    own = [line for line in case.lines.all if not line.emergency and not line.international]
    labelled = [line for line in case.lines.all if line.international]
    emergency = any(line.confirmed for line in case.lines.emergency) or bool(case.lines.emergency_note)
    return bool(own or labelled) and emergency


def night_is_honest(case: LineCase) -> bool:
    """7. Where the facts have a line that is open at all hours, one is there; where not, that is said."""
    awake = any(line.open_all_hours and not line.emergency for line in case.lines.all)
    return awake or not case.lines.has_night_line


def numbers_are_checked(case: LineCase) -> bool:
    """7. A number that is not verified is never shown: no channel, no tap."""
    return all(line.confirmed == bool(line.channels) for line in case.lines.all)


def lines_fit(case: LineCase) -> bool:
    """8. Lines fit the age: the child's or the helper's own."""
    return all(line.emergency or _fits(line, case.who) for line in case.lines.all)


def _fits(line: Helpline, who: Seeker) -> bool:
    age_ok = line.fit.youth_ok if who.minor else line.fit.adult_ok
    picture_ok = line.fit.crosses in (None, "any", "under-18" if who.subject_under_18 else "adult")
    return picture_ok and (age_ok or (who.role in HELPERS and line.fit.adult_ok))


def tiplines_are_for_children(case: LineCase) -> bool:
    """8. Child tiplines only when the person in the picture was under 18."""
    return case.who.subject_under_18 or not any(line.fit.crosses == "under-18" for line in case.lines.child_tipline)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule about lines: its number, and the checks that hold when it does."""

    number: int
    checks: tuple[Callable[[LineCase], bool], ...]

    def holds(self, case: LineCase) -> bool:
        """True when every check holds."""
        return all(check(case) for check in self.checks)


LINE_RULES = (
    LineRule(3, (services_fit,)),
    LineRule(7, (somebody_answers, night_is_honest, numbers_are_checked)),
    LineRule(8, (lines_fit, tiplines_are_for_children)),
)


def places() -> Iterator[tuple[str, str]]:
    """Every place that can be answered: countries, their regions, the region skipped, another country."""
    for land in selectors.places():
        yield from ((land.code, region) for region in ("", *(code for code, _name in land.regions)))
    yield "other", ""


def seekers() -> Iterator[Seeker]:
    """Everyone who can look for a line; a minor now was one in the picture, too."""
    for role in ROLES:
        for minor, under_18 in ((True, True), (False, True), (False, False)):
            # Whoever passed a picture on is treated as if the person in it was under 18.
            if under_18 or role != "sharer":
                yield from (Seeker(minor, role, under_18, text_first) for text_first in ({False, minor}))


def cases() -> Iterator[LineCase]:
    """Every person in every place, with the lines that their plan may name."""
    for country, region in places():
        for who in seekers():
            found = selectors.lines_for(
                country,
                region,
                minor=who.minor,
                role=who.role,
                subject_under_18=who.subject_under_18,
                text_first=who.text_first,
            )
            yield LineCase(country, region, who, found)
