"""The order of a long list of apps and sites: the likely ones first, the rest by letter. Pure.

What is likely is an editor's judgement, in three fields of the facts:

- `likely`: 1 for the first screen anywhere, 2 or 3 for the list by letter.
- `likely_in`: ISO codes of countries where it is used so much that it stands on the first screen there.
- `likely_age`: "under-18" or "adult", one step nearer for that age and one step farther for the other.
"""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple, Protocol, TypeVar

from django.utils.translation import gettext as _

from resources.core.letters import alphabetical
from resources.core.name_search import folded

MOST_FIRST = 12
# About what a screen of a phone holds.
MOST_IN_FOLD = 14

T = TypeVar("T")


class Listed(Protocol):
    """What the order reads of a place."""

    @property
    def name(self) -> str: ...
    @property
    def likely(self) -> int: ...
    @property
    def likely_in(self) -> tuple[str, ...]: ...
    @property
    def likely_age(self) -> str: ...
    @property
    def lgbtq(self) -> bool: ...
    @property
    def sold_here(self) -> bool: ...
    @property
    def adults_only(self) -> bool: ...


P = TypeVar("P", bound=Listed)


class Letters(NamedTuple):
    """The names from one letter to another, and how many there are."""

    first: str
    last: str
    many: int

    @property
    def heading(self) -> str:
        """As people say it, in the active language: "A to C", or "S" alone."""
        ends = {"first": self.first, "last": self.last}
        return self.first if self.first == self.last else _("%(first)s to %(last)s") % ends


def leading(places: Iterable[P], country: str, age: str) -> tuple[P, ...]:
    """The places to show first, by name: at most `MOST_FIRST`.

    `country` is an ISO code, `age` "under-18" or "adult"; "" when not known. A name that can out somebody, and a place
    for adults alone or for selling, never leads: whoever looks over a shoulder reads the first screen.
    """
    fit = [place for place in places if not (place.lgbtq or place.sold_here or place.adults_only)]
    near = [(steps, place) for place in fit if (steps := _steps(place, country, age)) <= 1]
    # Sorting is stable: equally near ones stay by name.
    by_name = sorted(near, key=lambda pair: alphabetical(pair[1].name))
    first = sorted(by_name, key=lambda pair: pair[0])[:MOST_FIRST]
    return tuple(sorted((place for _steps, place in first), key=lambda place: alphabetical(place.name)))


def _steps(place: Listed, country: str, age: str) -> int:
    near = 1 if country in place.likely_in else place.likely
    if not (age and place.likely_age):
        return near
    return near - 1 if place.likely_age == age else near + 1


def by_letter(items: Iterable[T], name: Callable[[T], str]) -> list[tuple[Letters, tuple[T, ...]]]:
    """The items by name in folds: whole letters, as many as have room together."""
    ordered = sorted(items, key=lambda item: folded(name(item)))
    folds: list[tuple[Letters, tuple[T, ...]]] = []
    for letter, group in groupby(ordered, lambda item: folded(name(item))[:1].upper()):
        here = tuple(group)
        if folds and folds[-1][0].many + len(here) <= MOST_IN_FOLD:
            (first, _last, many), before = folds.pop()
            folds.append((Letters(first, letter, many + len(here)), (*before, *here)))
        else:
            folds.append((Letters(letter, letter, len(here)), here))
    return folds
