"""The filters of a page of lines as links: those that are always seen, and those behind a fold. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from resources.core.filters import FILTERS, ChosenFilters, Filter


class Pick(NamedTuple):
    """A choice as a link: what it says, and the end of the address that a tap leads to. `on`: a tap takes it off."""

    words: Any
    href: str
    on: bool = False


class Picks(NamedTuple):
    """The choices of one filter that stand behind the fold."""

    name: str
    heading: Any
    picks: tuple[Pick, ...]


def picks_seen(wish: ChosenFilters) -> tuple[Pick, ...]:
    """The pills that are always seen: the choices that stand first, and whatever was chosen."""
    return tuple(pick for each in FILTERS for is_seen, pick in _picks(wish, each) if is_seen)


def picks_folded(wish: ChosenFilters) -> tuple[Picks, ...]:
    """What else can be chosen, by filter; one without anything left is left out."""
    made = (
        Picks(each.name, each.heading, tuple(pick for is_seen, pick in _picks(wish, each) if not is_seen))
        for each in FILTERS
    )
    return tuple(each for each in made if each.picks)


def _picks(wish: ChosenFilters, asked: Filter) -> Iterator[tuple[bool, Pick]]:
    """Each choice of a filter, and whether it is always seen. A tap takes it, or takes it off."""
    for option in asked.options:
        on = getattr(wish, asked.name) == option.code
        tapped = replace(wish, **{asked.name: "" if on else option.code})
        # Relative to the page; "./" is the page without filters.
        yield option.first or on, Pick(option.words, tapped.query or "./", on)
