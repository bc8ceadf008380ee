"""Runs the safety proof and says what was checked: for the command, the tests and the reviewer's book."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, repeat
from multiprocessing import cpu_count, get_context

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide, Path, PathStep, Question, Replies, record, walk
from wizard.core.location import read_answers
from wizard.core.plan import build_plan
from wizard.core.questions import BY_SLUG, FLOW
from wizard.review.proof.lazy_answers import GuidedWalk, LazyAnswers
from wizard.review.proof.people_space import PeopleSpace
from wizard.review.proof.plan_case import Check, PlanCase
from wizard.review.proof.plan_rules import RULES, Rule
from wizard.review.proof.states import ProofState, states_in

# One raw walk in so many begins on the page of an app.
FROM_A_PLACE = 10
CHECKS = tuple(check for rule in RULES for check in rule.checks)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the proof of one rule found: how many states it told apart, and the first that broke it."""

    rule: Rule
    states: int
    broken: ProofState | None


def on_answers(check: Check) -> Callable[[Answers], bool]:
    """A check of a plan as a check of the answers behind it."""
    return lambda a: check(PlanCase(a))


def prove(rule: Rule, space: PeopleSpace) -> Verdict:
    """Follows every reachable state of every check of the rule."""
    count, broken = 0, None
    for check in rule.checks:
        for state in states_in(space, on_answers(check)):
            count += 1
            broken = broken or (None if state.verdict else state)
    return Verdict(rule, count, broken)


def prove_all(world: FactsForGuide) -> Iterator[Verdict]:
    """One verdict a rule, in order."""
    space = PeopleSpace(world)
    return (prove(rule, space) for rule in RULES)


def random_paths(world: FactsForGuide, count: int, seed: int = 7) -> Iterator[Path]:
    """Raw walks as people might take them: every question is answered somehow, skipped, or cut off by "my plan now".

    Some come from the page of an app: it is named before anything else, and the age is all that was asked.
    """
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        from_a_place = world.platforms and number % FROM_A_PLACE == 0
        yield _path_from_a_place(world, chance) if from_a_place else _random_path(world, chance)


def _path_from_a_place(world: FactsForGuide, chance: random.Random) -> Path:
    stored = record(FLOW, {}, "where", [chance.choice(world.platforms).slug], world)
    for slug in ("age", "age-then"):
        path = walk(FLOW, stored, world)
        if path.stop(slug) and chance.random() < 0.8:
            values = _random_answer(BY_SLUG[slug], path.before(slug), world, chance)
            stored = record(FLOW, stored, slug, values, world)
    return walk(FLOW, stored, world)


def _random_path(world: FactsForGuide, chance: random.Random) -> Path:
    stops: list[PathStep] = []
    counted: dict[str, tuple[str, ...]] = {}
    replies = Replies(counted)
    ends_after = chance.choice((len(FLOW),) * 3 + tuple(range(len(FLOW))))
    for question in FLOW:
        if not question.asked(replies, world):
            continue
        reached = len(stops) < ends_after
        values = _random_answer(question, replies, world, chance) if reached else ()
        stops.append(PathStep(question, values, not reached))
        if values:
            counted[question.slug] = values
    return Path(tuple(stops))


def _random_answer(
    question: Question, replies: Replies, world: FactsForGuide, chance: random.Random
) -> tuple[str, ...]:
    values = [choice.value for choice in question.choices(replies, world)]
    most = min(4, len(values)) if question.many else 1
    size = chance.choice((0, *range(1, most + 1), 1, 1))
    return question.settle(chance.sample(values, size)) if size else ()


@dataclass(frozen=True, slots=True)
class Sample:
    """What the random walks found: how many, how many different lists of steps, and where proof and walk disagree."""

    walks: int
    plans: frozenset[tuple[str, ...]]
    disagreements: tuple[str, ...]


def compare_on_all_cores(world: FactsForGuide, walks: int, placed: int) -> Sample:
    """As `compare_with_random_walks`, with other walks on each core of the machine."""
    cores = cpu_count()
    with ProcessPoolExecutor(cores, mp_context=get_context("fork")) as pool:
        shares = repeat(world), repeat(-(-walks // cores)), repeat(-(-placed // cores)), range(7, 7 + cores)
        parts = list(pool.map(compare_with_random_walks, *shares))
    return Sample(
        sum(part.walks for part in parts),
        frozenset().union(*(part.plans for part in parts)),
        tuple(chain.from_iterable(part.disagreements for part in parts)),
    )


def compare_with_random_walks(world: FactsForGuide, walks: int, placed: int, seed: int = 7) -> Sample:
    """Each rule holds on each raw walk; for the first `placed` of them, their state is one that the proof followed."""
    space = PeopleSpace(world)
    followed = [{state.path for state in states_in(space, on_answers(check))} for check in CHECKS] if placed else []
    plans, wrong = set(), []
    for number, path in enumerate(random_paths(world, walks, seed)):
        a = read_answers(path, world)
        plans.add(build_plan(a).slugs)
        odd = [index for index, check in enumerate(CHECKS) if not check(PlanCase(a))]
        if number < placed:
            odd += [index for index, check in enumerate(CHECKS) if not _lies_in(path, check, space, followed[index])]
        wrong += [f"check {index} on {dict(path.replies.values)}" for index in odd]
    return Sample(walks, frozenset(plans), tuple(wrong))


def _lies_in(path: Path, check: Check, space: PeopleSpace, followed: set[tuple[bool, ...]]) -> bool:
    walk = GuidedWalk(space, path.replies)
    return on_answers(check)(LazyAnswers(walk)) and tuple(walk.path) in followed
