"""What stands first for somebody in a country and of an age, and the rest by letter."""

from dataclasses import dataclass

import pytest

from resources.core.place_order import MOST_FIRST, MOST_IN_FOLD, by_letter, leading


@dataclass(frozen=True)
class Place:
    """What the order reads of a place."""

    name: str
    likely: int = 1
    likely_in: tuple[str, ...] = ()
    likely_age: str = ""
    lgbtq: bool = False
    sold_here: bool = False
    adults_only: bool = False


PLACES = (
    Place("Snap"),
    Place("blocks", likely_age="under-18"),
    Place("Mail", 2, likely_age="adult"),
    Place("Line", 3, ("JP", "TH")),
    Place("Rare", 2),
    Place("Old", 3, ("JP",), "adult"),
)


def names(places):
    return [place.name for place in places]


@pytest.mark.parametrize(
    ("country", "age", "first"),
    [
        ("", "", ["blocks", "Snap"]),
        ("CA", "", ["blocks", "Snap"]),
        ("CA", "under-18", ["blocks", "Snap"]),
        ("CA", "adult", ["Mail", "Snap"]),
        ("JP", "", ["blocks", "Line", "Old", "Snap"]),
        ("JP", "under-18", ["blocks", "Line", "Snap"]),
        ("JP", "adult", ["Line", "Mail", "Old", "Snap"]),
    ],
)
def test_the_first_places_fit_the_country_and_the_age(country, age, first):
    assert names(leading(PLACES, country, age)) == first


@pytest.mark.parametrize("mark", ["lgbtq", "sold_here", "adults_only"])
@pytest.mark.parametrize("age", ["", "under-18", "adult"])
def test_a_place_that_tells_about_somebody_never_leads(mark, age):
    marked = Place("Marked", 1, ("CA",), age, **{mark: True})
    assert names(leading((marked, Place("Snap")), "CA", age)) == ["Snap"]


def test_where_there_are_too_many_the_nearest_ones_stay():
    many = [Place(f"App {number:02}") for number in range(MOST_FIRST)]
    near = Place("Zebra", 1, likely_age="under-18")
    assert names(leading([*many, near], "", "under-18")) == [*names(many[:-1]), "Zebra"]


def test_whole_letters_stand_together_as_long_as_there_is_room():
    full = ["a", "Àb", *(f"B{number:02}" for number in range(MOST_IN_FOLD - 2))]
    folds = by_letter(["z", *reversed(full), "c"], str)
    assert [(letters.heading, here) for letters, here in folds] == [("A to B", tuple(full)), ("C to Z", ("c", "z"))]


def test_one_letter_with_many_names_is_a_fold_of_its_own():
    folds = by_letter(["r", *(f"s{number:02}" for number in range(MOST_IN_FOLD + 5)), "t"], str)
    assert [(letters.heading, letters.many) for letters, _here in folds] == [
        ("R", 1),
        ("S", MOST_IN_FOLD + 5),
        ("T", 1),
    ]


def test_without_names_there_is_no_fold():
    assert by_letter([], str) == []
