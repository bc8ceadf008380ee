"""What the pages of requests say to each person, beside the labels and the ready texts. Pure."""

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.wording_situations import sold_by_an_adult, sold_under_18


def first_lines(a: Answers) -> tuple[Words, ...]:
    """What to take care of before anything is tapped."""
    write, *others = lines_beside(a)
    return write, guess(a), *others


def lines_beside(a: Answers) -> tuple[Words, ...]:
    """As `first_lines`, without the one that warns of the other person."""
    return tuple(line for line in (_write_first(a), _sold(a), _looking(a), _police_know(a), _screen(a)) if line)


def _write_first(a: Answers) -> Words:
    if a.for_sharer:
        return _("Talk to a legal line before you write to anyone.")
    if a.for_client:
        return _(
            "First, write the link, the account name and the time in your agency’s file. After a report, the post may "
            "be gone."
        )
    if a.helper:
        return _("First, write the link, the account name and the time on paper. After a report, the post may be gone.")
    return _("First, write down the link, the account name and the time. After a report, the post may be gone.")


def _sold(a: Answers) -> Words:
    """What was sold: the people of that site first; under 18 a tipline, and not a word on selling."""
    if sold_under_18(a):
        if a.helper:
            return _("They are not in trouble for this. It has to come down, sold or not. Go to a tipline first.")
        return _("You are not in trouble for this. It has to come down, sold or not. Go to a tipline first.")
    if sold_by_an_adult(a):
        return _(
            "Most sites where pictures are sold have a leak team. Ask it first. It is free. A law with a time limit "
            "may not apply to a picture that was sold."
        )
    return ""


def guess(a: Answers) -> Words:
    """The other person may find out who asked: what to do before that could hurt somebody."""
    if a.put_it_there:
        return _own_post(a)
    if a.for_client and a.minor_now and a.dangerous_holder:
        return _(
            "Ask child protection or police before anything is reported or blocked. Either can warn the other "
            "person and hide the chat."
        )
    if a.helper:
        return _(
            "The other person may guess who asked. If that could put the person in the picture in danger, talk to a "
            "helpline in the plan first."
        )
    return _(
        "The other person may guess who asked. If that could put you in danger, talk to a helpline in your plan first."
    )


def _own_post(a: Answers) -> Words:
    """Nobody else has it: deleting it needs no text at all."""
    if a.helper:
        return _(
            "If they can still get in, they can delete the post themselves, and empty “recently deleted”. The text is "
            "for when that does not work."
        )
    return _(
        "If you can still get in, you can delete the post yourself, and empty “recently deleted”. The text is for when "
        "that does not work."
    )


def _looking(a: Answers) -> Words:
    if a.helper:
        return _("Use the links they already have. Do not search for the picture, and do not open it.")
    return _("Use the links you already have. You do not have to look for more, and no text here needs the picture.")


def _police_know(a: Answers) -> Words:
    if not a.for_sharer:
        return ""
    return _(
        "If your school or the police already know, or if you are not sure, take down only what you posted, without "
        "opening it. Delete nothing else, and talk to a legal line before you do more."
    )


def _screen(a: Answers) -> Words:
    if a.helper or a.watched:
        return ""
    if a.home or a.family:
        return _(
            "You could be in danger if people at home see this screen. Tap Leave to clear what you write here. For "
            "answers, use an email that nobody at home reads."
        )
    return (
        ""
        if a.device_mine
        else _("Others who use this phone could see this screen. Tap Leave to clear what you write.")
    )
