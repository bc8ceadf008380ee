"""What each country has of its own: somebody for a child, somebody at night, a body for pictures, a law. Pure.

Lines of the whole world do not count, nor do emergency numbers: everybody has these.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from resources.core.helpline import TALKED_ON, Helpline
from resources.core.law import DUTY, Law
from resources.core.union import UNION

TALKS = frozenset({"crisis", "counselling", "suicide"})
PICTURES = frozenset({"image-abuse", "image-removal"})


class Has(StrEnum):
    """How much of one thing a country has. PART: in some of its regions; YOUNG: for those under 18 alone."""

    YES = "yes"
    PART = "part"
    YOUNG = "young"
    UNION = "union"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One country."""

    child: Has
    night: Has
    pictures: Has
    law: Has


def coverage_of(country: str, eu: bool, lines: Iterable[Helpline], laws: Iterable[Law]) -> Coverage:
    """What a country (ISO code) has; `lines` and `laws` may be those of every country."""
    own = [line for line in lines if line.about.country == country and line.confirmed and not line.emergency]
    return Coverage(
        _where(line for line in own if _for_children(line)),
        _where(line for line in own if _at_night(line)),
        _pictures(own),
        _law(country, eu, laws),
    )


def _where(lines: Iterable[Helpline]) -> Has:
    national = {line.fit.national for line in lines}
    return Has.YES if True in national else Has.PART if national else Has.NO


def _for_children(line: Helpline) -> bool:
    talks = any(way.kind in TALKED_ON for way in line.channels)
    return talks and line.fit.youth_ok and "youth" in line.fit.topics and bool(TALKS & line.fit.topics)


def _at_night(line: Helpline) -> bool:
    """Open to any adult at any hour, for sure."""
    some = line.fit.only_for or "adult-protection" in line.fit.topics
    return line.open_all_hours and line.fit.adult_ok and not some and bool(TALKS & line.fit.topics)


def _pictures(own: Iterable[Helpline]) -> Has:
    sides = {_side(line) for line in own}
    return Has.YES if "any" in sides else Has.YOUNG if "under-18" in sides else Has.NO


def _side(line: Helpline) -> str:
    """Whose picture a line acts on: "any" where adults can ask, "under-18", or "" for neither."""
    about = line.fit.crosses or PICTURES & line.fit.topics
    if about and line.fit.adult_ok and line.fit.crosses != "under-18":
        return "any"
    return "under-18" if about or "child-exploitation-report" in line.fit.topics else ""


def _law(country: str, eu: bool, laws: Iterable[Law]) -> Has:
    """A law on the subject itself: who must report is a duty, not a right of the person."""
    places = {place.partition("-")[0] for law in laws if law.in_force and law.kind != DUTY for place in law.place}
    return Has.YES if country in places else Has.UNION if eu and UNION in places else Has.NO
