from datetime import date, timedelta

import pytest

from resources.core.helpline import Details
from resources.core.hours import public_holidays


def certain(place, day):
    """Is this day sure to be off in this place?"""
    when = date.fromisoformat(day)
    return when in public_holidays.near((place,), when).certain


def perhaps(where, day):
    """May somebody in these places have this day off?"""
    when = date.fromisoformat(day)
    return when in public_holidays.near(where, when).perhaps


@pytest.mark.parametrize(
    ("country", "regions", "visitor", "expected"),
    [
        ("CA", ("*",), "", ("CA",)),
        ("CA", ("*",), "CA-BC", ("CA", "CA-BC")),
        ("CA", ("*",), "GB-SCT", ("CA",)),
        ("CA", ("CA-NU", "CA-QC"), "", ("CA-NU", "CA-QC")),
        ("CA", ("CA-QC",), "CA-QC", ("CA-QC",)),
        ("CA", ("CA-QC",), "CA-ON", ("CA-QC",)),
        ("INT", ("*",), "CA-BC", ()),
        ("INT", ("EU",), "", ()),
    ],
)
def test_the_holidays_of_the_place_where_a_line_works_count(country, regions, visitor, expected):
    assert public_holidays.places(Details(country=country, regions=regions), visitor) == expected


@pytest.mark.parametrize(
    ("day", "keep", "do_not"),
    [
        ("2026-02-16", "CA-BC CA-AB CA-ON US", "CA CA-QC CA-NU CA-NL"),  # Family Day; Washington's birthday
        ("2026-06-24", "CA-QC", "CA CA-ON CA-NB"),  # Saint-Jean-Baptiste
        ("2026-07-01", "CA CA-BC CA-QC CA-NU CA-NL", "US"),  # Canada Day
        ("2026-07-09", "CA-NU", "CA CA-NT CA-QC"),  # Nunavut Day
        ("2026-01-02", "GB-SCT NZ", "GB GB-ENG GB-WLS GB-NIR"),  # second day of the year
        ("2026-03-17", "GB-NIR IE", "GB GB-ENG GB-SCT"),  # Saint Patrick
        ("2026-12-28", "GB GB-ENG GB-SCT CA-ON", "IE CA CA-BC"),  # in place of Saturday 26 December
        ("2027-12-27", "GB GB-SCT", "JP DE"),  # in place of Saturday 25 December
        ("2026-03-02", "AU-WA", "AU AU-NSW"),  # Labour Day of Western Australia
        ("2026-11-26", "US US-CA", "CA"),  # Thanksgiving
        ("2026-12-25", "CA CA-YT GB US AU IE NZ DE FR ES BR", "INT EU JP"),
        ("2026-11-24", "", "CA CA-BC GB US IE FR DE"),  # a plain Tuesday
    ],
)
def test_provinces_and_nations_keep_days_of_their_own(day, keep, do_not):
    places = [*keep.split(), *do_not.split()]
    assert [place for place in places if certain(place, day)] == keep.split()


@pytest.mark.parametrize(
    ("where", "day", "expected"),
    [
        (("CA",), "2026-05-18", True),  # Victoria Day: offices of the country, not every province
        (("CA",), "2026-02-16", True),  # Family Day: most provinces
        (("CA",), "2026-06-24", False),  # Saint-Jean: one province
        (("CA", "CA-QC"), "2026-06-24", True),
        (("GB",), "2026-04-06", True),  # Easter Monday: everywhere but in Scotland
        (("GB",), "2026-01-02", False),
        (("GB", "GB-SCT"), "2026-01-02", True),
        (("CA-NL",), "2026-05-18", True),  # offices only
        (("CA-NU", "CA-QC"), "2026-07-09", True),
        ((), "2026-12-25", False),
    ],
)
def test_a_day_that_many_keep_may_be_a_holiday(where, day, expected):
    assert (perhaps(where, day), perhaps(where, "2026-11-24")) == (expected, False)


def test_a_day_is_certain_only_when_every_place_keeps_it():
    near = public_holidays.near(("CA-NU", "CA-QC"), date(2026, 6, 24))
    assert (near.certain, date(2026, 6, 24) in near.perhaps) == ((date(2026, 7, 1),), True)


def test_the_days_around_the_new_year_are_of_both_years():
    near = public_holidays.near(("GB-SCT",), date(2026, 12, 27))
    assert [str(day) for day in near.certain] == ["2026-12-26", "2026-12-28", "2027-01-01", "2027-01-02", "2027-01-04"]


def test_yesterday_and_three_weeks_are_near():
    day = date(2026, 12, 25)
    seen = [gap for gap in range(-40, 41) if day in public_holidays.near(("CA-BC",), day + timedelta(days=gap)).certain]
    assert seen == [*range(-21, 2)]


@pytest.mark.parametrize("place", ["INT", "EU", "XX", "XX-YY"])
def test_a_place_without_a_calendar_has_no_holidays(place):
    assert public_holidays.near((place,), date(2026, 12, 25)) == public_holidays.Near((), frozenset())


def test_a_region_without_a_calendar_keeps_the_days_of_its_country():
    day = date(2026, 12, 25)
    assert public_holidays.near(("IE-L",), day) == public_holidays.near(("IE",), day)


def test_every_place_of_the_facts_has_a_calendar(content):
    own = {Details(country=row["country"], regions=tuple(row["regions"])) for row in content["helplines"]}
    named = {place for about in own for place in public_holidays.places(about)}
    without = {
        place
        for place in named
        if not any(public_holidays.near((place,), date(2026, m, 1)).certain for m in (1, 5, 12))
    }
    assert (without, len(named) > 30) == (set(), True)
