"""Outcomes of one question, and how a test splits them in two. Remembered: the same ones come again and again."""

from collections.abc import Callable
from functools import lru_cache
from itertools import combinations

Outcome = tuple[str, ...] | None  # the values given, () when skipped, None when not asked
Outcomes = tuple[Outcome, ...]
Test = Callable[[tuple[str, ...]], bool]
NOT_ASKED: Outcomes = (None,)
Split = tuple[Outcomes, Outcomes]
# The same outcomes come again and again, as the same object: to know one by its identity is quicker than to hash it.
# Each is kept beside its halves, so that its number is not given to another.
_KNOWN: dict[tuple[int, frozenset[str] | tuple[str, ...]], tuple[Outcomes, Split]] = {}
_MOST = 100_000


def split_any(outcomes: Outcomes, wanted: frozenset[str]) -> Split:
    """Those with any of these values, and the others."""
    return _remembered(outcomes, wanted, lambda given: not wanted.isdisjoint(given))


def split_exact(outcomes: Outcomes, wanted: tuple[str, ...]) -> Split:
    """Those with exactly these values, and the others."""
    return _remembered(outcomes, wanted, lambda given: given == wanted)


def _remembered(outcomes: Outcomes, wanted: frozenset[str] | tuple[str, ...], test: Test) -> Split:
    key = (id(outcomes), wanted)
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        passing = tuple(outcome for outcome in outcomes if outcome is not None and test(outcome))
        _KNOWN[key] = outcomes, (passing, without(outcomes, passing))
    return _KNOWN[key][1]


def without(outcomes: Outcomes, passing: Outcomes) -> Outcomes:
    """The outcomes that are not among those."""
    passed = set(passing)
    return tuple(outcome for outcome in outcomes if outcome not in passed)


@lru_cache(maxsize=256)
def one_of(values: tuple[str, ...]) -> Outcomes:
    """Skipped, or one of the values."""
    return ((), *((value,) for value in values))


@lru_cache(maxsize=256)
def sets_of(values: tuple[str, ...], gives_way: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """Skipped, one value that gives way to others, or any set of the rest."""
    firm = [value for value in values if value not in gives_way]
    sets = (chosen for size in range(1, len(firm) + 1) for chosen in combinations(firm, size))
    return ((), *((value,) for value in values if value in gives_way), *sets)
