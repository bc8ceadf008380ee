"""The boxes of the message that a person writes, as one table. Pure. The slug of a box never changes."""

from django.utils.translation import gettext_lazy as _

from wizard.notes.core.fields import Box, Choices

MESSAGE = "message"  # the kind of its row, of which a visit has one
YES, NO = "yes", "no"
_ANSWERS: Choices = ((YES, _("Yes")), (NO, _("No")))

# Asked before any words. One yes, and there is no message for now.
STOPS: tuple[Box, ...] = (
    Box(
        "told_not_to",
        _("Has a court, the police or a worker said that there must be no contact?"),
        "choice",
        choices=_ANSWERS,
    ),
    Box("got_worse", _("Did you ask this person before, and did it get worse?"), "choice", choices=_ANSWERS),
)
STYLE = Box("style", _("The way it is said"), most=20)
BLANKS: tuple[Box, ...] = (
    Box("about", _("Which picture?"), most=200, hint=_("A few words that they will know. Do not say what it shows.")),
    Box("feel", _("How is it for you?"), most=200, hint=_("It goes on after “I feel”. One way to say it uses this.")),
    Box("ask", _("What do you ask for?"), most=300, hint=_("It goes on after “Please”.")),
)
TEXT = Box("text", _("Your text"), "long", 2000)
# The note that was made of it.
NOTED = Box("noted", _("Its place in your notes"), most=32)
BOXES: tuple[Box, ...] = (*STOPS, STYLE, *BLANKS, TEXT, NOTED)
