"""Named conditions of templates about single situations: a camera, a meeting, a post, a relative, a sale. Pure."""

from wizard.core import rules
from wizard.core.answers import Answers


def unknown_holder(a: Answers) -> bool:
    """They answered that they do not know who it is: it can be somebody near."""
    return a.far_person and not a.stranger


def other_is_known(a: Answers) -> bool:
    """They have met whoever did it, so they know what could make it worse."""
    return a.known_person or a.young or a.trust or a.duty or a.family


def cannot_avoid_meeting(a: Answers) -> bool:
    """Whoever it is may live with them or come and go there: "do not meet" cannot be done, or could make it worse."""
    named_elsewhere = other_is_known(a) or a.stranger
    return a.partner or a.family or (a.lives_near and not named_elsewhere)


def must_not_meet(a: Answers) -> bool:
    """They are to meet somebody, or could be, and not meeting is theirs to do."""
    return not cannot_avoid_meeting(a) and (a.meet or a.stranger or other_is_known(a))


def may_threaten_own_life(a: Answers) -> bool:
    """Whoever presses for more, or threatens and is not a stranger, often speaks of their own death too."""
    return a.demand_more or a.what_skipped or (a.threat and not a.stranger)


def silence_is_the_reason(a: Answers) -> bool:
    """The safety plan is there, in its two lines, because an order to be silent comes after it."""
    return a.holder_skipped or rules.silence_needs_a_plan(a)


def plan_for_school(a: Answers) -> bool:
    """Somebody their age: the danger is the way to school and the breaks, not the home."""
    return a.minor_now and a.peer


def carers_are_the_danger(a: Answers) -> bool:
    """Whoever did it is paid to look after somebody who cannot protect themself: no bag to pack, but other hands."""
    return a.at_risk and a.duty


def would_show(a: Answers) -> bool:
    """Whoever hid a camera may see what they do now, and see that they know."""
    return a.fear or a.lives_near


def home_may_hide_it(a: Answers) -> bool:
    """Somebody under 18, and whoever did it may live with them: outside help comes before any talk at home."""
    perhaps_at_home = a.family or a.home or a.holder_skipped or unknown_holder(a)
    return a.minor_now and perhaps_at_home


def their_choice(a: Answers) -> bool:
    """An adult who decides for themself."""
    return not a.minor_now and not a.at_risk


def not_their_school_or_work(a: Answers) -> bool:
    """Whoever did it, or who must not know, may see what is done on a device of the school or the work."""
    return a.trust or a.duty or a.school_work


def something_is_there(a: Answers) -> bool:
    """A film, a post, a profile or a fake exists already: no sentence may say that nothing has happened yet."""
    return a.filmed or a.received or a.out


def contact_may_harm(a: Answers) -> bool:
    """A service that wrote to the other person could get somebody hurt."""
    return a.fear or a.lives_near or a.dangerous_holder or a.holder_skipped


def lawyer_before_police(a: Answers) -> bool:
    """Police could learn whom they love, or the other person is one of them: a lawyer or a rights group comes first."""
    return a.duty or a.crime_here


def sold_by_an_adult(a: Answers) -> bool:
    """An adult sells pictures: the site they are sold on has people for what leaks from it."""
    return a.sells and not a.subject_under_18 and not a.for_sharer


def sold_under_18(a: Answers) -> bool:
    """Somebody was, or may have been, under 18 in a picture that is sold: it comes down, and selling is no subject."""
    return a.sells and a.subject_under_18 and not a.for_sharer


def long_ago_alone(a: Answers) -> bool:
    """An adult now, the picture of them is of a time before 18, and the step about the body does not say it."""
    return a.only_long_ago and a.affected and not a.for_sharer and not rules.may_need_body_care(a)


def own_work(a: Answers) -> bool:
    """A copyright notice can reach whoever posted it, with a name on it: only where that does no harm."""
    pressed = a.sextorted or a.threatened or a.fear or rules.needs_safety_plan(a)
    # What was sold is mostly passed on by strangers, who do not know where the seller lives.
    unsafe = a.dangerous_holder and not (a.sells and a.far_person)
    return not (a.subject_under_18 or a.helper or pressed or unsafe)
