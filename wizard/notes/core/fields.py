"""The boxes of the log, as one table: what is asked, of whom, and how long an answer may be. Pure.

The slug of a box is its name in every export, so it never changes. To add a box, add a row. Every box may stay empty.
"""

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.records.core.field import LONG, YES_NO, Choices, FieldSpec

ENTRY, HEADER, REPORT, HELD = "entry", "header", "report", "held"


def _not_worker(a: Answers) -> bool:
    """A worker writes no names and no numbers: the person keeps those in their own notes."""
    return not a.for_client


def _adult_picture(a: Answers) -> bool:
    """Nobody describes a picture that is off limits, and no helper has to look at a picture to fill in a box."""
    return not a.off_limits and not a.helper


def _own_deeds_told(a: Answers) -> bool:
    """No box asks what they did, or whom they sent it to, where a lawyer should hear of that first."""
    return not a.put_right and not a.sent_others


def _from_somebody_else(a: Answers) -> bool:
    """Who put it there themselves has no other account, demand or person to write of."""
    return not a.put_it_there


def _name_from_somebody_else(a: Answers) -> bool:
    return _not_worker(a) and _from_somebody_else(a)


KINDS: Choices = (
    ("message", _("A message")),
    ("post", _("A post or a story")),
    ("profile", _("An account or a profile")),
    ("call", _("A call or a video call")),
    ("threat", _("A threat or a demand")),
    ("payment", _("A payment")),
    ("in-person", _("Something that happened in person")),
    ("other", _("Something else")),
)
SURE: Choices = (("sure", _("Sure")), ("about", _("Roughly")), ("not-sure", _("Not sure")))
REAL: Choices = (
    ("real", _("Real")),
    ("fake", _("Made up")),
    ("edited", _("Edited")),
    ("unsure", _("I do not know")),
)
SAVED: Choices = (
    ("words", _("In words only")),
    ("link", _("As a link")),
    ("export", _("As an export from the app")),
    ("print", _("On paper")),
)

_WHAT, _WHEN, _WHERE = _("What happened"), _("When"), _("Where")
_WHO, _WANT, _PAID = _("The account"), _("What they want"), _("If something was paid")
_PICTURE, _SEEN = _("The picture"), _("Who saw it")
_KEPT, _NEXT = _("What you have, and where it is"), _("What happened next")

ENTRY_BOXES: tuple[FieldSpec, ...] = (
    FieldSpec("kind", _("What is it?"), "choice", group=_WHAT, choices=KINDS),
    FieldSpec("words", _("The exact words"), "long", LONG, _WHAT, _("What was written or said, word for word.")),
    FieldSpec("date", _("Date"), "date", 30, _WHEN, friend=True),
    FieldSpec("time", _("Time"), "time", 30, _WHEN, friend=True),
    FieldSpec("zone", _("Time zone"), "zone", 60, _WHEN, friend=True),
    FieldSpec("sure", _("How sure are you about the date and time?"), "choice", group=_WHEN, choices=SURE, friend=True),
    FieldSpec("noticed", _("When did you find out?"), group=_WHEN),
    FieldSpec("platform", _("App or site"), group=_WHERE, friend=True),
    FieldSpec(
        "link",
        _("Link to the post or the chat"),
        "line",
        2000,
        _WHERE,
        _("Copy it here if there is one. You can leave this empty."),
        friend=True,
    ),
    FieldSpec("profile", _("Link to the profile"), "line", 2000, _WHERE, asked=_not_worker),
    FieldSpec(
        "account", _("Account name"), group=_WHO, hint=_("With the @, if there is one."), asked=_not_worker, friend=True
    ),
    FieldSpec("shown_name", _("The name they show"), group=_WHO, asked=_name_from_somebody_else),
    FieldSpec("account_id", _("Account number or ID"), group=_WHO, asked=_not_worker),
    FieldSpec("phone", _("Phone number"), group=_WHO, asked=_name_from_somebody_else),
    FieldSpec("email", _("Email address"), group=_WHO, asked=_name_from_somebody_else),
    FieldSpec("demand", _("What are they asking for?"), "long", 1000, _WANT, asked=_from_somebody_else),
    FieldSpec("deadline", _("Did they set a time limit?"), group=_WANT, asked=_from_somebody_else),
    FieldSpec(
        "paid_how", _("How it was paid"), group=_PAID, hint=_("Bank, app, gift card, crypto"), asked=_from_somebody_else
    ),
    FieldSpec("paid_amount", _("How much"), group=_PAID, asked=_from_somebody_else),
    FieldSpec("paid_when", _("When"), group=_PAID, asked=_from_somebody_else),
    FieldSpec("paid_to", _("To which name or account"), group=_PAID, asked=_name_from_somebody_else),
    FieldSpec("paid_reference", _("Reference or receipt number"), group=_PAID, asked=_from_somebody_else),
    FieldSpec("shows", _("What the picture shows, in one plain line"), group=_PICTURE, asked=_adult_picture),
    FieldSpec("real", _("Is it real?"), "choice", group=_PICTURE, choices=REAL),
    FieldSpec("seen_by", _("Who saw it, as far as you know"), "long", 1000, _SEEN, asked=_not_worker),
    FieldSpec("witnesses", _("Who else knows what happened"), "long", 1000, _SEEN, asked=_not_worker),
    FieldSpec("why_them", _("Why you think it is this person"), "long", 1000, _SEEN, asked=_from_somebody_else),
    FieldSpec("saved_how", _("How did you keep the words or the link?"), "choice", group=_KEPT, choices=SAVED),
    FieldSpec("saved_where", _("Where it is now"), group=_KEPT, hint=_("A file name, a folder, a drawer")),
    FieldSpec("still_up", _("Is the post still online, as far as you know?"), "choice", group=_KEPT, choices=YES_NO),
    FieldSpec("checked", _("When did you last know it was online?"), group=_KEPT),
    FieldSpec("did_next", _("What did you do next?"), "long", 1000, _NEXT, asked=_own_deeds_told),
    FieldSpec(
        "felt_unsafe",
        _("Did you feel in danger?"),
        "choice",
        group=_NEXT,
        choices=YES_NO,
        helper=_("Did the person in the picture feel in danger?"),
    ),
)
HEADER_BOXES: tuple[FieldSpec, ...] = (
    FieldSpec(
        "relation",
        _("Who the other person is to you"),
        hint=_("A classmate, someone from an app, an ex"),
        helper=_("Who the other person is to the person in the picture"),
        asked=_from_somebody_else,
    ),
    FieldSpec("first_contact", _("When and where it started")),
    FieldSpec("how_long", _("How long it has been going on")),
    FieldSpec(
        "effect",
        _("How it affects you"),
        "long",
        LONG,
        hint=_("Sleep, school, work, health, seeing people"),
        helper=_("How it affects the person in the picture"),
    ),
)
REPORT_BOXES: tuple[FieldSpec, ...] = (
    FieldSpec("to", _("Who you told or asked")),
    FieldSpec("when", _("When")),
    FieldSpec("how", _("How"), hint=_("By form, by phone, in person")),
    FieldSpec("reference", _("Reference or case number")),
    FieldSpec("person", _("Name or badge number of the person you spoke to"), asked=_not_worker),
    FieldSpec("answer", _("What they said"), "long", 1000),
    FieldSpec("next", _("What happens next, and when")),
)
HELD_BOXES: tuple[FieldSpec, ...] = (
    FieldSpec("what", _("What it is"), hint=_("A list of links, an export, a sheet of paper")),
    FieldSpec("who", _("Who has it")),
    FieldSpec("since", _("Since when")),
)
BOXES = {ENTRY: ENTRY_BOXES, HEADER: HEADER_BOXES, REPORT: REPORT_BOXES, HELD: HELD_BOXES}
# Three boxes are enough when it is spreading now; who writes no names gets the words in place of the account.
SHORT = ("link", "account", "date", "time", "zone")
# They begin with those: a link can name somebody.
SHORT_FOR_WORKERS = ("words", "date", "time", "zone", "link")


def asked_of(kind: str, a: Answers) -> tuple[FieldSpec, ...]:
    """The boxes of this kind of row that this person is asked. A friend writes link, account and time only."""
    if a.for_friend:
        return tuple(box for box in BOXES[kind] if box.friend)
    return tuple(box for box in BOXES[kind] if box.asked(a))


def short_form(a: Answers) -> tuple[FieldSpec, ...]:
    """The first form: link, account (or words) and time."""
    wanted = SHORT_FOR_WORKERS if a.for_client else SHORT
    known = {box.slug: box for box in ENTRY_BOXES}
    return tuple(known[slug] for slug in wanted)
