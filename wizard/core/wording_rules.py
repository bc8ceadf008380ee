"""Named conditions that templates ask for, so that no policy is written into a template. Pure.

A condition over more than three flags gets a name here. The proof treats each name as one flag.
"""

from collections.abc import Callable

from django.utils.functional import SimpleLazyObject

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.wording_situations import (
    cannot_avoid_meeting,
    carers_are_the_danger,
    contact_may_harm,
    home_may_hide_it,
    lawyer_before_police,
    long_ago_alone,
    may_threaten_own_life,
    must_not_meet,
    not_their_school_or_work,
    other_is_known,
    own_work,
    plan_for_school,
    silence_is_the_reason,
    sold_by_an_adult,
    sold_under_18,
    something_is_there,
    their_choice,
    unknown_holder,
    would_show,
)


def silence_may_harm(a: Answers) -> bool:
    """Not answering, or making the other person angry, could get somebody near them hurt."""
    nobody_said_who = a.holder_skipped or unknown_holder(a)
    return near_and_angry(a) or a.trust or a.duty or nobody_said_who


def near_and_angry(a: Answers) -> bool:
    """The other person is close enough to act on their anger, or to see what is done."""
    return a.afraid or a.family or a.contact_danger or a.watched or a.home or a.partner


def stopping_may_harm(a: Answers) -> bool:
    """They know the other person, or have to be careful: going silent is not simply right."""
    return near_and_angry(a) or a.known_person or a.trust or a.duty


def police_recommended(a: Answers) -> bool:
    """What is happening to somebody under 18 is serious enough to say that telling police is a good idea."""
    by_a_child_or_alone = a.holder_young or a.put_it_there
    serious = a.under_13 or a.contact_danger or a.sextorted or not by_a_child_or_alone
    return serious and not a.crime_here


def plan_for_a_skipped_question(a: Answers) -> bool:
    """The safety plan is there only because the question about being careful was left out."""
    pressed_by_partner = a.partner and (a.demand_more or a.what_skipped)
    return a.afraid_skipped and not (a.family or a.contact_danger or a.watched or a.home or pressed_by_partner)


def only_more_wanted(a: Answers) -> bool:
    """They are asked for more, and nothing else is threatened or timed."""
    return a.demand_more and not (a.demand_money or a.threat or a.deadline)


def home_must_not_know(a: Answers) -> bool:
    """Home is the danger, or a child alone did not say that it is not."""
    return a.family or a.home or (a.under_13_alone and a.holder_skipped)


def holds_a_post(a: Answers) -> bool:
    """The other person has their power from a post: in charge of others, or paid to help or guard."""
    return a.trust or a.duty


def parents_may_know(a: Answers) -> bool:
    """Nothing says that a parent or carer of this young person is the danger."""
    return a.minor_now and not (a.family or a.home or holds_a_post(a))


def child_in_danger_near(a: Answers) -> bool:
    """The danger to somebody under 18 is at home or in charge of them."""
    return a.minor_now and (a.family or a.home or holds_a_post(a))


def child_in_danger_twice(a: Answers) -> bool:
    """The danger to somebody under 18 is in charge of them, and home is no way out."""
    return a.minor_now and holds_a_post(a) and a.home


def two_children(a: Answers) -> bool:
    """A parent of both: another child of the family did it to this child."""
    return a.sibling and a.minor_now


def nothing_is_deleted(a: Answers) -> bool:
    """An adult passed on a picture of somebody under 18, or a worker may have to report it: all stays as it is."""
    must_report = a.for_client and (a.minor_now or a.at_risk)
    return must_report or (a.subject_under_18 and not a.minor_now)


def ability_left_open(a: Answers) -> bool:
    """Whether this adult can protect themself was asked, and not answered."""
    return "keeps-safe" in a.unanswered


def court_could_help(a: Answers) -> bool:
    """There is another person whom a judge could keep away, and somebody to be kept from them."""
    harmed = (a.affected and not a.for_sharer) or a.for_friend
    return harmed and not a.put_it_there


def adult_decides(a: Answers) -> bool:
    """An adult who protects themself: what is done, and who hears of it, is theirs to say."""
    return not (a.minor_now or a.at_risk)


def others_must_act(a: Answers) -> bool:
    """What is done is not for this person alone to decide: a small child, an adult at risk, a worker's duty."""
    return a.under_13 or a.at_risk or (a.for_client and a.minor_now)


def no_danger_ticked(a: Answers) -> bool:
    """The question about danger was answered, and nothing on it was ticked that the hand-off sheet names."""
    return not (a.danger_skipped or a.self_harm or a.contact_danger or a.deadline)


WORDING_RULES: dict[str, Callable[[Answers], bool]] = {
    "plan_first": rules.needs_safety_plan,
    "camera_in_a_call": rules.filmed_by_a_stranger_who_presses,
    **{
        rule.__name__: rule
        for rule in (
            *(silence_may_harm, near_and_angry, police_recommended, plan_for_a_skipped_question),
            *(only_more_wanted, parents_may_know, child_in_danger_near, child_in_danger_twice),
            *(no_danger_ticked, unknown_holder, other_is_known, cannot_avoid_meeting, must_not_meet),
            *(may_threaten_own_life, silence_is_the_reason, plan_for_school, would_show, home_may_hide_it),
            *(their_choice, not_their_school_or_work, carers_are_the_danger),
            *(something_is_there, contact_may_harm, lawyer_before_police),
            *(sold_by_an_adult, sold_under_18, long_ago_alone, own_work),
            *(home_must_not_know, holds_a_post, two_children, nothing_is_deleted, ability_left_open),
            *(court_could_help, adult_decides, others_must_act),
        )
    },
}


def wording(a: Answers) -> dict[str, object]:
    """Every named condition for a template, worked out when it is read."""

    def lazily(rule: Callable[[Answers], bool]) -> object:
        return SimpleLazyObject(lambda: rule(a))

    return {name: lazily(rule) for name, rule in WORDING_RULES.items()}
