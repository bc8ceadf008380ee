"""A law as pages see it: frozen, in the active language, without what is for editors."""

from dataclasses import dataclass, replace
from datetime import date

from resources.core.source import Source

DUTY = "duty-to-report"
PASSED = "enacted-not-in-force"


KINDS = ("criminal", "civil", "regulator", "youth-protection", DUTY)


@dataclass(frozen=True, slots=True)
class Law:
    """A law in plain words. Only one that is `in_force` may be called the law of today."""

    slug: str
    place: tuple[str, ...]
    kind: str
    status: str
    title: str
    plain: str
    how_to_use: str
    age_alone_from: int | None
    sources: tuple[Source, ...]
    read_on: date
    for_subject: str
    for_roles: tuple[str, ...]
    starts: date | None = None  # the day from which a law that was passed counts

    @property
    def in_force(self) -> bool:
        """True when the law counts now; for the others the words must say "new" or "not yet"."""
        return self.status in ("in-force", "guidance")

    def as_of(self, today: date) -> "Law":
        """The same law on a day: one that was passed counts from the day it starts, without anybody editing it."""
        begun = self.status == PASSED and self.starts is not None and self.starts <= today
        return replace(self, status="in-force") if begun else self

    def rank(self) -> tuple[bool, int, str]:
        """Sorts laws for a page: near ones first, then what a person can use."""
        return not any("-" in place for place in self.place), KINDS.index(self.kind), self.slug
