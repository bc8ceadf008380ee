"""Opening hours (OpenStreetMap text) and clocks in plain words. What is open at this moment, `opening` knows."""

import re
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resources.core.hours import osm_text
from resources.core.hours.calendar_words import WEEKDAYS

CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAYS = {**dict(zip(CODES, WEEKDAYS, strict=True)), "PH": gettext_lazy("public holidays")}
# The clocks of North America have names that people say; the others go by their city.
CLOCKS = {
    # Provinces that stopped changing their clocks in 2026 keep a time of their own.
    "America/Vancouver": gettext_lazy("British Columbia time"),
    "America/Los_Angeles": gettext_lazy("Pacific time"),
    "America/Whitehorse": gettext_lazy("Yukon time"),
    "America/Dawson": gettext_lazy("Yukon time"),
    "America/Edmonton": gettext_lazy("Alberta time"),
    "America/Yellowknife": gettext_lazy("Northwest Territories time"),
    "America/Inuvik": gettext_lazy("Northwest Territories time"),
    "America/Denver": gettext_lazy("Mountain time"),
    "America/Phoenix": gettext_lazy("Arizona time"),
    "America/Regina": gettext_lazy("Saskatchewan time"),
    "America/Winnipeg": gettext_lazy("Manitoba time"),
    "America/Rankin_Inlet": gettext_lazy("Central time"),
    "America/Chicago": gettext_lazy("Central time"),
    "America/Toronto": gettext_lazy("Eastern time"),
    "America/Iqaluit": gettext_lazy("Eastern time"),
    "America/New_York": gettext_lazy("Eastern time"),
    "America/Halifax": gettext_lazy("Atlantic time"),
    "America/Moncton": gettext_lazy("Atlantic time"),
    "America/Goose_Bay": gettext_lazy("Atlantic time"),
    "America/St_Johns": gettext_lazy("Newfoundland time"),
    "America/Anchorage": gettext_lazy("Alaska time"),
    "Pacific/Honolulu": gettext_lazy("Hawaii time"),
    "America/Sao_Paulo": gettext_lazy("São Paulo time"),
    "Australia/Melbourne": gettext_lazy("Melbourne time"),
    "Asia/Karachi": gettext_lazy("Karachi time"),
    "Asia/Kolkata": gettext_lazy("India time"),
    "Europe/Amsterdam": gettext_lazy("Amsterdam time"),
    "Europe/Berlin": gettext_lazy("Berlin time"),
    "Europe/Dublin": gettext_lazy("Dublin time"),
    "Europe/London": gettext_lazy("London time"),
    "Europe/Madrid": gettext_lazy("Madrid time"),
    "Europe/Paris": gettext_lazy("Paris time"),
    "Pacific/Auckland": gettext_lazy("Auckland time"),
}
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


def words(opening_hours: str | None, timezone: str | None = None, uncertain: bool = False) -> str:
    """The hours as a person says them, with the city whose clock counts; "" when nobody knows them."""
    if not opening_hours:
        return _("Check the hours before you call.") if uncertain else ""
    if opening_hours == "24/7":
        said = _("Open day and night") if not uncertain else _("May be open day and night")
    else:
        said = "; ".join(_rule(rule) for rule in opening_hours.split("; "))
    if timezone:
        said = _("%(hours)s, %(clock)s") % {"hours": said, "clock": clock(timezone)}
    if uncertain:
        said = _("%(hours)s. Check the hours before you call.") % {"hours": said}
    return said


def clock(timezone: str) -> str:
    """The name of a clock as a person says it: "Atlantic time"; by the city where there is no such name."""
    if timezone in CLOCKS:
        return str(CLOCKS[timezone])
    return _("%(city)s time") % {"city": timezone.rpartition("/")[2].replace("_", " ")}


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
    return {"start": start, "end": _("midnight") if end == "24:00" else end}


def _days(days: str) -> str:
    if days == "Mo-Su":
        return _("every day")
    return ", ".join(_span(part) for part in days.split(","))


def _span(part: str) -> str:
    first, dash, last = part.partition("-")
    if not dash:
        return str(DAYS[first])
    return _("%(first)s to %(last)s") % {"first": DAYS[first], "last": DAYS[last]}
