"""What a country has of its own."""

from dataclasses import replace
from datetime import date

import pytest

from resources.core.coverage import Coverage, Has, coverage_of
from resources.core.helpline import Details
from resources.core.law import Law
from tests.resources.conftest import channel, line

CLOSED = [channel(always=False)]


def own(*topics, country="CA", **fields):
    return replace(line("x", *topics, **fields), about=Details(country=country))


def law(place="CA", kind="criminal", status="in-force"):
    return Law("l", (place,), kind, status, "", "", "", None, (), date(2026, 11, 22), "any", ("self",))


def has(*lines, laws=(), eu=False):
    return coverage_of("CA", eu, lines, laws)


def test_a_country_with_nothing_has_nothing():
    assert has(own("crisis", country="GB"), laws=[law("GB")]) == Coverage(Has.NO, Has.NO, Has.NO, Has.NO)


@pytest.mark.parametrize(
    ("lines", "child"),
    [
        ([own("youth", "counselling", channels=CLOSED)], Has.YES),
        ([own("youth", "crisis", national=False)], Has.PART),
        ([own("youth", "crisis", national=False), own("youth", "crisis")], Has.YES),
        ([own("crisis")], Has.NO),
        ([own("youth", "legal")], Has.NO),
        ([own("youth", "crisis", channels=[channel("web", False)])], Has.NO),
    ],
)
def test_a_line_for_children_is_one_where_people_talk_to_them(lines, child):
    assert has(*lines).child == child


@pytest.mark.parametrize(
    ("found", "night"),
    [
        (own("crisis"), Has.YES),
        (own("crisis", national=False), Has.PART),
        (own("crisis", channels=CLOSED), Has.NO),
        (own("crisis", only_for=frozenset({"women"})), Has.NO),
        (own("crisis", "youth", adult_ok=False), Has.NO),
        (own("legal"), Has.NO),
        (own("crisis", "adult-protection"), Has.NO),
    ],
)
def test_a_line_at_night_takes_any_adult_at_any_hour(found, night):
    assert has(found).night == night


@pytest.mark.parametrize(
    ("lines", "pictures"),
    [
        ([own("image-abuse")], Has.YES),
        ([own("image-abuse", adult_ok=False)], Has.YOUNG),
        ([own("image-removal", crosses="under-18")], Has.YOUNG),
        ([own("child-exploitation-report")], Has.YOUNG),
        ([own("child-exploitation-report"), own("police", crosses="adult")], Has.YES),
        ([own("police", crosses="any")], Has.YES),
        ([own("police")], Has.NO),
    ],
)
def test_a_body_for_pictures_says_whose(lines, pictures):
    assert has(*lines).pictures == pictures


@pytest.mark.parametrize(
    ("laws", "eu", "found"),
    [
        ([law()], False, Has.YES),
        ([law("CA-BC")], False, Has.YES),
        ([law("EU")], True, Has.UNION),
        ([law("EU")], False, Has.NO),
        ([law(kind="duty-to-report")], False, Has.NO),
        ([law(status="bill")], False, Has.NO),
    ],
)
def test_a_law_is_in_force_and_of_the_country_or_the_union(laws, eu, found):
    assert has(laws=laws, eu=eu).law == found
