"""Says a condition in words: an outline of lines, each a depth and some runs of text with a style."""

import re
from typing import TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

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
from wizard.review.words import named, question, value

# Styles: "" plain, "question" and "value" for what is answered, "named" for what the lists of words explain.
Run: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[int, tuple[Run, ...]]

# More than two statements are a list, unless they are short.
_SHORT = 75
_BLANK = re.compile(r"%\((\w+)\)s")


def plain(text: str) -> Run:
    """A run without style."""
    return "", text


def runs_of(text: str) -> tuple[Run, ...]:
    """A sentence of the code as runs: what stands between backticks there is the name of a question."""
    return tuple(("question" if at % 2 else "", part) for at, part in enumerate(text.split("`")) if part)


def phrase(leaf: Leaf) -> tuple[Run, ...]:
    """One statement."""
    match leaf:
        case Has(slug, values, yes):
            many = BY_SLUG[slug].many
            listed = _listed(values, neither=many and not yes)
            return _filled(_verb(many, yes, len(values)), question=_question(slug), values=listed)
        case Only(slug, only, yes):
            words = (
                pgettext("a condition", "%(question)s is only %(value)s")
                if yes
                else pgettext("a condition", "%(question)s is not only %(value)s")
            )
            return _filled(words, question=_question(slug), value=(("value", value(only)),))
        case Skipped(slug, yes):
            words = (
                pgettext("a condition", "%(question)s was skipped")
                if yes
                else pgettext("a condition", "%(question)s was not skipped")
            )
            return _filled(words, question=_question(slug))
        case Named(name, _source, yes):
            words = pgettext("a condition", "“%(name)s”") if yes else pgettext("a condition", "not “%(name)s”")
            return _filled(words, name=(("named", named(name)),))
    return (plain(_choices(leaf.yes)),)


def _choices(yes: bool) -> str:
    if yes:
        return pgettext("a condition", "the facts have answers to choose from")
    return pgettext("a condition", "the facts have no answers to choose from")


def _question(slug: str) -> tuple[Run, ...]:
    return (("question", question(slug)),)


def _filled(words: str, **blanks: tuple[Run, ...]) -> tuple[Run, ...]:
    """A sentence as runs, with runs in its blanks."""
    runs: list[Run] = []
    for at, part in enumerate(_BLANK.split(words)):
        runs += blanks[part] if at % 2 else [plain(part)] if part else []
    return tuple(runs)


def _verb(many: bool, yes: bool, count: int) -> str:
    if not many and yes:
        return pgettext("a condition", "%(question)s is %(values)s")
    if not many:
        return pgettext("a condition", "%(question)s is not %(values)s")
    if yes:
        return pgettext("a condition", "%(question)s has %(values)s")
    if count == 1:
        return pgettext("a condition", "%(question)s does not have %(values)s")
    return pgettext("a condition", "%(question)s has neither %(values)s")


def _listed(values: tuple[str, ...], neither: bool) -> tuple[Run, ...]:
    runs: list[Run] = []
    for at, one in enumerate(values):
        if at:
            last = at == len(values) - 1
            runs.append(plain(pgettext("a condition", " nor ") if neither and last else _(" or ") if last else ", "))
        runs += _filled(pgettext("a value", "%(value)s"), value=(("value", value(one)),))
    return tuple(runs)


def _fits_one_line(term: All | Some) -> bool:
    if not all(map(is_leaf, term.parts)):
        return False
    return len(term.parts) <= 2 or sum(len(text) for _, text in _one_line(term)) <= _SHORT


def _one_line(term: All | Some) -> tuple[Run, ...]:
    if term in (ALWAYS, NEVER):
        return (plain(pgettext("a condition", "always") if term == ALWAYS else pgettext("a condition", "never")),)
    runs: list[Run] = []
    for leaf in leaves(term):
        runs += [plain(pgettext("a condition", ", and ") if isinstance(term, All) else _(", or "))] if runs else []
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
    head = (
        pgettext("a condition", "all of these:") if isinstance(term, All) else pgettext("a condition", "any of these:")
    )
    return (depth, (plain(head),)), *(line for part in term.parts for line in outline(part, depth + 1))


def _choice(term: Choose, depth: int) -> tuple[Line, ...]:
    (_depth, first), *more = outline(term.test, depth)
    words = pgettext("a condition", "if %(condition)s") if more else pgettext("a condition", "if %(condition)s:")
    then = ((depth, (plain(pgettext("a condition", "then:")),)),) if more else ()
    return (
        (depth, _filled(words, condition=first)),
        *more,
        *then,
        *outline(term.then, depth + 1),
        (depth, (plain(pgettext("a condition", "otherwise:")),)),
        *outline(term.other, depth + 1),
    )
