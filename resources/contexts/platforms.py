"""What the pages about apps and sites show: plain objects for their templates, made from the facts."""

from datetime import date
from typing import Any, NamedTuple

from django.conf import settings

from resources import selectors
from resources.core.guide_sections import for_adults, for_everybody
from resources.core.hours.calendar_words import day_and_year
from resources.core.name_search import found_by, nearest
from resources.core.origin import told
from resources.core.place_order import by_letter, leading
from resources.core.removal import Platform, RemovalService
from resources.core.source import as_links, told_apart

# The page with the way for any place.
GENERAL = "website-generic"
# With no more things to choose from, the first one stands open.
FEW = 2


class Row(NamedTuple):
    """A name in the list; `found_by`: what a script compares with what is typed."""

    name: str
    href: str
    found_by: str


class Joined(NamedTuple):
    """A matching service that an app takes part in, as far as was known at `as_of` ("" when no day is known)."""

    service: RemovalService
    as_of: str


def places_context(typed: str = "") -> dict[str, Any]:
    """Every app and site, and those whose names are near what was typed. What was typed is never on the page."""
    cards = selectors.platforms()
    by_chance = sorted(cards, key=lambda card: card.likely)
    near = nearest(typed, ((card.slug, (card.name, *card.aliases)) for card in by_chance))
    # Under the names that were found, the list is one. Nobody's age is known here, and of countries the home alone.
    first = () if near else leading(cards, settings.COMPASS_HOME_COUNTRY, "")
    return {
        "asked": bool(typed.strip()),
        "found": selectors.named_places(near),
        "likely": tuple(map(_row, first)),
        "folds": by_letter((_row(card) for card in cards if card not in first), lambda row: row.name),
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
        "pages": as_links(card.origin.named, told_apart(card.origin.named)),
        "sections": sections,
        "few": len(sections) <= FEW,
        "adult_sections": for_adults(card),
        "matching": tuple(_joined(service) for service in joined if service.for_subject != "adult"),
        "adult_matching": tuple(_joined(service) for service in joined if service.for_subject == "adult"),
    }


def _row(card: Platform) -> Row:
    return Row(card.name, card.href, found_by((card.name, *card.aliases)))


def _joined(service: RemovalService) -> Joined:
    known = service.participants_as_of
    # A year or a month stands as it is; a whole day is written as people say it.
    return Joined(service, day_and_year(date.fromisoformat(known)) if len(known) == len("2024-09-05") else known)
