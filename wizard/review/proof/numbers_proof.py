"""The proof on numbers: each step's lines, for every key that answers can lead to, in every place whose lines differ.

A step chooses its lines by one pure function of a small key (`NumberKey`), so the keys are all that there is to walk.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from multiprocessing import get_context

from django.db import connections

from resources import selectors
from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.core.step_rules import STEP_RULES
from wizard.helplines.core.key import MOST_FLAGS, NumberKey, key_of
from wizard.helplines.core.steps import STEPS
from wizard.helplines.for_plan import lines_of_step
from wizard.journey.facts import facts_for_guide
from wizard.review.proof.helpline_rules import places
from wizard.review.proof.number_rules import NUMBER_RULES, NumberCase
from wizard.review.proof.states import states

# More pairs of key and place than this make a step too costly to prove: it reads too much.
MOST_PAIRS = 20_000
# Rows of the table that are no step of their own: the step that shows them, and to whom.
SHOWN_IN: dict[str, tuple[str, Callable[[Answers], bool]]] = {
    "risky_home": ("with-your-child", lambda a: True),
    "child_alone": ("people", lambda a: a.under_13_alone),
    "grown_up": ("people", lambda a: a.under_13_alone),
}
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NumbersVerdict:
    """What was seen of one step: how many keys and places, how long it took, and each broken rule with a case."""

    step: str
    keys: int
    places: int
    seconds: float
    broken: dict[int, NumberCase] = field(default_factory=dict)

    @property
    def too_many(self) -> bool:
        """True when the step reads more than can be proved."""
        return self.keys * self.places > MOST_PAIRS or len(STEPS[self.step].reads) > MOST_FLAGS


def keys_of(step: str, world: FactsForGuide) -> frozenset[NumberKey]:
    """Every key of a step that some answers lead to, among those who have the step on their plan."""
    slug, meets = SHOWN_IN.get(step, (step.replace("_", "-"), lambda a: True))
    row = STEPS[step]
    on_plan = next(row for row in STEP_RULES if row.slug == slug).shown_when
    found: set[NumberKey] = set()

    def collect(a: Answers) -> bool:
        if on_plan(a) and meets(a):
            found.add(row.seen(key_of(a, row.reads)))
        return True

    for _state in states(collect, world):
        pass
    return frozenset(found)


def different_places() -> tuple[Place, ...]:
    """One place for each set of lines that the facts know; what stands beside the emergency number counts, too."""

    def serving(place: Place) -> tuple[str, ...]:
        known = selectors.directory(*place)
        return (*sorted(line.slug for line in known.all), known.emergency_note)

    same = groupby(sorted(places(), key=serving), key=serving)
    return tuple(next(group) for _lines, group in same)


def cases_of(step: str, keys: frozenset[NumberKey], at: tuple[Place, ...]) -> Iterator[NumberCase]:
    """Every pair of key and place, with what the step shows."""
    # Place by place: what was found for one person there is found again for the next.
    for place in at:
        for key in keys:
            near = selectors.lines_for_seeker(*place, key.who)
            yield NumberCase(step, key, place, lines_of_step(step, key, *place), near)


def prove_step_numbers(step: str, at: tuple[Place, ...], world: FactsForGuide) -> NumbersVerdict:
    """Follows one step; where it reads too much, its pairs are not walked, and the verdict says so."""
    began = time.monotonic()
    keys = keys_of(step, world)
    verdict = NumbersVerdict(step, len(keys), len(at), 0)
    if not verdict.too_many:
        for case in cases_of(step, keys, at):
            for rule in NUMBER_RULES:
                if rule.number not in verdict.broken and not rule.holds(case):
                    verdict.broken[rule.number] = case
    return NumbersVerdict(step, len(keys), len(at), time.monotonic() - began, verdict.broken)


def prove_numbers(every: int = 1) -> Iterator[NumbersVerdict]:
    """One verdict a step, worked out on every core of the machine. The facts come from the database.

    `every`: 1 for all places, 4 for every fourth of them.
    """
    with ProcessPoolExecutor(initializer=connections.close_all, mp_context=get_context("fork")) as cores:
        yield from cores.map(partial(_prove_one, every), STEPS)


def _prove_one(every: int, step: str) -> NumbersVerdict:
    return prove_step_numbers(step, different_places()[::every], facts_for_guide())
