"""The sentences that stand in every text about a picture: said by the person in it, or by who writes for them. Pure."""

from django.utils.translation import gettext as _

from wizard.core.answers import Answers


def said_under_18(a: Answers) -> bool:
    """Somebody said that the person in the picture was under 18. A skipped question says nothing to a stranger.

    Who passed a picture on is not the person in it.
    """
    said = (a.minor_now and not a.age_skipped) or a.replies.has("age-then", "under-18")
    return said and a.subject_under_18 and not a.for_sharer


def under_18(a: Answers, *, picture_was_named: bool = False) -> str:
    """The line about age; "" for an adult picture, and where nobody said the age."""
    if not said_under_18(a):
        return ""
    if a.helper and picture_was_named:
        return _("The person in the picture was under 18.")
    if a.helper:
        return _("The person in this picture was under 18.")
    now = _("I am under 18 now.") + " " if a.minor_now and not a.age_skipped else ""
    return now + _("I was under 18 in this picture.")


def opening(a: Answers) -> list[str]:
    """What the picture is, that nobody agreed, and who writes."""
    return [_what(a), _not_agreed(a), writer(a)]


def _not_agreed(a: Answers) -> str:
    """Who posted or sold it themselves did agree once: what they can say is that they do not agree now."""
    if a.put_it_there or (a.sells and a.subject_under_18):
        return _("They do not agree to it being here.") if a.helper else _("I do not agree to it being here.")
    return _("They did not agree to this.") if a.helper else _("I did not agree to this.")


def writer(a: Answers) -> str:
    """Who writes and what they are to the person, where it is not the person in the picture.

    Nobody is said to have agreed to the letter for whom illness or disability stands in the way, or who is a child.
    """
    if not a.helper:
        return ""
    if a.for_client:
        role = _("In my work, I support the person in the picture.")
    elif a.at_risk:
        role = _("I look after the person in the picture.")
    else:
        role = _("I am a parent or carer of the person in the picture.")
    if a.at_risk:
        return role + " " + _("They cannot write this alone.")
    return role if a.minor_now else role + " " + _("I am writing with their permission.")


def room_for_a_name(a: Answers) -> str:
    """Nobody writes for somebody else without a name; the site keeps none of a worker, so they fill it in."""
    if a.for_client:
        return _("My name, and where I work: …")
    return _("My name: …") if a.helper else ""


def _what(a: Answers) -> str:
    if not a.fake:
        return (
            _("This is a nude or sexual picture of someone.")
            if a.helper
            else _("This is a nude or sexual picture of me.")
        )
    if not a.shared:
        if a.helper:
            return _("This is a nude or sexual picture that was made up or edited. It looks like a real person.")
        return _("This is a nude or sexual picture that was made up or edited. It looks like me.")
    if a.helper:
        return _("These are nude or sexual pictures of someone. Some may be made up or edited to look like them.")
    return _("These are nude or sexual pictures of me. Some may be made up or edited to look like me.")
