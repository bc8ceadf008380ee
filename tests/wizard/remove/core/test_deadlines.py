from datetime import UTC, datetime, timedelta

import pytest

from wizard.remove.core.deadlines import clock, day_words, words

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)  # Sunday, 09:00 in Chicago


def said(on, at="14:10", where="America/Chicago", hours=48, now=NOW):
    found = clock(on, at, where, hours, now)
    return words(found) if found else None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (
            ("2026-11-22", "08:10"),
            "The 48 hours end Tuesday 24 November, 08:10, Chicago time. About 47 hours are left.",
        ),
        (
            ("2026-11-20", "09:40"),
            "The 48 hours end Sunday 22 November, 09:40, Chicago time. About 1 hour is left.",
        ),
        (
            ("2026-11-20", "09:20"),
            "The 48 hours end Sunday 22 November, 09:20, Chicago time. Less than an hour is left.",
        ),
        (("2026-11-20", "09:00"), "The 48 hours ended Sunday 22 November, 09:00, Chicago time."),
        (("2026-11-22", "09:01"), "The time you wrote has not come yet. Check the date and the time."),
        (
            ("2026-11-21", ""),
            "The 48 hours end Monday 23 November, 23:59, Chicago time at the latest. About 39 hours are left.",
        ),
        (("2026-11-10", ""), "The 48 hours ended by Thursday 12 November, 23:59, Chicago time."),
        (
            ("2026-11-21", "half past two"),
            "The 48 hours end Monday 23 November, 23:59, Chicago time at the latest. About 39 hours are left.",
        ),
    ],
)
def test_when_the_hours_end(when, expected):
    assert said(*when) == expected


@pytest.mark.parametrize(
    ("on", "where"),
    [("", "America/Chicago"), ("soon", "America/Chicago"), ("2026-11-22", ""), ("2026-11-22", "Chicago")],
)
def test_without_a_day_or_a_zone_there_is_no_clock(on, where):
    assert said(on, where=where) is None


@pytest.mark.parametrize("on", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("where", ["Pacific/Auckland", "America/Chicago"])
def test_the_ends_of_the_calendar_break_nothing(on, where):
    assert clock(on, "00:00", where, 48, NOW) is None or said(on, "00:00", where)


@pytest.mark.parametrize(
    ("on", "at", "end"),
    [
        # 48 hours are 48 hours: the clock on the wall is an hour further, or an hour behind.
        ("2026-03-07", "14:00", "2026-03-09T15:00:00-05:00"),
        ("2026-10-31", "14:00", "2026-11-02T13:00:00-06:00"),
        # An hour that came twice: the later one, so that nobody complains too soon.
        ("2026-11-01", "01:30", "2026-11-03T01:30:00-06:00"),
        # An hour that did not exist.
        ("2026-03-08", "02:30", "2026-03-10T03:30:00-05:00"),
    ],
)
def test_hours_are_counted_through_a_change_of_the_clocks(on, at, end):
    assert clock(on, at, "America/Chicago", 48, NOW).end.isoformat() == end


def test_only_a_time_that_came_once_is_exact():
    found = [clock(on, "01:30", "America/Chicago", 48, NOW).exact for on in ("2026-10-30", "2026-11-01")]
    assert found == [True, False]


def test_other_laws_have_other_hours():
    assert said("2026-11-22", "20:00", "Asia/Kolkata", 2) == (
        "The 2 hours end Sunday 22 November, 22:00, Kolkata time. About 2 hours are left."
    )


def test_a_zone_without_a_city():
    found = clock("2026-11-22", "14:00", "UTC", 48, NOW)
    assert (words(found), day_words(found), found.end - found.start) == (
        "The 48 hours end Tuesday 24 November, 14:00, UTC. About 47 hours are left.",
        "Tuesday 24 November",
        timedelta(hours=48),
    )


NEAR = ("America/Vancouver", "America/Toronto", "America/St_Johns")


def test_without_a_zone_the_last_end_in_the_place_is_shown_and_said_as_such():
    found = clock("2026-11-21", "14:00", "", 48, NOW, NEAR)
    west = clock("2026-11-21", "14:00", "America/Vancouver", 48, NOW)
    assert (found.end, found.exact, found.zone_open) == (west.end, False, True)
    assert "at the latest" in words(found)
    assert words(found).endswith("No time zone was chosen, so this is the latest it can be.")


def test_a_zone_that_is_none_counts_as_open_and_a_chosen_one_is_not_touched():
    assert clock("2026-11-22", "14:00", "Mars/Olympus", 48, NOW, NEAR).zone_open is True
    chosen = clock("2026-11-22", "14:00", "America/Toronto", 48, NOW, NEAR)
    assert (chosen.exact, chosen.zone_open) == (True, False)


def test_without_a_zone_and_without_a_place_there_is_no_clock():
    assert clock("2026-11-22", "14:00", "", 48, NOW) is None


def test_a_day_at_the_end_of_the_calendar_has_no_clock_in_any_zone():
    assert clock("9999-12-31", "23:00", "", 48, NOW, NEAR) is None
