"""The boxes of a request, as one table. Pure.

The slug of a box is its name wherever it is kept, so it never changes.
"""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.records.core.field import YES_NO, FieldSpec
from wizard.remove.core.ledger import STATES
from wizard.remove.core.text_kinds import ACCOUNT, COPYRIGHT, EU, HOST, KINDS, OWN, PLAIN, PROFILE, SEARCH, US

REQUEST = "request"
# The name of the place. It is chosen, not typed.
PLACE = "place"
PLACE_BOX = FieldSpec(PLACE, _("App or site"))


def _not_worker(a: Answers) -> bool:
    return not a.for_client


_WHERE, _SIGN, _ASKED, _THEN = _("Where it is"), _("Who asks"), _("When you asked"), _("What happened with it")

BOXES: tuple[FieldSpec, ...] = (
    FieldSpec(
        "links",
        _("Links to the posts or the account"),
        "long",
        20_000,
        _WHERE,
        _("Put one on each line. Use only those you already have."),
    ),
    FieldSpec(
        "found", _("Where it is, in words"), "long", 1000, _WHERE, _("The group, the day, the place on the page.")
    ),
    FieldSpec("account", _("Account name"), group=_WHERE, asked=_not_worker),
    FieldSpec("search_words", _("The search words that bring it up"), group=_WHERE),
    FieldSpec("asks", _("Does the site want money, papers or a login?"), "choice", group=_WHERE, choices=YES_NO),
    FieldSpec(
        "signed", _("Your name, as a signature"), group=_SIGN, hint=_("The app or site will see it."), asked=_not_worker
    ),
    FieldSpec(
        "reach",
        _("How they can reach you"),
        "long",
        500,
        _SIGN,
        _("An email address that only you read. It does not need your name in it."),
        asked=_not_worker,
    ),
    FieldSpec(
        "faith",
        _(
            "Do you stand by this? “I believe, in good faith, that it was posted without consent, and what I write is "
            "true.”"
        ),
        "choice",
        group=_SIGN,
        choices=(("yes", _("Yes, I stand by this")),),
    ),
    FieldSpec("own", _("Did you take the picture yourself?"), "choice", group=_SIGN, choices=YES_NO),
    FieldSpec("way", _("Which request was it?"), "choice", group=_ASKED, choices=KINDS),
    FieldSpec("date", _("Date"), "date", 30, _ASKED),
    FieldSpec("time", _("Time"), "time", 30, _ASKED),
    FieldSpec("zone", _("Time zone"), "zone", 60, _ASKED),
    FieldSpec("how", _("How"), group=_ASKED, hint=_("In the app, by form, by email")),
    FieldSpec("reference", _("The number you got"), group=_ASKED),
    FieldSpec("state", _("What has happened so far?"), "choice", group=_THEN, choices=STATES),
    FieldSpec("answer", _("What they said"), "long", 1000, _THEN),
    FieldSpec("note", _("Anything else"), "long", 1000, _THEN),
)
# A box that only some texts or some places need.
ONLY_FOR = {
    "search_words": {SEARCH},
    "account": {ACCOUNT, PROFILE, PLAIN, OWN, US, EU},
    "signed": {PROFILE, PLAIN, US, EU, COPYRIGHT, HOST, SEARCH},
    "reach": {PROFILE, PLAIN, US, EU, COPYRIGHT, HOST, SEARCH},
    "faith": {US, EU, COPYRIGHT},
    "own": {COPYRIGHT},
    "asks": {HOST},
}
FIRST = ("links", "found", "account", "search_words")


def boxes_for(a: Answers, kinds: tuple[str, ...]) -> tuple[FieldSpec, ...]:
    """The boxes that this person is asked about a place where these texts fit."""
    needed = {slug for slug, users in ONLY_FOR.items() if users & {*kinds}}
    dropped = ONLY_FOR.keys() - needed
    sent = tuple((kind, words) for kind, words in KINDS if kind in kinds)
    asked = (replace(box, choices=sent) if box.slug == "way" else box for box in BOXES)
    return tuple(box for box in asked if box.slug not in dropped and box.asked(a))


def first_boxes(boxes: tuple[FieldSpec, ...]) -> tuple[FieldSpec, ...]:
    """Those of the short form on the card of a place."""
    return tuple(box for box in boxes if box.slug in FIRST)
