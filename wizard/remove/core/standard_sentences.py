"""The sentences that stand in every text about a picture: said by the person in it, or by who writes for them. Pure."""

from django.utils.translation import gettext as _

from wizard.core.answers import Answers


def said_under_18(a: Answers) -> bool:
    """Somebody said that the person in the picture was under 18. A skipped question says nothing to a stranger.

    Who passed a picture on is not the person in it.
    """
    said = (a.minor_now and not a.age_skipped) or a.replies.has("age-then", "under-18")
    return said and a.subject_under_18 and not a.for_sharer


def under_18(a: Answers) -> str:
    """The line about age; "" for an adult picture, and where nobody said the age."""
    if not said_under_18(a):
        return ""
    if a.helper:
        return _("The person in this picture was under 18.")
    now = _("I am under 18 now.") + " " if a.minor_now and not a.age_skipped else ""
    return now + _("I was under 18 in this picture.")


def opening(a: Answers) -> list[str]:
    """What the picture is, and that nobody agreed."""
    return [_what(a), _("They did not agree to this.") if a.helper else _("I did not agree to this."), writer(a)]


def writer(a: Answers) -> str:
    """Who writes, where it is not the person in the picture."""
    return _("I write for the person in the picture, with their OK.") if a.helper else ""


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
