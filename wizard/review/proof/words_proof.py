"""The proof on words: each step as each person reads it, against the table of what may never and what must be said.

A step's words are rendered from its real template, each part of it over the flags of that part. So it is known of each
sentence who reads it, and no two are rendered together that do not depend on each other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from multiprocessing import get_context
from typing import TypeVar

from django.db import connections

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.core.html_sentences import Sentences
from wizard.core.location import Location
from wizard.core.phrases import Phrase
from wizard.core.step_rules import STEP_RULES, StepRule
from wizard.journey.facts import facts_for_guide
from wizard.review.proof.diagrams import NO, Function
from wizard.review.proof.lazy_answers import LazyAnswers, those
from wizard.review.proof.people_space import PeopleSpace, walks
from wizard.review.proof.sample_places import known_at, places_of
from wizard.review.proof.step_readers import Reader

T = TypeVar("T")


@dataclass
class StepVerdict:
    """What was seen of one step at one place: states, texts, the flags read, and each broken rule with a sentence."""

    step: str
    at: Location
    states: int = 0
    texts: set[Sentences] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    broken: dict[Phrase, str] = field(default_factory=dict)


def prove_step(row: StepRule, at: Location, phrases: Sequence[Phrase], world: FactsForGuide) -> StepVerdict:
    """Follows every state that the words of a part can tell apart, and asks who of its readers a rule is about."""
    verdict, space = StepVerdict(row.slug, at), PeopleSpace(world)
    shown = space.real(space.sets.both(space.given(known_at(row, at)), those(space, row.shown_when)))
    readers: dict[Sentences, Function] = {}
    for part in Reader(row, at).parts:
        for who, said in followed(part, space, shown):
            verdict.states += 1
            readers[said] = space.sets.either(readers.get(said, NO), who)
        verdict.flags |= part.flags
    verdict.texts = {said for said in readers if said}
    for phrase in phrases:
        if phrase.concerns(row.slug) and (sentence := broken(phrase, readers, shown, space)):
            verdict.broken[phrase] = sentence
    return verdict


def followed(read: Callable[[Answers], T], space: PeopleSpace, among: Function) -> Iterator[tuple[Function, T]]:
    """Every state that the words can tell apart among those people, with what is read there."""
    return ((walk.who, said) for walk, said in walks(space, lambda walk: read(LazyAnswers(walk)), among, real=True))


def broken(phrase: Phrase, readers: Mapping[Sentences, Function], shown: Function, space: PeopleSpace) -> str:
    """The sentence of some part that breaks the rule for one of its readers (for a `must`: what somebody misses)."""
    concerned = space.real(space.sets.both(shown, those(space, phrase.when.holds)))
    if phrase.must:
        read = (who for said, who in readers.items() if any(map(phrase.hits, said)))
        missing = space.sets.both(concerned, space.sets.other(space.sets.any_of(read)))
        return phrase.found(()) if space.real(missing) != NO else ""
    found = ((phrase.found(said), who) for said, who in readers.items())
    return next((sentence for sentence, who in found if sentence and space.sets.both(concerned, who) != NO), "")


def prove_words(phrases: Sequence[Phrase]) -> Iterator[StepVerdict]:
    """One verdict a step and place, worked out on every core of the machine. The facts come from the database."""
    tasks = [(row.slug, at) for row in STEP_RULES for at in places_of(row)]
    forked = get_context("fork")
    with ProcessPoolExecutor(initializer=connections.close_all, mp_context=forked) as cores:
        yield from cores.map(_prove_one, tasks, repeat(tuple(phrases)))


def _prove_one(task: tuple[str, Location], phrases: tuple[Phrase, ...]) -> StepVerdict:
    slug, at = task
    row = next(row for row in STEP_RULES if row.slug == slug)
    return prove_step(row, at, phrases, facts_for_guide())
