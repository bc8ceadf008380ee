import pytest

from resources import presenting, selectors
from resources.needs import NEEDS, Lines
from tests.resources.conftest import line

pytestmark = pytest.mark.django_db


def test_every_line_of_a_place_stands_under_one_heading():
    found = selectors.directory("CA", "CA-ON")
    groups = presenting.groups(found)
    shown = [line.slug for group in groups for line in group.lines]
    assert (sorted(shown), len(shown)) == (sorted(line.slug for line in found.all), len(set(shown)))
    assert {need for need, _heading in presenting.GROUPS} <= {*NEEDS, "all"}


def test_numbers_for_an_unknown_age_name_a_line_for_young_people_and_one_for_adults():
    numbers = presenting.numbers(selectors.place("GB"), assumed=True)
    assert (numbers.crisis.slug, [line.slug for line in numbers.more], numbers.place_name, numbers.assumed) == (
        "gb-childline",
        ["gb-shout", "gb-samaritans"],
        "United Kingdom",
        True,
    )


def test_a_line_stands_under_the_first_heading_that_fits_and_empty_headings_are_left_out():
    shared, legal = line("shared"), line("legal")
    found = presenting.groups(Lines(crisis=(shared,), legal=(shared, legal), all=(shared, legal)))
    assert [(str(group.heading), [one.slug for one in group.lines]) for group in found] == [
        ("To talk to somebody now", ["shared"]),
        ("Legal help", ["legal"]),
    ]


def test_a_page_of_a_region_leads_back_to_its_country():
    context = presenting.place_context(selectors.place("CA"), "CA-MB")
    assert (context["country"], context["region"], len(context["regions"])) == (
        ("Canada", "/people/ca/"),
        ("Manitoba", "/people/ca/mb/"),
        13,
    )


def test_countries_lead_to_the_page_that_was_asked_for():
    assert presenting.countries("now-country")[:2] == (("Canada", "/now/ca/"), ("Australia", "/now/au/"))


def test_without_a_home_country_in_the_facts_the_list_still_stands(settings):
    settings.COMPASS_HOME_COUNTRY = "ZZ"
    context = presenting.people_context()
    assert (context["numbers"], len(context["countries"])) == (None, 42)
