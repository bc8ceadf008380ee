"""What an address may ask for, and which lines stay."""

import pytest

from resources.core.filters import (
    CODES,
    FILTERS,
    KINDS,
    MOST_CHARACTERS,
    ROLES,
    TOPICS,
    ChosenFilters,
    by,
    keeps,
    nearest,
    read,
)
from resources.core.helpline_choice import Seeker
from tests.project.test_layers import telling
from tests.resources.conftest import channel, line

EVERYTHING = ChosenFilters(age="u18", open="1", who="child", by="text", about="online")


@pytest.mark.parametrize(
    ("query", "wish", "understood"),
    [
        ("", ChosenFilters(), True),
        ("age=u18", ChosenFilters(age="u18"), True),
        ("who=child&age=u18&about=online&by=text&open=1", EVERYTHING, True),
        ("age=19", ChosenFilters(), False),
        ("age=U18", ChosenFilters(), False),
        ("age=", ChosenFilters(), False),
        ("x=1&age=18", ChosenFilters(age="18"), False),
        ("age=18&age=u18&by=call", ChosenFilters(by="call"), False),
        ("age=u18&by=smoke", ChosenFilters(age="u18"), False),
        ("?age=u18", ChosenFilters(), False),
        ("age", ChosenFilters(), False),
        ("&&", ChosenFilters(), True),
        ("%ff=%ff&%00", ChosenFilters(), False),
        ("age=u18&" + "x" * 10_000, ChosenFilters(), False),
        ("a&" * 5_000, ChosenFilters(), False),
        ("seekers=1&query=1", ChosenFilters(), False),
    ],
)
def test_an_address_is_read_without_complaint(query, wish, understood):
    assert read(query) == (wish, understood)


def test_what_was_chosen_can_be_written_and_read_again():
    assert (EVERYTHING.query, ChosenFilters().query) == ("?age=u18&open=1&who=child&by=text&about=online", "")
    assert read(EVERYTHING.query[1:]) == (EVERYTHING, True)


def test_every_filter_at_once_is_far_from_too_long():
    longest = ChosenFilters(**{each.name: max((option.code for option in each.options), key=len) for each in FILTERS})
    assert len(longest.query) * 3 < MOST_CHARACTERS


def test_every_code_has_a_meaning():
    assert (CODES["who"], CODES["by"], CODES["about"]) == (set(ROLES) - {""}, set(KINDS), set(TOPICS))


def test_no_code_tells_on_the_visitor():
    words = [*CODES, *(code for codes in CODES.values() for code in codes)]
    assert (telling(words), [word for word in words if len(word) > 6]) == ([], [])


@pytest.mark.parametrize(
    ("wish", "seekers"),
    [
        (ChosenFilters(age="u18"), (Seeker(True),)),
        (ChosenFilters(age="18"), (Seeker(False, subject_under_18=False), Seeker(False))),
        (ChosenFilters(age="u18", who="child", by="text"), (Seeker(True, "child", text_first=True),)),
        (ChosenFilters(who="other"), (Seeker(True, "sharer"), Seeker(False, "sharer"))),
        (
            ChosenFilters(who="friend"),
            (Seeker(True, "friend"), Seeker(False, "friend", subject_under_18=False), Seeker(False, "friend")),
        ),
    ],
)
def test_a_wish_may_mean_several_people(wish, seekers):
    assert (wish.seekers(), wish.about_somebody) == (seekers, True)


def test_a_wish_about_hours_or_ways_is_about_nobody():
    assert not ChosenFilters(open="1", by="text", about="law").about_somebody


PHONE = line("phone", "crisis")
CLOSED_TEXT = line("both", "legal", channels=[channel(), channel("text", always=False)])
EMERGENCY = line("emergency", "police", emergency=True)


def always(one):
    return one.open_all_hours and any(way.open_all_hours for way in one.channels)


@pytest.mark.parametrize(
    ("wish", "kept"),
    [
        (ChosenFilters(), ["phone", "both", "emergency"]),
        (ChosenFilters(by="text"), ["both", "emergency"]),
        (ChosenFilters(by="chat"), ["emergency"]),
        (ChosenFilters(about="law"), ["both", "emergency"]),
        (ChosenFilters(about="talk"), ["phone", "emergency"]),
        (ChosenFilters(open="1"), ["phone", "both", "emergency"]),
        (ChosenFilters(open="1", by="text"), ["emergency"]),
        (ChosenFilters(age="18", who="me"), ["phone", "both", "emergency"]),
    ],
)
def test_lines_stay_that_are_reached_in_the_wished_way(wish, kept):
    assert [one.slug for one in (PHONE, CLOSED_TEXT, EMERGENCY) if keeps(wish, one, always)] == kept


def test_whatsapp_counts_as_a_text():
    assert keeps(ChosenFilters(by="text"), line("app", channels=[channel("whatsapp")]), always)


def test_a_line_by_one_way_has_only_that_way():
    reached = by(ChosenFilters(by="text"), CLOSED_TEXT)
    assert ([way.kind for way in reached.channels], reached.confirmed, reached.slug) == (["text"], True, "both")
    assert not by(ChosenFilters(by="text"), PHONE).confirmed
    assert by(ChosenFilters(about="law"), PHONE) is PHONE


def test_what_matters_least_is_given_up_first_and_the_person_never():
    steps = [EVERYTHING]
    while (nearer := nearest(steps[-1])) is not None:
        steps.append(nearer)
    assert [wish.query for wish in steps] == [
        "?age=u18&open=1&who=child&by=text&about=online",
        "?age=u18&who=child&by=text&about=online",
        "?age=u18&who=child&about=online",
        "?age=u18&who=child",
    ]
