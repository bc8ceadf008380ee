"""The rules as a reviewer reads them: what the code says about each safety rule, and the table of phrases."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import getclosurevars, getdoc, getmodule
from itertools import product
from typing import Any

from compass import languages
from wizard.core.conditions import EVERYBODY
from wizard.core.phrase_tables import read_phrases
from wizard.core.phrases import Phrase
from wizard.core.step_rules import STEP_RULES
from wizard.helplines.core.key import AGES, SOURCES, NumberKey
from wizard.helplines.core.steps import STEPS
from wizard.review.proof.helpline_rules import LINE_RULES
from wizard.review.proof.plan_rules import RULES
from wizard.review.words import named, sentence, spoken_condition


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence about a safety rule; `steps` are those it is about, where it is about some only."""

    number: int
    sentence: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One rule of the table of phrases; `whom` is its condition with the names of flags as the book says them."""

    rule: Phrase
    name: str
    whom: str


@dataclass(frozen=True, slots=True)
class ListedNumbers:
    """Which helplines a step shows in one of its lists: at most so many, of which kinds, for whom."""

    step: str
    name: str
    most: int
    kinds: str
    only: str


def safety_rules() -> tuple[Said, ...]:
    """Every check of the fourteen rules in the words of its code, by number."""
    found: dict[tuple[int, str], list[str]] = {}
    checks: list[tuple[int, Callable[..., bool]]] = [(rule.number, check) for rule in RULES for check in rule.checks]
    checks += [(rule.number, check) for rule in LINE_RULES for check in rule.checks]
    for number, check in sorted(checks, key=lambda one: one[0]):
        sentence, step = _said(check)
        found.setdefault((number, sentence), []).append(step)
    return tuple(Said(number, said, tuple(filter(None, steps))) for (number, said), steps in found.items())


def _said(check: Callable[..., Any]) -> tuple[str, str]:
    # A check that is made for one step stands in the function that makes it, which says what it is for.
    maker = getattr(getmodule(check), check.__qualname__.split(".")[0])
    about = getclosurevars(check).nonlocals.get("later", "")
    _number, _dot, says = (getdoc(maker) or "").partition(". ")
    return sentence(says), str(about)


def phrase_rules() -> tuple[PhraseRow, ...]:
    """The table of what may never and what must be said, in the words of the language that is spoken."""
    found = read_phrases((row.slug for row in STEP_RULES), languages.code())
    return tuple(PhraseRow(one, sentence(one.name), _whom(one)) for one in found)


def _whom(rule: Phrase) -> str:
    return "" if rule.when == EVERYBODY else spoken_condition(rule.when.said)


def numbers() -> Iterator[ListedNumbers]:
    """The lists of helplines of each step; those that stand for some people only say for whom."""
    for step, row in STEPS.items():
        slots = dict.fromkeys(slot for key in _keys(row.reads) for slot in row.parts(key))
        for slot in slots:
            name = slot.when.__name__
            only = str(slot.label.own) if name == "<lambda>" else named(name)
            kinds = ", ".join(map(named, slot.pools))
            yield ListedNumbers(named(step), named(slot.name), slot.most, kinds, only)


def _keys(reads: tuple[str, ...]) -> Iterator[NumberKey]:
    """Keys that differ in all that the parts of a step depend on."""
    sources = SOURCES if {"source", "danger_from"} & {*reads} else ("",)
    for age, source, crisis in product(AGES, sources, (False, True)):
        yield NumberKey(age=age, source=source, danger_from=source, crisis=crisis)


def flags_of(rows: Iterable[PhraseRow]) -> Iterator[str]:
    """The flags that the conditions of these rules read."""
    for row in rows:
        yield from sorted(row.rule.when.flags)
