"""What a new step must bring along: each part that is missing is named."""

import re
from dataclasses import MISSING, fields

import pytest

from tests.project.source_tree import ROOT
from wizard.core.step_rules import STEP_RULES, StepRule, asks
from wizard.helplines.core.steps import STEPS

# Steps that show no helpline: whoever adds a step says so here, or gives it a row in the table of helplines.
WITHOUT_LINES = {
    *("safe-device", "before-it-happens", "ask-others", "remove", "block", "school-or-work", "lock-accounts"),
    *("no-paid-help", "watch-for-it"),
}


def missing(slug):
    """What this step still needs, in words."""
    template = ROOT / f"templates/plan/steps/{slug}.html"
    words = template.read_text() if template.is_file() else ""
    on_the_map = f"`{slug}`" in (ROOT / "wizard/map/flow.md").read_text()
    has_lines = slug.replace("-", "_") in STEPS or slug in WITHOUT_LINES
    needs = {
        "a template": bool(words),
        "a first line that says what it reads": bool(re.match(r"\{# Reads: .+ #\}", words)),
        "a row in step_helplines, or a place among those without": has_lines,
        "a place on the map (manage.py flowmap)": on_the_map,
    }
    return [need for need, there in needs.items() if not there]


@pytest.mark.parametrize("row", STEP_RULES, ids=lambda row: row.slug)
def test_a_step_has_everything_that_a_step_needs(row):
    assert missing(row.slug) == []


def test_a_step_that_is_not_there_needs_all_of_it():
    assert len(missing("fly-away")) == 4


def test_no_step_is_both_with_and_without_lines():
    assert {slug for slug in WITHOUT_LINES if slug.replace("-", "_") in STEPS} == set()


def test_a_row_has_no_field_that_may_be_left_out():
    assert [field.name for field in fields(StepRule) if field.default is not MISSING] == []


@pytest.mark.parametrize("words", ["", "nothing task", "dances"])
def test_a_row_says_what_it_asks_for_or_nothing(words):
    with pytest.raises(ValueError, match=r"asks for|unknown"):
        asks(words)


def test_what_a_row_asks_for_are_words_between_blanks():
    assert (asks("file task"), asks("nothing")) == ({"file", "task"}, {"nothing"})
