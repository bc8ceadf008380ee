"""When a line opens and closes, in the visitor's words. Pure. Always a clock of 24 hours, always whose clock it is."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from resources.core.hours.calendar_words import WEEKDAYS, month_day, time_words

WEEK = 7


def always() -> str:
    """For a line that never closes."""
    return _("Open day and night")


def unknown() -> str:
    """For hours that nobody knows, or that an old source tells."""
    return _("Hours unknown: check first")


def shut() -> str:
    """For a line that is closed, and nobody knows until when."""
    return _("Closed now. Check the hours before you call.")


def may_differ(today: bool = True) -> str:
    """For hours that say nothing of a holiday; `today` False: for the night after one."""
    if today:
        return _("Hours may differ today: it is a holiday. Check first.")
    return _("Hours may differ: yesterday was a holiday. Check first.")


def until(here: datetime, end: datetime | None, clock: str) -> str:
    """For an open line. `end`: on the same clock as `here`, None when not sure; `clock`: the name of that clock."""
    if end is None:
        return _("Open now")
    how = {"when": _when(here, end), "clock": clock}
    if _away(here, end) < WEEK:
        return _("Open now, until %(when)s, %(clock)s") % how
    # Translators: %(when)s begins with a day and a month.
    return pgettext("date", "Open now, until %(when)s, %(clock)s") % how


def opens(here: datetime, start: datetime, clock: str, holiday: bool = False) -> str:
    """For a closed line. `start`: on the same clock as `here`; `holiday`: the hours of that day may differ."""
    how = {"day": _day(here, start), "time": time_words(start), "clock": clock}
    away, midnight = _away(here, start), (start.hour, start.minute) == (0, 0)
    if away == 0:
        said = _("Opens today at %(time)s, %(clock)s") % how
    elif away == 1 and midnight:
        said = _("Opens at midnight, %(clock)s") % how
    elif away == 1:
        said = _("Opens tomorrow at %(time)s, %(clock)s") % how
    elif away < WEEK:
        said = _("Opens on %(day)s at %(time)s, %(clock)s") % how
    else:
        # Translators: %(day)s is a day and a month.
        said = pgettext("date", "Opens on %(day)s at %(time)s, %(clock)s") % how
    return _("%(opens)s. That day is a holiday: check first.") % {"opens": said} if holiday else said


def _when(here: datetime, end: datetime) -> str:
    away, time = _away(here, end), time_words(end)
    if away == 1 and (end.hour, end.minute) == (0, 0):
        return _("midnight")
    if away == 1:
        return _("tomorrow %(time)s") % {"time": time}
    return _("%(day)s %(time)s") % {"day": _day(here, end), "time": time} if away else time


def _away(here: datetime, there: datetime) -> int:
    return (there.date() - here.date()).days


def _day(here: datetime, there: datetime) -> str:
    """The name of the weekday; a week ahead and more, the date."""
    if _away(here, there) < WEEK:
        return str(WEEKDAYS[there.weekday()])
    return _("%(date)s,") % {"date": month_day(there)}
