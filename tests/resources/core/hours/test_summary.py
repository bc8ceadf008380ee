import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from resources.core.hours.summary import all_hours, at_night, clock, words

NAMES = {"America/Vancouver": "British Columbia time", "Asia/Kolkata": "India time"}


@pytest.mark.parametrize(
    ("hours", "uncertain", "always"),
    [
        ("24/7", False, True),
        ("24/7", True, False),
        ("Mo-Su 00:00-24:00", False, False),
        ("Mo-Fr 09:00-17:00", False, False),
        (None, False, False),
    ],
)
def test_only_a_line_known_to_be_open_day_and_night_is_called_so(hours, uncertain, always):
    assert all_hours(hours, uncertain) is always


@pytest.mark.parametrize(
    ("hours", "clock", "said"),
    [
        (None, "", ""),
        ("24/7", "", "Open day and night"),
        ("Mo-Su 09:00-21:00", "Alberta time", "every day 09:00 to 21:00, Alberta time"),
        ("Mo-Su 17:00-24:00", "", "every day 17:00 to midnight"),
        ("Mo-Fr 10:00-16:00; PH off", "", "Monday to Friday 10:00 to 16:00; closed on public holidays"),
        (
            "Mo-Fr 08:00-20:00; Sa-Su,PH 09:00-17:00",
            "",
            "Monday to Friday 08:00 to 20:00; Saturday to Sunday, public holidays 09:00 to 17:00",
        ),
        (
            "Mo,We,Fr 09:00-17:00; Tu,Th 09:00-19:00",
            "",
            "Monday, Wednesday, Friday 09:00 to 17:00; Tuesday, Thursday 09:00 to 19:00",
        ),
        ("Mo-Fr 00:00-08:30,17:00-24:00", "", "Monday to Friday 00:00 to 08:30 and 17:00 to midnight"),
        ("Mo-Fr 09:00-16:00", "Newfoundland time", "Monday to Friday 09:00 to 16:00, Newfoundland time"),
    ],
)
def test_hours_are_said_in_words_with_the_clock_that_counts(hours, clock, said):
    assert words(hours, clock) == said


def test_uncertain_hours_come_with_a_warning():
    assert [words(hours, uncertain=True) for hours in ("24/7", "Mo-Su 11:00-21:00", None)] == [
        "May be open day and night. Check the hours before you call.",
        "every day 11:00 to 21:00. Check the hours before you call.",
        "Check the hours before you call.",
    ]


def test_text_that_is_no_simple_rule_is_shown_as_it_stands():
    assert words("Jan-Mar Mo 09:00-10:00") == "Jan-Mar Mo 09:00-10:00"


def test_every_rule_of_the_facts_is_understood(content):
    said = [
        words(way["opening_hours"]) for row in content["helplines"] for way in row["channels"] if way["opening_hours"]
    ]
    signs = [text for text in said if any(short in text for short in ("Mo-", "Sa,", "Su ", "PH", "Tu,", "We,", "off"))]
    assert (signs, "" in said, said == []) == ([], False, False)


@pytest.mark.parametrize(
    ("timezone", "said"),
    [
        ("America/Vancouver", "British Columbia time"),
        ("Asia/Kolkata", "India time"),
        ("Africa/Dar_es_Salaam", "Dar es Salaam time"),
        ("America/Indiana/Knox", "Knox time"),
    ],
)
def test_a_clock_has_the_name_that_people_say(timezone, said):
    assert clock(timezone, NAMES) == said


def test_every_clock_of_the_facts_is_called_by_words(content):
    zones = {way["timezone"] for row in content["helplines"] for way in row["channels"] if way["timezone"]}
    names = {row["zone"]: row["name"]["en"] for row in content["clocks"]}
    called = {zone: clock(zone, names) for zone in zones}
    assert (
        [zone for zone, said in called.items() if not said.endswith(" time") or re.search("[/_]", said)],
        zones > set(),
    ) == ([], True)


def test_clocks_with_one_name_show_one_time(content):
    named = [(row["zone"], row["name"]["en"]) for row in content["clocks"]]
    moments = [datetime(2027, month, 15, 12, tzinfo=UTC) for month in (1, 7)]
    shown = {(said, *(when.astimezone(ZoneInfo(zone)).strftime("%H:%M") for when in moments)) for zone, said in named}
    assert sorted(name for name, *_times in shown) == sorted({said for _zone, said in named})


@pytest.mark.parametrize(
    ("hours", "uncertain", "there"),
    [
        ("24/7", False, True),
        ("24/7", True, False),
        ("Mo-Fr 00:00-09:00,17:00-24:00; Sa-Su,PH 00:00-24:00", False, True),
        ("Mo-Fr 17:00-09:00", False, False),
        ("Mo-Su 08:00-24:00", False, False),
        (None, False, False),
    ],
)
def test_a_way_is_open_at_night_when_it_is_so_every_night(hours, uncertain, there):
    assert at_night(hours, uncertain) is there
