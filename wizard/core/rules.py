"""When a step is shown: named yes/no predicates over the flags, each with one line of why."""

from wizard.core.answers import Answers


def always(a: Answers) -> bool:
    """Everybody needs people and rest."""
    return True


def only_worried_so_far(a: Answers) -> bool:
    """Nothing has happened and no time limit runs: there is time to prepare."""
    return a.only_worried and not a.deadline


def something_happened(a: Answers) -> bool:
    """A threat, a demand, a shared or a made-up picture."""
    return a.sextorted or a.threatened or a.shared or a.fake


def may_say_no(a: Answers) -> bool:
    """The message gate: writing to the other person is only offered when every answer says that it will not do harm."""
    known_self = a.said_self and not a.age_skipped and not a.under_13
    calm = not a.danger_skipped and not (a.self_harm or a.unsafe or a.meet or a.deadline)
    unseen = not a.device_skipped and not a.watched
    mild_person = a.known_person and a.afraid_no and not a.dangerous_holder
    return known_self and calm and unseen and mild_person and _mild_events(a)


def _mild_events(a: Answers) -> bool:
    if a.what_skipped or a.demand_money or a.demand_more:
        return False
    if a.threat:
        return not a.subject_under_18
    return a.shared_ticked or a.fake or a.only_worried


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
    """Whoever did it could have been near enough to touch, hurt or film."""
    near = a.known_person or a.trust or a.family or a.contact_danger or a.hurt_self
    return a.affected and not only_worried_so_far(a) and near


def needs_other_device(a: Answers) -> bool:
    """The phone in hand may be seen by someone else."""
    wary_of_partner = a.partner and (a.afraid or a.under_13_alone)
    return not a.device_mine or a.family or wary_of_partner


def needs_safety_plan(a: Answers) -> bool:
    """Going silent, blocking or changing a password could make someone near them angry."""
    pressing_partner = a.partner and (a.demand_more or a.what_skipped)
    small_and_known = a.under_13_alone and a.known_person
    return a.afraid or a.family or a.contact_danger or a.watched or a.home or pressing_partner or small_and_known


def should_stop_contact(a: Answers) -> bool:
    """Pressure lives on answers."""
    return (a.affected or a.for_friend or a.deadline) and (a.sextorted or a.threatened or a.stranger)


def payment_made(a: Answers) -> bool:
    """Money went, or may have gone."""
    return a.paid or (a.already_skipped and a.demand_money)


def for_worker(a: Answers) -> bool:
    """A worker has duties of their own."""
    return a.for_client


def for_parent(a: Answers) -> bool:
    """The first ten minutes with a child decide much."""
    return a.for_child


def for_friend(a: Answers) -> bool:
    """A friend can help or spread it."""
    return a.for_friend


def can_put_right(a: Answers) -> bool:
    """They passed on a picture of someone else."""
    return a.put_right


def may_tell(a: Answers) -> bool:
    """The person is here without a helper."""
    return not a.helper


def should_write_down(a: Answers) -> bool:
    """There is something to write, or there will be before a message is sent."""
    return (a.affected or a.for_friend) and (not a.only_worried or a.deadline or may_say_no(a))


def may_ask_others(a: Answers) -> bool:
    """It went round, and asking the people who got it does not reach someone who could do harm."""
    asker = not a.for_client and not a.for_sharer
    return a.shared_ticked and asker and not (a.family or a.young or a.contact_danger)


def can_match(a: Answers) -> bool:
    """Matching services look for a picture of the person affected."""
    return a.affected and not a.for_sharer


def matching_services(a: Answers) -> frozenset[str]:
    """Which services may be named: one side of 18 in the picture; Report Remove for the young, where it serves."""
    if not a.subject_under_18:
        return frozenset({"stopncii"})
    in_reach = a.report_remove_here and a.minor_now
    return frozenset({"take-it-down", "report-remove"} if in_reach else {"take-it-down"})


def can_remove(a: Answers) -> bool:
    """There is a post to take down, or an account that makes demands on a platform we know."""
    pressed = (a.sextorted or a.threatened) and a.platform_named
    return a.affected and (a.shared or a.fake or pressed)


def can_block(a: Answers) -> bool:
    """There is someone to block."""
    return a.affected and something_happened(a)


def has_regulator(a: Answers) -> bool:
    """A public body here takes reports about pictures from this age."""
    return (a.affected or a.for_friend) and a.body_serves


def may_go_to_police(a: Answers) -> bool:
    """A choice for the person; for a friend and a sharer only where someone could come to harm."""
    if a.for_friend:
        danger = a.self_harm or a.contact_danger or a.deadline or a.danger_skipped
        young = a.subject_under_18 and (a.sextorted or a.dangerous_holder)
        return danger or a.under_13 or young
    return a.contact_danger or (a.affected and not a.for_sharer)


def touches_school_or_work(a: Answers) -> bool:
    """It happens among people they meet every day."""
    return a.affected and (a.peer or a.young or a.trust or a.group_chat)


def can_lock_accounts(a: Answers) -> bool:
    """Accounts and lists are how the other person gets further."""
    return a.affected


def law_known(a: Answers) -> bool:
    """A law of the place is on file."""
    return a.law_known


def may_meet_paid_help(a: Answers) -> bool:
    """People who offer removal for money look for people in this place."""
    return not a.for_sharer and something_happened(a)


def should_watch(a: Answers) -> bool:
    """A copy may come back."""
    return a.affected and (a.shared or a.sextorted or a.fake)


def may_talk_it_out(a: Answers) -> bool:
    """Nobody is in danger from anybody: a led conversation is one way among others."""
    mild = a.known_person and not a.dangerous_holder and not a.sextorted and not a.threatened
    return mild and not a.only_worried and not a.under_13 and not a.for_sharer
