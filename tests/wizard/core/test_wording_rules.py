from dataclasses import replace

import pytest

from tests.people import (
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    SHARER,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    answers_of,
)
from tests.people import WORLD as BARE_WORLD
from wizard.core.answers import Answers
from wizard.core.flow import PlatformChoice, walk
from wizard.core.location import read_answers
from wizard.core.questions import FLOW
from wizard.core.wording_rules import (
    ability_left_open,
    adult_decides,
    court_could_help,
    home_must_not_know,
    lawyer_before_police,
    long_ago_alone,
    nothing_is_deleted,
    own_work,
    police_recommended,
    sold_by_an_adult,
    sold_under_18,
    two_children,
)
from wizard.review.proof.states import states

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
        # No law of the place has to be known for it, and where same-sex love is a crime it is never put strongly.
        ({"holder": "stranger", "place": "AU"}, True),
        ({"holder": "stranger", "place": "KE"}, False),
        ({"age": "under-13", "danger": "meet", "place": "other"}, False),
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


@pytest.mark.parametrize(
    ("changed", "yes"),
    [
        ({}, False),
        ({"holder": "duty"}, True),
        ({"place": "KE"}, True),
        ({"place": "other"}, True),
        ({"place": ""}, False),
    ],
)
def test_a_lawyer_comes_before_police_where_police_could_be_the_danger(changed: Person, yes: bool) -> None:
    assert holds(lawyer_before_police, {**ADULT_MAY_SAY_NO, **changed}) is yes


@pytest.mark.parametrize(
    ("changed", "yes"),
    [
        ({}, False),
        ({"age-then": "under-18"}, True),
        # The step about the body says it there.
        ({"age-then": "under-18", "what": "demand-more"}, False),
        # It is not a picture of them.
        ({"age-then": "under-18", "what": "passed-on"}, False),
        ({"age-then": "under-18", "who": "sharer", "forced": "yes"}, False),
    ],
)
def test_what_was_long_ago_is_spoken_of_once(changed: Person, yes: bool) -> None:
    assert holds(long_ago_alone, {**ADULT_MAY_SAY_NO, **changed}) is yes


SELLING = replace(BARE_WORLD, platforms=(*BARE_WORLD.platforms, PlatformChoice("shop", "Shop", 3, sold_here=True)))
CREATOR = {**ADULT_MAY_SAY_NO, "holder": "unknown", "already": "none", "where": "shop reddit"}


def sold(rule, given: Person) -> bool:
    stored = {slug: values.split() for slug, values in given.items()}
    return rule(read_answers(walk(FLOW, stored, SELLING), SELLING))


@pytest.mark.parametrize(
    ("changed", "grown", "young", "copyright"),
    [
        ({}, True, False, True),
        ({"holder": "stranger"}, True, False, True),
        ({"where": "reddit"}, False, False, False),
        # After a demand, in fear, or where nobody said who: a name must not reach them.
        ({"what": "demand-money shared"}, True, False, False),
        ({"holder": "partner", "afraid": "yes"}, True, False, False),
        ({"holder": ""}, True, False, False),
        ({"device": "watched"}, True, False, False),
        # Nobody else made it.
        ({"who": "client"}, True, False, False),
        ({"age-then": "under-18"}, False, True, False),
        ({"age": "16-17"}, False, True, False),
        ({"who": "sharer", "forced": "yes"}, False, False, False),
    ],
)
def test_what_is_sold_has_a_leak_team_and_under_18_a_tipline(
    changed: Person, grown: bool, young: bool, copyright: bool
) -> None:
    given = {**CREATOR, **changed}
    assert [sold(rule, given) for rule in (sold_by_an_adult, sold_under_18, own_work)] == [grown, young, copyright]


def test_a_name_is_given_away_only_where_that_does_no_harm() -> None:
    def mild(a: Answers) -> bool:
        return not own_work(a) or not (a.fear or a.sextorted or a.threatened or a.subject_under_18 or a.helper)

    verdicts = [state.verdict for state in states(mild, SELLING)]
    assert (all(verdicts), len(verdicts) > 100) == (True, True)
