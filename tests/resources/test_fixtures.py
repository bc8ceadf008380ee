"""The facts that are shipped: complete, right, and in words that a visitor may read."""

import re

import pytest

from resources.facts import problems


def visitor_texts(content):
    """Every sentence of the fixtures that a page may show, with where it stands."""
    for name, rows in content.items():
        for row in rows:
            for field in (
                "serves",
                "notes",
                "emergency_note",
                "report_deletes_or_exposes",
                "title",
                "plain",
                "how_to_use",
            ):
                if row.get(field):
                    yield f"{name} {row.get('slug')} {field}", row[field]["en"]
            for way in row.get("channels", []):
                yield f"{name} {row['slug']} label", way["label"]["en"]
            for warning in row.get("warnings", []):
                yield f"{name} {row['slug']} warnings", warning["en"]


def test_nothing_is_wrong_with_the_fixtures(content):
    assert problems(content) == []


def test_every_fact_is_there(content):
    sizes = {name: len(rows) for name, rows in content.items()}
    channels = sum(len(row["channels"]) for row in content["helplines"])
    regions = {row["code"]: len(row["regions"]) for row in content["countries"] if row["regions"]}
    members = sum(row["eu"] for row in content["countries"])
    assert (sizes, channels, regions, members) == (
        {"countries": 42, "helplines": 254, "platforms": 54, "law": 93},
        389,
        {"CA": 13, "GB": 4},
        27,
    )


def test_the_countries_are_those_of_the_helplines_and_the_members_of_the_eu(content):
    with_lines = {row["country"] for row in content["helplines"]} - {"INT"}
    members = {row["code"] for row in content["countries"] if row["eu"]}
    assert {row["code"] for row in content["countries"]} == with_lines | members


EDITORS = r"page seen|wording|not (?:be )?confirmed|could not confirm|unconfirmed|no page|undated|stored page|editor"
FORBIDDEN = (
    r"\b(?:just|simply|at least|mistakes?|calm down|don.t worry|offenders?|predators?|abusers?|girlfriend|boyfriend"
    r"|child porn|kiddie|risky|committed suicide|should have)\b"
)


@pytest.mark.parametrize("pattern", [EDITORS, FORBIDDEN])
def test_no_sentence_is_a_remark_of_an_editor_or_holds_a_word_that_hurts(content, pattern):
    found = [(where, text) for where, text in visitor_texts(content) if re.search(pattern, text, re.IGNORECASE)]
    assert found == []


# Names of laws and services keep their words; nobody is called by them in our own sentences.
PROPER = re.compile(
    r"Protecting Victims Act|Protecting Victims of|Victim Services|Revenge Porn Helpline|Victim Support"
)


def test_nobody_is_called_a_victim_or_survivor_and_no_picture_porn(content):
    found = [
        (where, text)
        for where, text in visitor_texts(content)
        if re.search(r"victim|survivor|revenge porn", PROPER.sub("", text).replace("VictimLinkBC", ""), re.IGNORECASE)
    ]
    assert found == []


def test_private_and_confidential_stand_beside_their_limit(content):
    # "private picture", "private company" and "private place" say what a thing is; they promise nothing.
    promise = (
        r"\b(?:in private|kept? (?:it |your call )?private|private (?:counselling|groups|and)|confidential|anonymous)\b"
    )
    limit = r"unless|except|only if|Ask first|to no one else"
    found = [(where, text) for where, text in visitor_texts(content) if re.search(promise, text, re.IGNORECASE)]
    assert [(where, text) for where, text in found if not re.search(limit, text)] == []


def test_a_line_without_a_checked_number_says_where_to_ask(content):
    silent = [row["slug"] for row in content["helplines"] if not row["channels"] and not row["emergency"]]
    texts = {row["slug"]: row["notes"]["en"] for row in content["helplines"]}
    asked = re.compile(r"We have no checked number .*(?:[Cc]all|[Aa]sk|takes calls)")
    assert ([slug for slug in silent if not asked.search(texts[slug])], len(silent)) == ([], 10)


def test_a_line_without_a_channel_says_so_in_its_note(content):
    silent = [row for row in content["helplines"] if not row["channels"]]
    assert [row["slug"] for row in silent if "number" not in row["notes"]["en"]] == []
