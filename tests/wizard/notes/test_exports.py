"""Which clock the log is made by, and the names that its files get."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from django.test import RequestFactory

from tests.wizard.notes.samples import NOW, PASSED_ROUND
from wizard.notes.core.export_csv import from_csv, to_csv
from wizard.notes.core.export_json import to_json
from wizard.notes.core.log import make_log
from wizard.notes.exports import checking_file, log_of, sheet_of, table_file, zone_of
from wizard.records.store import Record

LOG = make_log(NOW, PASSED_ROUND)


def rows(*zones: str) -> list[Record]:
    return [Record(str(place), "entry", {"zone": zone} if zone else {"words": "a"}) for place, zone in enumerate(zones)]


@pytest.mark.parametrize(
    ("zones", "chosen"),
    [
        ([], UTC),
        (["", ""], UTC),
        (["America/Halifax", ""], ZoneInfo("America/Halifax")),
        (["America/Halifax", "Europe/London"], ZoneInfo("Europe/London")),
        (["Europe/London", "Atlantis"], ZoneInfo("Europe/London")),
    ],
)
def test_the_log_is_made_by_the_clock_that_was_written_last(zones: list[str], chosen: object) -> None:
    assert zone_of(rows(*zones)) == chosen


def test_the_offset_of_that_clock_stands_in_the_log() -> None:
    made = [log_of(rows(zone))["made_at"][-6:] for zone in ("Asia/Kolkata", "America/Regina", "")]
    assert made == ["+05:30", "-06:00", "+00:00"]


def test_a_page_lends_its_time_to_its_files() -> None:
    first = log_of(rows("America/Regina"))
    assert log_of(rows("America/Regina"), first["made_at"]) == first
    assert log_of(rows("America/Regina"), "yesterday")["made_at"] >= first["made_at"]


def test_names_and_kinds_of_the_files_are_neutral_and_no_cache_keeps_them() -> None:
    request = RequestFactory().get("/")
    names = ("Content-Type", "Content-Disposition", "Cache-Control")
    answers = [[make(request, None, LOG).headers[name] for name in names] for make in (table_file, checking_file)]
    assert answers == [
        ["text/csv; charset=utf-8", 'attachment; filename="log.csv"', "no-store"],
        ["application/json", 'attachment; filename="log.json"', "no-store"],
    ]


def test_the_files_hold_the_log() -> None:
    request = RequestFactory().get("/")
    assert from_csv(table_file(request, None, LOG).content)[0] == LOG
    assert (table_file(request, None, LOG).content, checking_file(request, None, LOG).content) == (
        to_csv(LOG),
        to_json(LOG),
    )


def test_the_sheet_says_where_to_read_how_to_check() -> None:
    assert sheet_of(RequestFactory().get("/"), LOG)["check_address"] == "http://testserver/notes/check/"
