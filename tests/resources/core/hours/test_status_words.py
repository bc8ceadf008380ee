from datetime import datetime, timedelta

import pytest

from resources.core.hours import status_words

FRIDAY = datetime(2026, 11, 20, 18, 0)


def after(days, time):
    """A moment so many days after Friday 20 November."""
    return datetime.combine(FRIDAY.date() + timedelta(days=days), datetime.strptime(time, "%H:%M").time())


@pytest.mark.parametrize(
    ("days", "time", "said"),
    [
        (0, "20:30", "Opens today at 20:30, Pacific time"),
        (1, "00:00", "Opens at midnight, Pacific time"),
        (1, "08:30", "Opens tomorrow at 08:30, Pacific time"),
        (2, "00:00", "Opens on Sunday at 00:00, Pacific time"),
        (3, "08:30", "Opens on Monday at 08:30, Pacific time"),
        (6, "13:05", "Opens on Thursday at 13:05, Pacific time"),
        (7, "08:30", "Opens on November 27, at 08:30, Pacific time"),
    ],
)
def test_an_opening_is_told_by_the_day_a_person_would_name(days, time, said):
    assert status_words.opens(FRIDAY, after(days, time), "Pacific time") == said


def test_an_opening_on_a_holiday_comes_with_a_warning():
    said = status_words.opens(FRIDAY, after(3, "09:00"), "Newfoundland time", holiday=True)
    assert said == "Opens on Monday at 09:00, Newfoundland time. That day is a holiday: check first."


@pytest.mark.parametrize(
    ("days", "time", "said"),
    [
        (0, "22:00", "Open now, until 22:00, Eastern time"),
        (1, "00:00", "Open now, until midnight, Eastern time"),
        (1, "04:00", "Open now, until tomorrow 04:00, Eastern time"),
        (3, "08:30", "Open now, until Monday 08:30, Eastern time"),
        (8, "08:30", "Open now, until November 28, 08:30, Eastern time"),
    ],
)
def test_a_closing_is_told_by_the_day_a_person_would_name(days, time, said):
    assert status_words.until(FRIDAY, after(days, time), "Eastern time") == said


def test_what_is_not_sure_is_not_told():
    assert [status_words.until(FRIDAY, None, "Eastern time"), status_words.unknown(), status_words.shut()] == [
        "Open now",
        "Hours unknown: check first",
        "Closed now. Check the hours before you call.",
    ]


def test_a_holiday_is_told_on_its_day_and_in_the_night_after():
    assert [status_words.may_differ(), status_words.may_differ(today=False)] == [
        "Hours may differ today: it is a holiday. Check first.",
        "Hours may differ: yesterday was a holiday. Check first.",
    ]
