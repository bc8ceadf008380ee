from datetime import UTC, datetime

import pytest

from resources import selectors
from resources.contexts import people
from resources.core.needs import NEEDS, HelplinesByNeed
from tests.resources.conftest import line
from tests.resources.fact_counts import COUNTRIES

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def test_every_line_of_a_place_stands_under_one_heading():
    found = selectors.directory("CA", "CA-ON")
    groups = people.groups(found)
    shown = [line.slug for group in groups for line in group.lines]
    assert (sorted(shown), len(shown)) == (sorted(line.slug for line in found.all), len(set(shown)))
    assert {need for need, _heading in people.GROUPS} <= {*NEEDS, "all"}


def test_numbers_for_an_unknown_age_name_a_line_for_young_people_and_one_for_adults():
    numbers = people.numbers(selectors.place("GB"), assumed=True)
    assert (numbers.crisis.slug, [line.slug for line in numbers.more], numbers.place_name, numbers.assumed) == (
        "gb-childline",
        ["gb-shout", "gb-samaritans"],
        "the United Kingdom",
        True,
    )


def test_a_line_stands_under_the_first_heading_that_fits_and_empty_headings_are_left_out():
    shared, legal = line("shared"), line("legal")
    found = people.groups(HelplinesByNeed(crisis=(shared,), legal=(shared, legal), all=(shared, legal)))
    assert [(str(group.heading), [one.slug for one in group.lines]) for group in found] == [
        ("To talk to someone now", ["shared"]),
        ("Legal help", ["legal"]),
    ]


def test_a_line_for_who_hurt_somebody_stands_only_under_the_last_heading():
    stops, talk = line("stops", "behaviour-change", "counselling"), line("talk")
    lines = HelplinesByNeed(crisis=(stops, talk), behaviour_change=(stops,), all=(stops, talk))
    found = people.groups(lines)
    assert [(str(group.heading), [one.slug for one in group.lines], group.goes_up) for group in found] == [
        ("To talk to someone now", ["talk"], True),
        ("For people who hurt someone and want to stop", ["stops"], False),
    ]


def test_no_page_of_a_place_puts_a_line_for_who_hurt_somebody_before_the_lines_for_who_was_hurt():
    codes = [(land.code, region) for land in selectors.places() for region in ("", *dict(land.regions))]
    pages = [people.groups(selectors.directory(*place)) for place in codes]
    where = [
        (number == len(page), group.goes_up)
        for page in pages
        for number, group in enumerate(page, start=1)
        if any("behaviour-change" in line.fit.topics for line in group.lines)
    ]
    assert {*where} == {(True, False)}


def test_the_page_for_the_next_ten_minutes_says_who_is_there_now():
    context = people.now_context(selectors.place("GB"), NIGHT)
    assert [(card.line.slug, card.opening.state) for card in context["cards"]] == [
        ("gb-childline", "always"),
        ("gb-shout", "always"),
        ("gb-samaritans", "always"),
    ]
    assert context["lines"] == tuple(card.line for card in context["cards"])


def test_the_list_of_countries_has_lines_for_who_is_somewhere_else():
    context = people.people_context(NIGHT)
    anywhere = [card.line for card in context["anywhere"]]
    assert ([line.slug for line in anywhere if not line.international], len(anywhere) > 5) == ([], True)
    assert context["lines"] == (context["numbers"].crisis, *anywhere)


def test_countries_lead_to_the_page_that_was_asked_for():
    assert people.countries("now-country")[:2] == (("Canada", "/now/ca/"), ("Argentina", "/now/ar/"))


@pytest.mark.parametrize(
    ("home", "names"),
    [
        ("CA", ["Canada", "United States", "United Kingdom", "Australia", "New Zealand", "Ireland"]),
        ("IE", ["Ireland", "Canada", "United States", "United Kingdom", "Australia", "New Zealand"]),
        ("DE", ["Germany", "Canada", "United States", "United Kingdom", "Australia", "New Zealand"]),
        ("ZZ", ["Canada", "United States", "United Kingdom", "Australia", "New Zealand", "Ireland"]),
    ],
)
def test_home_comes_first_then_the_countries_that_the_facts_call_likely(settings, home, names):
    settings.COMPASS_HOME_COUNTRY = home
    assert [link.name for link in people.first_countries("people-country")] == names


def test_every_country_can_be_chosen_once_the_others_by_name(settings):
    settings.COMPASS_HOME_COUNTRY = "DE"
    context = people.people_context(NIGHT)
    near, more = context["first_countries"], context["more_countries"]
    names = [link.name for link in more]
    assert (len(near), sorted(names), len({*near, *more})) == (people.FIRST_COUNTRIES, names, COUNTRIES)
    assert (set(near) & set(more), "Ireland" in names) == (set(), True)


def test_without_a_home_country_in_the_facts_the_list_still_stands(settings):
    settings.COMPASS_HOME_COUNTRY = "ZZ"
    context = people.people_context(NIGHT)
    links = context["first_countries"] + context["more_countries"]
    assert (context["numbers"], context["cards"], len(links)) == (None, (), COUNTRIES)
