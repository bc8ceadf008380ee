"""The space of people: whoever can answer the guide is in it, and nobody else is."""

from dataclasses import replace
from itertools import product

import pytest

from tests.people import PEOPLE, WORLD, path_of
from wizard.core.flow import Replies, walk
from wizard.core.questions import BY_SLUG, FLOW
from wizard.review.proof.diagrams import NO, YES
from wizard.review.proof.lazy_answers import LazyAnswers, judged, those
from wizard.review.proof.people_space import PeopleSpace, walks
from wizard.review.proof.plan_proof import random_paths
from wizard.review.proof.platform_kinds import stands_for

SPACE = PeopleSpace(WORLD)
EVERYBODY = SPACE.sets.all_of(SPACE.reachable(question.slug) for question in FLOW)
KINDS = stands_for(WORLD.platforms)


def among(who: int, replies: Replies) -> bool:
    """Is the person who gave these answers in the set?"""
    gave = {(slug, KINDS.get(value, value)) for slug, values in replies.values.items() for value in values}
    return SPACE.sets.holds(who, lambda number: SPACE.answers[number] in gave)


def test_whoever_walks_through_the_guide_is_there() -> None:
    paths = [path for path in random_paths(WORLD, 3_000) if path.replies.values]
    assert [dict(path.replies.values) for path in paths if not among(EVERYBODY, path.replies)] == []


@pytest.mark.parametrize(
    "values",
    [
        {"who": ("self", "child")},
        {"danger": ("none", "meet")},
        {"age": ("13-15",), "age-then": ("18-plus",)},
        {"who": ("sharer",), "what": ("received",)},
        {"who": ("sharer",), "forced": ("no",), "what": ("shared",)},
        {"age": ("13-15",), "holder": ("young",)},
        {"place": ("CA",), "region": ("GB-SCT",)},
        {"region": ("CA-BC",)},
        {"holder": ("stranger",), "afraid": ("yes",)},
    ],
)
def test_answers_that_cannot_stand_together_are_nobody(values: dict[str, tuple[str, ...]]) -> None:
    assert not among(EVERYBODY, Replies(values))


def test_the_small_questions_have_exactly_the_answers_that_the_guide_lets_through() -> None:
    slugs = ("who", "age", "forced", "keeps-safe")
    choices = [[(), *((value,) for _slug, value in SPACE.answers if _slug == slug)] for slug in slugs]
    for values in product(*choices):
        given = {slug: list(one) for slug, one in zip(slugs, values, strict=True) if one}
        kept = walk(FLOW, given, WORLD).replies.values
        expected = {slug: tuple(one) for slug, one in given.items()} == dict(kept)
        assert (given, among(EVERYBODY, Replies({slug: tuple(one) for slug, one in given.items()}))) == (
            given,
            expected,
        )


@pytest.mark.parametrize("name", PEOPLE)
def test_who_is_asked_is_who_the_guide_asks(name: str) -> None:
    path = path_of(**{slug.replace("-", "_"): said for slug, said in PEOPLE[name].items()})
    assert {slug for slug in BY_SLUG if among(SPACE.asked(slug), path.replies)} == {*path.slugs}
    unanswered = {stop.question.slug for stop in path.stops if stop.skipped}
    assert {slug for slug in BY_SLUG if among(SPACE.unanswered(slug), path.replies)} == unanswered


def test_known_answers_leave_only_who_gave_them() -> None:
    known = SPACE.real(SPACE.given({"place": ("CA",), "region": ()}))
    assert SPACE.sets.both(known, SPACE.has("region", "CA-BC")) == NO
    assert SPACE.sets.both(known, SPACE.has("place", "CA")) == known
    assert SPACE.exactly("who", "nobody") == NO


def test_the_cases_of_a_rule_share_everybody_out_and_yes_comes_first() -> None:
    (yes, helpers), (no, others) = SPACE.cases("helpers", lambda walk: LazyAnswers(walk).helper)
    assert (yes, no, SPACE.sets.other(helpers)) == (True, False, others)
    assert helpers == SPACE.has("who", "child", "client", "friend") == those(SPACE, lambda a: a.helper)


def test_a_rule_is_one_thing_whatever_it_reads() -> None:
    def rule(a: LazyAnswers) -> bool:
        return a.self_harm or a.deadline or (a.minor_now and a.watched)

    ways = list(walks(SPACE, lambda walk: judged(LazyAnswers(walk), rule), real=True))
    assert [value for _walk, value in ways] == [True, False]
    assert len(list(walks(SPACE, lambda walk: rule(LazyAnswers(walk)), YES, real=True))) == 5


def test_another_world_has_other_people() -> None:
    small = PeopleSpace(replace(WORLD, regions={}))
    assert small.asked("region") == NO
