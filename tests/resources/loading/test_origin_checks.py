from datetime import date, timedelta

import pytest

from resources.loading.all_checks import problems
from resources.loading.content import Content
from resources.loading.origin_checks import MOST_A_DAY, checked, one_day_for_many, origin, seen, source
from tests.resources.conftest import SEEN, helpline

TODAY = date(2026, 12, 1)
PAGE = {"url": "https://example.org/a", "page_date": None}
CALLED = {"on": "2026-11-30", "how": "called", "by": "editor"}


@pytest.mark.parametrize("day", [None, "2024", "2024-05", "2024-05-31"])
def test_a_page_has_an_address_and_a_day_as_far_as_it_is_known(day):
    assert source({"url": "https://example.org/a", "page_date": day}) == ""


def test_a_page_that_nobody_opened_says_so():
    assert source({**PAGE, "read": False}) == ""


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ({"url": "https://a.org"}, 'must be like {"url": "https://…", "page_date": null}'),
        ({**PAGE, "seen": True}, "seen is not a field we know"),
        ({**PAGE, "quotes": "a newspaper"}, "quotes 'a newspaper' is not one of government"),
        ("https://a.org", 'must be like {"url": "https://…", "page_date": null}'),
        ({**PAGE, "read": "no"}, "read must be true or false"),
        ({**PAGE, "page_date": "May 2024"}, "page_date 'May 2024' must look like 2024, 2024-05 or 2024-05-31"),
        ({**PAGE, "url": "a.org"}, "'a.org' must be an address that starts with https://"),
        ({**PAGE, "url": "http://a.org"}, "'http://a.org' must be an address that starts with https://"),
        (
            {**PAGE, "url": "https://35.201.78.98/news"},
            "'https://35.201.78.98/news' names a machine by its number: nobody can see whose it is",
        ),
    ],
)
def test_a_page_of_a_wrong_shape_is_told(page, complaint):
    assert source(page) == complaint


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (CALLED, ""),
        ({**CALLED, "how": "opened"}, ""),
        ({**CALLED, "how": "guessed"}, "how 'guessed' is not one of called, opened"),
        ({**CALLED, "on": "yesterday"}, "on must be a day like 2026-11-22"),
        ({**CALLED, "by": ""}, "by '' must look like a role, such as editor"),
        ({"on": "2026-11-30", "how": "called"}, "by is missing"),
        ("2026-11-30", 'must be like {"on": "2026-12-01", "how": "called", "by": "editor"}'),
    ],
)
def test_a_check_has_a_day_a_way_and_somebody_who_did_it(value, complaint):
    assert checked(value) == complaint


def test_a_mark_was_read_somewhere_on_a_day():
    assert (seen(SEEN), seen({**SEEN, "read_on": None})) == ("", "read_on must be a day like 2026-11-22")


@pytest.mark.parametrize(
    ("fields", "complaints"),
    [
        ({}, []),
        ({"read_on": "2026-12-02"}, []),
        ({"read_on": "2026-12-03"}, [("read_on", "2026-12-03 has not come yet")]),
        ({"checked": CALLED, "read_on": "2026-11-30"}, []),
        ({"checked": {**CALLED, "on": "2027-01-01"}}, [("checked", "2027-01-01 has not come yet")]),
        (
            {"checked": CALLED, "read_on": "2026-12-01"},
            [("read_on", "2026-12-01 is after the check of 2026-11-30: who checks a fact has read it")],
        ),
        ({"sources": [{**PAGE, "read": False}, PAGE]}, []),
        (
            {"editor_note": "The page was not opened."},
            [("look_again_on", "is missing: a remark doubts the fact ('not opened')")],
        ),
        ({"editor_note": "The page was not opened.", "look_again_on": "2026-12-01"}, []),
        (
            {"look_again_on": "2026-11-22"},
            [("look_again_on", "2026-11-22 is not after read_on: it was read since")],
        ),
        (
            {"sources": [{**PAGE, "read": False}]},
            [("sources", "nobody has read any of them: find a page that says so, or leave the object out")],
        ),
    ],
)
def test_the_days_of_an_object_agree_with_each_other(fields, complaints):
    assert list(origin({**SEEN, **fields}, TODAY)) == complaints


def test_the_loader_says_it_with_file_object_and_field(content):
    tomorrow = Content({**content, "helplines": [helpline(read_on="2026-12-24")]})
    assert problems(tomorrow, TODAY) == ["helplines.json, a-line, read_on: 2026-12-24 has not come yet."]


def many(different):
    return [
        ("law.json", {"read_on": "2026-11-22", "sources": [{"url": f"https://example.org/{number % different}"}]})
        for number in range(MOST_A_DAY + 5)
    ]


def test_more_pages_than_anybody_reads_in_a_day_are_a_warning():
    says = "65 objects with different sources were all read on 2026-11-22. Was each read that day?"
    assert list(one_day_for_many(many(MOST_A_DAY + 5))) == [says]


def test_many_objects_from_the_same_pages_are_none():
    assert list(one_day_for_many(many(different=MOST_A_DAY))) == []


def test_the_next_day_counts_by_itself():
    rows = many(MOST_A_DAY + 5)
    later = (date(2026, 11, 22) + timedelta(days=1)).isoformat()
    moved = [
        (file, {**row, "read_on": later}) if number % 2 else (file, row) for number, (file, row) in enumerate(rows)
    ]
    assert list(one_day_for_many(moved)) == []
