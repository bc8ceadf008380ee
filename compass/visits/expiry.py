"""How long a visit lives. Pure; all times are aware datetimes, all lengths in settings are seconds.

Times are rounded before they are kept, so that a row says little about when somebody was here: the idle end
to a whole minute, the last end to ten minutes.
"""

from datetime import datetime, timedelta

from django.conf import settings

MINUTE = timedelta(minutes=1)
# So far a clock may be set back without ending the visits of people who are in the middle of one.
SLIP = timedelta(minutes=10)


def ends_at(now: datetime) -> datetime:
    """The latest end of a visit that opens now; rounded down, so the limit that we print is kept."""
    end = now + timedelta(seconds=settings.VISIT_MOST_SECONDS)
    return end.replace(minute=end.minute - end.minute % 10, second=0, microsecond=0)


def idle_until(now: datetime, end: datetime, holds_answers: bool) -> datetime:
    """When a visit used at `now` is forgotten if nothing more happens; rounded up to a minute, never after `end`."""
    seconds = settings.VISIT_IDLE_SECONDS if holds_answers else settings.VISIT_EMPTY_SECONDS
    until = now + timedelta(seconds=seconds)
    return min(until.replace(second=0, microsecond=0) + MINUTE, end)


def furthest(now: datetime) -> tuple[datetime, datetime]:
    """Idle end and last end that no visit can have at `now`, or later ones: the clock was set back since it was used.

    Nobody can say how long such a visit has lived, so it is over.
    """
    idle, most = timedelta(seconds=settings.VISIT_IDLE_SECONDS), timedelta(seconds=settings.VISIT_MOST_SECONDS)
    return now + idle + MINUTE + SLIP, now + most + SLIP


def worth_moving(old: datetime, new: datetime) -> bool:
    """True at most once a minute: ends that are two rounded minutes apart lie more than one real minute apart."""
    return new - old >= 2 * MINUTE
