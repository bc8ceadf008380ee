"""What stands where on the plan: the danger first, then at most three things for the next minutes, the rest folded.

The order of the table holds everywhere. A step that comes between the three, and is none of them, is one folded line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Words
from wizard.core.plan import ONE_BOX, SECTIONS, Plan, Step
from wizard.core.step_rules import DAYS, TODAY
from wizard.journey.journey import Journey

TEN_MINUTES = _("In the next ten minutes")
MOST = 3
# What counts most in the next minutes, first choice first. A helper's own step holds what makes it worse or better.
SOON = (
    "worker-duties",
    "with-your-child",
    "be-a-good-friend",
    "safety-plan",
    "stop-contact",
    "undo-payment",
    "put-it-right",
    "before-it-happens",
    "tell-someone",
    "safe-device",
    "write-it-down",
)


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step on the page. `open` shows its words at once, `aside` folds them in place; the others are one line."""

    step: Step
    done: bool
    open: bool
    aside: bool = False

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
class PlanSection:
    """Steps that belong together in time; one that can wait is `folded`."""

    heading: Words
    steps: tuple[StepCard, ...]
    folded: bool = False


def cards(
    journey: Journey, steps: Iterable[Step], opened: Iterable[str] = (), among: Iterable[str] = ()
) -> tuple[StepCard, ...]:
    """The steps as the page shows them. With `among` given, those that are not among them are asides."""
    first, named = frozenset(opened), frozenset(among)
    return tuple(
        StepCard(step, step.slug in journey.done, step.slug in first, bool(named) and step.slug not in named)
        for step in steps
    )


def screen(journey: Journey) -> dict[str, Any]:
    """What the page of a plan is made of, from top to bottom: `first_box`, `open_steps`, `sections`, `fold`."""
    return _alone(journey) if journey.answers.under_13_alone else _in_time(journey)


def soon(plan: Plan) -> tuple[str, ...]:
    """The things for the next ten minutes, three at most, what counts most first."""
    wanted = {step.slug for step in plan.steps if step.slug in SOON and not step.short}
    return tuple(slug for slug in SOON if slug in wanted)[:MOST]


def _in_time(journey: Journey) -> dict[str, Any]:
    plan, three = journey.plan, soon(journey.plan)
    box = [step for step in plan.steps if step.slug in ONE_BOX]
    # Everybody has a step to tell, to help or to put right, so there is a last one of the three.
    last = max(map(plan.slugs.index, three)) + 1
    near, rest = plan.steps[len(box) : last], plan.steps[last:]
    # Below a box nothing is open: three short lines are what still fits the screen.
    opened = () if box else three[:1]
    return {
        # A skipped question gives two short forms: the second is folded, so that the three are not far down.
        "first_box": cards(journey, box, [step.slug for step in box if not step.short or step is box[0]]),
        "open_steps": (),
        "sections": [PlanSection(TEN_MINUTES, cards(journey, near, opened, three)), *_later(journey, rest)],
        "fold": (),
    }


def _later(journey: Journey, rest: Iterable[Step]) -> list[PlanSection]:
    """What can wait, in the sections of the table; what is left of the first one waits with those for today."""
    parts: dict[str, list[Step]] = {TODAY: [], DAYS: []}
    for step in rest:
        parts[DAYS if step.when == DAYS else TODAY].append(step)
    headings = dict(SECTIONS)
    return [PlanSection(headings[when], cards(journey, steps), folded=True) for when, steps in parts.items() if steps]


def _alone(journey: Journey) -> dict[str, Any]:
    shown = journey.plan.open_steps
    opened = frozenset(step.slug for step in shown)
    return {
        "first_box": cards(journey, (s for s in shown if s.slug in ONE_BOX), opened),
        "open_steps": cards(journey, (s for s in shown if s.slug not in ONE_BOX), opened),
        "sections": (),
        "fold": cards(journey, journey.plan.folded),
    }
