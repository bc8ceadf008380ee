"""Named conditions that templates ask for, so that no policy is written into a template. Pure.

A condition over more than three flags gets a name here. The proof treats each name as one flag.
"""

from collections.abc import Callable

from django.utils.functional import SimpleLazyObject

from wizard.core import rules
from wizard.core.answers import Answers


def silence_may_harm(a: Answers) -> bool:
    """Not answering, or making the other person angry, could get somebody near them hurt."""
    return near_and_angry(a) or a.trust


def near_and_angry(a: Answers) -> bool:
    """The other person is close enough to act on their anger, or to see what is done."""
    return a.afraid or a.family or a.contact_danger or a.watched or a.home or a.partner


def stopping_may_harm(a: Answers) -> bool:
    """They know the other person, or have to be careful: going silent is not simply right."""
    return near_and_angry(a) or a.known_person or a.trust


def police_recommended(a: Answers) -> bool:
    """What is happening is serious enough to say that telling police is a good idea."""
    pressed = a.law_known and a.sextorted
    return pressed or a.under_13 or a.adult or a.trust or a.family or a.contact_danger


def plan_for_a_skipped_question(a: Answers) -> bool:
    """The safety plan is there only because the question about being careful was left out."""
    return a.afraid_skipped and not (a.family or a.contact_danger or a.watched or a.home)


def gave_in(a: Answers) -> bool:
    """They paid, answered or sent more, as this pressure makes everyone do."""
    return a.paid or a.sent_others or a.replied or a.sent_more


def only_more_wanted(a: Answers) -> bool:
    """They are asked for more, and nothing else is threatened or timed."""
    return a.demand_more and not (a.demand_money or a.threat or a.deadline)


def parents_may_know(a: Answers) -> bool:
    """Nothing says that a parent or carer of this young person is the danger."""
    return a.minor_now and not (a.family or a.home or a.trust)


def child_in_danger_near(a: Answers) -> bool:
    """The danger to somebody under 18 is at home or in charge of them."""
    return a.minor_now and (a.family or a.home or a.trust)


def child_in_danger_twice(a: Answers) -> bool:
    """The danger to somebody under 18 is in charge of them, and home is no way out."""
    return a.minor_now and a.trust and (a.family or a.home)


def no_danger_ticked(a: Answers) -> bool:
    """The question about danger was answered, and nothing on it was ticked that the hand-off sheet names."""
    return not (a.danger_skipped or a.self_harm or a.contact_danger or a.deadline)


WORDING_RULES: dict[str, Callable[[Answers], bool]] = {
    "plan_first": rules.needs_safety_plan,
    **{
        rule.__name__: rule
        for rule in (
            *(silence_may_harm, near_and_angry, stopping_may_harm, police_recommended, plan_for_a_skipped_question),
            *(gave_in, only_more_wanted, parents_may_know, child_in_danger_near, child_in_danger_twice),
            no_danger_ticked,
        )
    },
}


def wording(a: Answers) -> dict[str, object]:
    """Every named condition for a template, worked out when it is read."""

    def lazily(rule: Callable[[Answers], bool]) -> object:
        return SimpleLazyObject(lambda: rule(a))

    return {name: lazily(rule) for name, rule in WORDING_RULES.items()}
