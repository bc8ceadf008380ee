"""What the page for who has lost somebody shows: numbers for the reader, who takes a link, and lines for grief."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from resources import selectors
from resources.contexts.people import ELSEWHERE, Link, countries
from resources.core.helpline import Helpline
from resources.core.helpline_card import PersonCard, card
from resources.core.helpline_choice import special
from resources.place import Place

# Whoever hands a link to a tipline may be any of these.
RELATIVES = frozenset({"child", "friend", "client"})


def after_context(land: Place, now: datetime) -> dict[str, Any]:
    """What the page of a country needs, at a moment (aware). A line stands under the first heading that fits it."""
    here, reader = selectors.directory(land.code), _lines_to_talk(land)
    young = tuple(line for line in _pair(land, minor=True) if line not in reader)
    tipline = tipline_for_relatives(here.child_tipline)
    return {
        "country": Link(land.name, land.href("after-country")),
        "country_in_text": land.in_text(),
        "more_href": land.href("people-country"),
        "emergency": here.emergency,
        "emergency_note": here.emergency_note,
        "night": selectors.lines_for(land.code, None, minor=False, role="self", subject_under_18=False),
        "cards": _cards(reader, now),
        "young": _cards(young, now),
        "tiplines": _cards(tipline, now),
        "grief": _cards(here.bereavement, now),
        "lines": (*reader, *young, *tipline, *here.bereavement),
        "countries": countries("after-country"),
        "shown": set[str](),
    }


def tipline_for_relatives(lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    """The one tipline to name: it acts on pictures, and takes a report from whoever makes it."""
    found = sorted(lines, key=lambda line: (line.fit.crosses is None, not _for_relatives(line), not _pictures(line)))
    return tuple(found[:1])


def _for_relatives(line: Helpline) -> bool:
    return set(line.fit.for_roles) >= RELATIVES


def _pictures(line: Helpline) -> bool:
    return "image-abuse" in line.fit.topics


def _lines_to_talk(land: Place) -> tuple[Helpline, ...]:
    """For an adult. Where the country has no line of its own for everything, the worldwide list of lines as well."""
    own = _pair(land, minor=False)
    enough = any(not line.international and not special(line) for line in own)
    return own if enough else tuple(dict.fromkeys((*own, *selectors.directory(ELSEWHERE).crisis)))


def _pair(land: Place, *, minor: bool) -> tuple[Helpline, ...]:
    _emergency, *lines = selectors.crisis_pair(land.code, "", minor)
    return tuple(line for line in lines if line)


def _cards(lines: Iterable[Helpline], now: datetime) -> tuple[PersonCard, ...]:
    return tuple(card(line, now) for line in lines)
