"""Days, months and times of day in the active language. Pure: Django's own formats ask the settings.

Its formats for Canadian French write the time as "14 02 05", and its French has no "1er": texts of ours say how.
"""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
MONTHS = (
    gettext_lazy("January"),
    gettext_lazy("February"),
    gettext_lazy("March"),
    gettext_lazy("April"),
    gettext_lazy("May"),
    gettext_lazy("June"),
    gettext_lazy("July"),
    gettext_lazy("August"),
    gettext_lazy("September"),
    gettext_lazy("October"),
    gettext_lazy("November"),
    gettext_lazy("December"),
)


def month_day(on: date) -> str:
    """The day in its year, as in "November 24"."""
    return _("%(month)s %(number)s") % _parts(on)


def weekday_and_date(on: date) -> str:
    """The day with its weekday, as in "Tuesday 24 November"."""
    return _("%(weekday)s %(number)s %(month)s") % _parts(on)


def day_and_year(on: date) -> str:
    """The whole day, as in "24 November 2026"."""
    return _("%(number)s %(month)s %(year)s") % _parts(on)


def time_words(when: datetime) -> str:
    """The time of day, of 24 hours, as in "09:05"."""
    parts = {"hour": when.hour, "hour_2": f"{when:%H}", "minute": when.minute, "minute_2": f"{when:%M}"}
    if when.minute == 0:
        # Translators: a whole hour; %(hour)s is 9, %(hour_2)s is 09.
        return pgettext("time of day", "%(hour_2)s:00") % parts
    # Translators: %(hour)s is 9, %(hour_2)s is 09; %(minute)s is 5, %(minute_2)s is 05.
    return pgettext("time of day", "%(hour_2)s:%(minute_2)s") % parts


def _parts(on: date) -> dict[str, str]:
    # Translators: the first day of a month.
    number = pgettext("day of a month", "1") if on.day == 1 else str(on.day)
    month, weekday = str(MONTHS[on.month - 1]), str(WEEKDAYS[on.weekday()])
    return {"number": number, "month": month, "weekday": weekday, "year": str(on.year)}
