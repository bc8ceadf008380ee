"""A visit lasts as long as we print, to the minute, and its row does not say when somebody was here."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from compass.visits import expiry

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
FAR = datetime(2030, 1, 1, tzinfo=UTC)


@given(MOMENTS)
def test_a_visit_ends_within_four_hours_on_a_round_ten_minutes(now):
    end = expiry.ends_at(now)
    assert timedelta(hours=3, minutes=50) < end - now <= timedelta(hours=4)
    assert (end.minute % 10, end.second, end.microsecond) == (0, 0, 0)


@given(MOMENTS, st.booleans())
def test_an_idle_visit_ends_after_30_minutes_or_5_when_it_is_empty(now, holds_answers):
    until = expiry.idle_until(now, FAR, holds_answers)
    over = until - now - timedelta(minutes=30 if holds_answers else 5)
    assert timedelta() < over <= timedelta(minutes=1)
    assert (until.second, until.microsecond) == (0, 0)


@given(MOMENTS)
def test_the_idle_end_never_passes_the_last_end(now):
    end = now + timedelta(minutes=3)
    assert expiry.idle_until(now, end, True) == end


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(minutes=1)))
def test_two_uses_within_a_minute_move_the_end_once_at_most(now, pause):
    ends = [expiry.idle_until(moment, FAR, True) for moment in (now, now + pause)]
    assert expiry.worth_moving(*ends) is False


def test_an_end_is_moved_after_two_minutes():
    now = datetime(2026, 11, 22, 23, 10, 30, tzinfo=UTC)
    ends = [expiry.idle_until(moment, FAR, True) for moment in (now, now + timedelta(minutes=2))]
    assert expiry.worth_moving(*ends) is True
