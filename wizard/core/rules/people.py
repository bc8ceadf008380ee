"""Who helps, who is told, and who may be written to. Pure."""

from wizard.core.answers import Answers
from wizard.core.rules.danger import should_stop_contact


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


def may_say_no(a: Answers) -> bool:
    """The message gate: writing to the other person is only offered when every answer says that it will not do harm."""
    known_self = a.said_self and not a.age_skipped and not a.under_13
    calm = not a.danger_skipped and not (a.self_harm or a.contact_danger or a.deadline)
    unseen = not a.device_skipped and not (a.watched or a.home)
    mild_person = a.known_person and a.afraid_no and not a.dangerous_holder
    mild_place = not (a.crime_here or a.outing or a.sells)
    return known_self and calm and unseen and mild_person and mild_place and _mild_events(a)


def _mild_events(a: Answers) -> bool:
    pressed = a.what_skipped or a.sextorted or a.threat or should_stop_contact(a)
    other = a.filmed or a.posing or a.received or a.passed_on
    gave = a.already_skipped or a.paid or a.sent_more or a.sent_others or a.hurt_self
    return not (pressed or other or gave) and (a.shared_ticked or a.fake or a.only_worried)


def got_one(a: Answers) -> bool:
    """A sexual picture was sent to them."""
    return a.received


def may_ask_others(a: Answers) -> bool:
    """It went round, and asking the people who got it does not reach someone who could do harm."""
    asker = not a.for_client and not a.for_sharer
    return a.shared_ticked and asker and not (a.family or a.young or a.duty or a.contact_danger)


def is_imitated(a: Answers) -> bool:
    """Someone pretends to be them."""
    return a.posing and (a.affected or a.for_friend)


def touches_school_or_work(a: Answers) -> bool:
    """It happens among people they meet every day."""
    there = a.peer or a.young or a.trust or a.group_chat or a.school_work
    return (a.affected or a.received) and there


def has_an_office_above(a: Answers) -> bool:
    """Somebody whose job is to help or guard did it: a body stands over them."""
    return a.duty and (a.affected or a.received or a.for_friend)


def may_talk_it_out(a: Answers) -> bool:
    """Nobody is in danger from anybody: a led conversation is one way among others."""
    mild = (a.peer or a.adult) and not a.dangerous_holder and not a.sextorted and not a.threatened
    other = a.filmed or a.posing or a.received or a.passed_on or a.at_risk
    return mild and not other and not a.only_worried and not a.under_13 and not a.for_sharer
