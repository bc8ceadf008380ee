"""Is a line open at this moment, and in which words? Pure: the caller brings the line and the moment.

Nothing is said to be open that is not sure to be: old hours, unknown hours and hours that say nothing of today's
holiday have states of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from resources.core.helpline import TALKED_ON, Helpline, OpeningHours
from resources.core.hours import osm_text, status_words
from resources.core.hours import public_holidays as holiday
from resources.core.hours.summary import all_hours
from resources.core.translations import language_code


class OpeningState(StrEnum):
    """How sure it is that somebody is there now; the best first."""

    ALWAYS = "always"
    OPEN = "open"
    LATER = "later"  # closed, and the next opening is known
    MAY_DIFFER = "may-differ"  # a holiday that the hours say nothing of
    UNKNOWN = "unknown"  # no hours, or hours of an old source


RANK = {state: rank for rank, state in enumerate(OpeningState)}
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Opening:
    """What to say of a channel or a line now. Moments are in UTC, None when there is none."""

    state: OpeningState
    words: str  # in the active language; "" for a line that nobody talks on
    changes_at: datetime | None = None  # the earliest moment at which any of this may be different
    opens_at: datetime | None = None  # of a line that opens LATER
    by: str = ""  # of a line: the kind of the channel that all this is about

    @property
    def now(self) -> bool:
        """Is it sure that somebody is there now?"""
        return self.state in (OpeningState.ALWAYS, OpeningState.OPEN)


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer without words, on the line's own clock."""

    state: OpeningState
    here: datetime  # the moment this was true first
    timezone: str  # beside `here`: two clocks can show the same moment
    changes_at: datetime  # in UTC
    turn: datetime | None = None  # the next opening or closing; None when it is not known or not sure
    holiday: bool = False  # of MAY_DIFFER: today is one; of LATER: the day of the opening may be one
    shut: bool = False  # of UNKNOWN: closed now


def opening(line: Helpline, now: datetime, region: str = "") -> Opening:
    """The best of the channels that people talk on. `region`: the visitor's own, like "CA-BC"; `now` is aware."""
    where = holiday.places(line.about, region)
    found = [(channel_opening(way.times, now, where), way.kind) for way in line.channels if way.kind in TALKED_ON]
    if not found:
        return Opening(OpeningState.UNKNOWN, "")
    best, kind = min(found, key=lambda pair: (RANK[pair[0].state], pair[0].opens_at or NEVER))
    if best.state is OpeningState.ALWAYS:
        return replace(best, by=kind)
    return replace(best, changes_at=_first(each.changes_at for each, _kind in found), by=kind)


def next_change(lines: Iterable[Helpline], now: datetime) -> datetime | None:
    """The earliest moment at which the opening of any channel may be different; None for never."""
    return _first(
        channel_opening(way.times, now, holiday.places(line.about)).changes_at
        for line in lines
        for way in line.channels
        if way.kind in TALKED_ON
    )


def channel_opening(times: OpeningHours, now: datetime, places: tuple[str, ...]) -> Opening:
    """What to say of one channel. `places`: whose public holidays count, as `holiday.places` gives them."""
    if all_hours(times.opening_hours, times.uncertain):
        return _plain(OpeningState.ALWAYS, language_code())
    if times.uncertain or not times.opening_hours or not times.timezone:
        return _plain(OpeningState.UNKNOWN, language_code())
    here = now.astimezone(ZoneInfo(times.timezone))
    spans = _day(times.opening_hours, times.timezone, here.date(), places)
    found = next(span for span in spans if now < span.changes_at)
    return _said(found, times.clock, language_code())


def _first(moments: Iterable[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment), default=None)


@lru_cache(maxsize=256)
def _plain(state: OpeningState, _language: str | None) -> Opening:
    """What needs no clock, in the active language."""
    return Opening(state, status_words.always() if state is OpeningState.ALWAYS else status_words.unknown())


@lru_cache(maxsize=4096)
def _said(found: _Found, clock: str, _language: str | None) -> Opening:
    """The answer in the active language."""
    opens_at = found.turn.astimezone(UTC) if found.turn and found.state is OpeningState.LATER else None
    return Opening(found.state, _words(found, clock), found.changes_at, opens_at)


def _words(found: _Found, clock: str) -> str:
    if found.state is OpeningState.MAY_DIFFER:
        return status_words.may_differ(found.holiday)
    if found.state is OpeningState.OPEN:
        return status_words.until(found.here, found.turn, clock)
    if found.state is OpeningState.LATER and found.turn:
        return status_words.opens(found.here, found.turn, clock, found.holiday)
    return status_words.shut() if found.shut else status_words.unknown()


@lru_cache(maxsize=4096)
def _day(text: str, timezone: str, day: date, places: tuple[str, ...]) -> tuple[_Found, ...]:
    """The answers of one day on the line's own clock, in order; each holds until it changes, the last to midnight."""
    here = osm_text.start(day, ZoneInfo(timezone))
    spans = [_found(text, timezone, here, places)]
    while (then := spans[-1].changes_at.astimezone(here.tzinfo)).date() == day:
        spans.append(_found(text, timezone, then, places))
    return tuple(spans)


def _found(text: str, timezone: str, here: datetime, places: tuple[str, ...]) -> _Found:
    near, named = holiday.near(places, here.date()), osm_text.names_holidays(text)
    hours = osm_text.read(text, near.certain if named else ())
    turn = osm_text.turn(hours, here) if hours else None
    ends = (turn, osm_text.midnight(here), osm_text.set_anew(here))
    found = _Found(OpeningState.UNKNOWN, here, timezone, min(end.astimezone(UTC) for end in ends if end), turn)
    if hours is None:
        return found
    # Days off that the text does not tell of: all of them, or only those that not everybody keeps.
    silent = near.perhaps.difference(near.certain) if named else near.perhaps
    if here.date() in silent:
        return replace(found, state=OpeningState.MAY_DIFFER, holiday=True)
    state = osm_text.state(hours, here)
    if state == "open":
        return _open(found, silent, osm_text.past_midnight(text) and osm_text.since_midnight(hours, here))
    if state == "closed" and turn and osm_text.state(hours, turn) == "open":
        return replace(found, state=OpeningState.LATER, holiday=turn.date() in silent)
    return replace(found, shut=state == "closed")


def _open(found: _Found, silent: frozenset[date], from_yesterday: bool) -> _Found:
    """The answer while the text says open; an end behind a holiday is not told."""
    today, turn = found.here.date(), found.turn
    if from_yesterday and today - osm_text.DAY in silent:
        return replace(found, state=OpeningState.MAY_DIFFER)
    sure = turn and not any(today < day <= (turn - osm_text.MINUTE).date() for day in silent)
    return replace(found, state=OpeningState.OPEN, turn=turn if sure else None)
