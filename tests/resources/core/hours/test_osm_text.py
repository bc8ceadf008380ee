from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from resources.core.hours import osm_text

FAMILY_DAY, GOOD_FRIDAY = date(2026, 2, 16), date(2026, 4, 3)


def at(when, zone="America/Toronto", fold=0):
    """A moment on a clock: at("2026-11-01T01:15", fold=1)."""
    return datetime.fromisoformat(when).replace(tzinfo=ZoneInfo(zone), fold=fold)


def utc(moment):
    """The moment in UTC, to tell the two hours of an autumn night apart."""
    return f"{moment.astimezone(UTC):%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("Mo-Fr 10:00-16:00", (FAMILY_DAY,), "Mo-Fr 10:00-16:00"),
        ("Mo-Fr 10:00-16:00; PH off", (FAMILY_DAY,), "Mo-Fr 10:00-16:00; 2026 Feb 16 closed"),
        (
            "Mo-Fr 10:00-16:00; PH off",
            (FAMILY_DAY, GOOD_FRIDAY),
            "Mo-Fr 10:00-16:00; 2026 Feb 16,2026 Apr 3 closed",
        ),
        ("Mo-Fr 10:00-16:00; PH off", (), "Mo-Fr 10:00-16:00"),
        ("PH off; Mo-Fr 10:00-16:00", (FAMILY_DAY,), "Mo-Fr 10:00-16:00; 2026 Feb 16 closed"),
        (
            "Mo-Fr 08:00-20:00; Sa-Su,PH 09:00-17:00",
            (FAMILY_DAY,),
            "Mo-Fr 08:00-20:00; Sa-Su 09:00-17:00; 2026 Feb 16 09:00-17:00",
        ),
        ("Mo,PH,We 08:00-20:00", (), "Mo,We 08:00-20:00"),
        ("PH off", (), "24/7 closed"),
        ("Mo-Su 09:00-17:00; PH 10:00-12:00,14:00-16:00", (), "Mo-Su 09:00-17:00"),
    ],
)
def test_public_holidays_are_written_into_the_text_as_days(text, days, expected):
    assert str(osm_text.read(text, days)) == expected


@pytest.mark.parametrize("text", ["PH -1 day off; Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00, PH 10:00-12:00", "SH off"])
def test_rules_about_holidays_that_are_not_understood_are_not_guessed(text):
    assert osm_text.read(text, (FAMILY_DAY,)) is None


@pytest.mark.parametrize(
    ("text", "named", "late"),
    [
        ("Mo-Fr 10:00-16:00; PH off", True, False),
        ("Sa-Su,PH 09:00-17:00", True, False),
        ("Mo-Fr 10:00-16:00; SH off", True, False),
        ("Mo-Su 10:00-04:00", False, True),
        ("Mo-Su 18:00-26:00", False, True),
        ("Mo-Su 17:00-24:00", False, False),
        ("Mo-Fr 00:00-08:30,17:00-24:00; Sa,Su 00:00-24:00", False, False),
    ],
)
def test_a_text_tells_whether_it_knows_holidays_and_nights(text, named, late):
    assert (osm_text.names_holidays(text), osm_text.past_midnight(text)) == (named, late)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo-Su 09:00-17:00", "open"),
        ("Mo-Su 13:00-17:00", "closed"),
        ("Mo-Su 09:00-17:00 unknown", "unknown"),
        ('Mo-Su 09:00-17:00 "by appointment"', "unknown"),
        ("off", "closed"),
    ],
)
def test_a_remark_makes_hours_unknown(text, expected):
    assert osm_text.state(osm_text.read(text, ()), at("2026-11-20T12:00")) == expected


@pytest.mark.parametrize(
    ("text", "here", "expected"),
    [
        ("Mo-Su 09:00-17:00", at("2026-11-20T12:00"), "11-20 22:00"),
        ("Mo-Su 17:00-24:00", at("2026-11-20T18:00"), "11-21 05:00"),
        ("Mo-Fr 09:00-16:00", at("2026-11-20T12:00", "America/St_Johns"), "11-20 19:30"),
        ("Mo-Fr 09:00-16:00", at("2026-11-20T18:00", "America/St_Johns"), "11-23 12:30"),
        # The clock goes from 02:00 to 03:00: what opens at 02:30 opens at 03:00.
        ("Mo-Su 02:30-05:00", at("2026-03-08T01:00"), "03-08 07:00"),
        ("Mo-Su 09:00-17:00", at("2026-03-07T18:00"), "03-08 13:00"),
        ("Mo-Su 00:00-05:00", at("2026-04-23T12:00", "Africa/Cairo"), "04-23 22:00"),
        # The hour from 01:00 to 02:00 comes twice.
        ("Mo-Su 00:00-10:00", at("2026-11-01T01:59"), "11-01 15:00"),
        ("Mo-Su 01:00-01:30", at("2026-11-01T00:30"), "11-01 05:00"),
        ("Mo-Su 01:00-01:30", at("2026-11-01T01:15"), "11-01 05:30"),
        ("Mo-Su 01:00-01:30", at("2026-11-01T01:15", fold=1), "11-01 06:30"),
        ("Mo-Su 09:00-17:00", at("2026-10-31T18:00"), "11-01 14:00"),
    ],
)
def test_the_next_turn_is_on_the_clock_of_the_line(text, here, expected):
    assert utc(osm_text.turn(osm_text.read(text, ()), here)) == expected


@pytest.mark.parametrize("here", [at("2026-11-01T01:59"), at("2026-11-01T01:59", fold=1), at("2026-11-01T02:00")])
def test_a_clock_that_is_put_back_closes_nobody(here):
    assert osm_text.state(osm_text.read("Mo-Su 00:00-10:00", ()), here) == "open"


@pytest.mark.parametrize("text", ["off", "Mo-Su 00:00-24:00", "2020 Jan 1 10:00-12:00"])
def test_hours_that_never_change_have_no_turn(text):
    assert osm_text.turn(osm_text.read(text, ()), at("2026-11-20T12:00")) is None


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (at("2026-03-08T00:10"), "03-08 07:00"),
        (at("2026-11-01T00:10"), "11-01 06:00"),
        (at("2026-11-01T01:59"), "11-01 06:00"),
        (at("2026-11-01T01:00", fold=1), None),
        (at("2026-03-08T03:00"), None),
        (at("2026-11-20T12:00"), None),
        (at("2026-03-08T00:10", "America/Regina"), None),
        (at("2026-03-08T00:10", "America/St_Johns"), "03-08 05:30"),
        (at("2026-03-29T00:10", "Europe/London"), "03-29 01:00"),
    ],
)
def test_the_two_days_on_which_clocks_are_set_are_known(here, expected):
    found = osm_text.set_anew(here)
    assert (found and utc(found)) == expected


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (at("2026-11-20T12:00"), "11-21 05:00"),
        (at("2026-11-20T23:59", "America/St_Johns"), "11-21 03:30"),
        (at("2026-10-31T12:00"), "11-01 04:00"),
        (at("2026-11-01T12:00"), "11-02 05:00"),
        # In Cairo the clock goes from midnight to 01:00.
        (at("2026-04-23T12:00", "Africa/Cairo"), "04-23 22:00"),
    ],
)
def test_tomorrow_begins_at_midnight_on_the_clock_of_the_line(here, expected):
    assert utc(osm_text.midnight(here)) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2026-11-20T01:00", True), ("2026-11-20T05:00", False), ("2026-11-20T12:00", False)],
)
def test_a_night_that_began_the_day_before_is_known(when, expected):
    hours = osm_text.read("Mo-Su 10:00-04:00", ())
    assert osm_text.since_midnight(hours, at(when)) is expected


def test_a_day_begins_later_where_the_clock_is_set_at_midnight():
    assert osm_text.start(date(2026, 4, 24), ZoneInfo("Africa/Cairo")).strftime("%d %H:%M") == "24 01:00"
    assert osm_text.start(date(2026, 4, 25), ZoneInfo("Africa/Cairo")) - at("2026-04-25T00:00", "Africa/Cairo") == (
        timedelta(0)
    )
