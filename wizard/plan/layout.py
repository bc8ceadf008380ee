"""What stands where on the plan: the card "Do this first", then at most three things for the next minutes, then folds.

The order of the table holds everywhere. A step that comes between the three, and is none of them, is one folded line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Words
from wizard.core.plan import SECTIONS, Plan, Step
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
    """One step on the page: one row, with all its words (`open`), or with its words in a fold (`aside`)."""

    step: Step
    done: bool
    open: bool = False
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
    journey: Journey, steps: Iterable[Step], opened: Iterable[str] = (), asides: Iterable[str] = ()
) -> tuple[StepCard, ...]:
    """The steps as the page shows them: those named in `opened` and `asides` so, all others as rows."""
    first, folded = frozenset(opened), frozenset(asides)
    return tuple(StepCard(step, step.slug in journey.done, step.slug in first, step.slug in folded) for step in steps)


def screen(journey: Journey, card_is: str = "") -> dict[str, Any]:
    """What the page of a plan is made of, below its first card, from top to bottom: `open_steps`, `sections`, `fold`.

    `card_is`: slug of the step that is the first card itself, and is not shown again.
    """
    return (_alone if journey.answers.under_13_alone else _in_time)(journey, card_is)


def all_in_time(journey: Journey) -> list[PlanSection]:
    """Every step as a row, in its section: the list beside a step on a wide screen."""
    plan = journey.plan
    if journey.answers.under_13_alone:
        return [PlanSection(_("Your plan"), cards(journey, plan.open_steps))]
    near, rest = _halves(plan, soon(plan))
    return [PlanSection(TEN_MINUTES, cards(journey, near)), *_later(journey, rest)]


def soon(plan: Plan) -> tuple[str, ...]:
    """The things for the next ten minutes, three at most, what counts most first."""
    wanted = {step.slug for step in plan.steps if step.slug in SOON and not step.short}
    return tuple(slug for slug in SOON if slug in wanted)[:MOST]


def _halves(plan: Plan, three: tuple[str, ...]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    # Everybody has a step to tell, to help or to put right, so there is a last one of the three.
    last = max(map(plan.slugs.index, three)) + 1
    return plan.steps[:last], plan.steps[last:]


def _in_time(journey: Journey, card_is: str) -> dict[str, Any]:
    three = soon(journey.plan)
    near, rest = _halves(journey.plan, three)
    asides = {step.slug for step in near} - {*three}
    shown = cards(journey, (step for step in near if step.slug != card_is), asides=asides)
    sections = [PlanSection(TEN_MINUTES, shown)] if shown else []
    return {"open_steps": (), "sections": [*sections, *_later(journey, rest)], "fold": ()}


def _later(journey: Journey, rest: Iterable[Step]) -> list[PlanSection]:
    """What can wait, in the sections of the table; what is left of the first one waits with those for today."""
    parts: dict[str, list[Step]] = {TODAY: [], DAYS: []}
    for step in rest:
        parts[DAYS if step.when == DAYS else TODAY].append(step)
    headings = dict(SECTIONS)
    return [PlanSection(headings[when], cards(journey, steps), folded=True) for when, steps in parts.items() if steps]


def _alone(journey: Journey, card_is: str) -> dict[str, Any]:
    """A child under 13: everything open is shown with all its words, the rest is for the grown-up."""
    shown = [step for step in journey.plan.open_steps if step.slug != card_is]
    return {
        "open_steps": cards(journey, shown, [step.slug for step in shown]),
        "sections": (),
        "fold": cards(journey, journey.plan.folded),
    }
