"""All that a step may know of a person when it chooses its helplines: a small key, never the answers. Pure.

Each step names the flags that it reads, eight at most; all others keep a neutral value, and cannot decide.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from resources.core.helpline_choice import HELPERS, Seeker
from wizard.core.answers import Answers
from wizard.helplines.core.groups import Said

MOST_FLAGS = 8
# Harm from somebody close, as far as anybody said: `contact_danger` or `fear` asks for a violence line here.
CLOSE = ("partner", "family", "adult")
SOURCES = (*CLOSE, "stranger", "stranger-money", "around", "unknown")
AGES = ("minor", "skipped", "long-ago", "adult")


@dataclass(frozen=True, slots=True)
class NumberKey:
    """The flags of one person that a step reads.

    `role`: self, child, client, friend or sharer. `age`: minor, skipped, long-ago (adult, under 18 in the picture) or
    adult. `passed_on`: "", also (beside other things) or only. `source`: who did it, see `source_of`; `danger_from`:
    the same where somebody may be hurt by them, else "". `outing`: "", named or hidden.
    """

    role: str = "self"
    age: str = "adult"
    text_first: bool = False
    passed_on: str = ""
    source: str = ""
    danger_from: str = ""
    crisis: bool = False
    schooled: bool = False
    sextorted: bool = False
    outing: str = ""
    at_risk: bool = False
    affected: bool = False

    def narrowed(self, reads: tuple[str, ...]) -> "NumberKey":
        """The same key as a step sees it that reads these flags only."""
        return NumberKey(**{name: getattr(self, name) for name in reads})

    @property
    def minor(self) -> bool:
        """Under 18 now. Where no age was given, the words and services are those for the young."""
        return self.age in ("minor", "skipped")

    @property
    def subject_under_18(self) -> bool:
        """Under 18 in the picture, or nobody said that they were not."""
        return self.age != "adult"

    @property
    def who(self) -> Seeker:
        """Who looks for a line."""
        return Seeker(self.minor, self.role, self.subject_under_18, self.text_first)

    @property
    def grown(self) -> Seeker:
        """The same person, if 18 or older: for an age that nobody gave. What is about pictures stays as it is."""
        return Seeker(False, self.role, self.subject_under_18)

    @property
    def theirs(self) -> Seeker:
        """The person whom a helper stands by, looking for themselves."""
        return Seeker(self.minor, "self", self.subject_under_18)

    @property
    def helper(self) -> bool:
        return self.role in HELPERS

    @property
    def lawyer(self) -> bool:
        """They passed on a picture: a lawyer comes before any questions."""
        return self.role == "sharer" or bool(self.passed_on)

    @property
    def said(self) -> Said:
        """The groups that these answers speak of; the questions ask for no others."""
        who_did_it = {self.source, self.danger_from} - {""}
        maybe = {"students": self.schooled, "partner": bool(who_did_it & {"partner", "unknown"})}
        sure = {"blackmailed": self.sextorted, "partner": "partner" in who_did_it}
        return Said(*(frozenset(group for group, yes in groups.items() if yes) for groups in (maybe, sure)))


def _role(a: Answers) -> str:
    # Somebody who was made to do it needs the help of anyone it was done to.
    return "self" if a.forced else a.role


def _age(a: Answers) -> str:
    if a.age_skipped:
        return "skipped"
    if a.minor_now:
        return "minor"
    return "long-ago" if a.subject_under_18 else "adult"


def source_of(a: Answers) -> str:
    """Who did it: partner, family, adult, stranger, stranger-money, around (school, work, duty) or unknown.

    `unknown` is also: skipped, not asked, and nobody but themselves. An online stranger who asks an adult for money has
    a name of their own, because the fraud line of the place belongs beside them.
    """
    if a.partner:
        return "partner"
    if a.family:
        return "family"
    if a.adult:
        return "adult"
    if a.stranger:
        return "stranger-money" if not a.minor_now and a.demand_money else "stranger"
    return "around" if a.peer or a.young or a.trust or a.duty else "unknown"


def _danger_from(a: Answers) -> str:
    return source_of(a) if a.contact_danger or a.fear else ""


def _passed_on(a: Answers) -> str:
    if a.only_passed_on:
        return "only"
    return "also" if a.put_right or a.sent_others else ""


def _outing(a: Answers) -> str:
    if not a.outing:
        return ""
    return "named" if a.device_mine and not a.crime_here else "hidden"


FLAGS: dict[str, Callable[[Answers], Hashable]] = {
    "role": _role,
    "age": _age,
    # A small child alone meets a line for children first, whether it takes texts or not.
    "text_first": lambda a: a.minor_now and a.device_mine and not a.under_13_alone,
    "passed_on": _passed_on,
    "source": source_of,
    "danger_from": _danger_from,
    "crisis": lambda a: a.self_harm or a.hurt_self,
    "schooled": lambda a: a.school_work or a.trust,
    "sextorted": lambda a: a.sextorted,
    "outing": _outing,
    "at_risk": lambda a: a.at_risk,
    "affected": lambda a: a.affected or a.for_friend,
}


def key_of(a: Answers, reads: tuple[str, ...]) -> NumberKey:
    """The key of one person for a step that reads these flags."""
    values: dict[str, Any] = {name: FLAGS[name](a) for name in reads}
    return NumberKey(**values)
