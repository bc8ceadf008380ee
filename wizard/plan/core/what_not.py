"""What not to do, in three or four short lines for the first page of the paper. Pure: a table of rows.

The paper may be found: no row names who did it, what happened, or what the person did. `wizard.review.proof` reads all
rows. Where stopping could get somebody hurt, no row says to go silent.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.wording_rules import near_and_angry, stopping_may_harm

MOST = 4
Rows = tuple[tuple[Callable[[Answers], bool], Words], ...]


def careful(a: Answers) -> bool:
    """Going silent could get them hurt, or nobody said who it is: then no line may order it."""
    return near_and_angry(a) or not (a.stranger or a.peer or a.young or a.adult)


def may_refuse_to_meet(a: Answers) -> bool:
    """They were asked to meet somebody who does not live with them or near them."""
    named = a.stranger or a.peer or a.young or a.trust or a.adult
    return a.meet and (named or not (a.partner or a.family or a.home or a.watched))


def pressed(a: Answers) -> bool:
    """Somebody wants something, or may soon."""
    return rules.should_stop_contact(a) or a.sextorted or a.threatened


def needs_a_lawyer(a: Answers) -> bool:
    """A legal line comes before questions."""
    return a.put_right or a.sent_others


# What counts most stands first: the first four rows that hold are printed.
OWN: Rows = (
    (may_refuse_to_meet, _("Do not go to meet anyone.")),
    (
        lambda a: careful(a) and (a.affected or pressed(a)),
        _("If stopping could get you hurt, do not block, change a password or go quiet yet. Use a number above first."),
    ),
    (needs_a_lawyer, _("Do not answer questions about this before you have talked to a legal line.")),
    (lambda a: a.put_right, _("Do not send anything more to anyone.")),
    (lambda a: a.received, _("Do not send on what was sent to you.")),
    (lambda a: a.filmed, _("Do not touch a camera or look at what is on it.")),
    (pressed, _("Do not pay. Do not send more.")),
    (lambda a: rules.should_stop_contact(a) and not careful(a), _("Do not answer. You can put the phone away.")),
    (lambda a: pressed(a) or rules.something_happened(a) or a.received, _("Do not delete the chat or the account.")),
    (lambda a: a.subject_under_18, _("Do not show, copy or send the picture, not even to get help.")),
    (lambda a: not a.subject_under_18, _("You do not have to show the picture to anyone.")),
    (rules.may_meet_paid_help, _("Do not pay anyone who says that they can make it go away.")),
    (lambda a: a.only_worried, _("You do not have to send anything.")),
    (rules.always, _("You do not have to decide everything today.")),
)
HELPER: Rows = (
    (may_refuse_to_meet, _("They should not meet the other person. Do not go in their place.")),
    (lambda a: a.subject_under_18, _("Do not look at the picture. Do not copy, keep or send it.")),
    (lambda a: not a.subject_under_18, _("Do not ask to see the picture. You do not need it to help.")),
    (
        lambda a: careful(a) and (a.affected or pressed(a)),
        _("If stopping could get them hurt, do not block or change anything yet. Use a number above first."),
    ),
    (needs_a_lawyer, _("Do not question them about it. A legal line comes first.")),
    (pressed, _("Do not pay. Do not send more. Do not delete the chat or the account.")),
    (lambda a: not a.only_passed_on, _("Do not write to the other person. Do not write in their name.")),
    (lambda a: a.minor_now and not a.for_client, _("Do not take the phone away. It is how help reaches them.")),
    (lambda a: a.minor_now and a.for_client, _("Do not search the phone, and do not wipe it.")),
    (rules.always, _("Do not ask them why.")),
)
CHILD: Rows = (
    (may_refuse_to_meet, _("Do not go to meet anyone.")),
    (
        lambda a: rules.should_stop_contact(a) and (careful(a) or stopping_may_harm(a)),
        _("If you are scared to stop, tell a grown-up or call a number on this page first."),
    ),
    (
        lambda a: rules.should_stop_contact(a) and not (careful(a) or stopping_may_harm(a)),
        _("Do not answer. You can put the phone away."),
    ),
    (rules.should_stop_contact, _("Do not send more pictures. Do not pay.")),
    (lambda a: not rules.should_stop_contact(a), _("You do not have to send anything.")),
    (rules.always, _("Do not show the picture to anyone.")),
    (rules.always, _("Do not keep it to yourself. You choose the grown-up you tell.")),
)


TABLES = (OWN, HELPER, CHILD)


def rows_for(a: Answers) -> Rows:
    """The table of this reader."""
    if a.helper:
        return HELPER
    return CHILD if a.under_13_alone else OWN


def what_not(a: Answers) -> tuple[Words, ...]:
    """The lines of this person, four at most."""
    return tuple(words for holds, words in rows_for(a) if holds(a))[:MOST]
