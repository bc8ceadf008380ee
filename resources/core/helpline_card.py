"""A helpline as the people pages show it at one moment: open or not, how to reach it, what is good to know. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from resources.core.helpline import TALKED_ON, Channel, Helpline
from resources.core.hosts import host_of
from resources.core.hours.status import Opening, OpeningState, opening
from resources.core.origin import told, warnings
from resources.core.source import Source
from resources.core.spoken_languages import in_words
from resources.core.translations import language_code

OPEN = frozenset({OpeningState.ALWAYS, OpeningState.OPEN})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a line. `note`: its own hours, "" where they are those of the whole line."""

    channel: Channel
    note: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What one card or one row shows. `opening` is None where nobody is talked to, and for emergency numbers."""

    line: Helpline
    opening: Opening | None
    ways: tuple[Way, ...]
    languages: str  # "English and French", "" when nobody knows
    good_to_know: tuple[str, ...]  # short sentences
    source: Source | None
    origin: str  # where it was read and when, and if somebody called
    warning: str  # the part of it that one row says, "" when all is well
    full: bool = False  # a whole card, not one row

    @property
    def few_ways(self) -> tuple[Way, ...]:
        """For one row: a site or an address to write to only where there is nothing else."""
        return tuple(way for way in self.ways if way.channel.kind not in ("web", "email")) or self.ways

    @property
    def other_languages(self) -> str:
        """Its languages in words, "" where it speaks the language of the page and no other that we know of."""
        return "" if [each.code for each in self.line.about.languages] == [language_code()] else self.languages

    @property
    def hours(self) -> str:
        """All the hours that `opening` is about, in plain words; "" when they are not sure."""
        if self.opening is None or self.opening.state is OpeningState.UNKNOWN:
            return ""
        return next((way.hours_note for way in self.line.channels if way.kind == self.opening.by), "")

    @property
    def is_open(self) -> bool:
        """True only where somebody is known to be there now."""
        return is_open(self.opening)


def is_open(found: Opening | None) -> bool:
    """Is somebody known to be there now?"""
    return found is not None and found.state in OPEN


def opening_of(line: Helpline, now: datetime, region: str = "") -> Opening | None:
    """When somebody can be reached; None for a line that only has a website, and for an emergency number."""
    talks = any(way.kind in TALKED_ON for way in line.channels)
    return opening(line, now, region) if talks and not line.emergency else None


def card(line: Helpline, now: datetime, region: str = "", reached: Helpline | None = None) -> PersonCard:
    """The card of a line at a moment (aware). `reached`: the same line with only the ways somebody asked for."""
    found = opening_of(reached or line, now, region)
    return PersonCard(
        line,
        found,
        tuple(Way(way, _own_hours(line, way, found, now, region)) for way in line.channels),
        in_words(line.about.languages),
        tuple(_good_to_know(line)),
        source_of(line),
        told(line.about.origin, dialled=is_dialled(line)),
        warnings(line.about.origin, now.date()),
    )


def _own_hours(line: Helpline, way: Channel, of_line: Opening | None, now: datetime, region: str) -> str:
    """A text may be answered at other hours than a call, and a tap must not mislead."""
    own = opening_of(replace(line, channels=(way,)), now, region)
    return own.words if own and of_line and own.words != of_line.words else ""


def source_of(line: Helpline) -> Source | None:
    """Where to look it up, among the pages that may be a link: their own site first, a page that was read first."""
    own = host_of(line.about.url)
    named = line.about.origin.named
    return min(named, key=lambda seen: (seen.site != own, not seen.read, len(seen.href)), default=None)


def is_dialled(line: Helpline) -> bool:
    """Is there a number that somebody could call or text?"""
    return any(way.kind in ("phone", "text", "whatsapp") for way in line.channels)


def _good_to_know(line: Helpline) -> Iterator[str]:
    """What is known of cost and of what is passed on; each promise with its limit in the same sentence."""
    if line.about.free and not line.emergency:
        yield _("Free.")
    if line.about.anonymous:
        yield _("You can leave out your name, but a call may show your number.")
    if line.about.confidential:
        yield _("They keep what you say private, unless someone is in danger. Ask about that first.")
