"""Opening hours (OpenStreetMap text) in plain words. Nothing here says "open now" but for lines that never close."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DAYS = {
    "Mo": gettext_lazy("Monday"),
    "Tu": gettext_lazy("Tuesday"),
    "We": gettext_lazy("Wednesday"),
    "Th": gettext_lazy("Thursday"),
    "Fr": gettext_lazy("Friday"),
    "Sa": gettext_lazy("Saturday"),
    "Su": gettext_lazy("Sunday"),
    "PH": gettext_lazy("public holidays"),
}
RULE = re.compile(r"(?P<days>[A-Za-z,-]+) (?P<times>off|[\d:,-]+)")


def all_hours(opening_hours: str | None, uncertain: bool = False) -> bool:
    """True for a line that is known to be open day and night; old or lone sources do not count as known."""
    return opening_hours == "24/7" and not uncertain


def words(opening_hours: str | None, timezone: str | None = None, uncertain: bool = False) -> str:
    """The hours as a person says them, with the city whose clock counts; "" when nobody knows them."""
    if not opening_hours:
        return _("Check the hours before you call.") if uncertain else ""
    if opening_hours == "24/7":
        said = _("Open day and night")
    else:
        said = "; ".join(_rule(rule) for rule in opening_hours.split("; "))
    if timezone:
        city = timezone.rpartition("/")[2].replace("_", " ")
        said = _("%(hours)s, %(city)s time") % {"hours": said, "city": city}
    if uncertain:
        said = _("%(hours)s. Check the hours before you call.") % {"hours": said}
    return said


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
