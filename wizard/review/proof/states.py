"""The safety proof: every reachable set of answers, without listing them one by one.

A walk decides nothing before a rule asks for it. When a rule (or a condition it reads) asks something of a question,
the outcomes that the question can still have are split in two, and both halves are followed. Sets of answers that
nothing tells apart stay together as one state. A skipped question is one of the outcomes, and a question that was not
reached when "Show my plan now" was used reads the same, so plans from any question are covered.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.review.proof.lazy_answers import LazyAnswers, SymbolicWalk
from wizard.review.proof.outcomes import Outcomes


@dataclass(frozen=True, slots=True)
class ProofState:
    """Sets of answers that nothing told apart: what is left of each question that was asked about, and the verdict."""

    path: tuple[bool, ...]
    outcomes: dict[str, Outcomes]
    verdict: bool


def states(
    check: Callable[[Answers], bool], world: FactsForGuide, known: Mapping[str, Outcomes] = {}
) -> Iterator[ProofState]:
    """Every state that the check can tell apart, each once, with its verdict; `known` are outcomes that are given."""
    waiting: list[tuple[bool, ...]] = [()]
    while waiting:
        walk = SymbolicWalk(world, waiting.pop(), known)
        verdict = check(LazyAnswers(walk))
        path = tuple(walk.path)
        waiting += [(*path[:length], False) for length in range(len(walk.prefix), len(path))]
        yield ProofState(path, walk.left, verdict)
