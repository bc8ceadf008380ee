"""Where it is happening: everybody is offered the same places, in the order that is likely for them."""

from dataclasses import replace

import pytest

from tests.people import WORLD
from wizard.core.flow import PlatformChoice, Replies
from wizard.core.questions import BY_SLUG

PLACES = (
    PlatformChoice("blocks", "Blocks", 1, likely_age="under-18"),
    PlatformChoice("line", "LINE", 3, likely_in=("JP",)),
    PlatformChoice("mail", "Mail", 2, likely_age="adult", found_by="mail email"),
    PlatformChoice("meets", "Meets", 1, lgbtq=True),
    PlatformChoice("shop", "Shop", 1, sold_here=True),
    PlatformChoice("videos", "Videos", 1, adults_only=True),
    PlatformChoice("snap", "Snap", 1),
)
HERE = replace(WORLD, home="CA", platforms=PLACES)


def offered(world=HERE, **given):
    """The choices of somebody with these answers."""
    return BY_SLUG["where"].choices(Replies({slug: (value,) for slug, value in given.items()}), world)


def first(**given):
    return [choice.value for choice in offered(**given) if choice.group == "likely"]


@pytest.mark.parametrize(
    ("given", "slugs"),
    [
        ({}, ["blocks", "snap"]),
        ({"age": "under-13"}, ["blocks", "snap"]),
        ({"age": "16-17", "place": "GB"}, ["blocks", "snap"]),
        ({"age": "18-plus"}, ["mail", "snap"]),
        ({"place": "JP"}, ["blocks", "line", "snap"]),
        ({"place": "JP", "age": "18-plus"}, ["line", "mail", "snap"]),
        ({"place": "other"}, ["blocks", "snap"]),
    ],
)
def test_what_is_likely_for_the_country_and_the_age_stands_first(given, slugs):
    assert first(**given) == slugs


def test_who_skipped_the_country_is_read_as_somebody_at_home():
    assert first(world=replace(HERE, home="JP")) == ["blocks", "line", "snap"]


def test_the_values_are_the_same_for_everybody():
    values = {choice.value for choice in offered()}
    assert values == {choice.value for choice in offered(place="JP", age="18-plus", who="child")}
    assert values >= {place.slug for place in PLACES} | {"website", "search", "group-chat", "school-work", "other"}


def test_only_names_of_apps_and_sites_are_found_by_typing():
    found = {choice.value: choice.found_by for choice in offered()}
    assert (found["mail"], found["website"], found["other"]) == ("mail email", "", "")
