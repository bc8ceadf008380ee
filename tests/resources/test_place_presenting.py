import pytest

from resources import place_presenting

pytestmark = pytest.mark.django_db


def test_platforms_are_listed_by_how_likely_they_are_then_by_letter():
    context = place_presenting.places_context()
    letters = [letter for letter, _cards in context["letters"]]
    others = [card.name[0].upper() for _letter, cards in context["letters"] for card in cards]
    assert (letters == sorted(letters), others == sorted(others), {card.likely for card in context["likely"]}) == (
        True,
        True,
        {1},
    )
    assert len(others) + len(context["likely"]) == 54
