"""The two questions about age on one page: which of them stand there, and what is kept of them."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from compass.visits.session_store import SessionStore
from wizard.journey.journey import ANSWERS, Journey
from wizard.remove.age_form import AgeForm, is_due

pytestmark = pytest.mark.django_db


def journey(**answers: list[str]) -> Journey:
    """A visit with these answers; `age_then` stands for `age-then`."""
    request = RequestFactory().get("/")
    visit = SessionStore()
    visit.create()
    visit.change(lambda state: state.update({ANSWERS: {slug.replace("_", "-"): v for slug, v in answers.items()}}))
    request.session = visit
    return Journey(request)


@pytest.mark.parametrize(
    ("answers", "due", "asked"),
    [
        ({}, True, "age age-then"),
        ({"who": ["friend"]}, True, "age age-then"),
        # An adult who passed one on says how old the person in it is: youth law is not theirs.
        ({"who": ["sharer"]}, True, "age age-then"),
        ({"age": []}, False, None),
        ({"age": ["13-15"]}, False, None),
        ({"age": ["18-plus"]}, True, "age-then"),
        ({"age": ["18-plus"], "age_then": []}, False, None),
        ({"age": ["18-plus"], "age_then": ["18-plus"]}, False, None),
        ({"age": ["40"]}, True, "age age-then"),
    ],
)
def test_only_what_is_open_is_asked(answers: dict[str, list[str]], due: bool, asked: str | None) -> None:
    here = journey(**answers)
    assert (is_due(here), is_due(here) and AgeForm(here).asked) == (due, asked or False)


def test_who_comes_to_change_it_sees_both_as_they_were_answered() -> None:
    form = AgeForm(journey(age=["18-plus"], age_then=["under-18"]), again=True)
    assert [(each.prefix, each.initial) for each in form.forms] == [
        ("age", {"answer": "18-plus"}),
        ("age-then", {"answer": "under-18"}),
    ]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("ages=age+age-then&age-answer=18-plus&age-then-answer=18-plus", {"age": ["18-plus"], "age-then": ["18-plus"]}),
        ("ages=age+age-then&age-answer=18-plus", {"age": ["18-plus"], "age-then": []}),
        ("ages=age+age-then&age-answer=13-15&age-then-answer=under-18", {"age": ["13-15"]}),
    ],
)
def test_an_answer_replaces_the_one_before(sent: str, kept: dict[str, Any]) -> None:
    here = journey(age=["16-17"], where=["instagram"])
    form = AgeForm(here, QueryDict(sent))
    assert form.is_valid()
    form.keep()
    assert here.stored == {"where": ["instagram"], **kept}


def test_a_second_tab_that_took_the_age_back_gets_both_questions() -> None:
    here = journey()
    form = AgeForm(here, QueryDict("ages=age-then&age-then-answer=18-plus"))
    assert (form.asked, form.is_valid()) == ("age age-then", False)
