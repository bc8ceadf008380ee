"""The safety rules over the list of steps and tools, as a table that a reviewer can read.

Numbers are those of the product's design. Rules about helplines (7, 8 and the services of 3) stand in
`wizard/review/proof/helpline_rules.py`, because they need the facts.
"""

from dataclasses import dataclass

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.plan import is_folded, is_theirs
from wizard.core.tools import DOORS, is_open
from wizard.review.proof.plan_case import Check, PlanCase
from wizard.review.proof.situation_rules import camera_first, no_one_else_to_stop, not_both, office_for_who_is_in_office

SILENCE, BLOCK, ACCOUNTS = "stop-contact", "block", "lock-accounts"


def danger_ticked(a: Answers) -> bool:
    """Something that cannot wait."""
    return a.self_harm or a.contact_danger or a.deadline or a.hurt_self


def careful(a: Answers) -> bool:
    """Fear or a watched phone: what makes the other person angry comes after the safety plan."""
    return a.fear or a.watched


def nobody_writes_to_them(case: PlanCase) -> bool:
    """1. Gate not met: nothing is addressed to the other person."""
    addressed = case.doing("writes-to-them") or is_open("message", case.a, case.table)
    return not addressed or rules.may_say_no(case.a)


def picture_stays_untouched(case: PlanCase) -> bool:
    """2. Off limits: only the matching service touches a file, and only for the person in the picture."""
    if not case.a.off_limits:
        return True
    return all(row.slug == "match-service" and case.a.affected and not case.a.for_sharer for row in case.doing("file"))


def right_service(case: PlanCase) -> bool:
    """3. Under 18: never StopNCII. Adult then: never Take It Down. Report Remove: under 18 now, in GB."""
    named = rules.matching_services(case.a)
    wrong = {"stopncii"} if case.a.subject_under_18 else {"take-it-down", "report-remove"}
    abroad = set() if case.a.report_remove_here and case.a.minor_now else {"report-remove"}
    return not named & (wrong | abroad)


def human_first(case: PlanCase) -> bool:
    """4. In danger: a way to reach a human is in the first step."""
    first = case.first()
    return not danger_ticked(case.a) or (first is not None and "human" in first.marks)


def card_has_a_number(case: PlanCase) -> bool:
    """4. In danger: the card “Do this first” has a number to tap."""
    return not danger_ticked(case.a) or bool(case.card.parts)


def words_before(later: str) -> Check:
    """5. Written down before it is said, removed or blocked."""
    return lambda case: case.in_order("write-it-down", later)


def plan_before(later: str) -> Check:
    """5. A safety plan, where there is one, before silence, blocks and passwords."""
    return lambda case: _silence_of_a_child(case, later) or not _has_plan(case) or case.in_order("safety-plan", later)


def _has_plan(case: PlanCase) -> bool:
    return case.shows("safety-plan")


def _silence_of_a_child(case: PlanCase, later: str) -> bool:
    # The one exception to the order: three short lines outside the fold, which begin with "first ask".
    return later == SILENCE and case.a.under_13_alone


def nothing_feeds_it(case: PlanCase) -> bool:
    """6. No step pays, replies, keeps the chat going, ends the account or hires a firm."""
    return not case.doing("pays", "replies", "ends-account", "hires")


def home_is_not_told(case: PlanCase) -> bool:
    """9. Family, or not safe at home: no step that tells people around the home."""
    return not case.a.family or not case.doing("tells-around")


def can_end_anywhere(case: PlanCase) -> bool:
    """10. Every plan has people, and something for today."""
    return case.shows("people") and case.shows("look-after-yourself")


def card_leads_to_a_step(case: PlanCase) -> bool:
    """10. The card “Do this first” leads to a step of this plan."""
    return any(map(case.shows, case.card.steps))


def helpers_do_not_look(case: PlanCase) -> bool:
    """11. A helper reads a helper's words: the ones for the person may speak of their own picture."""
    return not case.a.helper or all(is_theirs(row, case.a) for row in case.table)


def child_has_no_tasks(case: PlanCase) -> bool:
    """12. Under 13 alone: removal, matching, payment, accounts and police stand in the fold; only talk is open."""
    if not case.a.under_13_alone:
        return True
    outside = [row for row in case.doing("task") if not is_folded(row, case.a)]
    return not outside and not any(is_open(tool, case.a, case.table) for tool in DOORS)


def legal_line_first(case: PlanCase) -> bool:
    """13. Passed on of free will: what could lead to a report comes after the step with the legal line."""
    free = case.a.for_sharer and not case.a.forced and not case.a.under_13_alone
    return not free or all(case.in_order("put-it-right", row.slug) for row in case.doing("reports"))


def careful_first(later: str) -> Check:
    """14. Afraid, family, unsafe or watched: no order to be silent, block or change a password before the plan."""
    return lambda case: _silence_of_a_child(case, later) or not careful(case.a) or case.in_order("safety-plan", later)


def card_waits_for_the_plan(case: PlanCase) -> bool:
    """14. Afraid, family, unsafe or watched: the card “Do this first” gives no order to be silent."""
    return not careful(case.a) or case.card.kind != "stop"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its number, and the checks that hold when it does."""

    number: int
    checks: tuple[Check, ...]

    def holds(self, case: PlanCase) -> bool:
        """True when every check holds."""
        return all(check(case) for check in self.checks)


RULES = (
    Rule(1, (nobody_writes_to_them,)),
    Rule(2, (picture_stays_untouched,)),
    Rule(3, (right_service,)),
    Rule(4, (human_first, card_has_a_number)),
    Rule(5, (*map(words_before, ("say-no", "remove", BLOCK)), *map(plan_before, (SILENCE, BLOCK, ACCOUNTS)))),
    Rule(6, (nothing_feeds_it,)),
    Rule(9, (home_is_not_told,)),
    Rule(10, (can_end_anywhere, card_leads_to_a_step)),
    Rule(11, (helpers_do_not_look,)),
    Rule(12, (child_has_no_tasks,)),
    Rule(13, (legal_line_first,)),
    Rule(14, (*map(careful_first, (SILENCE, BLOCK, ACCOUNTS)), card_waits_for_the_plan)),
    Rule(15, (camera_first,)),
    Rule(20, (office_for_who_is_in_office,)),
    Rule(23, (not_both, no_one_else_to_stop)),
)
