"""Which apps the facts put first for whom: twelve at most anywhere, and never one that tells about somebody."""

import pytest

from resources import selectors
from resources.core.place_order import MOST_FIRST, leading

pytestmark = pytest.mark.django_db
AGES = ("", "under-18", "adult")


def slugs(country, age):
    return {card.slug for card in leading(selectors.platforms(), country, age)}


def test_nowhere_and_at_no_age_are_there_more_than_have_room():
    # With one more than that, the last by name would be left out, whatever it is.
    named = [card for card in selectors.platforms() if len({*card.likely_in, card.likely_age, ""}) > 1]
    assert len(named) >= 5
    for land in ("", *(land.code for land in selectors.places())):
        for age in AGES:
            first = slugs(land, age)
            assert 10 <= len(first) <= MOST_FIRST, (land, age)
            wanted = {card.slug for card in named if land in card.likely_in and card.likely_age in ("", age)}
            assert wanted <= first, (land, age)


def test_what_is_known_of_a_visitor_changes_the_first_names():
    anywhere = slugs("", "")
    assert {"snapchat", "instagram", "whatsapp", "discord", "roblox"} <= anywhere
    assert (slugs("CA", "") - anywhere, slugs("JP", "") - anywhere, slugs("GR", "") - anywhere) == (
        {"text-messages"},
        {"line"},
        {"viber"},
    )
    assert (slugs("", "under-18") ^ anywhere, slugs("", "adult") ^ anywhere) == (set(), {"roblox", "email"})


def test_no_place_that_tells_about_somebody_is_among_them():
    telling = {
        card.slug
        for card in selectors.platforms()
        if card.lgbtq or card.sold_here or card.kind == "adult" or (card.minors_allowed_from or 0) >= 18
    }
    assert {"grindr", "onlyfans", "pornhub", "kik"} <= telling
    for land in ("", *(land.code for land in selectors.places())):
        assert telling & {slug for age in AGES for slug in slugs(land, age)} == set(), land
