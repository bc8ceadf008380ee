"""What the pages about apps and sites show: plain objects for their templates, made from the facts."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.utils.formats import date_format

from resources import selectors
from resources.core.guide_sections import for_adults, for_everybody
from resources.core.name_search import folded, nearest
from resources.core.origin import told
from resources.core.removal import Platform, RemovalService

# The page with the way for any place.
GENERAL = "website-generic"
# With no more things to choose from, the first one stands open.
FEW = 2


class Row(NamedTuple):
    """A name in the list. `find`: how it may be typed, as a script compares it."""

    name: str
    href: str
    find: str


class Joined(NamedTuple):
    """A matching service that an app takes part in, as far as was known at `as_of` ("" when no day is known)."""

    service: RemovalService
    as_of: str


def places_context(typed: str = "") -> dict[str, Any]:
    """Every app and site, and those whose names are near what was typed. What was typed is never on the page."""
    cards = selectors.platforms()
    by_chance = sorted(cards, key=lambda card: card.likely)
    near = nearest(typed, ((card.slug, (card.name, *card.aliases)) for card in by_chance))
    return {
        "asked": bool(typed.strip()),
        "found": selectors.named_places(near),
        # Under the names that were found, the list is one.
        "likely": () if near else _rows(card for card in cards if card.likely == 1),
        "others": _rows(card for card in cards if near or card.likely != 1),
        "general": next((card for card in cards if card.slug == GENERAL), None),
        "searches": tuple(card for card in by_chance if card.kind == "search"),
    }


def place_context(card: Platform) -> dict[str, Any]:
    """One app or site: its guides for everybody, and apart what is only for who was 18 or over in the picture."""
    sections = for_everybody(card)
    joined = tuple(filter(None, map(selectors.service, card.matching)))
    return {
        "platform": card,
        "origin": told(card.origin, dialled=False),
        "sections": sections,
        "few": len(sections) <= FEW,
        "adult_sections": for_adults(card),
        "matching": tuple(_joined(service) for service in joined if service.for_subject != "adult"),
        "adult_matching": tuple(_joined(service) for service in joined if service.for_subject == "adult"),
    }


def _rows(cards: Iterable[Platform]) -> tuple[Row, ...]:
    return tuple(Row(card.name, card.href, _find(card)) for card in cards)


def _find(card: Platform) -> str:
    """Its names as they are compared; one that another holds already is left out."""
    found: list[str] = []
    for name in sorted(map(folded, (card.name, *card.aliases)), key=len, reverse=True):
        found += [] if any(name in longer for longer in found) else [name]
    return " ".join(found)


def _joined(service: RemovalService) -> Joined:
    known = service.participants_as_of
    # A year or a month stands as it is; a whole day is written as people say it.
    return Joined(
        service, date_format(date.fromisoformat(known), "j F Y") if len(known) == len("2024-09-05") else known
    )
