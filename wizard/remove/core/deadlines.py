"""The hours that a law gives a site, from the moment somebody asked: when they end, on the clock of the place. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.core.hours.calendar_words import time_words, weekday_and_date
from wizard.records.core.dates import clock as time_of
from wizard.records.core.dates import day, moments, zone

# Where no law names hours, one asks again after so many.
NUDGE_HOURS = 48


@dataclass(frozen=True, slots=True)
class Clock:
    """Hours that run. `end` is aware, in the zone where it was asked; not `exact`: it is the latest that it can be.

    `zone_open`: nobody chose a zone, so it is the latest end among the clocks of the place.
    """

    hours: int
    start: datetime
    end: datetime
    exact: bool
    now: datetime
    zone_open: bool = False

    @property
    def over(self) -> bool:
        """The hours have passed."""
        return self.now >= self.end

    @property
    def waits(self) -> bool:
        """What was written as the time of asking is still to come."""
        return self.start > self.now


def clock(on: str, at: str, where: str, hours: int, now: datetime, near: Iterable[str] = ()) -> Clock | None:
    """The hours after this day and time in this zone; None where no day or no zone is known. `now` is aware.

    Without a time it is taken to be the end of that day, and of two moments that it can be, the later one. Without a
    zone it is the last of the zones `near`, those of the place.
    """
    zone_open = zone(where) is None
    found = [_clock(on, at, each, hours, now) for each in (near if zone_open else [where])]
    last = max(filter(None, found), key=lambda one: one.end, default=None)
    return replace(last, exact=False, zone_open=True) if last and zone_open else last


def _clock(on: str, at: str, where: str, hours: int, now: datetime) -> Clock | None:
    try:
        start, exact = _start(on, at, where)
        end = (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(start.tzinfo) if start else None
    except OverflowError:
        # Days at either end of the calendar have no hours around them.
        return None
    return Clock(hours, start, end, exact, now) if start and end else None


def _start(on: str, at: str, where: str) -> tuple[datetime | None, bool]:
    found_day, found_zone, found_time = day(on), zone(where), time_of(at)
    if found_day is None or found_zone is None:
        return None, False
    found = moments(on, at, where)
    if found:
        return found[-1], len(found) == 1
    return datetime.combine(found_day, found_time or time(23, 59), found_zone), False


def words(clock: Clock) -> str:
    """When the hours end, and how much is left, in one or two sentences."""
    end = {"hours": clock.hours, "end": end_words(clock)}
    if clock.waits:
        return _("The time you wrote has not come yet. Check the date and the time.")
    if clock.over:
        said = _("The %(hours)s hours ended %(end)s.") if clock.exact else _("The %(hours)s hours ended by %(end)s.")
        return said % end
    said = _("The %(hours)s hours end %(end)s.") if clock.exact else _("The %(hours)s hours end %(end)s at the latest.")
    return " ".join(filter(None, [said % end, _left(clock.end - clock.now), open_zone_words(clock)]))


def open_zone_words(clock: Clock) -> str:
    """Why the end may be earlier, "" where a zone was chosen."""
    return _("No time zone was chosen, so this is the latest it can be.") if clock.zone_open else ""


def end_words(clock: Clock) -> str:
    """The end as it is said: Tuesday 24 November, 14:10, Winnipeg time."""
    return _("%(day)s, %(time)s, %(clock)s") % {
        "day": day_words(clock),
        "time": time_words(clock.end),
        "clock": city_time(clock.end),
    }


def day_words(clock: Clock) -> str:
    """The day of the end: Tuesday 24 November."""
    return weekday_and_date(clock.end)


def city_time(moment: datetime) -> str:
    """Whose clock it is: Winnipeg time."""
    name = str(moment.tzinfo)
    return _("%(city)s time") % {"city": name.rpartition("/")[2].replace("_", " ")} if "/" in name else name


def _left(left: timedelta) -> str:
    hours = round(left / timedelta(hours=1))
    if hours < 1:
        return _("Less than an hour is left.")
    return ngettext("About %(count)s hour is left.", "About %(count)s hours are left.", hours) % {"count": hours}
