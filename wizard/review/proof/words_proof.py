"""The proof on words: each step as each person reads it, against the table of what may never and what must be said.

A step's words are rendered from its real template over flags that are decided only when they are read, so that every
combination of the flags of that step is seen, and no other. Helplines have a proof of their own; here their places
stay empty, and what remains are our words and the facts about laws, services and apps of one place.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from multiprocessing import get_context
from typing import Any, cast

from django.db import connections
from django.template.loader import get_template
from django.utils.functional import SimpleLazyObject

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.core.html_sentences import Sentences, sentences
from wizard.core.location import Location
from wizard.core.phrases import Phrase
from wizard.core.plan import step_for
from wizard.core.step_rules import STEP_RULES, StepRule
from wizard.core.wording_rules import WORDING_RULES
from wizard.journey.facts import facts_for_guide
from wizard.plan.context import words_context
from wizard.review.proof.sample_places import known_at, places_of
from wizard.review.proof.states import states


class NoLines:
    """Stands for the helplines: every need is empty."""

    emergency_note = ""
    has_night_line = True

    def __getattr__(self, need: str) -> tuple[()]:
        if need.startswith("_"):
            raise AttributeError(need)
        return ()


@dataclass
class StepVerdict:
    """What was seen of one step at one place: states, texts, the flags read, and each broken rule with a sentence."""

    step: str
    at: Location
    states: int = 0
    texts: set[Sentences] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    broken: dict[Phrase, str] = field(default_factory=dict)


Found = tuple[tuple[Phrase, str], ...]


def prove_step(row: StepRule, at: Location, phrases: Sequence[Phrase], world: FactsForGuide) -> StepVerdict:
    """Follows every state that the words of a step, or a rule about them, can tell apart."""
    verdict, read = StepVerdict(row.slug, at), Reader(row, at)
    looked_at = [phrase for phrase in phrases if phrase.concerns(row.slug)]
    # Many people read the same text: each is searched once, and only whom a rule is about is asked for each.
    found: dict[Sentences, Found] = {}

    def check(a: Answers) -> bool:
        if row.shown_when(a):
            said = read(a)
            if said not in found:
                found[said] = tuple((phrase, sentence) for phrase in looked_at if (sentence := phrase.found(said)))
            for phrase, sentence in found[said]:
                if phrase.when.holds(a):
                    verdict.broken.setdefault(phrase, sentence)
        return True

    verdict.states = sum(1 for _state in states(check, world, known_at(row, at, world)))
    verdict.texts, verdict.flags = set(found), read.flags
    return verdict


# A rule that words ask for by name counts as one flag: what it is worked out from tells no texts apart.
NAMED_RULES = WORDING_RULES


def asked(a: Answers, name: str) -> Any:
    """The value of a flag, or of a rule that is named like one."""
    return NAMED_RULES[name](a) if name in NAMED_RULES else getattr(a, name)


class FlagRecorder:
    """The flags of a person, and which of them were read, in order."""

    def __init__(self, a: Answers) -> None:
        self._a = a
        self.read: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        value = asked(self._a, name)
        self.read.setdefault(name, value)
        return value


class Reader:
    """The words of a step at a place: its title, its line and its body. Each text is rendered once.

    What is read next depends only on what was read before, so the flags that were read lead back to the text.
    """

    def __init__(self, row: StepRule, at: Location) -> None:
        self.row, self.at = row, at
        self.template = get_template(f"plan/steps/{row.slug}.html")
        self.known: dict[Any, Any] = {}
        self.flags: set[str] = set()

    def __call__(self, a: Answers) -> Sentences:
        """What this person reads."""
        here = self.known
        while here and "said" not in here:
            here = here.setdefault(asked(a, here["flag"]), {})
        if not here:
            self._remember(a)
            return self(a)
        said: Sentences = here["said"]
        return said

    def _remember(self, a: Answers) -> None:
        seen = FlagRecorder(a)
        said = self._render(cast(Answers, seen))
        self.flags |= seen.read.keys()
        here = self.known
        for flag, value in seen.read.items():
            here = here.setdefault("flag", flag) and here.setdefault(value, {})
        here["said"] = said

    def _render(self, a: Answers) -> Sentences:
        step = step_for(self.row, a)
        named = {name: SimpleLazyObject(partial(getattr, a, name)) for name in NAMED_RULES}
        context = {**words_context(a, self.at), **named, "lines": NoLines(), "step": step, "they": step.they}
        body = self.template.render(context)
        return (str(step.title), str(step.line), *sentences(body))


def prove_words(phrases: Sequence[Phrase]) -> Iterator[StepVerdict]:
    """One verdict a step and place, worked out on every core of the machine. The facts come from the database."""
    # The longest first, so that no core waits for the last one.
    tasks = sorted(
        ((row.slug, at) for row in STEP_RULES for at in places_of(row)), key=lambda task: task[0] not in _LONG
    )
    forked = get_context("fork")
    with ProcessPoolExecutor(initializer=connections.close_all, mp_context=forked) as cores:
        yield from cores.map(_prove_one, tasks, repeat(tuple(phrases)))


_LONG = ("stop-contact", "safety-plan", "write-it-down", "remove", "tell-someone")


def _prove_one(task: tuple[str, Location], phrases: tuple[Phrase, ...]) -> StepVerdict:
    slug, at = task
    row = next(row for row in STEP_RULES if row.slug == slug)
    return prove_step(row, at, phrases, facts_for_guide())
