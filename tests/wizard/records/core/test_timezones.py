"""The clocks that are offered: each exists, the nearest come first, and the list stays short."""

import pytest

from wizard.records.core import timezones
from wizard.records.core.dates import zone

COUNTRIES = [*timezones.OF_COUNTRY, "other"]


def test_every_name_is_one_that_the_machine_knows() -> None:
    named = {
        *timezones.OF_WORLD,
        *timezones.OF_REGION.values(),
        *(name for names in timezones.OF_COUNTRY.values() for name in names),
    }
    assert {name for name in named if zone(name) is None} == set()


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_list_has_each_clock_once_and_is_short_enough_for_a_phone(country: str) -> None:
    offered = [*timezones.near(country), *timezones.far(country)]
    assert (len(offered), len(offered) <= 60) == (len(set(offered)), True)


def test_a_country_that_has_no_clocks_here_is_offered_those_of_the_world() -> None:
    assert (timezones.near("XZ"), timezones.far("XZ"), timezones.usual("XZ", "")) == ((), timezones.OF_WORLD, "")


def test_every_part_of_canada_has_its_clock_but_the_one_with_three(content) -> None:
    regions = {region["code"] for row in content["countries"] if row["code"] == "CA" for region in row["regions"]}
    assert regions - timezones.OF_REGION.keys() == {"CA-NU"}


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
def test_the_clock_that_a_form_begins_with(country: str, region: str, usual: str) -> None:
    assert timezones.usual(country, region) == usual


def test_the_clock_of_a_region_is_among_those_of_its_country() -> None:
    assert {name for name in timezones.OF_REGION.values() if name not in timezones.near("CA")} == set()
