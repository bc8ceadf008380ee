"""The boxes of the message that a person writes, as one table. Pure. The slug of a box never changes."""

from django.utils.translation import gettext_lazy as _

from wizard.records.core.field import Choices, FieldSpec

MESSAGE = "message"  # the kind of its row, of which a visit has one
YES, NO = "yes", "no"
_ANSWERS: Choices = ((YES, _("Yes")), (NO, _("No")))

# Asked before any words. One yes, and there is no message for now.
STOPS: tuple[FieldSpec, ...] = (
    FieldSpec(
        "told_not_to",
        _("Has a court, the police or a worker said that there must be no contact?"),
        "choice",
        choices=_ANSWERS,
    ),
    FieldSpec("got_worse", _("Did you ask this person before, and did it get worse?"), "choice", choices=_ANSWERS),
)
STYLE = FieldSpec("style", _("The way it is said"), most=20)
BLANKS: tuple[FieldSpec, ...] = (
    FieldSpec(
        "about", _("Which picture?"), most=200, hint=_("A few words that they will know. Do not say what it shows.")
    ),
    FieldSpec(
        "feel", _("How is it for you?"), most=200, hint=_("It goes on after “I feel”. One way to say it uses this.")
    ),
    FieldSpec("ask", _("What do you ask for?"), most=300, hint=_("It goes on after “Please”.")),
)
TEXT = FieldSpec("text", _("Your text"), "long", 2000)
# The note that was made of it.
NOTED = FieldSpec("noted", _("Its place in your notes"), most=32)
BOXES: tuple[FieldSpec, ...] = (*STOPS, STYLE, *BLANKS, TEXT, NOTED)
