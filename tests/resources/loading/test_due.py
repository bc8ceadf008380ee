"""When a fact is due: ages by kind, an editor's own day, thin pages first."""

from datetime import date, timedelta

import pytest

from resources.loading.due import doubts, due, table
from tests.resources.conftest import (
    SEEN,
    country,
    duty,
    guide,
    helpline,
    law,
    platform,
    service,
    small,
    way,
)

READ = date.fromisoformat(SEEN["read_on"])
UNDATED = {"sources": [{"url": "https://example.org/", "page_date": None}]}
FOREIGN = {"sources": [{"url": "https://news.example.net/", "page_date": "2026-01"}]}
FORM = way(kind="form", value="https://example.org/", dial=None, opening_hours=None)
PLAIN = {"topics": ["legal"], "channels": [way()]}


def on(day, **files):
    """File and object of what is due on this day, in order."""
    return [each.where for each in due(small(**files), day)]


@pytest.mark.parametrize(
    ("kind", "row", "days"),
    [
        ("helplines", helpline(**{**PLAIN, "emergency": True}), 30),
        ("helplines", helpline(**{**PLAIN, "topics": ["crisis", "youth"]}), 30),
        ("helplines", helpline(**{**PLAIN, "topics": ["suicide"]}), 30),
        ("law", law(status="unknown"), 30),
        ("law", law(status="enacted-not-in-force"), 30),
        ("takedown", service(status="enacted-not-in-force", deadline_hours=None), 30),
        ("helplines", helpline(**{**PLAIN, "channels": [way(opening_hours="Mo-Fr 09:00-17:00")]}), 60),
        ("helplines", helpline(**{**PLAIN, "channels": [FORM]}), 90),
        ("takedown", service(), 90),
        ("platforms", platform(guides=[guide(form_url="https://example.org/")]), 90),
        ("platforms", platform(guides=[guide(form_url=None)]), 180),
        ("helplines", helpline(**PLAIN), 180),
        ("law", law(), 180),
    ],
)
def test_each_kind_has_its_age(kind, row, days):
    last = READ + timedelta(days=days - 1)
    fresh = {name: [] for name in ("countries", "helplines", "platforms", "takedown", "law", "clocks", "languages")}
    assert [len(on(day, **{**fresh, kind: [row]})) for day in (last, last + timedelta(days=1))] == [0, 1]


def test_a_check_counts_from_its_day():
    checked = {"on": "2026-12-20", "how": "called", "by": "editor"}
    lines = [helpline(slug="called", emergency=True, checked=checked), helpline(slug="read", emergency=True)]
    assert on(date(2026, 12, 22), helplines=lines) == ["helplines.json, read"]


def test_the_day_of_an_editor_stands_before_the_age():
    lines = [
        helpline(slug="soon", **PLAIN, look_again_on="2026-12-01"),
        helpline(slug="later", emergency=True, look_again_on="2027-02-01"),
    ]
    assert on(date(2027, 1, 1), helplines=lines) == ["helplines.json, soon"]


def test_thin_pages_come_before_others_and_then_the_longest_overdue():
    lines = [
        helpline(slug="b", emergency=True, read_on="2026-11-02"),
        helpline(slug="a", emergency=True, read_on="2026-11-01"),
        helpline(slug="undated", emergency=True, read_on="2026-11-03", **UNDATED),
        helpline(slug="foreign", emergency=True, read_on="2026-11-04", **FOREIGN),
    ]
    names = ["undated", "foreign", "a", "b"]
    assert on(date(2026, 12, 20), helplines=lines) == [f"helplines.json, {name}" for name in names]


def test_a_page_that_nobody_read_makes_nothing_less_thin():
    pages = [*UNDATED["sources"], {"url": "https://example.org/b", "page_date": "2026", "read": False}]
    (found,) = due(small(helplines=[helpline(emergency=True, sources=pages)]), date(2026, 12, 24))
    assert found.thin


def test_a_mark_is_due_by_itself():
    long_ago = {**SEEN, "read_on": "2026-01-01"}
    manitoba = {**country()["regions"][0], **duty(adult_duty_seen=long_ago)}
    lands = [country(crime_here_seen=long_ago, regions=[manitoba])]
    names = ["countries.json, CA, CA, crime_here", "countries.json, CA, CA-MB, adult_duty"]
    assert on(READ, countries=lands) == names


def test_what_was_withdrawn_is_never_due():
    assert on(date(2036, 1, 1), helplines=[helpline(withdrawn=True)])[0].startswith("takedown") is True


def test_one_kind_can_be_asked_for():
    found = due(small(), READ + timedelta(days=200), "law")
    assert [each.kind for each in found] == ["law"]


def test_the_table_has_a_row_for_each():
    rows = table(due(small(), READ + timedelta(days=200), "law")).splitlines()
    assert rows == [
        "due,thin,where,kind,read_on,why,sources",
        '2027-05-21,no,"law.json, a-law",law,2026-11-22,"any other fact, looked at 180 days ago or more",'
        "https://example.org/page",
    ]


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("The page was not opened.", "not opened"),
        ("Two pages disagree on the hours.", "disagree"),
        ("The only source is of 2018.", "only source"),
        ("May have closed in 2025.", "May have closed"),
        ("Also in French.", ""),
        (None, ""),
    ],
)
def test_a_remark_that_doubts_a_fact_is_known_by_its_words(remark, said):
    assert doubts(helpline(editor_note=remark)) == said


def test_a_remark_inside_a_guide_counts_too():
    assert doubts(platform(guides=[guide(editor_note="Menu not seen.")])) == "not seen"
