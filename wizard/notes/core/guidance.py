"""What the pages of the notes say to each person, beside the labels of the boxes. Pure."""

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words


def care(a: Answers) -> tuple[Words, ...]:
    """What to take care of while writing, in the first lines of each form."""
    return tuple(line for line in (_role(a), _picture(a), _visits(a), _passed_on(a), _law(a), _screen(a)) if line)


def _role(a: Answers) -> Words:
    if a.for_client:
        return _(
            "The person you support keeps their own notes. Here you write what they told you. Leave out names, "
            "accounts and numbers. If a link names someone, leave it out too."
        )
    if a.for_friend:
        return _("The link, the account and the time are enough.")
    return ""


def _picture(a: Answers) -> Words:
    if a.for_friend:
        return _("Do not take screenshots, and do not copy the picture.")
    if a.helper and a.off_limits:
        return _(
            "Do not open or capture the picture: no copy, no screenshot, no photo of it, not even as proof. "
            "Let them tell you the words, and write those down."
        )
    if a.helper:
        return _("You do not need to open the picture. Let them tell you the words, and write those down.")
    if a.off_limits:
        return _(
            "Do not capture the picture. Write the words down first. Some apps tell the other person when someone "
            "makes a screenshot. If yours does, or you are not sure, only write the words down. If it does not, a "
            "screenshot of the words is fine. First scroll until you cannot see the picture. If you can still see any "
            "of it, only write the words down."
        )
    return ""


def _passed_on(a: Answers) -> Words:
    if not a.put_right and not a.sent_others:
        return ""
    if a.helper:
        return _(
            "Others may read these notes later. Write what was done to them, and ask a legal line before you "
            "write what they did."
        )
    return _(
        "Others may read these notes later. Write what was done to you, and ask a legal line before you write what "
        "you did."
    )


def _visits(a: Answers) -> Words:
    if not a.posing or a.for_friend:
        return ""
    return _(
        "Write one note for each visit or call because of the profile: the time, what was said, which app and name."
    )


def _law(a: Answers) -> Words:
    """Where same-sex love is a crime, what was written can be used against who wrote it."""
    if not a.crime_here:
        return ""
    if a.helper:
        return _("These notes need not say how they met, or who they love. Police or family could read them.")
    return _("These notes need not say how you met, or who you love. Police or family could read them.")


def _screen(a: Answers) -> Words:
    if a.helper:
        return ""
    if a.home or a.family:
        return _("You could be in danger if people at home see this screen. Tap Leave to clear these notes.")
    return (
        "" if a.device_mine else _("Others who use this phone could see this screen. Tap Leave to clear these notes.")
    )


def paper_columns(a: Answers) -> tuple[Words, ...]:
    """What to write on paper, one column for each."""
    first: tuple[Words, ...] = (_("The day and the time"), _("The app, and the link or the place where it is"))
    if a.for_client:
        return (*first, _("What they told you, in their words"))
    if a.for_friend:
        return (*first, _("The account name"))
    if a.put_it_there or a.put_right or a.sent_others:
        # Nobody is asked what they did themselves, or whom they sent it to.
        return (*first, _("The account name"), _("The exact words"))
    return (*first, _("The account name"), _("The exact words"), _("What you did next"))
