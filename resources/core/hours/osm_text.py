"""What an OpenStreetMap opening_hours text says of one moment, and when that changes. Pure.

Moments are aware, in whole minutes, and on the line's own clock. The reader of these texts is asked by what the clock
shows: given a zone, it is wrong for a minute when clocks are put back. Holidays are written into the text as days, for
the reader knows national ones only.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from opening_hours import OpeningHours

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HOLIDAYS = re.compile(r"\b[PS]H\b")
RULE = re.compile(r"(?P<days>(?:PH|[A-Z][a-z](?:-[A-Z][a-z])?)(?:,(?:PH|[A-Z][a-z](?:-[A-Z][a-z])?))*) (?P<times>\S+)")
SPAN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


def names_holidays(text: str) -> bool:
    """Does the text itself say what happens on a public holiday?"""
    return HOLIDAYS.search(text) is not None


def past_midnight(text: str) -> bool:
    """Does a day of this text end after midnight, like 10:00-04:00?"""
    return any(end <= start or end > "24:00" for start, end in SPAN.findall(text))


@lru_cache(maxsize=4096)
def read(text: str, holidays: tuple[date, ...]) -> OpeningHours | None:
    """The text ready to be asked; None when it speaks of holidays in a way that is not understood here."""
    rules, special = [], []
    for rule in re.split(r" *; *", text):
        found = RULE.fullmatch(rule)
        if found is None and names_holidays(rule):
            return None
        if found is None or "PH" not in found["days"]:
            rules.append(rule)
            continue
        usual = [day for day in found["days"].split(",") if day != "PH"]
        rules += [f"{','.join(usual)} {found['times']}"] if usual else []
        special += [f"{_written(holidays)} {found['times']}"] if holidays else []
    # The holidays stand last, for the last rule of a day wins.
    return OpeningHours("; ".join(rules + special) or "off")


def _written(days: tuple[date, ...]) -> str:
    return ",".join(f"{day.year} {MONTHS[day.month - 1]} {day.day:02}" for day in days)


def state(hours: OpeningHours, here: datetime) -> str:
    """open, closed or unknown; a remark like "by appointment" makes it unknown."""
    found, remark = hours.state(_shown(here))
    return "unknown" if remark else str(found)


def turn(hours: OpeningHours, here: datetime) -> datetime | None:
    """When the state changes next; None for never."""
    found = hours.next_change(_shown(here))
    if found is None:
        return None
    first, second = (found.replace(tzinfo=here.tzinfo, fold=fold) for fold in (0, 1))
    if first.astimezone(UTC).astimezone(here.tzinfo) != first:
        # The clock never shows that time: it is put forward over it.
        dawn = start(found.date(), here.tzinfo)
        return set_anew(dawn) or dawn
    # In the hour that comes twice, the first of the two counts if it is still ahead.
    return first if first.astimezone(UTC) > here.astimezone(UTC) else second


def _shown(here: datetime) -> datetime:
    return here.replace(tzinfo=None, fold=0)


def since_midnight(hours: OpeningHours, here: datetime) -> bool:
    """Has it been the same, open or closed, since this day began?"""
    return turn(hours, start(here.date(), here.tzinfo)) == turn(hours, here)


def start(day: date, zone: tzinfo | None) -> datetime:
    """The moment a day begins; 01:00 where the clock is put forward at midnight."""
    return datetime.combine(day, time(), zone).astimezone(UTC).astimezone(zone)


def midnight(here: datetime) -> datetime:
    """The moment tomorrow begins."""
    return start(here.date() + DAY, here.tzinfo)


def set_anew(here: datetime) -> datetime | None:
    """When the clock is put forward or back today; None on all days but two of the year."""
    zone, before, now = here.tzinfo, here.utcoffset(), here.astimezone(UTC)
    if midnight(here).utcoffset() == before:
        return None
    low, high = 0, int((midnight(here).astimezone(UTC) - now) / MINUTE)
    while high - low > 1:
        middle = (low + high) // 2
        if (now + middle * MINUTE).astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return (now + high * MINUTE).astimezone(zone)
