"""No name leads to two places: then a person who types it would read the steps of another app."""

import pytest

from resources.loading.platform_name_checks import references
from tests.resources.conftest import platform

LANDS = [{"code": "CA"}, {"code": "JP"}]
FIRST = platform(slug="first", name="First App", aliases=["One", "FA"])
TAKEN = "{!r} is a name of {}, too: keep it on one of them"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"aliases": ["first app"]}, ("platforms", "other", "aliases", TAKEN.format("first app", "first"))),
        ({"aliases": ["Two", "o.n.e"]}, ("platforms", "other", "aliases", TAKEN.format("o.n.e", "first"))),
        ({"name": "First-App"}, ("platforms", "other", "name", TAKEN.format("First-App", "first"))),
        # A name is the place's own: whoever has it as an alias gives it up.
        ({"name": "FA"}, ("platforms", "first", "aliases", TAKEN.format("FA", "other"))),
        ({"likely_in": ["JP", "UK"]}, ("platforms", "other", "likely_in", "UK is not in countries.json")),
    ],
)
def test_a_name_of_another_place_and_an_unknown_country_are_told(fields, told):
    other = platform(**{"slug": "other", "name": "Other", **fields})
    assert list(references([FIRST, other], LANDS)) == [told]


def test_words_inside_a_name_and_the_same_name_twice_on_one_place_are_no_matter():
    other = platform(slug="other", name="Other", aliases=["First", "App", "FAB", "other", "OTHER"], likely_in=["JP"])
    assert list(references([FIRST, other], LANDS)) == []


def test_rows_of_a_wrong_shape_are_left_to_the_other_rules():
    assert list(references(["text", platform(aliases="One", likely_in=None), platform(aliases=[None])], ["CA"])) == []
