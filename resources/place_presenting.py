"""What the pages about apps and sites show: plain objects for their templates, made from the facts."""

from typing import Any

from resources import selectors
from resources.removal_cards import PlatformCard


def places_context() -> dict[str, Any]:
    """Apps and sites: the likely ones, then the others by letter."""
    cards = selectors.platforms()
    letters: dict[str, list[PlatformCard]] = {}
    for card in cards:
        if card.likely > 1:
            letters.setdefault(card.name[0].upper(), []).append(card)
    return {"likely": tuple(card for card in cards if card.likely == 1), "letters": tuple(letters.items())}
