"""The boxes of the message that a person writes, as one table. Pure. The slug of a box never changes."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.rules import always
from wizard.records.core.field import Choices, FieldSpec

MESSAGE = "message"  # the kind of its row, of which a visit has one
YES, NO = "yes", "no"
_ANSWERS: Choices = ((YES, _("Yes")), (NO, _("No")))


def _partner(a: Answers) -> bool:
    """Who was close to them can be dangerous without having been called so."""
    return a.partner


def _stop(slug: str, words: Words, asked: Callable[[Answers], bool] = always) -> FieldSpec:
    return FieldSpec(slug, words, "choice", choices=_ANSWERS, asked=asked)


# Asked before any words. One yes, or one left open, and there is no message for now.
STOPS: tuple[FieldSpec, ...] = (
    _stop("told_not_to", _("Has a court, the police or a worker said that there must be no contact?")),
    _stop("in_court", _("Is there a court case about you two, is a lawyer involved, or do you share children?")),
    _stop("got_worse", _("Have you asked this person before, and did things get worse?")),
    _stop(
        "hurt_before",
        _(
            "Have they ever hurt or followed you, checked your phone, come to your door, or said they would hurt "
            "themself?"
        ),
        _partner,
    ),
    _stop("near_tonight", _("Could they reach you in person tonight?")),
)


def stops(a: Answers) -> tuple[FieldSpec, ...]:
    """The questions that this person is asked before any words."""
    return tuple(replace(box, label=_young(box)) if a.minor_now else box for box in STOPS if box.asked(a))


def _young(box: FieldSpec) -> Words:
    """The label for somebody under 18, who is not asked of children of their own."""
    return _("Is there a court case about you two, or is a lawyer involved?") if box.slug == "in_court" else box.label


STYLE = FieldSpec("style", _("How you want to say it"), most=20)
BLANKS: tuple[FieldSpec, ...] = (
    FieldSpec(
        "about",
        _("Which picture is this about?"),
        most=200,
        hint=_("A few words, so that they know which one. Do not say what it shows."),
    ),
    FieldSpec(
        "feel",
        _("How does it make you feel?"),
        most=200,
        hint=_("This completes “I feel …”. Only one of the three texts uses it."),
    ),
    FieldSpec("ask", _("What are you asking for?"), most=300, hint=_("This completes “Please …”.")),
)
TEXT = FieldSpec("text", _("Your text"), "long", 2000)
# The note that was made of it.
NOTED = FieldSpec("noted", _("Its place in your notes"), most=32)
BOXES: tuple[FieldSpec, ...] = (*STOPS, STYLE, *BLANKS, TEXT, NOTED)
