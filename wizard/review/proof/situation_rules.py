"""Safety rules about single situations: a hidden camera, somebody in office, a post of one's own."""

from wizard.core import rules
from wizard.review.proof.plan_case import PlanCase

# What tells, writes to or asks the place or the other person.
SPEAKS = ("stop-contact", "tell-someone", "say-no", "ask-others", "remove", "school-or-work", "office-above")


def camera_first(case: PlanCase) -> bool:
    """15. Filmed in secret: leaving the device where it is comes before whatever tells or asks anybody."""
    if not (case.a.filmed and (case.a.affected or case.a.for_friend)):
        return True
    order = [row.slug for row in case.table]
    before = all(order.index("found-device") < order.index(step) for step in SPEAKS)
    return before and (case.shows("found-device") or rules.filmed_by_a_stranger_who_presses(case.a))


def office_for_who_is_in_office(case: PlanCase) -> bool:
    """20. Somebody whose job is to help or guard did it: the office above them is on the plan."""
    concerned = case.a.affected or case.a.received or case.a.for_friend
    return not (case.a.duty and concerned) or case.shows("office-above")


def not_both(case: PlanCase) -> bool:
    """23. Nobody is told to be silent and offered a message on one plan."""
    return not (case.shows("stop-contact") and case.shows("say-no"))


def no_one_else_to_stop(case: PlanCase) -> bool:
    """23. Who put it there themselves has nobody to be silent to, to block or to write to."""
    return not case.a.put_it_there or not any(map(case.shows, ("stop-contact", "say-no", "block")))
