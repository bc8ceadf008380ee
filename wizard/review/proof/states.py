"""The safety proof: every reachable set of answers, without listing them one by one.

A walk decides nothing before a rule asks for it. When a rule asks for a flag, those who are left are split into who
has it and who has not, and both halves are followed, where somebody is in them. People whom nothing tells apart stay
together as one state. A skipped question is one of the answers, and a question that was not reached when "Show my
plan now" was used reads the same, so plans from any question are covered.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.review.proof.diagrams import Function
from wizard.review.proof.lazy_answers import LazyAnswers
from wizard.review.proof.people_space import NOTHING, Given, PeopleSpace, walks


@dataclass(frozen=True, slots=True)
class ProofState:
    """People whom nothing told apart: the set of them, the halves that led there, and the verdict."""

    space: PeopleSpace
    who: Function
    path: tuple[bool, ...]
    verdict: bool

    @property
    def example(self) -> dict[str, tuple[str, ...]]:
        """What one of them answered; all that made no difference is left out."""
        found: dict[str, tuple[str, ...]] = {}
        for slug, value in (self.space.answers[number] for number in sorted(self.space.sets.example(self.who))):
            found[slug] = (*found.get(slug, ()), value)
        return found


def states(check: Callable[[Answers], bool], world: FactsForGuide, known: Given = NOTHING) -> Iterator[ProofState]:
    """Every state that the check can tell apart, each once, with its verdict; `known` are answers that are given."""
    yield from states_in(PeopleSpace(world), check, known)


def states_in(space: PeopleSpace, check: Callable[[Answers], bool], known: Given = NOTHING) -> Iterator[ProofState]:
    """As `states`, among people who were looked at before: what was found out about them is not worked out again."""
    who = space.real(space.given(known))
    for walk, verdict in walks(space, lambda walk: check(LazyAnswers(walk)), who, real=True):
        yield ProofState(space, walk.who, tuple(walk.path), verdict)
