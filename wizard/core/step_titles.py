"""Title and one line of each step, for the person (`own`) or for a helper (`theirs`)."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.flow import Words

Heading = Callable[[Answers, bool], tuple[Words, Words]]


def same(title: Words, line: Words) -> Heading:
    """The same words for everybody."""
    return lambda a, they: (title, line)


def pair(own: tuple[Words, Words], theirs: tuple[Words, Words]) -> Heading:
    """One title and line for the person, another for a helper."""
    return lambda a, they: theirs if they else own


def safety_plan(a: Answers, they: bool) -> tuple[Words, Words]:
    """Comes before silence, blocking and passwords."""
    if they:
        return _("Make a safety plan with them first"), _("Do this before anything is blocked, changed or said")
    return _("Make a safety plan first"), _("Do this before you block, change or say anything")


def stop_contact(a: Answers, they: bool) -> tuple[Words, Words]:
    """No order to be silent where silence could get someone hurt."""
    if rules.needs_safety_plan(a) and a.under_13_alone:
        title = _("They do not have to send anything") if they else _("You do not have to send anything")
        return title, _("Do not pay. Do not delete the chat.")
    if rules.needs_safety_plan(a):
        hurt = _("How to stop answering, if that will not get you hurt")
        title = _("How to stop answering, if that will not get them hurt") if they else hurt
        return title, _("After the safety plan")
    if they:
        return _("No money, no answer, no more pictures"), _("Keep the chat and the account")
    return _("Do not pay. Do not answer."), _("Do not delete the chat or your account")


def write_it_down(a: Answers, they: bool) -> tuple[Words, Words]:
    """Not on a phone that someone checks."""
    if a.watched and they and not a.under_13_alone:
        return _("Write it down, but not on their phone"), _("On paper, or on a phone that nobody checks")
    if a.watched:
        return _("Write it down, but not on this phone"), _("On paper, or on the phone of someone you trust")
    return _("Write it down"), _("Link, account, time")


def match_service(a: Answers, they: bool) -> tuple[Words, Words]:
    """Names only the service that fits the age in the picture."""
    if "stopncii" in rules.matching_services(a):
        return _("Ask apps to block the picture"), _("StopNCII: the picture stays on the phone")
    return _("Ask apps to block the picture"), _("Take It Down: the picture stays on the phone")


def remove(a: Answers, they: bool) -> tuple[Words, Words]:
    """A post, an account that makes demands, or what a sharer posted."""
    if a.for_sharer:
        title = _("Ask for their posts to be removed") if they else _("Ask for your posts to be removed")
        return title, _("One place at a time")
    if a.shared or a.fake:
        return _("Ask for it to be removed"), _("One place at a time")
    if a.sextorted or a.threatened:
        return _("Report the threats to the app"), _("One place at a time")
    return _("Ask for the account to be taken down"), _("One place at a time")


def block(a: Answers, they: bool) -> tuple[Words, Words]:
    """Waits for the safety plan where there is one."""
    line = _("After the safety plan") if rules.needs_safety_plan(a) else _("After it is written down")
    return _("Report the account, then block it"), line


def lock_accounts(a: Answers, they: bool) -> tuple[Words, Words]:
    """Waits for the safety plan where there is one."""
    title = _("Help them lock their accounts") if they else _("Lock your accounts")
    return title, _("After the safety plan") if rules.needs_safety_plan(a) else _("Start with the friends list")


def watch_for_it(a: Answers, they: bool) -> tuple[Words, Words]:
    """Nothing comes back that was never out."""
    if a.shared or a.fake:
        return _("If the picture comes back"), _("You can ask again")
    return _("If the picture turns up"), _("What to do with a link")


def tell_someone(a: Answers, they: bool) -> tuple[Words, Words]:
    """A child goes to a grown-up; others choose."""
    if a.under_13_alone and (a.family or a.home or a.holder_skipped):
        return _("Tell a grown-up you trust"), _("Someone who does not live with you")
    if a.under_13_alone:
        return _("Tell a grown-up you trust"), _("You can show them this page")
    return _("Tell one person you choose"), _("Words you can say or send")


def good_friend(a: Answers, they: bool) -> tuple[Words, Words]:
    """A daughter who cares for her mother is no friend of hers."""
    title = _("Stand by them") if a.carer else _("Be a good friend")
    return title, _("What helps, and what spreads it")


def school_or_work(a: Answers, they: bool) -> tuple[Words, Words]:
    """An adult who cannot protect themself may live in a home, or spend the day in a centre."""
    if a.at_risk:
        return _("The place where they spend the day"), _("Tell one person there, in words only")
    return _("School or work"), _("Tell one adult there, in words only")


def officers(a: Answers, they: bool) -> tuple[Words, Words]:
    """A choice; for an adult who cannot protect themself, not theirs to carry alone."""
    if not they:
        return _("Police, if you choose"), _("What to bring, and what to ask first")
    if a.at_risk:
        return _("Police: what to know first"), _("What to ask, and who can say more")
    return _("Police: what to know first"), _("Making a statement is a choice, and it can wait")
