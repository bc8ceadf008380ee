"""Words kept, pictures taken down, bodies that help, accounts locked. Pure."""

from wizard.core.answers import Answers
from wizard.core.rules.danger import something_happened
from wizard.core.rules.people import may_say_no


def should_write_down(a: Answers) -> bool:
    """There is something to write, or there will be before a message is sent."""
    concerned = a.affected or a.for_friend or a.received or a.deadline
    return concerned and (not a.only_worried or a.deadline or a.fear or may_say_no(a))


def can_match(a: Answers) -> bool:
    """Matching services look for a picture of the person affected."""
    no_picture = only_worried_or_imitated(a) and a.then_skipped
    return a.affected and not a.for_sharer and not no_picture


def only_worried_or_imitated(a: Answers) -> bool:
    """Nothing was said for which a picture of them has to exist."""
    other = a.sextorted or a.threat or a.shared or a.filmed or a.fake or a.received or a.passed_on
    return (a.only_worried or a.posing) and not other


def matching_services(a: Answers) -> frozenset[str]:
    """Which services may be named: one side of 18 in the picture; Report Remove for the young, where it serves."""
    if not a.subject_under_18:
        return frozenset({"stopncii"})
    in_reach = a.report_remove_here and a.minor_now
    return frozenset({"take-it-down", "report-remove"} if in_reach else {"take-it-down"})


def can_remove(a: Answers) -> bool:
    """There is a post to take down, or an account that makes demands on a platform we know."""
    pressed = (a.sextorted or a.threatened) and a.platform_named
    return a.affected and (a.out or pressed)


def can_block(a: Answers) -> bool:
    """There is someone to block."""
    sent = a.received and not a.for_friend
    return sent or (a.affected and not a.put_it_there and something_happened(a))


def has_regulator(a: Answers) -> bool:
    """A public body here takes reports about pictures from this age."""
    return (a.affected or a.received or a.for_friend) and a.body_serves


def may_go_to_police(a: Answers) -> bool:
    """A choice for the person; for a friend and a sharer only where someone could come to harm."""
    if a.for_friend and not a.at_risk:
        return police_for_a_friend(a)
    if a.for_sharer:
        return a.contact_danger
    own_doing = a.put_it_there and not a.under_13
    return a.contact_danger or (not own_doing and (a.affected or a.received))


def police_for_a_friend(a: Answers) -> bool:
    """Somebody could come to harm, or a child is pressed."""
    danger = a.self_harm or a.contact_danger or a.deadline or a.danger_skipped or a.filmed
    young = a.subject_under_18 and (a.sextorted or a.dangerous_holder)
    return danger or a.under_13 or young


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
    return a.affected and (a.sextorted or a.out)
