"""The boxes of the log, as one table: what is asked, of whom, and how long an answer may be. Pure.

The slug of a box is its name in every export, so it never changes. To add a box, add a row. Every box may stay empty.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words

ENTRY, HEADER, REPORT, HELD = "entry", "header", "report", "held"
LINE, LONG = 300, 5000  # characters

Choices = tuple[tuple[str, Words], ...]


def _always(a: Answers) -> bool:
    return True


def _not_worker(a: Answers) -> bool:
    """A worker writes no names and no numbers: the person keeps those in their own notes."""
    return not a.for_client


def _adult_picture(a: Answers) -> bool:
    """Nobody describes a picture of a child, and no helper has to look at a picture to fill in a box."""
    return not a.subject_under_18 and not a.helper


@dataclass(frozen=True, slots=True)
class Box:
    """One box. `kind` is line, long, date, time, zone or choice; `most` counts characters; `group` is its heading."""

    slug: str
    label: Words
    kind: str = "line"
    most: int = LINE
    group: Words = ""
    hint: Words = ""
    choices: Choices = ()
    asked: Callable[[Answers], bool] = _always
    friend: bool = False  # a friend is asked these only
    helper: Words = ""  # the label for somebody who writes for another person

    def label_for(self, a: Answers) -> Words:
        """The label as this person reads it."""
        return self.helper if self.helper and a.helper else self.label


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
SURE: Choices = (("sure", _("Sure")), ("about", _("About then")), ("not-sure", _("Not sure")))
REAL: Choices = (
    ("real", _("Real")),
    ("fake", _("Made up")),
    ("edited", _("Edited")),
    ("unsure", _("I do not know")),
)
SAVED: Choices = (
    ("words", _("In words only")),
    ("link", _("As a link")),
    ("export", _("As an export of the app")),
    ("print", _("On paper")),
)
YES_NO: Choices = (("yes", _("Yes")), ("no", _("No")), ("unsure", _("I do not know")))

_WHAT, _WHEN, _WHERE = _("What happened"), _("When"), _("Where")
_WHO, _WANT, _PAID = _("The account"), _("What they want"), _("If something was paid")
_PICTURE, _SEEN, _KEPT, _NEXT = _("The picture"), _("Who saw it"), _("How it was kept"), _("What came next")

ENTRY_BOXES: tuple[Box, ...] = (
    Box("kind", _("What is it?"), "choice", group=_WHAT, choices=KINDS),
    Box("words", _("The exact words"), "long", LONG, _WHAT, _("What was written or said, word for word.")),
    Box("date", _("Day"), "date", 30, _WHEN, friend=True),
    Box("time", _("Time"), "time", 30, _WHEN, friend=True),
    Box("zone", _("Time zone"), "zone", 60, _WHEN, friend=True),
    Box("sure", _("How sure is the day and time?"), "choice", group=_WHEN, choices=SURE, friend=True),
    Box("noticed", _("When did you find out?"), group=_WHEN),
    Box("platform", _("App or site"), group=_WHERE, friend=True),
    Box(
        "link",
        _("Link to the post or the chat"),
        "line",
        2000,
        _WHERE,
        _("Copy it, if there is one. You can leave this open."),
        friend=True,
    ),
    Box("profile", _("Link to the profile"), "line", 2000, _WHERE, asked=_not_worker),
    Box(
        "account", _("Account name"), group=_WHO, hint=_("With the @, if there is one."), asked=_not_worker, friend=True
    ),
    Box("shown_name", _("The name they show"), group=_WHO, asked=_not_worker),
    Box("account_id", _("A number or ID of the account"), group=_WHO, asked=_not_worker),
    Box("phone", _("Phone number"), group=_WHO, asked=_not_worker),
    Box("email", _("E-mail address"), group=_WHO, asked=_not_worker),
    Box("demand", _("What do they ask for?"), "long", 1000, _WANT),
    Box("deadline", _("Did they set a time limit?"), group=_WANT),
    Box("paid_how", _("How it was paid"), group=_PAID, hint=_("Bank, app, gift card, coins")),
    Box("paid_amount", _("How much"), group=_PAID),
    Box("paid_when", _("When"), group=_PAID),
    Box("paid_to", _("To which name or account"), group=_PAID, asked=_not_worker),
    Box("paid_reference", _("Reference or receipt number"), group=_PAID),
    Box("shows", _("What the picture shows, in one plain line"), group=_PICTURE, asked=_adult_picture),
    Box("real", _("Is it real?"), "choice", group=_PICTURE, choices=REAL),
    Box("seen_by", _("Who saw it, as far as you know"), "long", 1000, _SEEN, asked=_not_worker),
    Box("witnesses", _("Who could tell about it"), "long", 1000, _SEEN, asked=_not_worker),
    Box("why_them", _("Why you think it is this person"), "long", 1000, _SEEN),
    Box("saved_how", _("How did you keep the words or the link?"), "choice", group=_KEPT, choices=SAVED),
    Box("saved_where", _("Where that is now"), group=_KEPT, hint=_("A file name, a folder, a drawer")),
    Box("still_up", _("Is it still there?"), "choice", group=_KEPT, choices=YES_NO),
    Box("checked", _("When you last knew"), group=_KEPT),
    Box("did_next", _("What did you do next?"), "long", 1000, _NEXT),
    Box(
        "felt_unsafe",
        _("Did you feel in danger?"),
        "choice",
        group=_NEXT,
        choices=YES_NO,
        helper=_("Did they feel in danger?"),
    ),
)
HEADER_BOXES: tuple[Box, ...] = (
    Box(
        "relation",
        _("Who the other person is to you"),
        hint=_("A classmate, someone from an app, an ex"),
        helper=_("Who the other person is to them"),
    ),
    Box("first_contact", _("When and where it began")),
    Box("how_long", _("How long it has gone on")),
    Box(
        "effect",
        _("What it does to you"),
        "long",
        LONG,
        hint=_("Sleep, school, work, health, seeing people"),
        helper=_("What it does to them"),
    ),
)
REPORT_BOXES: tuple[Box, ...] = (
    Box("to", _("Who you told or asked")),
    Box("when", _("When")),
    Box("how", _("How"), hint=_("By form, by phone, in person")),
    Box("reference", _("Reference or case number")),
    Box("person", _("Name or badge of the person"), asked=_not_worker),
    Box("answer", _("What they said"), "long", 1000),
    Box("next", _("What happens next, and when")),
)
HELD_BOXES: tuple[Box, ...] = (
    Box("what", _("What it is"), hint=_("A list of links, an export, a sheet of paper")),
    Box("who", _("Who has it")),
    Box("since", _("Since when")),
)
BOXES = {ENTRY: ENTRY_BOXES, HEADER: HEADER_BOXES, REPORT: REPORT_BOXES, HELD: HELD_BOXES}
# Three boxes are enough when it is spreading now; who writes no names gets the words in place of the account.
SHORT = ("link", "account", "date", "time", "zone")
SHORT_FOR_WORKERS = ("link", "words", "date", "time", "zone")


def asked_of(kind: str, a: Answers) -> tuple[Box, ...]:
    """The boxes of this kind of row that this person is asked. A friend writes link, account and time only."""
    if a.for_friend:
        return tuple(box for box in BOXES[kind] if box.friend)
    return tuple(box for box in BOXES[kind] if box.asked(a))


def short_form(a: Answers) -> tuple[Box, ...]:
    """The first form: link, account (or words) and time."""
    wanted = SHORT_FOR_WORKERS if a.for_client else SHORT
    known = {box.slug: box for box in ENTRY_BOXES}
    return tuple(known[slug] for slug in wanted)
