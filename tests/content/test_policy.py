"""No policy is written into a template: a condition over more than three flags asks a named rule."""

import re

import pytest

from tests.content.step_words import step_words
from tests.project.source_tree import text, under
from wizard.core.rules import needs_safety_plan
from wizard.core.wording_rules import WORDING_RULES

MOST = 3
CONDITION = re.compile(r"{% (?:el)?if (.*?) %}")
FLAG = re.compile(r"\ba\.\w+")
TEMPLATES = [path for path in under("templates", ".html") if not path.startswith("templates/book/")]


def crowded(source):
    """The conditions of a template that read more flags than a reviewer can hold in mind."""
    return [found for found in CONDITION.findall(source) if len(set(FLAG.findall(found))) > MOST]


@pytest.mark.parametrize("path", TEMPLATES)
def test_no_condition_reads_more_than_three_flags(path):
    assert crowded(text(path)) == []


def test_a_crowded_condition_would_be_found():
    assert crowded("{% if a.b and a.c %}{% elif a.b or a.c or a.d or not a.e %}") == ["a.b or a.c or a.d or not a.e"]


def test_the_safety_plan_has_one_rule():
    assert WORDING_RULES["plan_first"] is needs_safety_plan


@pytest.mark.parametrize("name", sorted(WORDING_RULES))
def test_every_named_condition_is_asked_by_a_template(name):
    asked = {
        word for path in TEMPLATES for found in CONDITION.findall(text(path)) for word in re.findall(r"[\w.]+", found)
    }
    assert name in asked


ADULT = {"who": "self", "age": "18-plus", "danger": "none", "device": "mine", "what": "demand-money", "already": "paid"}


@pytest.mark.parametrize(("holder", "warned"), [({"holder": "family"}, True), ({"holder": "stranger"}, False)])
def test_where_a_plan_comes_first_blocking_waits_for_it(holder, warned):
    assert ("safety plan" in step_words("block", **ADULT, **holder)) is warned
