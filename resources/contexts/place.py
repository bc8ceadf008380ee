"""What a page with every line of a place shows: who is there now, and the rest by subject."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resources import selectors
from resources.contexts.people import GROUPS, HelplineGroup, Link, groups
from resources.contexts.picks import picks_folded, picks_seen
from resources.core import filters
from resources.core.filters import ChosenFilters
from resources.core.helpline import Helpline
from resources.core.helpline_card import PersonCard, card, is_open, opening_of
from resources.core.needs import HelplinesByNeed
from resources.core.source import told_apart
from resources.place import Place

# Two rows of two on a wide screen; on a phone a page that can be looked through.
FULL_CARDS = 4
# With more lines than these after the first heading, every further heading is a fold.
MOST_UNFOLDED = 10


class HelplineSection(NamedTuple):
    """Cards under one heading. `folded`: the heading is seen, and a tap opens it. `goes_up`: as in the group."""

    heading: Any
    cards: tuple[PersonCard, ...]
    folded: bool = False
    goes_up: bool = True

    @property
    def urgent(self) -> bool:
        """True for the emergency numbers, which are never folded."""
        return self.cards[0].line.emergency

    @property
    def open_now(self) -> int:
        """At how many of these lines somebody is known to be there now."""
        return sum(each.is_open for each in self.cards)


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looks, where and when: all that the choice of cards depends on."""

    land: Place
    region: str  # an ISO code, or "" for the whole country
    wish: ChosenFilters
    now: datetime  # aware


def place_context(seen: Seen, notices: Iterable[str] = ()) -> dict[str, Any]:
    """Everything for the template. `notices`: what must be said first, in plain sentences."""
    land, region, wish = seen.land, seen.region, seen.wish
    everybody = selectors.directory(land.code, region)
    found, fits_all = fitting(groups(chosen_lines(seen, everybody)), seen)
    links = {code: Link(name, land.href("people-region", code) + wish.query) for code, name in land.regions}
    return {
        "country": Link(land.name, land.href("people-country") + wish.query),
        "region": links.get(region),
        "regions": tuple(links.values()),
        "notices": [
            *notices,
            *_lacking(land, everybody),
            *([] if fits_all else [_("No helpline here fits everything you chose. These come closest.")]),
        ],
        "sections": folded(with_sources_apart(sections(found, seen))),
        "emergency_note": everybody.emergency_note,
        "picks_seen": picks_seen(wish),
        "picks_folded": picks_folded(wish),
        "chosen": wish != ChosenFilters(),
        "sources_href": land.href("people-sources", region),
        "lines": tuple(line for group in found for line in group.lines),
    }


def _lacking(land: Place, everybody: HelplinesByNeed) -> list[str]:
    """What a country without any line of its own says first."""
    if any(line.confirmed and not line.international and not line.emergency for line in everybody.all):
        return []
    return [_("We do not know a helpline in %(place)s yet. These lists may know one.") % {"place": land.name}]


def chosen_lines(seen: Seen, everybody: HelplinesByNeed) -> HelplinesByNeed:
    """The lines for whom it was said to be for; all of them when nobody said."""
    if not seen.wish.about_somebody:
        return everybody
    found = [
        selectors.lines_for(
            seen.land.code,
            seen.region,
            minor=who.minor,
            role=who.role,
            subject_under_18=who.subject_under_18,
            text_first=who.text_first,
        )
        for who in seen.wish.seekers()
    ]
    needs: dict[str, Any] = {need: _each_once(getattr(lines, need) for lines in found) for need, _heading in GROUPS}
    return HelplinesByNeed(**needs)


def _each_once(found: Iterable[tuple[Helpline, ...]]) -> tuple[Helpline, ...]:
    return tuple({line.slug: line for lines in found for line in lines}.values())


def fitting(found: Iterable[HelplineGroup], seen: Seen) -> tuple[tuple[HelplineGroup, ...], bool]:
    """Groups with the lines that fit, and True; where there are none, those that come closest, and False."""
    found, wish = tuple(found), seen.wish
    kept = _kept(found, wish, seen)
    while not any(not line.emergency and line.confirmed for group in kept for line in group.lines):
        nearer = filters.nearest(wish)
        if nearer is None:
            break
        wish, kept = nearer, _kept(found, nearer, seen)
    return kept, wish == seen.wish


def _kept(found: tuple[HelplineGroup, ...], wish: ChosenFilters, seen: Seen) -> tuple[HelplineGroup, ...]:
    def open_now(line: Helpline) -> bool:
        return is_open(opening_of(line, seen.now, seen.region))

    kept = (
        group._replace(lines=tuple(line for line in group.lines if filters.keeps(wish, line, open_now)))
        for group in found
    )
    return tuple(group for group in kept if group.lines)


def sections(found: Iterable[HelplineGroup], seen: Seen) -> Iterator[HelplineSection]:
    """Emergency numbers; then who is there now; then the rest by subject, those that are open before the others."""
    made = [
        HelplineSection(group.heading, tuple(_card(line, seen) for line in group.lines), goes_up=group.goes_up)
        for group in found
    ]
    others = [section for section in made if not section.urgent]
    there = [each for section in others for each in section.cards if each.is_open and section.goes_up][:FULL_CARDS]
    left = FULL_CARDS - len(there)
    yield from (section._replace(cards=_full(section.cards)) for section in made if section.urgent)
    if there:
        yield HelplineSection(gettext_lazy("Open now"), _full(there))
    for section in others:
        rest = sorted((each for each in section.cards if each not in there), key=lambda each: not each.is_open)
        # A line without a number has nothing to fill a card with.
        whole = [each for each in rest if each.line.confirmed][:left]
        left -= len(whole)
        if rest:
            yield section._replace(cards=tuple(replace(each, full=each in whole) for each in rest))


def with_sources_apart(found: Iterable[HelplineSection]) -> Iterator[HelplineSection]:
    """The same sections; two pages of one site that two cards were read on have links with different words."""
    found = tuple(found)
    words = told_apart(each.source for section in found for each in section.cards if each.full and each.source)

    def apart(each: PersonCard) -> PersonCard:
        known = each.source and words.get(each.source.href)
        return replace(each, source=replace(each.source, site=known)) if each.source and known else each

    yield from (section._replace(cards=tuple(map(apart, section.cards))) for section in found)


def folded(found: Iterable[HelplineSection]) -> tuple[HelplineSection, ...]:
    """The same sections; on a long page those after the first are folded, but never an emergency number."""
    found = tuple(found)
    later = [section for section in found if not section.urgent][1:]
    if sum(len(section.cards) for section in later) <= MOST_UNFOLDED:
        return found
    return tuple(section._replace(folded=section in later) for section in found)


def _card(line: Helpline, seen: Seen) -> PersonCard:
    return card(line, seen.now, seen.region, filters.by(seen.wish, line))


def _full(cards: Iterable[PersonCard]) -> tuple[PersonCard, ...]:
    return tuple(replace(each, full=True) for each in cards)
