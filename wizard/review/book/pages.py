"""The map's questions, steps and names, with their conditions as lines and the words of each step as a tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wizard.core.flow import Words
from wizard.review.book.shared import SHARED
from wizard.review.book.template_reader import words_of
from wizard.review.book.tree import Part, terms
from wizard.review.flowmap.chart import AskedQuestion, Chart, ShownStep
from wizard.review.flowmap.glossary import GlossaryEntry, glossary
from wizard.review.flowmap.probe import Answer
from wizard.review.flowmap.read_code import flag
from wizard.review.flowmap.terms import ALWAYS, NEVER, Named, Term, leaves
from wizard.review.flowmap.wording import outline


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One line of a condition; a deeper one belongs to the line above it that is less deep."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer, and when it is offered (() for always)."""

    answer: Answer
    offered: tuple[ConditionLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question, its answers, and when it is asked (() for always)."""

    question: AskedQuestion
    offers: tuple[Offer, ...]
    asked: tuple[ConditionLine, ...]
    why: str


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step, when it appears (() for always), and every sentence of it. `short` and `folded` are () for never."""

    step: ShownStep
    shown: tuple[ConditionLine, ...]
    short: tuple[ConditionLine, ...]
    folded: tuple[ConditionLine, ...]
    why: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What several steps include."""

    title: Words
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A name that conditions use, what it means, and how it is worked out (() for: from the facts)."""

    name: str
    means: str
    how: tuple[ConditionLine, ...]


def lines(term: Term | None) -> tuple[ConditionLine, ...]:
    """A condition in words; () where there is nothing to say."""
    if term is None or term in (ALWAYS, NEVER):
        return ()
    return tuple(ConditionLine(depth, "".join(text for _style, text in runs)) for depth, runs in outline(term))


def question_pages(chart: Chart) -> tuple[QuestionPage, ...]:
    """The questions in their order."""
    return tuple(
        QuestionPage(
            one,
            tuple(Offer(answer, lines(answer.offered)) for answer in one.answers),
            lines(one.asked),
            _plain(one.why),
        )
        for one in chart.questions
    )


def step_pages(chart: Chart) -> tuple[StepPage, ...]:
    """The steps in their order. Raises NoWordsError when a template holds something that the book cannot say."""
    return tuple(
        StepPage(
            step,
            lines(step.shown),
            lines(step.short),
            lines(step.folded),
            _plain(step.why),
            words_of(f"plan/steps/{step.slug}.html"),
        )
        for step in chart.steps
    )


def shared_pages() -> tuple[SharedPage, ...]:
    """What several steps include, each once."""
    return tuple(SharedPage(title, words_of(template)) for template, title in SHARED.items())


def question_words(chart: Chart) -> tuple[Word, ...]:
    """The names in the conditions of the questions."""
    return tuple(map(_word, chart.question_words))


def step_words(chart: Chart, trees: Iterable[tuple[Part, ...]], flags: Iterable[str]) -> tuple[Word, ...]:
    """The names in the conditions of the steps and of their sentences, and those of these flags."""
    said = {question.slug: question.own for question in chart.questions}
    answers = {(question.slug, answer.value): answer.own for question in chart.questions for answer in question.answers}
    shown = (term for step in chart.steps for term in (step.shown, step.short, step.folded))
    named = map(flag, dict.fromkeys([*(name for tree in trees for name in read_flags(tree)), *flags]))
    return tuple(map(_word, glossary([*shown, *named], said, answers)))


def read_flags(parts: tuple[Part, ...]) -> Iterator[str]:
    """The flags that the conditions of a tree read."""
    for term in terms(parts):
        for leaf in leaves(term):
            if isinstance(leaf, Named) and leaf.name.startswith("a."):
                yield leaf.name.removeprefix("a.")


def _word(entry: GlossaryEntry) -> Word:
    return Word(entry.name, _plain(entry.means), lines(entry.how))


def _plain(sentence: str) -> str:
    # Backticks mark the names of questions in the code.
    return sentence.replace("`", "")
