import pytest

from tests.people import ADULT_MAY_SAY_NO, FRIEND, MOTHER, SHARER, TEEN_CLASSMATE_SHARED, answers_of, place_of
from wizard.core.tools import locked_tools
from wizard.plan.context import opening, words_context

Person = dict[str, str]

GROWN = {"age": "18-plus", "age-then": "18-plus"}
GOT_ONE = {**TEEN_CLASSMATE_SHARED, "what": "received"}
PUT_IT_THERE = {**TEEN_CLASSMATE_SHARED, "holder": "me"}


def person(given: Person):
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


@pytest.mark.parametrize(
    ("given", "first_words"),
    [
        (TEEN_CLASSMATE_SHARED, "This is not your fault, and you are not the only one."),
        (GOT_ONE, "This is not your fault, and you owe nobody an answer."),
        (PUT_IT_THERE, "You are not the only one, and wanting it gone is a good reason to be here."),
        ({**PUT_IT_THERE, "who": "child"}, "Asking is the right thing to do. They are not the only one."),
        (MOTHER, "Asking is the right thing to do. What happened is not their fault."),
        (
            {**FRIEND, **GROWN, "keeps-safe": "no"},
            "Asking is the right thing to do. What happened is not their fault, and you",
        ),
        (SHARER, "You can start to put this right."),
    ],
)
def test_the_first_line_of_a_plan_blames_nobody_and_says_thank_you(given: Person, first_words: str) -> None:
    said = str(opening(person(given)))
    assert (said[: len(first_words)], "Thank you" in said) == (first_words, True)


@pytest.mark.parametrize(
    ("given", "tool", "words"),
    [
        (PUT_IT_THERE, "message", "There is nobody to write to"),
        ({**ADULT_MAY_SAY_NO, "what": "threat shared", "already": "none"}, "message", "A worker can help you decide"),
        (GOT_ONE, "remove", "The step about what was sent"),
        ({**TEEN_CLASSMATE_SHARED, "what": "filmed"}, "remove", "We know of no post"),
        ({**FRIEND, **GROWN, "keeps-safe": "no", "what": "filmed"}, "remove", "tell them first if that is safe"),
    ],
)
def test_a_locked_tool_says_why_in_words_that_fit(given: Person, tool: str, words: str) -> None:
    assert [words in str(locked.line) for locked in locked_tools(person(given)) if locked.tool == tool] == [True]


@pytest.mark.django_db
@pytest.mark.parametrize("then", ["under-18", "18-plus"])
def test_an_adult_who_passed_one_on_reads_what_is_forbidden_and_no_youth_law(then: str) -> None:
    given = {**SHARER, "age": "18-plus", "age_then": then}
    laws = words_context(person(given), place_of(**given))["laws"]
    assert {law.kind for law in laws} == {"criminal"}
    assert {law.for_subject for law in laws} <= ({"under-18", "any"} if then == "under-18" else {"adult", "any"})


@pytest.mark.django_db
def test_a_young_person_who_passed_one_on_reads_what_the_law_says_of_the_young() -> None:
    laws = words_context(person(SHARER), place_of(**SHARER))["laws"]
    assert {law.kind for law in laws} == {"youth-protection"}
