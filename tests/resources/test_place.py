"""A place and its clocks: those near come first, each once, and the list stays short."""

from datetime import date

import pytest

from resources import selectors
from resources.core.adult_duty import AdultDuty
from resources.place import Place

pytestmark = pytest.mark.django_db


def test_a_country_with_one_clock_has_it_in_every_region_and_one_with_several_only_where_one_counts():
    one = Place("XX", "Xland", False, "", (), timezones=("Mars/Olympus",))
    two = Place("XX", "Xland", False, "", (), timezones=("A/B", "A/C"), region_timezones=(("XX-C", "A/C"),))
    assert [place.usual_clock(region) for place in (one, two) for region in ("", "XX-C", "XX-D")] == [
        *["Mars/Olympus"] * 3,
        *["", "A/C", ""],
    ]


def test_a_region_without_a_duty_of_its_own_has_that_of_its_country():
    whole, part = (AdultDuty(duty, duty, (), date(2026, 11, 29)) for duty in ("should", "must"))
    land = Place("XX", "Xland", False, "", (), adult_duty=whole, region_duties=(("XX-A", part),))
    assert [land.duty_in(region) for region in ("XX-A", "XX-B", "")] == [part, whole, whole]
    assert Place("XX", "Xland", False, "", ()).duty_in("XX-A") is None


def test_a_list_of_clocks_has_each_once_and_is_short_enough_for_a_phone(content):
    for country in (*(row["code"] for row in content["countries"]), "other"):
        offered = [*selectors.clocks_near(country), *selectors.clocks_far(country)]
        assert (len(offered), len(offered) <= 60) == (len(set(offered)), True)
        assert (country == "other") is not bool(selectors.clocks_near(country))


@pytest.mark.parametrize(
    ("country", "region", "usual"),
    [
        ("CA", "CA-NS", "America/Halifax"),
        ("CA", "CA-AB", "America/Edmonton"),
        ("CA", "CA-ON", "America/Toronto"),
        ("CA", "CA-NU", ""),
        ("CA", "", ""),
        ("GB", "GB-SCT", "Europe/London"),
        ("NZ", "", ""),
        ("US", "", ""),
        ("KE", "", "Africa/Nairobi"),
        ("other", "", ""),
    ],
)
def test_the_clock_that_a_form_begins_with(country, region, usual):
    assert selectors.usual_clock(country, region) == usual


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/Los_Angeles", "Pacific time"),
        ("America/Regina", "Saskatchewan time"),
        ("America/Whitehorse", "Yukon time"),
        ("America/St_Johns", "Newfoundland time"),
        ("Asia/Kolkata", "India time"),
        ("America/Indiana/Knox", "Knox time"),
    ],
)
def test_a_clock_has_the_name_of_the_facts_or_of_its_city(zone, said):
    assert selectors.clock_name(zone) == said
