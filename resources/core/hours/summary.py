"""Opening hours (OpenStreetMap text) and clocks in plain words. What is open at this moment, `opening` knows."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from resources.core.hours import osm_text
from resources.core.hours.calendar_words import WEEKDAYS, time_words

CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
# A day by itself stands for every week: another form than in "Monday to Friday" where a language has one.
DAYS = {
    "Mo": pgettext_lazy("every week", "Monday"),
    "Tu": pgettext_lazy("every week", "Tuesday"),
    "We": pgettext_lazy("every week", "Wednesday"),
    "Th": pgettext_lazy("every week", "Thursday"),
    "Fr": pgettext_lazy("every week", "Friday"),
    "Sa": pgettext_lazy("every week", "Saturday"),
    "Su": pgettext_lazy("every week", "Sunday"),
    "PH": pgettext_lazy("every week", "public holidays"),
}
ENDS = {**dict(zip(CODES, WEEKDAYS, strict=True)), "PH": DAYS["PH"]}
RULE = re.compile(r"(?P<days>[A-Za-z,-]+) (?P<times>off|[\d:,-]+)")


def all_hours(opening_hours: str | None, uncertain: bool = False) -> bool:
    """True for a line that is known to be open day and night; old or lone sources do not count as known."""
    return opening_hours == "24/7" and not uncertain


def at_night(opening_hours: str | None, uncertain: bool = False) -> bool:
    """True for a way that is known to be open at three in the night, on every day of a week."""
    if uncertain or not opening_hours:
        return False
    week = [datetime(2026, 1, day, 3, tzinfo=UTC) for day in range(5, 12)]
    read = osm_text.read(opening_hours, ())
    return read is not None and all(osm_text.state(read, night) == "open" for night in week)


def words(opening_hours: str | None, clock: str = "", uncertain: bool = False) -> str:
    """The hours as a person says them, with the name of the clock that counts; "" when nobody knows them."""
    if not opening_hours:
        return _("Check the hours before you call.") if uncertain else ""
    if opening_hours == "24/7":
        said = _("Open day and night") if not uncertain else _("May be open day and night")
    else:
        said = "; ".join(_rule(rule) for rule in opening_hours.split("; "))
    if clock:
        said = _("%(hours)s, %(clock)s") % {"hours": said, "clock": clock}
    if uncertain:
        said = _("%(hours)s. Check the hours before you call.") % {"hours": said}
    return said


def clock(timezone: str, names: Mapping[str, str]) -> str:
    """The name of a clock as a person says it: "Atlantic time"; by the city where the facts have no such name."""
    return names.get(timezone) or _("%(city)s time") % {"city": timezone.rpartition("/")[2].replace("_", " ")}


def _rule(rule: str) -> str:
    found = RULE.fullmatch(rule)
    if found is None:
        return rule
    days = _days(found["days"])
    if found["times"] == "off":
        return _("closed on %(days)s") % {"days": days}
    spans = [_("%(start)s to %(end)s") % _ends(span) for span in found["times"].split(",")]
    return _("%(days)s %(times)s") % {"days": days, "times": _(" and ").join(spans)}


def _ends(span: str) -> dict[str, str]:
    start, _dash, end = span.partition("-")
    return {"start": _said(start), "end": _said(end)}


def _said(time: str) -> str:
    if time == "24:00":
        return _("midnight")
    hour, _colon, minute = time.partition(":")
    return time_words(datetime(2026, 1, 1, int(hour), int(minute), tzinfo=UTC))


def _days(days: str) -> str:
    if days == "Mo-Su":
        return _("every day")
    return ", ".join(_span(part) for part in days.split(","))


def _span(part: str) -> str:
    first, dash, last = part.partition("-")
    if not dash:
        return str(DAYS[first])
    return pgettext("days", "%(first)s to %(last)s") % {"first": ENDS[first], "last": ENDS[last]}
