"""The map's questions, steps and names, with their conditions as lines and the words of each step as a tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import override

from compass import languages
from resources.core.name_search import folded
from wizard.core.flow import Words
from wizard.review.book.shared import SHARED
from wizard.review.book.template_reader import words_of
from wizard.review.book.tree import Part, terms
from wizard.review.book.voices import tree, voices_of
from wizard.review.flowmap.chart import AskedQuestion, Chart, ShownStep
from wizard.review.flowmap.glossary import GlossaryEntry, glossary
from wizard.review.flowmap.probe import Answer
from wizard.review.flowmap.read_code import flag
from wizard.review.flowmap.terms import ALWAYS, NEVER, Named, Term, leaves
from wizard.review.flowmap.wording import outline
from wizard.review.words import question, value


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One line of a condition; a deeper one belongs to the line above it that is less deep."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer, the name of its value, and when it is offered (() for always)."""

    answer: Answer
    name: str
    offered: tuple[ConditionLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question, its short name, its answers, and when it is asked (() for always)."""

    question: AskedQuestion
    name: str
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
            question(one.slug),
            tuple(Offer(answer, value(answer.value), lines(answer.offered)) for answer in one.answers),
            lines(one.asked),
            _plain(one.why),
        )
        for one in chart.questions
    )


def step_pages(chart: Chart, code: str = "en") -> tuple[StepPage, ...]:
    """The steps in their order. Raises NoWordsError when a template holds something that the book cannot say."""
    return tuple(
        StepPage(
            step,
            lines(step.shown),
            lines(step.short),
            lines(step.folded),
            _plain(step.why),
            _in_all_voices(f"plan/steps/{step.slug}.html", code, step.shown),
        )
        for step in chart.steps
    )


def shared_pages(code: str = "en") -> tuple[SharedPage, ...]:
    """What several steps include, each once."""
    return tuple(SharedPage(title, _in_all_voices(template, code, ALWAYS)) for template, title in SHARED.items())


def _in_all_voices(template: str, code: str, known: Term) -> tuple[Part, ...]:
    found = []
    for voice in (heard := voices_of(code)):
        with override(voice):
            found.append(words_of(template))
    return tree(heard, found, known)


def question_words(chart: Chart) -> tuple[Word, ...]:
    """The names in the conditions of the questions."""
    return _sorted(map(_word, chart.question_words))


def step_words(chart: Chart, trees: Iterable[tuple[Part, ...]], flags: Iterable[str]) -> tuple[Word, ...]:
    """The names in the conditions of the steps and of their sentences, and those of these flags."""
    said = {one.slug: one.own for one in chart.questions}
    answers = {(one.slug, answer.value): answer.own for one in chart.questions for answer in one.answers}
    shown = (term for step in chart.steps for term in (step.shown, step.short, step.folded))
    named = map(flag, dict.fromkeys([*(name for parts in trees for name in read_flags(parts)), *flags]))
    return _sorted(map(_word, glossary([*shown, *named], said, answers)))


def read_flags(parts: tuple[Part, ...]) -> Iterator[str]:
    """The flags that the conditions of a tree read."""
    for term in terms(parts):
        for leaf in leaves(term):
            if isinstance(leaf, Named) and leaf.name.startswith("a."):
                yield leaf.name.removeprefix("a.")


def _sorted(words: Iterable[Word]) -> tuple[Word, ...]:
    """In another language than that of the code, by their name in it."""
    own_order = languages.code() == languages.ENGLISH.code
    return tuple(words if own_order else sorted(words, key=lambda word: folded(word.name)))


def _word(entry: GlossaryEntry) -> Word:
    return Word(entry.name, _plain(entry.means), lines(entry.how))


def _plain(sentence: str) -> str:
    # Backticks mark the names of questions in the code.
    return sentence.replace("`", "")
