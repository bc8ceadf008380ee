"""What the pages of the guide show: plain objects for templates, made from a journey and the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resources import selectors
from resources.presenting import Numbers
from wizard.flow import Choice, Stop, Words
from wizard.journey import Journey


@dataclass(frozen=True, slots=True)
class Row:
    """One answer on the check page."""

    heading: Words
    words: tuple[Words, ...]
    skipped: bool
    href: str


def place_name(journey: Journey) -> Words:
    """The country, and the region where one was given."""
    countries = dict(journey.world.countries)
    country = countries.get(journey.at.country, _("another country"))
    region = dict(journey.world.regions.get(journey.at.country, ())).get(journey.at.region)
    return f"{region}, {country}" if region else country


def numbers(journey: Journey) -> Numbers:
    """The numbers for the place of this visit."""
    at = journey.at
    pair = selectors.crisis_pair(at.country, at.region, journey.answers.minor_now)
    more = (pair.text,) if pair.text else ()
    return Numbers(pair.emergency, pair.crisis, more, str(place_name(journey)), at.assumed)


def danger_ticked(journey: Journey) -> bool:
    """True when anything but `none` was ticked on `danger`: from then on every page carries the numbers."""
    return journey.path.replies.has("danger", "self-harm", "unsafe", "meet", "deadline")


def question_context(journey: Journey, slug: str, form: forms.Form) -> dict[str, Any]:
    """Everything the question page needs beside its form."""
    stops, index = journey.path.stops, journey.path.slugs.index(slug)
    question, before = stops[index].question, journey.path.before(slug)
    back = reverse("question", args=(stops[index - 1].question.slug,)) if index else reverse("front")
    return {
        "question": {"slug": slug, "heading": question.heading(before), "hint": question.hint(before)},
        "groups": _groups(form) if slug == "where" else None,
        "number": index + 1,
        "left": len(stops) - index - 1,
        "back_href": back,
        "show_plan": index >= 2,
        "numbers": numbers(journey) if danger_ticked(journey) else None,
        "lost": index == 0 and journey.session.lost,
    }


def _groups(form: forms.Form) -> list[tuple[Words, bool, list[Any]]]:
    headings: dict[str, tuple[Words, bool]] = {
        "likely": (_("Often used"), True),
        "more": (_("More apps and sites"), False),
        "other": (_("Somewhere else"), True),
    }
    cards = list(form["answer"])
    groups = []
    for key, (heading, is_open) in headings.items():
        chosen = [card for card in cards if card.data["label"].group == key]
        if key == "more":
            chosen.sort(key=lambda card: str(card.data["label"]).casefold())
            is_open = any(card.data["selected"] for card in chosen)
        groups.append((heading, is_open, chosen))
    return groups


def check_rows(journey: Journey) -> tuple[Row, ...]:
    """Every question that applies, with the words that were chosen, in order."""
    return tuple(_row(journey, stop) for stop in journey.path.reached)


def _row(journey: Journey, stop: Stop) -> Row:
    question, before = stop.question, journey.path.before(stop.question.slug)
    words = answer_words(question.choices(before, journey.world), stop.values)
    return Row(question.heading(before), words, stop.skipped, reverse("question", args=(question.slug,)))


def answer_words(choices: Sequence[Choice], values: Sequence[str]) -> tuple[Words, ...]:
    """The words of the chosen values, in the order of the choices."""
    return tuple(choice.words for choice in choices if choice.value in values)
