"""A condition as a small tree, so that one reading of the code can be drawn, printed and tried out.

`every`, `some`, `choose` and `negate` build trees in one normal form: "not" stands only at the leaves, and what is said
twice about one question is said once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Has:
    """One of these values was answered. `flags` names where it was read, and does not count when compared."""

    slug: str
    values: tuple[str, ...]
    yes: bool = True
    flags: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Only:
    """Exactly this value was answered."""

    slug: str
    value: str
    yes: bool = True
    flags: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """The question applies and has no answer."""

    slug: str
    yes: bool = True
    flags: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Offered:
    """The question has something to choose from."""

    yes: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """A condition that has a name of its own; `source` is its code, or None for a fact about the place."""

    name: str
    source: Callable[..., Any] | None
    yes: bool = True


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts: always."""

    parts: tuple["Term", ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; without parts: never."""

    parts: tuple["Term", ...] = ()


@dataclass(frozen=True, slots=True)
class Choose:
    """`then` where the test holds, `other` where it does not."""

    test: "Term"
    then: "Term"
    other: "Term"


Leaf: TypeAlias = Has | Only | Skipped | Offered | Named
Term: TypeAlias = Leaf | All | Some | Choose
ALWAYS, NEVER = All(), Some()


def is_leaf(term: Term) -> bool:
    """True for one plain statement."""
    return not isinstance(term, All | Some | Choose)


def negate(term: Term) -> Term:
    """The opposite."""
    if isinstance(term, All):
        return some(*map(negate, term.parts))
    if isinstance(term, Some):
        return every(*map(negate, term.parts))
    if isinstance(term, Choose):
        return choose(term.test, negate(term.then), negate(term.other))
    return replace(term, yes=not term.yes)


def every(*terms: Term) -> Term:
    """All of them."""
    parts = [part for term in terms for part in (term.parts if isinstance(term, All) else (term,))]
    if NEVER in parts:
        return NEVER
    kept = _merged(parts, yes=False)
    return kept[0] if len(kept) == 1 else All(kept)


def some(*terms: Term) -> Term:
    """Any of them."""
    parts = [part for term in terms for part in (term.parts if isinstance(term, Some) else (term,))]
    if ALWAYS in parts:
        return ALWAYS
    kept = _merged(parts, yes=True)
    return kept[0] if len(kept) == 1 else Some(kept)


def choose(test: Term, then: Term, other: Term) -> Term:
    """One or the other; a side that is always or never true needs no "otherwise"."""
    if then == ALWAYS:
        return some(test, other)
    if then == NEVER:
        return every(negate(test), other)
    if other == ALWAYS:
        return some(negate(test), then)
    return every(test, then) if other == NEVER else Choose(test, then, other)


def _merged(parts: list[Term], yes: bool) -> tuple[Term, ...]:
    # "has A, or has B" is "has A or B"; "has not A, and has not B" is "has neither".
    kept: list[Term] = []
    heard: dict[str, Has] = {}
    for part in parts:
        if not isinstance(part, Has) or part.yes != yes:
            kept.append(part)
        elif part.slug not in heard:
            heard[part.slug] = part
            kept.append(part)
        else:
            kept[kept.index(heard[part.slug])] = heard[part.slug] = _joined(heard[part.slug], part)
    return tuple(dict.fromkeys(kept))


def _joined(one: Has, two: Has) -> Has:
    values, flags = dict.fromkeys(one.values + two.values), dict.fromkeys(one.flags + two.flags)
    return Has(one.slug, tuple(values), one.yes, tuple(flags))


def leaves(term: Term) -> Iterator[Leaf]:
    """Every plain statement in it, in order."""
    if isinstance(term, Choose):
        term = All((term.test, term.then, term.other))
    if isinstance(term, All | Some):
        for part in term.parts:
            yield from leaves(part)
    else:
        yield term
