import pytest

from tests.people import CHILD_ALONE, FRIEND, MOTHER, SHARER, TEEN_CLASSMATE_SHARED, WORKER, answers_of
from wizard.core.wording_rules import (
    ability_left_open,
    adult_decides,
    court_could_help,
    home_must_not_know,
    nothing_is_deleted,
    police_recommended,
    two_children,
)

Person = dict[str, str]

GROWN = {"age": "18-plus", "age-then": "18-plus"}
AT_RISK = {**GROWN, "keeps-safe": "no"}
CLIENT_WHO_PASSED_ON = {**WORKER, "what": "passed-on"}


def holds(rule, given: Person) -> bool:
    return rule(answers_of(**{name.replace("-", "_"): value for name, value in given.items()}))


# Telling police is put strongly for the young unless another young person did it, or nobody else (the table of steps).
@pytest.mark.parametrize(
    ("changed", "strongly"),
    [
        ({}, False),
        ({"holder-age": "adult"}, True),
        ({"holder": "partner"}, False),
        ({"holder": "family"}, False),
        ({"holder": "family", "holder-age": "adult"}, True),
        ({"holder": "stranger"}, True),
        ({"holder": "unknown"}, True),
        ({"holder": ""}, True),
        ({"holder": "trust"}, True),
        ({"holder": "duty"}, True),
        ({"holder": "adult"}, True),
        ({"holder": "me"}, False),
        ({"holder": "me", "danger": "unsafe"}, True),
        ({"what": "demand-more"}, True),
        ({"danger": "meet"}, True),
        ({"age": "under-13"}, True),
    ],
)
def test_police_are_a_choice_where_another_young_person_did_it(changed: Person, strongly: bool) -> None:
    assert holds(police_recommended, {**TEEN_CLASSMATE_SHARED, **changed}) is strongly


@pytest.mark.parametrize(
    ("given", "yes"),
    [
        (CHILD_ALONE, False),
        ({**CHILD_ALONE, "holder": ""}, True),
        ({**CHILD_ALONE, "holder": "family"}, True),
        ({**CHILD_ALONE, "device": "home"}, True),
        ({**TEEN_CLASSMATE_SHARED, "holder": ""}, False),
    ],
)
def test_a_child_alone_who_names_nobody_may_be_in_danger_at_home(given: Person, yes: bool) -> None:
    assert holds(home_must_not_know, given) is yes


@pytest.mark.parametrize(
    ("given", "yes"),
    [
        (SHARER, False),
        ({**SHARER, **GROWN}, False),
        ({**SHARER, "age": "18-plus", "age-then": "under-18"}, True),
        ({**SHARER, "age": "18-plus"}, True),
        (CLIENT_WHO_PASSED_ON, True),
        ({**CLIENT_WHO_PASSED_ON, **GROWN}, False),
        ({**CLIENT_WHO_PASSED_ON, **AT_RISK}, True),
        ({**MOTHER, "what": "passed-on"}, False),
    ],
)
def test_nothing_is_deleted_where_an_adult_did_it_to_a_child_or_a_worker_must_report(given: Person, yes: bool) -> None:
    assert holds(nothing_is_deleted, given) is yes


@pytest.mark.parametrize(
    ("rule", "given", "yes"),
    [
        (two_children, {**MOTHER, "holder": "family", "holder-age": "young"}, True),
        (two_children, {**MOTHER, "holder": "family", "holder-age": "adult"}, False),
        (ability_left_open, {**MOTHER, **GROWN}, True),
        (ability_left_open, {**MOTHER, **GROWN, "keeps-safe": "yes"}, False),
        (ability_left_open, MOTHER, False),
        (adult_decides, {**MOTHER, **GROWN}, True),
        (adult_decides, {**MOTHER, **AT_RISK}, False),
        (adult_decides, MOTHER, False),
        (court_could_help, TEEN_CLASSMATE_SHARED, True),
        (court_could_help, {**TEEN_CLASSMATE_SHARED, "holder": "me"}, False),
        (court_could_help, SHARER, False),
        (court_could_help, FRIEND, True),
    ],
)
def test_each_named_condition_is_about_whom_it_says(rule, given: Person, yes: bool) -> None:
    assert holds(rule, given) is yes
