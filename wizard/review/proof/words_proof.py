"""The proof on words: each step as each person reads it, against the table of what may never and what must be said.

A step's words are rendered from its real template, each part of it over the flags of that part. So it is known of each
sentence who reads it, and no two are rendered together that do not depend on each other. The states are those of the
template, whatever the language: each is rendered in every voice that somebody in it is spoken to.
"""

from collections.abc import Callable, Iterator, Sequence
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
from wizard.review.proof.voices import Text, Voice, voices_of

T = TypeVar("T")
Readers = dict[Sentences, Function]


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
    """Follows every state that the words of a part can tell apart, and asks who of its readers a rule is about.

    The words are looked at in the languages that the rules are written in.
    """
    verdict, space, voices = StepVerdict(row.slug, at), PeopleSpace(world), voices_of(phrases)
    shown = space.real(space.sets.both(space.given(known_at(row, at)), those(space, row.shown_when)))
    readers: dict[str, Readers] = {voice.language: {} for voice in voices}
    for part in Reader(row, at, tuple(voice.name for voice in voices)).parts:
        for who, text in followed(part.text, space, shown):
            verdict.states += 1
            for voice in voices:
                _hear(text, voice, who, readers[voice.language], space)
        verdict.flags |= part.flags
    verdict.texts = {said for of_language in readers.values() for said in of_language if said}
    for phrase in phrases:
        if phrase.concerns(row.slug) and (sentence := broken(phrase, readers[phrase.language], shown, space)):
            verdict.broken[phrase] = sentence
    return verdict


def _hear(text: Text, voice: Voice, who: Function, readers: Readers, space: PeopleSpace) -> None:
    """Adds those of some people who are spoken to in this voice to the readers of what they read."""
    spoken_to = space.sets.both(who, those(space, voice.heard_by))
    if spoken_to != NO:
        said = text.in_voice(voice.name)
        readers[said] = space.sets.either(readers.get(said, NO), spoken_to)


def followed(read: Callable[[Answers], T], space: PeopleSpace, among: Function) -> Iterator[tuple[Function, T]]:
    """Every state that the words can tell apart among those people, with what is read there."""
    return ((walk.who, said) for walk, said in walks(space, lambda walk: read(LazyAnswers(walk)), among, real=True))


def broken(phrase: Phrase, readers: Readers, shown: Function, space: PeopleSpace) -> str:
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
