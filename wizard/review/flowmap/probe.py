"""Tries the parts of the journey that answer with words, not with yes or no, and notes what their words depend on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeVar

from django.utils.translation import gettext, pgettext

from wizard.core import answers
from wizard.core.flow import Choice, FactsForGuide, PlatformChoice, Question, Replies
from wizard.core.questions.conditions import HELPERS
from wizard.core.questions.holder import OFFERED_WHEN
from wizard.core.step_titles import Heading
from wizard.review.flowmap.read_code import NoWordsError, condition
from wizard.review.flowmap.terms import ALWAYS, Has, Term

T = TypeVar("T")
Given = Mapping[str, str]
Title = tuple[str, str]
Values = Mapping[str, tuple[str, ...]]
# Stands for the facts, so that the map does not change with every country: one sample of each kind.
COUNTRY, REGION, PLATFORM = "(country)", "(region)", "(platform)"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question: its words for the person and for a helper, and who it is offered to."""

    value: str
    own: str
    theirs: str
    alone: bool
    offered: Term


class _Watched(dict[str, tuple[str, ...]]):
    """Answers that note which questions are looked up."""

    def __init__(self, given: Given, asked: dict[str, None]) -> None:
        super().__init__({slug: tuple(value.split()) for slug, value in given.items()})
        self.asked = asked

    def get(self, slug: str, default: Any = None) -> Any:
        self.asked[slug] = None
        return super().get(slug, default)

    def __getitem__(self, slug: str) -> tuple[str, ...]:
        self.asked[slug] = None
        return super().__getitem__(slug)


def tried(function: Callable[[Replies], T], values: Values) -> list[tuple[Given, T]]:
    """What it answers for each combination of the earlier answers it looks at, skipped ones too."""
    asked: dict[str, None] = {}
    while True:
        slugs = tuple(asked)
        if not set(slugs) <= set(values):
            raise NoWordsError(f"words that depend on {', '.join(slugs)}: not an earlier question")
        rounds = product(*((None, *values[slug]) for slug in slugs))
        givens: list[Given] = [{slug: value for slug, value in zip(slugs, row, strict=True) if value} for row in rounds]
        found = [(given, function(Replies(_Watched(given, asked)))) for given in givens]
        if tuple(asked) == slugs:
            return found


def own_and_theirs(found: list[tuple[Given, str]]) -> tuple[str, str]:
    """The words for the person and for a helper; where there are several, all of them, the first one first."""
    own = dict.fromkeys(words for given, words in found if given.get("who") not in HELPERS)
    theirs = dict.fromkeys(words for given, words in found if given.get("who") in HELPERS)
    # Between words that stand for each other, for instance those for a child under 13 alone.
    either = pgettext("a condition", ", or: ")
    first = either.join(own)
    return first, either.join(theirs) or first


def sample() -> FactsForGuide:
    """Facts with one of each kind, in words that stand for all of them."""
    return FactsForGuide(
        home=COUNTRY,
        countries=((COUNTRY, gettext("Every country in the facts")),),
        regions={COUNTRY: ((REGION, gettext("Every region of that country that the facts name")),)},
        platforms=(PlatformChoice(PLATFORM, gettext("Every platform in the facts"), 1),),
    )


def answers_of(question: Question, values: Values) -> tuple[Answer, ...]:
    """Every answer of a question, in the order of its longest list."""
    world = sample()
    found = tried(lambda r: {choice.value: _words(choice) for choice in question.choices(r, world)}, values)
    longest = max((listed for _, listed in found), key=len)
    if any(value not in longest for _, listed in found for value in listed):
        raise NoWordsError(f"{question.slug} never offers all its answers at once")
    return tuple(_answer(question, value, found) for value in longest)


def _words(choice: Choice) -> str:
    return f"{choice.words} ({choice.hint})" if str(choice.hint) else str(choice.words)


def _answer(question: Question, value: str, found: list[tuple[Given, dict[str, str]]]) -> Answer:
    own, theirs = own_and_theirs([(given, listed[value]) for given, listed in found if value in listed])
    offered = _offered([(given, value in listed) for given, listed in found], f"{question.slug} {value}")
    return Answer(value, own or theirs, theirs, value in question.gives_way, offered)


def _offered(found: list[tuple[Given, bool]], what: str) -> Term:
    if all(yes for _, yes in found):
        return ALWAYS
    for slug in dict.fromkeys(slug for given, _ in found for slug in given):
        shown = {given.get(slug): yes for given, yes in found}
        if all(shown[given.get(slug)] == yes for given, yes in found):
            # A skipped answer is no value: "is X" is false, "is not X" is true.
            kept = tuple(value for value, yes in shown.items() if value and yes != shown[None])
            return Has(slug, kept, yes=not shown[None])
    if what in OFFERED_WHEN:
        return condition(OFFERED_WHEN[what])
    raise NoWordsError(f"when {what} is offered depends on more than one question")


class _UnknownError(Exception):
    def __init__(self, flag: str) -> None:
        self.flag = flag


class _Flags:
    """Stands for `Answers`: asks for each flag the first time it is read."""

    def __init__(self, given: Mapping[str, bool]) -> None:
        self.__dict__.update(given)

    def __getattr__(self, flag: str) -> bool:
        raise _UnknownError(flag)


def titles(heading: Heading, they: bool) -> tuple[Title, ...]:
    """Every title and line that a step can have, the plainest first."""
    waiting: list[dict[str, bool]] = [{}]
    found: dict[Title, None] = {}
    while waiting:
        given = waiting.pop(0)
        try:
            title, line = heading(_Flags(given), they)  # type: ignore[arg-type]
        except _UnknownError as unknown:
            _refuse_words(unknown.flag)
            waiting += [{**given, unknown.flag: yes} for yes in (False, True)]
        else:
            found[str(title), str(line)] = None
    return tuple(found)


def _refuse_words(flag: str) -> None:
    """A flag that is not yes or no cannot be tried both ways."""
    source = vars(answers.Answers).get(flag)
    if isinstance(source, property) and source.fget and source.fget.__annotations__["return"] is not bool:
        raise NoWordsError(f"a title that depends on {flag}, which is not yes or no")
