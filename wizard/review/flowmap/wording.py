"""Says a condition in words: an outline of lines, each a depth and some runs of text with a style."""

from collections.abc import Iterable
from typing import TypeAlias

from wizard.core.questions import BY_SLUG
from wizard.review.flowmap.terms import (
    ALWAYS,
    NEVER,
    All,
    Choose,
    Has,
    Leaf,
    Named,
    Only,
    Skipped,
    Some,
    Term,
    is_leaf,
    leaves,
)

# Styles: "" plain, "question" and "value" for what is answered, "named" for what the lists of words explain.
Run: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[int, tuple[Run, ...]]

# More than two statements are a list, unless they are short.
_SHORT = 75


def plain(text: str) -> Run:
    """A run without style."""
    return "", text


def runs_of(text: str) -> tuple[Run, ...]:
    """A sentence of the code as runs: what stands between backticks there is the name of a question."""
    return tuple(("question" if at % 2 else "", part) for at, part in enumerate(text.split("`")) if part)


def name_of(name: str) -> str:
    """The name of a flag or a rule as people read it."""
    return name.strip("_").replace("_", " ")


def phrase(leaf: Leaf) -> tuple[Run, ...]:
    """One statement."""
    match leaf:
        case Has(slug, values, yes):
            many = BY_SLUG[slug].many
            return ("question", slug), plain(_verb(many, yes, len(values))), *_listed(values, many and not yes)
        case Only(slug, value, yes):
            return ("question", slug), plain(" is only " if yes else " is not only "), ("value", value)
        case Skipped(slug, yes):
            return ("question", slug), plain(" was skipped" if yes else " was not skipped")
        case Named(name, _, yes):
            return plain("“" if yes else "not “"), ("named", name_of(name)), plain("”")
    return (plain("the facts have answers to choose from" if leaf.yes else "the facts have no answers to choose from"),)


def _verb(many: bool, yes: bool, count: int) -> str:
    if not many:
        return " is " if yes else " is not "
    if yes:
        return " has "
    return " does not have " if count == 1 else " has neither "


def _listed(values: tuple[str, ...], neither: bool) -> Iterable[Run]:
    for at, value in enumerate(values):
        if at:
            last = at == len(values) - 1
            yield plain(" nor " if neither and last else " or " if last else ", ")
        yield "value", value


def _fits_one_line(term: All | Some) -> bool:
    if not all(map(is_leaf, term.parts)):
        return False
    return len(term.parts) <= 2 or sum(len(text) for _, text in _one_line(term)) <= _SHORT


def _one_line(term: All | Some) -> tuple[Run, ...]:
    if term in (ALWAYS, NEVER):
        return (plain("always" if term == ALWAYS else "never"),)
    runs: list[Run] = []
    for leaf in leaves(term):
        runs += [plain(", and " if isinstance(term, All) else ", or ")] if runs else []
        runs += phrase(leaf)
    return tuple(runs)


def outline(term: Term, depth: int = 0) -> tuple[Line, ...]:
    """A condition as lines; what stands deeper belongs to the line above it that is less deep."""
    if isinstance(term, Choose):
        return _choice(term, depth)
    if not isinstance(term, All | Some):
        return ((depth, phrase(term)),)
    if _fits_one_line(term):
        return ((depth, _one_line(term)),)
    head = "all of these:" if isinstance(term, All) else "any of these:"
    return (depth, (plain(head),)), *(line for part in term.parts for line in outline(part, depth + 1))


def _choice(term: Choose, depth: int) -> tuple[Line, ...]:
    (_, first), *more = outline(term.test, depth)
    colon = () if more else (plain(":"),)
    then = ((depth, (plain("then:"),)),) if more else ()
    return (
        (depth, (plain("if "), *first, *colon)),
        *more,
        *then,
        *outline(term.then, depth + 1),
        (depth, (plain("otherwise:"),)),
        *outline(term.other, depth + 1),
    )
