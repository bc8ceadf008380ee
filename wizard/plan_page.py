"""What the plan pages show: sections, cards and the facts that the steps name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resources import selectors
from wizard.answers import Answers
from wizard.flow import Words
from wizard.journey import Journey
from wizard.locked import locked_tools
from wizard.plan import DAYS, FIRST, ONE_BOX, TODAY, Step
from wizard.presenting import danger_ticked, numbers, place_name

SECTIONS: tuple[tuple[str, Words], ...] = (
    (FIRST, _("Do this first")),
    (TODAY, _("Today, if you can")),
    (DAYS, _("In the next days")),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One step on the page; `open` shows its words at once, the others are one line that leads to them."""

    step: Step
    done: bool
    open: bool

    @property
    def slug(self) -> str:
        """Slug of the step: the contract of `data-step`."""
        return self.step.slug

    @property
    def title(self) -> Words:
        """Title of the step."""
        return self.step.title

    @property
    def line(self) -> Words:
        """One line under the title."""
        return self.step.line

    @property
    def template(self) -> str:
        """The template that holds the words."""
        return self.step.template

    @property
    def short(self) -> bool:
        """True for the one-line form."""
        return self.step.short

    @property
    def they(self) -> bool:
        """True when the words are for a helper."""
        return self.step.they

    @property
    def href(self) -> str:
        """Address of the step's own page."""
        return reverse("plan-step", args=(self.step.slug,))


@dataclass(frozen=True, slots=True)
class Section:
    """Steps that belong together in time."""

    heading: Words
    steps: tuple[Card, ...]


def plan_context(journey: Journey) -> dict[str, Any]:
    """Everything the plan page needs."""
    alone = journey.answers.under_13_alone
    return {
        **step_context(journey),
        "opening": opening(journey.answers),
        "sections": () if alone else _sections(journey),
        **(_alone(journey) if alone else {"first_box": (), "open_steps": (), "fold": ()}),
        "locked": locked_tools(journey.answers),
        "place_note": place_name(journey) if journey.at.assumed else "",
        "answers_href": reverse("check"),
    }


def one_step_context(journey: Journey, step: Step) -> dict[str, Any]:
    """Everything the page of one step needs: its words, and the steps before and after it."""
    steps = journey.plan.steps
    cards = _cards(journey, steps, frozenset({step.slug}))
    at = steps.index(step)
    return {
        **step_context(journey),
        "step": cards[at],
        "they": step.they,
        "previous": cards[at - 1] if at else None,
        "next": cards[at + 1] if at + 1 < len(cards) else None,
    }


def step_context(journey: Journey) -> dict[str, Any]:
    """What the words of any step may read: the flags, the place, the helplines and the facts of this place."""
    a, at = journey.answers, journey.at
    # Somebody who was made to do it needs the help of anyone it was done to.
    seeker = "self" if a.forced else a.role
    under_18, text_first = a.subject_under_18, a.minor_now and a.device_mine
    lines = selectors.lines_for(
        at.country, at.region, minor=a.minor_now, role=seeker, subject_under_18=under_18, text_first=text_first
    )
    return {
        "a": a,
        "at": at,
        "lines": lines,
        "laws": selectors.laws_for(at.country, at.region, role=a.role, subject_under_18=under_18),
        "named_places": selectors.named_places(at.platforms),
        "numbers": numbers(journey) if danger_ticked(journey) or a.danger_skipped else None,
    }


def opening(a: Answers) -> Words:
    """The first line of the plan: no blame, and thanks."""
    if a.for_sharer:
        return _("You can start to put this right. Thank you for coming here.")
    if a.helper:
        return _("Asking is the right thing. What happened is not their fault. Thank you for coming here.")
    return _("This is not your fault, and you are not the only one. Thank you for coming here.")


def _cards(journey: Journey, steps: Iterable[Step], opened: frozenset[str]) -> tuple[Card, ...]:
    return tuple(Card(step, step.slug in journey.done, step.slug in opened) for step in steps)


def _sections(journey: Journey) -> tuple[Section, ...]:
    # One line about the body stays folded: it is an offer, never the first thing somebody reads.
    first = next(step.slug for step in journey.plan.steps if step.slug != "body-care")
    made = []
    for when, heading in SECTIONS:
        steps = [step for step in journey.plan.steps if step.when == when]
        if steps:
            made.append(Section(heading, _cards(journey, steps, frozenset({first}))))
    return tuple(made)


def _alone(journey: Journey) -> dict[str, tuple[Card, ...]]:
    shown = journey.plan.open_steps
    opened = frozenset(step.slug for step in shown)
    return {
        "first_box": _cards(journey, (s for s in shown if s.slug in ONE_BOX), opened),
        "open_steps": _cards(journey, (s for s in shown if s.slug not in ONE_BOX), opened),
        "fold": _cards(journey, journey.plan.folded, frozenset()),
    }
