"""What an editor is told to look at: old facts, thin sources, gaps by country, and every address."""

from datetime import date, timedelta

import pytest

from resources.loading.audit import WANTED, addresses, audit
from resources.loading.content import FILES
from resources.loading.due import due
from tests.resources.conftest import (
    clock,
    country,
    guide,
    helpline,
    language,
    law,
    platform,
    service,
    small,
    way,
)
from tests.resources.fact_counts import NEWEST

TODAY = date(2026, 11, 22)
EMERGENCY = "emergency number"


def found(content, part, today=TODAY):
    """The entries of the group whose sentence holds these words; () when there is no such group."""
    groups = [group for group in audit(content, today) if part in group.says]
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
    assert audit(of(complete(), emergency()), TODAY) == []


def test_what_is_due_comes_first_and_what_rests_on_thin_pages_before_the_rest():
    undated = {"sources": [{"url": "https://example.org/", "page_date": None}]}
    content = of(complete(read_on="2026-01-01"), emergency(read_on="2026-02-01", **undated))
    why = "an emergency or crisis line, looked at 30 days ago or more"
    assert [(group.says.split(". ")[0], group.entries) for group in audit(content, TODAY)[:2]] == [
        (
            "1 fact is due whose pages have no date, or are on no site that we name",
            (f"helplines.json, emergency: since 2026-03-03, {why}",),
        ),
        ("1 fact is due", (f"helplines.json, a-line: since 2026-01-31, {why}",)),
    ]


def test_one_kind_is_all_that_is_told_when_asked():
    content = of(complete(read_on="2026-01-01", official_source=False), lands=[country(read_on="2026-01-01")])
    told = [entry for group in audit(content, TODAY, "countries") for entry in group.entries]
    assert told == ["countries.json, CA: since 2026-06-30, any other fact, looked at 180 days ago or more"]


def test_what_is_wanted_is_told_with_its_reason():
    content = of(complete(), emergency())
    content.wanted = [{"slug": "ca-line", "why": "No page names it."}]
    assert found(content, "wanted and on no page") == ("ca-line: No page names it.",)


def test_a_day_on_which_nobody_can_have_read_so_much_is_told():
    lines = [complete(slug=f"line-{at}", sources=[{"url": f"https://example.org/{at}", "page_date": "2026"}])
             for at in range(62)]  # fmt: skip
    says = "63 objects with different sources were all read on 2026-11-22. Was each read that day?"
    assert found(of(emergency(), *lines), "Nobody reads this much") == (says,)


def test_only_what_is_due_is_urgent():
    content = of(helpline(read_on="2020-01-01", official_source=False, newest_source="2019"), helpline(slug="b"))
    groups = audit(content, TODAY)
    assert ([group.says.split(". ")[0] for group in groups if group.urgent], len(groups)) == (
        ["1 fact is due"],
        1 + 2 + 3,
    )


def test_an_unofficial_source_is_named_with_its_first_page():
    content = of(complete(official_source=False), emergency())
    assert found(content, "unofficial") == ("a-line: https://example.org/page",)


@pytest.mark.parametrize(
    ("newest", "entries"),
    [("2022-12-31", ("a-line: newest page of 2022-12-31",)), ("2023", ()), ("2022", ("a-line: newest page of 2022",)),
     (None, ())],
)  # fmt: skip
def test_a_newest_page_of_more_than_three_years_ago_is_named(newest, entries):
    assert found(of(complete(newest_source=newest), emergency()), "newest page") == entries


def test_a_withdrawn_helpline_is_never_looked_at():
    gone = complete(slug="gone", withdrawn=True, read_on="2020-01-01", official_source=False, newest_source="2010",
                    url="https://gone.example.org/")  # fmt: skip
    assert audit(of(complete(), emergency(), gone), TODAY) == []
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


def test_of_the_facts_that_are_shipped_every_one_is_due_within_half_a_year_or_on_the_day_it_names(content):
    names = [
        f"{content.file_of(kind, at)}, {row[FILES[kind]]}"
        for kind, rows in content.items()
        for at, row in enumerate(rows)
        if not row.get("withdrawn") and row.get("look_again_on", "") <= f"{NEWEST + timedelta(days=181)}"
    ]
    late = {each.where for each in due(content, NEWEST + timedelta(days=181))}
    assert [name for name in names if name not in late] == []


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
