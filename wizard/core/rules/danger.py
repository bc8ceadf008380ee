"""Danger and pressure: when somebody has to be reached, and what comes before silence. Pure."""

from wizard.core.answers import Answers


def always(a: Answers) -> bool:
    """Everybody needs people and rest."""
    return True


def something_happened(a: Answers) -> bool:
    """A threat, a demand, or something that others can see."""
    return a.sextorted or a.threatened or a.out


def only_worried_so_far(a: Answers) -> bool:
    """Nothing has happened, no time limit runs and nobody has to be careful: there is time to prepare."""
    return a.only_worried and not a.deadline and not a.fear


def in_danger(a: Answers) -> bool:
    """Someone may hurt them or they are to meet; a skipped question shows the short form."""
    return a.contact_danger or a.danger_skipped


def in_crisis(a: Answers) -> bool:
    """Thoughts of dying, or made to hurt themselves; a skipped question shows the short form."""
    return a.self_harm or a.danger_skipped or a.hurt_self


def has_deadline(a: Answers) -> bool:
    """A time limit was set."""
    return a.deadline


def may_need_body_care(a: Answers) -> bool:
    """Whoever did it could have been near enough to touch or hurt; not for a picture of long ago by itself."""
    sure = a.contact_danger or a.hurt_self or (a.filmed and not filmed_by_a_stranger_who_presses(a))
    more = a.demand_more or a.what_skipped
    near = a.known_person or a.trust or a.duty or a.family
    likely = near and (a.shared or a.threat or more)
    return a.affected and (sure or (likely and (more or not a.only_long_ago)))


def filmed_by_a_stranger_who_presses(a: Answers) -> bool:
    """A call that was recorded: there, the camera is a fold of `stop-contact`."""
    return a.filmed and a.stranger and (a.sextorted or a.threatened)


def may_find_a_device(a: Answers) -> bool:
    """Something that filmed them may still be where it was."""
    here = a.affected or a.for_friend
    return a.filmed and here and not filmed_by_a_stranger_who_presses(a)


def needs_other_device(a: Answers) -> bool:
    """The phone in hand may be seen by someone else."""
    wary_of_partner = a.partner and (a.afraid or a.under_13_alone)
    return not a.device_mine or a.family or wary_of_partner


def needs_safety_plan(a: Answers) -> bool:
    """Going silent, blocking or changing a password could make someone near them angry."""
    return needs_full_plan(a) or a.watched or silence_needs_a_plan(a)


def needs_full_plan(a: Answers) -> bool:
    """There is more reason for a safety plan than a phone that may be looked at."""
    pressing_partner = a.partner and (a.demand_more or a.what_skipped)
    small_and_known = a.under_13_alone and (a.known_person or a.trust or a.duty)
    seen_by_them = a.watched_ticked and not a.far_person
    return a.fear or a.home or pressing_partner or small_and_known or seen_by_them


def silence_needs_a_plan(a: Answers) -> bool:
    """Nobody said who it is, or it is somebody in charge of a young person: two lines before an order to be silent."""
    in_charge = a.minor_now and (a.trust or a.duty)
    return (a.holder_skipped or in_charge) and should_stop_contact(a)


def should_stop_contact(a: Answers) -> bool:
    """Pressure lives on answers, and so does somebody who sends pictures to a child."""
    concerned = a.affected or a.for_friend or a.deadline
    pressed = concerned and (a.sextorted or a.threatened or a.stranger)
    return not a.put_it_there and (pressed or sent_by_somebody_to_fear(a))


def sent_by_somebody_to_fear(a: Answers) -> bool:
    """A picture came from who knows whom, or to somebody under 18 from anybody but another child they know."""
    child_they_know = (a.peer or a.partner) and a.holder_young
    unknown = a.far_person or a.holder_skipped
    return a.received and (unknown or (a.minor_now and not child_they_know))


def payment_made(a: Answers) -> bool:
    """Money went, or may have gone."""
    return a.paid or (a.already_skipped and a.demand_money)
