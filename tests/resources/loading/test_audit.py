"""What an editor is told to look at: old facts, thin sources, gaps by country, and every address."""

from datetime import date, timedelta

import pytest

from resources.loading.audit import WANTED, addresses, audit
from tests.resources.conftest import (
    SEEN,
    clock,
    country,
    duty,
    guide,
    helpline,
    language,
    law,
    platform,
    service,
    small,
    way,
)

TODAY = date(2026, 11, 22)
EMERGENCY = "emergency number"


def found(content, part, today=TODAY, days=180):
    """The entries of the group whose sentence holds these words; () when there is no such group."""
    groups = [group for group in audit(content, today, days) if part in group.says]
    assert len(groups) < 2
    return groups[0].entries if groups else ()


def complete(**fields):
    """A line that answers every wish for its country."""
    fit = {"emergency": False, "topics": ["crisis", "youth"], "crosses": "any"}
    return helpline(**{**fit, **fields})


def emergency(**fields):
    return helpline(**{"slug": "emergency", "emergency": True, "topics": ["police"], **fields})


def of(*lines, lands=None):
    return small(helplines=[*lines], countries=lands or [country()])


def test_nothing_is_said_where_nothing_is_to_do():
    assert audit(of(complete(), emergency()), TODAY, 180) == []


@pytest.mark.parametrize(("checked", "old"), [("2026-05-26", False), ("2026-05-25", True)])
def test_a_fact_is_old_after_more_than_so_many_days(checked, old):
    expected = ("helplines.json, a-line: checked on 2026-05-25, 181 days ago",)
    assert found(of(complete(read_on=checked)), "checked more than 180 days ago") == (expected if old else ())


def test_every_kind_of_fact_gets_old_and_the_oldest_comes_first():
    dates = [f"2026-01-0{day}" for day in range(1, 6)]
    content = small(
        countries=[country(read_on=dates[4])],
        helplines=[helpline(read_on=dates[3])],
        platforms=[platform(read_on=dates[2])],
        takedown=[service(read_on=dates[1])],
        law=[law(read_on=dates[0])],
    )
    names = ["law.json, a-law", "takedown.json, a-service", "platforms.json, an-app", "helplines.json, a-line"]
    assert [entry.split(":")[0] for entry in found(content, "checked more than")] == [*names, "countries.json, CA"]


def test_a_mark_gets_old_by_itself():
    long_ago = {**SEEN, "read_on": "2026-01-01"}
    manitoba = {**country()["regions"][0], **duty(adult_duty_seen=long_ago)}
    content = of(complete(), emergency(), lands=[country(crime_here_seen=long_ago, regions=[manitoba])])
    assert found(content, "checked more than") == (
        "countries.json, CA, crime_here: checked on 2026-01-01, 325 days ago",
        "countries.json, CA-MB, adult_duty: checked on 2026-01-01, 325 days ago",
    )


def test_a_day_that_has_not_come_would_never_get_old():
    content = of(complete(read_on="2062-11-22"), emergency(read_on="2026-11-22"))
    assert found(content, "has not come yet") == ("helplines.json, a-line: checked on 2062-11-22",)


def test_only_old_facts_and_wrong_days_are_urgent():
    content = of(
        helpline(read_on="2020-01-01", official_source=False, newest_source="2019"),
        helpline(slug="b", read_on="2062-01-01"),
    )
    urgent = [group.says.split(". ")[0] for group in audit(content, TODAY, 180) if group.urgent]
    assert urgent == [
        "1 fact was checked more than 180 days ago",
        "1 fact has a read_on that has not come yet, so it would never get old",
    ]
    assert len([group for group in audit(content, TODAY, 180) if not group.urgent]) == 2 + 3


def test_an_unofficial_source_is_named_with_its_first_page():
    content = of(complete(official_source=False), emergency())
    assert found(content, "unofficial") == ("a-line: https://example.org/page",)


@pytest.mark.parametrize(
    ("newest", "entries"),
    [("2022-12-31", ("a-line: newest page of 2022-12-31",)), ("2023", ()), ("2022", ("a-line: newest page of 2022",)),
     (None, ()), ("soon", ("a-line: newest page of soon",))],
)  # fmt: skip
def test_a_newest_page_of_more_than_three_years_ago_is_named(newest, entries):
    assert found(of(complete(newest_source=newest), emergency()), "newest page") == entries


def test_a_withdrawn_helpline_is_never_looked_at():
    gone = complete(slug="gone", withdrawn=True, read_on="2020-01-01", official_source=False, newest_source="2010",
                    url="https://gone.example.org/")  # fmt: skip
    assert audit(of(complete(), emergency(), gone), TODAY, 180) == []
    assert "https://gone.example.org/" not in addresses(of(gone))


@pytest.mark.parametrize("name", WANTED)
def test_a_country_without_any_line_lacks_all_of_them(name):
    assert found(of(complete(withdrawn=True)), f"no {name}") == ("Canada",)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (EMERGENCY, emergency(channels=[])),
        (EMERGENCY, complete()),
        ("line for children", complete(topics=["crisis"])),
        ("line for children", complete(topics=["youth", "legal"])),
        ("line for children", complete(channels=[way(kind="email", value="a@example.org", dial=None)])),
        ("line that is open day and night", emergency()),
        ("line that is open day and night", complete(channels=[way(opening_hours="Mo-Fr 09:00-17:00")])),
        ("line that is open day and night", complete(channels=[way(hours_uncertain=True)])),
        ("line that is open day and night", complete(channels=[way(kind="form", opening_hours="24/7")])),
        ("body that acts on pictures", complete(crosses=None)),
        ("body that acts on pictures", complete(channels=[])),
    ],
)
def test_what_only_looks_like_one_does_not_count(name, line):
    assert found(of(line), f"no {name}") == ("Canada",)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (EMERGENCY, emergency()),
        ("line for children", complete(topics=["youth", "counselling"])),
        ("line that is open day and night", complete(channels=[way(kind="chat", opening_hours="24/7")])),
        ("body that acts on pictures", complete(crosses=None, topics=["image-abuse"])),
        ("body that acts on pictures", complete(crosses=None, topics=["child-exploitation-report"])),
        ("body that acts on pictures", complete(channels=[way(kind="form", dial=None)])),
    ],
)
def test_one_line_is_enough_for_a_country(name, line):
    assert found(of(line), f"no {name}") == ()


def test_a_part_of_a_country_that_has_none_is_named():
    assert found(of(emergency(regions=["CA-MB"])), f"no {EMERGENCY}") == ("Canada: Nunavut",)
    assert found(of(emergency(regions=["CA-MB", "CA-NU"])), f"no {EMERGENCY}") == ()


def test_a_number_of_the_european_union_counts_for_its_members_only():
    lands = [country(code=code, name={"en": code}, eu=eu, regions=[]) for code, eu in (("SE", True), ("NO", False))]
    line = emergency(country="INT", regions=["EU"])
    assert found(of(line, lands=lands), f"no {EMERGENCY}") == ("NO",)


def test_a_line_for_the_whole_world_counts_for_no_country():
    assert found(of(complete(country="INT")), "no line for children") == ("Canada",)


def test_every_address_is_there_once_and_in_order():
    def seen(name):
        return [{"url": f"https://{name}.example/", "page_date": None}]

    content = small(
        countries=[country(sources=seen("b"), crime_here_seen={"sources": seen("a"), "read_on": "2026-11-22"})],
        helplines=[helpline(sources=seen("a"), url="https://c.example/", channels=[way(), way(value="https://d.example/")])],
        platforms=[platform(sources=seen("a"), guides=[guide(form_url="https://e.example/", editor_note="https://x.example/")])],
        takedown=[service(sources=seen("f"), url="https://g.example/", editor_note="https://x.example/")],
        law=[law(sources=seen("h"), citation="see https://x.example/ for more")],
        clocks=[clock(sources=seen("a"))],
        languages=[language(sources=seen("a"))],
    )  # fmt: skip
    assert addresses(content) == [f"https://{letter}.example/" for letter in "abcdefgh"]


def checked(row):
    return date.fromisoformat(row["read_on"])


def test_of_the_facts_that_are_shipped_the_oldest_are_old_a_day_after_their_limit_and_not_before(content):
    rows = [row for rows in content.values() for row in rows if not row.get("withdrawn")]
    oldest, newest = min(map(checked, rows)), max(map(checked, rows))
    days = (newest - oldest).days
    said = f"checked more than {days} days ago"
    assert [group for group in audit(content, newest, days) if group.urgent] == []
    late = found(content, said, newest + timedelta(days=1), days)
    assert len(late) == [checked(row) for row in rows].count(oldest)


def test_every_source_of_a_line_that_is_shipped_is_among_the_addresses(content):
    lines = [row for row in content["helplines"] if not row["withdrawn"]]
    sources = {source["url"] for row in lines for source in row["sources"]}
    assert (sources - set(addresses(content)), len(sources) > len(lines) / 2) == (set(), True)


def test_the_countries_of_the_facts_that_are_named_are_those_without_such_a_line(content):
    lines = [row for row in content["helplines"] if not row["withdrawn"] and WANTED["line for children"](row)]
    served = {row["country"] for row in lines} | {"EU" for row in lines if "EU" in row["regions"]}
    without = [
        row["name"]["en"]
        for row in content["countries"]
        if not served & ({row["code"], "EU"} if row["eu"] else {row["code"]})
    ]
    assert [entry for entry in found(content, "no line for children") if ":" not in entry] == sorted(without)
