"""The plan of one person: `build_plan` keeps the rows of the table that apply, in the order of the table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.step_rules import DAYS, FIRST, STEP_RULES, TODAY, StepRule

# What a child under 13 alone sees outside the fold for the grown-up; the first three share one box.
ONE_BOX = ("danger-now", "crisis", "beat-the-clock")
OPEN_UNDER_13 = (*ONE_BOX, "stop-contact", "tell-someone", "people")


@dataclass(frozen=True, slots=True)
class Step:
    """A step on somebody's plan. `short` is the one-line form; `folded` belongs to the grown-up of a child alone."""

    slug: str
    when: str
    title: Words
    line: Words
    short: bool
    they: bool
    folded: bool

    @property
    def template(self) -> str:
        """Name of the template that holds the words."""
        return f"plan/steps/{self.slug}.html"


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of one plan, in table order."""

    steps: tuple[Step, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """Slugs of all steps, in table order."""
        return tuple(step.slug for step in self.steps)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """The steps outside the fold."""
        return tuple(step for step in self.steps if not step.folded)

    @property
    def folded(self) -> tuple[Step, ...]:
        """The steps in the fold for the grown-up."""
        return tuple(step for step in self.steps if step.folded)

    def step(self, slug: str) -> Step | None:
        """The step of that slug, or None when it is not part of this plan."""
        return next((step for step in self.steps if step.slug == slug), None)


# Which steps have a one-line form, and when it stands in for the full one.
SHORT_FORMS: dict[str, Callable[[Answers], bool]] = {
    "danger-now": lambda a: not a.contact_danger,
    "crisis": lambda a: not (a.self_harm or a.hurt_self),
    "undo-payment": lambda a: not a.paid,
    "safety-plan": lambda a: not rules.needs_full_plan(a),
}


def build_plan(answers: Answers) -> Plan:
    """The steps that apply to these answers, in table order."""
    return Plan(tuple(step_for(row, answers) for row in STEP_RULES if row.shown_when(answers)))


def is_folded(row: StepRule, a: Answers) -> bool:
    """The step belongs to the grown-up of a child alone."""
    return a.under_13_alone and row.slug not in OPEN_UNDER_13


def is_theirs(row: StepRule, a: Answers) -> bool:
    """The words are for somebody who helps."""
    return a.helper or is_folded(row, a)


def step_for(row: StepRule, a: Answers) -> Step:
    """The step of a row as this person sees it."""
    folded, they = is_folded(row, a), is_theirs(row, a)
    title, line = row.heading(a, they)
    short = row.slug in SHORT_FORMS and SHORT_FORMS[row.slug](a)
    return Step(row.slug, row.when, title, line, short, they, folded)


# When a step is for, in words: the map of the journey says it of each row.
SECTIONS: tuple[tuple[str, Words], ...] = (
    (FIRST, _("Do this first")),
    (TODAY, _("Today, if you can")),
    (DAYS, _("In the next few days")),
)
