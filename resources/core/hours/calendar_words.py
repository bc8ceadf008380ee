"""Names of days and months in the active language. Pure: Django's own formats ask the settings."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
    return _("%(month)s %(number)s") % {"month": MONTHS[on.month - 1], "number": on.day}


def weekday_and_date(on: date) -> str:
    """The day with its weekday, as in "Tuesday 24 November"."""
    names = {"weekday": WEEKDAYS[on.weekday()], "number": on.day, "month": MONTHS[on.month - 1]}
    return _("%(weekday)s %(number)s %(month)s") % names
