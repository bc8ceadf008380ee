"""Days and times as people write them, and what is wrong with one. Nothing is changed: what was written stays. Pure."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _

# Where a new day comes first: what has not come there has come nowhere.
_EARLIEST = timezone(timedelta(hours=14))


def day(written: str) -> date | None:
    """The day of a text like 2026-11-22, None for any other."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None


def clock(written: str) -> time | None:
    """The time of a text like 23:10 or 23:10:05, None for any other."""
    try:
        found = time.fromisoformat(written.strip())
    except ValueError:
        return None
    return None if found.tzinfo else found


def zone(written: str) -> ZoneInfo | None:
    """The time zone of that name, None when there is none."""
    return ZoneInfo(written) if written in _names() else None


@cache
def _names() -> frozenset[str]:
    # Looking them up goes through hundreds of files.
    return frozenset(available_timezones())


def moments(on: str, at: str, where: str) -> tuple[datetime, ...]:
    """The moments that day, time and zone can mean: none in a gap of the clocks, two where an hour comes twice."""
    found_day, found_time, found_zone = day(on), clock(at), zone(where)
    if found_day is None or found_time is None or found_zone is None:
        return ()
    local = datetime.combine(found_day, found_time)
    try:
        meant = {local.replace(tzinfo=found_zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    except OverflowError:
        # The first hours of the year 1 and the last ones of 9999 have no place in other zones.
        return ()
    real = sorted(moment for moment in meant if moment.astimezone(found_zone).replace(tzinfo=None) == local)
    return tuple(moment.astimezone(found_zone) for moment in real)


def problems(on: str, at: str, where: str, now: datetime | None = None) -> dict[str, str]:
    """Box -> one sentence, for a day, a time and a zone (each may be empty); with `now` (aware), for the future too."""
    found: dict[str, str] = {}
    if on.strip() and day(on) is None:
        found["date"] = _("There is no such date. Write it like 2026-11-22. What you wrote is still there.")
    if at.strip() and clock(at) is None:
        found["time"] = _("There is no such time. Write it like 23:10. What you wrote is still there.")
    if where and zone(where) is None:
        found["zone"] = _("We do not know this time zone. Choose one from the list.")
    if not found and day(on) and clock(at) and zone(where):
        found |= _clock_change(len(moments(on, at, where)))
    return found or (_to_come(on, at, where, now) if now else {})


def _to_come(on: str, at: str, where: str, now: datetime) -> dict[str, str]:
    written, here = day(on), now.astimezone(zone(where) or _EARLIEST)
    if written and written > here.date():
        return {
            "date": _("This day has not come yet. If you meant another day, change it. What you wrote is still there.")
        }
    if any(moment > now for moment in moments(on, at, where)):
        return {
            "time": _("This time has not come yet. If you meant another day, change it. What you wrote is still there.")
        }
    return {}


def _clock_change(meanings: int) -> dict[str, str]:
    if meanings == 0:
        return {
            "time": _(
                "The clocks went forward then, so this time did not exist that day. What you wrote is still there."
            )
        }
    if meanings == 2:
        return {
            "time": _("The clocks went back then, so this time came twice. Both will be in what you save or print.")
        }
    return {}


def sort_key(on: str, at: str, where: str) -> tuple[bool, datetime]:
    """Sorts entries by time: without a time at the end of their day, without a day last, without a zone as if UTC."""
    found = day(on)
    if found is None:
        return True, datetime.max.replace(tzinfo=UTC)
    local = datetime.combine(found, clock(at) or time(23, 59, 59), zone(where) or UTC)
    try:
        return False, local.astimezone(UTC)
    except OverflowError:
        return False, local.replace(tzinfo=UTC)
