"""Days and times as people write them, and the hours that clocks skip or repeat."""

from datetime import UTC, date, datetime, time

import pytest

from wizard.records.core.dates import clock, day, moments, problems, sort_key, zone

HALIFAX, REGINA, LONDON = "America/Halifax", "America/Regina", "Europe/London"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        (" 2026-11-22\n", date(2026, 11, 22)),
        ("2028-02-29", date(2028, 2, 29)),
        ("2026-02-29", None),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("0000-01-01", None),
        ("22.11.2026", None),
        ("last Friday", None),
        ("٢٠٢٦-١١-٢٢", None),
        ("", None),
    ],
)
def test_a_day(written: str, meant: date | None) -> None:
    assert day(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("23:10", time(23, 10)),
        ("23:10:05", time(23, 10, 5)),
        ("00:00", time(0)),
        ("24:00", None),
        ("23:60", None),
        ("9 pm", None),
        ("23:10+01:00", None),
        ("", None),
    ],
)
def test_a_time(written: str, meant: time | None) -> None:
    assert clock(written) == meant


@pytest.mark.parametrize("written", ["", "Atlantis", "Europe", "../etc/passwd", "/etc/passwd", "america/halifax\0"])
def test_what_is_no_zone(written: str) -> None:
    assert zone(written) is None


@pytest.mark.parametrize(
    ("on", "at", "where", "meant"),
    [
        ("2026-11-22", "23:10", HALIFAX, ["2026-11-22T23:10:00-04:00"]),
        ("2026-07-01", "23:10", HALIFAX, ["2026-07-01T23:10:00-03:00"]),
        # In Nova Scotia the clocks went from 02:00 to 03:00 on 8 March, and from 02:00 to 01:00 on 1 November.
        ("2026-03-08", "01:59", HALIFAX, ["2026-03-08T01:59:00-04:00"]),
        ("2026-03-08", "02:00", HALIFAX, []),
        ("2026-03-08", "02:30", HALIFAX, []),
        ("2026-03-08", "03:00", HALIFAX, ["2026-03-08T03:00:00-03:00"]),
        ("2026-11-01", "01:00", HALIFAX, ["2026-11-01T01:00:00-03:00", "2026-11-01T01:00:00-04:00"]),
        ("2026-11-01", "01:30", HALIFAX, ["2026-11-01T01:30:00-03:00", "2026-11-01T01:30:00-04:00"]),
        ("2026-11-01", "02:00", HALIFAX, ["2026-11-01T02:00:00-04:00"]),
        ("2026-03-08", "02:30", REGINA, ["2026-03-08T02:30:00-06:00"]),
        ("2026-03-29", "01:30", LONDON, []),
        ("2026-10-25", "01:30", LONDON, ["2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00"]),
        ("2026-11-22", "", HALIFAX, []),
        ("", "23:10", HALIFAX, []),
        ("2026-11-22", "23:10", "", []),
        ("2026-02-30", "23:10", HALIFAX, []),
    ],
)
def test_the_moments_that_a_day_a_time_and_a_zone_can_mean(on: str, at: str, where: str, meant: list[str]) -> None:
    assert [moment.isoformat() for moment in moments(on, at, where)] == meant


@pytest.mark.parametrize(
    ("on", "at", "where", "found"),
    [
        ("", "", "", {}),
        ("2026-11-22", "23:10", HALIFAX, {}),
        ("2026-02-30", "", "", {"date": "There is no such date"}),
        ("2026-02-30", "25:00", "Atlantis", {"date": "There is no such date", "time": "There is no such time",
                                             "zone": "We do not know this time zone"}),
        ("2026-03-08", "02:30", HALIFAX, {"time": "The clocks went forward"}),
        ("2026-11-01", "01:30", HALIFAX, {"time": "The clocks went back"}),
        ("2026-03-08", "02:30", "", {}),
    ],
)  # fmt: skip
def test_what_there_is_to_look_at(on: str, at: str, where: str, found: dict[str, str]) -> None:
    said = problems(on, at, where)
    assert said.keys() == found.keys()
    assert [slug for slug, words in found.items() if not said[slug].startswith(words)] == []


@pytest.mark.parametrize(
    ("on", "at", "where", "found"),
    [
        ("2026-11-28", "", HALIFAX, []),
        ("2026-11-28", "20:30", HALIFAX, []),
        ("2026-11-28", "21:30", HALIFAX, ["time"]),
        ("2026-11-29", "", HALIFAX, ["date"]),
        ("2026-11-29", "00:30", LONDON, []),
        ("2027-11-22", "23:10", LONDON, ["date"]),
        # Nobody said whose day it is: what has come somewhere has come.
        ("2026-11-29", "23:10", "", []),
        ("2026-11-30", "", "", ["date"]),
        ("2026-02-30", "", "", ["date"]),
        ("", "", "", []),
    ],
)
def test_a_day_or_a_time_that_has_not_come_yet_is_pointed_out(on: str, at: str, where: str, found: list[str]) -> None:
    said = problems(on, at, where, datetime(2026, 11, 29, 1, 0, tzinfo=UTC))
    assert list(said) == found


def test_what_has_not_come_yet_is_said_kindly_and_kept() -> None:
    said = problems("2027-01-01", "", "", datetime(2026, 11, 29, 1, 0, tzinfo=UTC))["date"]
    assert said == "This day has not come yet. If you meant another day, change it. What you wrote is still there."


@pytest.mark.parametrize("where", ["Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Tokyo", ""])
@pytest.mark.parametrize("at", ["00:00", "23:59", ""])
def test_the_first_and_the_last_day_there_is_can_be_sorted(at: str, where: str) -> None:
    first, last = (sort_key(on, at, where) for on in ("0001-01-01", "9999-12-31"))
    assert first < sort_key("2026-11-22", at, where) < last < sort_key("", at, where)


def test_entries_sort_by_moment_then_those_with_a_day_alone_then_those_without() -> None:
    given = [
        ("2025-11-22", "23:00", LONDON),
        ("2026-03-08", "01:59", HALIFAX),
        ("2026-03-08", "02:30", HALIFAX),
        ("2026-03-08", "04:00", HALIFAX),
        ("2026-11-22", "10:00", LONDON),
        ("2026-11-22", "10:00", HALIFAX),
        ("2026-11-22", "23:10", HALIFAX),
        ("2026-11-22", "", HALIFAX),
        ("", "23:00", HALIFAX),
        ("2026-02-30", "10:00", LONDON),
    ]
    assert sorted([*given[5:], *given[:5]], key=lambda one: sort_key(*one)) == given
