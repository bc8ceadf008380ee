"""One plan under proof: what the safety rules may ask of it."""

from collections.abc import Callable

from wizard.core.answers import Answers
from wizard.core.step_rules import STEP_RULES, StepRule
from wizard.plan.core.first_card import first_card
from wizard.plan.core.first_card_parts import FirstCard
from wizard.review.proof.lazy_answers import judged


class PlanCase:
    """One plan, looked at row by row, so that a rule reads no more than it needs."""

    def __init__(self, answers: Answers, table: tuple[StepRule, ...] = STEP_RULES) -> None:
        self.a = answers
        self.table = table

    def shows(self, slug: str) -> bool:
        """True when the step is on the plan."""
        return any(row.slug == slug and judged(self.a, row.shown_when) for row in self.table)

    def doing(self, *marks: str) -> tuple[StepRule, ...]:
        """The rows on the plan that ask for any of these."""
        return tuple(row for row in self.table if row.marks & set(marks) and judged(self.a, row.shown_when))

    def first(self) -> StepRule | None:
        """The first step on the plan."""
        return next((row for row in self.table if judged(self.a, row.shown_when)), None)

    @property
    def card(self) -> FirstCard:
        """The card "Do this first" above the plan."""
        return first_card(self.a)

    def in_order(self, first: str, later: str) -> bool:
        """When the later step is on the plan, the first one is too, and stands before it."""
        order = [row.slug for row in self.table]
        return order.index(first) < order.index(later) and (not self.shows(later) or self.shows(first))


Check = Callable[[PlanCase], bool]
