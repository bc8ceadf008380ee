"""What the pages of the guide show: plain objects for templates, made from a journey and the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, PathStep, Words
from wizard.guide.forms import AnswerForm
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import danger_ticked, numbers


@dataclass(frozen=True, slots=True)
class ChoiceCard:
    """One choice as the page draws it."""

    value: str
    words: Words
    hint: Words
    checked: bool
    id: str
    group: str

    @property
    def is_name(self) -> bool:
        """An app or a site: no browser may translate it."""
        return self.group in ("likely", "more")


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under one heading (or none); one that is not `open` is folded."""

    heading: Words
    open: bool
    cards: tuple[ChoiceCard, ...]


# Groups of a long question: key, heading, and whether it is open from the start.
GROUPS: tuple[tuple[str, Words, bool], ...] = (
    ("", "", True),
    ("pressed", _("Someone wants something from me, or threatens me"), True),
    ("pressed-theirs", _("Someone wants something from them, or threatens them"), True),
    ("made", _("A picture was taken, made or shared"), True),
    ("else", _("Something else"), True),
    ("likely", _("Often used"), True),
    ("more", _("More apps and sites"), False),
    ("other", _("Somewhere else"), True),
)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer on the check page."""

    heading: Words
    words: tuple[Words, ...]
    skipped: bool
    href: str


def question_context(journey: Journey, slug: str, form: AnswerForm) -> dict[str, Any]:
    """Everything the question page needs beside its form."""
    stops, index = journey.path.stops, journey.path.slugs.index(slug)
    question, before = stops[index].question, journey.path.before(slug)
    back = reverse("question", args=(stops[index - 1].question.slug,)) if index else reverse("front")
    return {
        "question": {"slug": slug, "heading": question.heading(before), "hint": question.hint(before)},
        "kind": form.kind,
        "groups": choice_groups(form),
        "number": index + 1,
        "left": len(stops) - index - 1,
        "back_href": back,
        "show_plan": index >= 2,
        # `danger` says that nobody sees the ticks and how to reach a person, so it has the numbers, too.
        "numbers": numbers(journey) if slug == "danger" or danger_ticked(journey) else None,
        "lost": index == 0 and journey.session.lost,
    }


def _cards(form: AnswerForm) -> tuple[ChoiceCard, ...]:
    # Plain objects in place of Django's widgets: drawing those took half the time of a page.
    field = form["answer"]
    given = field.value() or ()
    ticked = frozenset(given if isinstance(given, list | tuple) else [given])
    return tuple(
        ChoiceCard(
            choice.value, choice.words, choice.hint, choice.value in ticked, f"{field.auto_id}_{number}", choice.group
        )
        for number, choice in enumerate(form.choices)
    )


def choice_groups(form: AnswerForm) -> list[ChoiceGroup]:
    """The choices of a form as the page draws them, in their groups; a group without choices is left out."""
    cards = _cards(form)
    return [group for group in (_group(cards, *wanted) for wanted in GROUPS) if group.cards]


def _group(cards: tuple[ChoiceCard, ...], key: str, heading: Words, is_open: bool) -> ChoiceGroup:
    chosen = [card for card in cards if card.group == key]
    if not is_open:
        chosen.sort(key=lambda card: str(card.words).casefold())
    return ChoiceGroup(heading, is_open or any(card.checked for card in chosen), tuple(chosen))


def check_rows(journey: Journey) -> tuple[AnswerRow, ...]:
    """Every question that applies, with the words that were chosen, in order."""
    return tuple(_row(journey, stop) for stop in journey.path.reached)


def kept_rows(journey: Journey) -> tuple[AnswerRow, ...]:
    """Every answer and every skip that the visit holds, also those of questions that the guide has not come to."""
    return tuple(_row(journey, stop) for stop in journey.path.stops if not stop.open)


def _row(journey: Journey, stop: PathStep) -> AnswerRow:
    question, before = stop.question, journey.path.before(stop.question.slug)
    words = answer_words(question.choices(before, journey.world), stop.values)
    return AnswerRow(question.heading(before), words, stop.skipped, reverse("question", args=(question.slug,)))


def answer_words(choices: Sequence[Choice], values: Sequence[str]) -> tuple[Words, ...]:
    """The words of the chosen values, in the order of the choices."""
    return tuple(choice.words for choice in choices if choice.value in values)
