"""What the pages of the guide show: plain objects for templates, made from a journey and the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resources.core.place_order import by_letter
from wizard.core.flow import Choice, PathStep, Words
from wizard.guide.forms import AnswerForm
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import danger_ticked, numbers


@dataclass(frozen=True, slots=True)
class ChoiceCard:
    """One choice as the page draws it; `found_by` on an app or a site alone: no browser may translate its name."""

    value: str
    words: Words
    hint: Words
    checked: bool
    id: str
    group: str
    found_by: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Choices by letter behind one line; open from the start when one of them is ticked."""

    heading: str
    open: bool
    cards: tuple[ChoiceCard, ...]


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under one heading (or none): either as they are, or in folds."""

    heading: Words
    cards: tuple[ChoiceCard, ...]
    folds: tuple[Fold, ...] = ()

    @property
    def can_be_found(self) -> bool:
        """Its choices have names that can be typed."""
        return bool(self.folds) or any(card.found_by for card in self.cards)


# Groups of a long question: key and heading.
FOLDED = "more"
GROUPS: tuple[tuple[str, Words], ...] = (
    ("", ""),
    ("pressed", _("Someone wants something from me, or threatens me")),
    ("pressed-theirs", _("Someone wants something from them, or threatens them")),
    ("made", _("A picture was taken, made or shared")),
    ("else", _("Something else")),
    ("likely", _("Often used")),
    (FOLDED, _("More apps and sites, by letter")),
    ("other", _("Somewhere else")),
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
        "groups": (groups := choice_groups(form)),
        "can_be_found": any(group.can_be_found for group in groups),
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
            value=choice.value,
            words=choice.words,
            hint=choice.hint,
            checked=choice.value in ticked,
            id=f"{field.auto_id}_{number}",
            group=choice.group,
            found_by=choice.found_by,
        )
        for number, choice in enumerate(form.choices)
    )


def choice_groups(form: AnswerForm) -> list[ChoiceGroup]:
    """The choices of a form as the page draws them, in their groups; a group without choices is left out."""
    cards = _cards(form)
    return [group for group in (_group(cards, *wanted) for wanted in GROUPS) if group.cards or group.folds]


def _group(cards: tuple[ChoiceCard, ...], key: str, heading: Words) -> ChoiceGroup:
    chosen = tuple(card for card in cards if card.group == key)
    return ChoiceGroup(heading, (), _folds(chosen)) if key == FOLDED else ChoiceGroup(heading, chosen)


def _folds(cards: tuple[ChoiceCard, ...]) -> tuple[Fold, ...]:
    lettered = by_letter(cards, lambda card: str(card.words))
    return tuple(Fold(letters.heading, any(card.checked for card in here), here) for letters, here in lettered)


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
