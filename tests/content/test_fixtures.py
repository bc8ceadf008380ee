"""The facts that are shipped: complete, right, and in words that a visitor may read."""

import re

import pytest

from resources.loading.all_checks import problems
from resources.loading.content import FILES

# Fields that hold a text but belong to editors or to nobody's page.
NOT_SHOWN = {"conflicts", "editor_note", "name", "sources"}


def visitor_texts(content):
    """Every sentence of the fixtures that a page may show, with where it stands."""
    for file, rows in content.items():
        for row in rows:
            for field, value in row.items():
                if field not in NOT_SHOWN:
                    yield from texts_in(f"{file} {row.get('slug') or row.get('code')} {field}", value)


def texts_in(where, value):
    """Texts, wherever they stand inside a field."""
    if isinstance(value, dict) and isinstance(value.get("en"), str):
        yield where, value["en"]
    elif isinstance(value, dict):
        for field, inner in value.items():
            if field not in NOT_SHOWN:
                yield from texts_in(f"{where}.{field}", inner)
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from texts_in(f"{where}[{position}]", inner)


def test_nothing_is_wrong_with_the_fixtures(content):
    assert problems(content) == []


def test_no_file_of_facts_is_empty_and_no_object_stands_in_it_twice(content):
    names = {file: [row[FILES[file]] for row in rows] for file, rows in content.items()}
    assert [*names] == [*FILES]
    assert {file: len(found) for file, found in names.items() if not found or len(found) != len({*found})} == {}


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
    assert [slug for slug in silent if not asked.search(texts[slug])] == []


def test_a_parent_who_wants_to_talk_is_not_put_through_to_who_takes_reports_about_children(content):
    both = [row["slug"] for row in content["helplines"] if {"parents", "child-protection"} <= set(row["topics"])]
    assert both == []


def test_in_every_place_with_child_protection_it_can_be_reached(content):
    offices = [row for row in content["helplines"] if "child-protection" in row["topics"]]
    assert [row["slug"] for row in offices if not row["channels"]] == []


def test_a_line_without_a_channel_says_so_in_its_note(content):
    silent = [row for row in content["helplines"] if not row["channels"]]
    assert [row["slug"] for row in silent if "number" not in row["notes"]["en"]] == []


def test_every_fact_has_a_source_and_a_day(content):
    bare = {
        # A platform without a guide claims nothing: its page gives the way that works in most places.
        file: [row[FILES[file]] for row in rows if not row["sources"] and row.get("guides") != []]
        for file, rows in content.items()
    }
    assert bare == {file: [] for file in content}
    assert [row for rows in content.values() for row in rows if not row["read_on"]] == []


# Asking for a picture is marked, because it is never shown to somebody who was under 18 in it.
WITH_PICTURE = re.compile(r"screenshot|upload|attach|choose the (?:picture|file)|copy of the picture", re.IGNORECASE)

# What a menu says in quotes, and what tells them not to.
ALLOWED = re.compile(r"“[^”]*”|(?:[Dd]o not|[Nn]ever|[Ll]eave) [^.]*\.")


def test_a_step_that_needs_the_picture_is_marked(content):
    steps = [step for row in content["platforms"] for guide in row["guides"] for step in guide["steps"]]
    unmarked = [step["text"]["en"] for step in steps if not step["needs_picture"]]
    assert [text for text in unmarked if WITH_PICTURE.search(ALLOWED.sub("", text))] == []
    assert any(step["needs_picture"] for step in steps)


# Doing these takes the chat away or tells somebody: what to do before stands before it.
LOSES = re.compile(r"^(?:(?:After|If|Then|You can)\b[^.]*\b)?(?:block|unmatch)\b", re.IGNORECASE)


def test_a_step_that_blocks_has_its_warning(content):
    for row in content["platforms"]:
        for guide in row["guides"]:
            bare = [
                step["text"]["en"]
                for step in guide["steps"]
                if LOSES.search(step["text"]["en"]) and not step["warning"]
            ]
            assert (row["slug"], guide["purpose"], bare) == (row["slug"], guide["purpose"], [])
