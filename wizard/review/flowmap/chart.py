"""The map of the journey for people who do not code: every question and step, and when each of them appears.

`chart_of()` reads the code; nothing is drawn here.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from inspect import getclosurevars, getdoc
from typing import Any

from django.utils import translation

from wizard.core import plan, step_rules
from wizard.core.flow import Question
from wizard.core.plan import SECTIONS
from wizard.core.questions import FLOW
from wizard.review.flowmap.glossary import GlossaryEntry, glossary
from wizard.review.flowmap.probe import Answer, Title, answers_of, own_and_theirs, titles, tried
from wizard.review.flowmap.read_code import condition
from wizard.review.flowmap.terms import NEVER, Term
from wizard.review.words import sentence


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question as reviewers see it: its words for the person and for a helper, its answers, when it is asked."""

    slug: str
    own: str
    theirs: str
    own_hint: str
    their_hint: str
    many: bool
    answers: tuple[Answer, ...]
    asked: Term
    why: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step as reviewers see it; `short` and `folded` say when it has its one-line form or stands in the fold."""

    slug: str
    section: str
    own: tuple[Title, ...]
    theirs: tuple[Title, ...]
    shown: Term
    short: Term
    folded: Term
    why: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything on the map; the two lists explain the names used in the conditions."""

    questions: tuple[AskedQuestion, ...]
    steps: tuple[ShownStep, ...]
    question_words: tuple[GlossaryEntry, ...]
    step_words: tuple[GlossaryEntry, ...]


def chart_of(
    flow: Sequence[Question] = FLOW, table: Sequence[step_rules.StepRule] = step_rules.STEP_RULES, voice: str = "en"
) -> Chart:
    """The map as data, in the words of a voice; raises `NoWordsError` for code that the map cannot say."""
    with translation.override(voice):
        questions = _questions(flow)
        steps = tuple(_step(row) for row in table)
        conditions = (term for step in steps for term in (step.shown, step.short, step.folded))
        said = {question.slug: question.own for question in questions}
        answers = {(question.slug, answer.value): answer.own for question in questions for answer in question.answers}
        return Chart(
            questions,
            steps,
            glossary((question.asked for question in questions), said, answers),
            glossary(conditions, said, answers),
        )


def _questions(flow: Sequence[Question]) -> tuple[AskedQuestion, ...]:
    found: list[AskedQuestion] = []
    values: dict[str, tuple[str, ...]] = {}
    for question in flow:
        found.append(_question(question, values))
        values[question.slug] = _to_try(found[-1])
    return tuple(found)


def _to_try(question: AskedQuestion) -> tuple[str, ...]:
    """Each answer by itself; of a question with many, also the first one beside each other."""
    alone = tuple(answer.value for answer in question.answers)
    return (*alone, *(f"{alone[0]} {value}" for value in alone[1:])) if question.many else alone


def _question(question: Question, values: dict[str, tuple[str, ...]]) -> AskedQuestion:
    own, theirs = own_and_theirs(tried(lambda r: str(question.heading(r)), values))
    own_hint, their_hint = own_and_theirs(tried(lambda r: str(question.hint(r)), values))
    return AskedQuestion(
        question.slug,
        own,
        theirs,
        own_hint,
        their_hint,
        question.many,
        answers_of(question, values),
        condition(question.asked, choices=question.choices),
        " ".join(_whys(question.asked)),
    )


def _whys(asked: Callable[..., Any]) -> Iterable[str]:
    """What the rules of a question say about themselves."""
    if says := getdoc(asked):
        return [sentence(says)]
    rules = getclosurevars(asked).nonlocals.get("rules", ())
    return [sentence(says) for rule in rules if (says := getdoc(rule))]


def _step(row: step_rules.StepRule) -> ShownStep:
    is_short = plan.SHORT_FORMS.get(row.slug)
    return ShownStep(
        row.slug,
        next(str(words) for when, words in SECTIONS if when == row.when),
        titles(row.heading, False),
        titles(row.heading, True),
        condition(row.shown_when),
        condition(is_short) if is_short else NEVER,
        condition(plan.is_folded, row=row),
        sentence(getdoc(row.shown_when) or ""),
    )
