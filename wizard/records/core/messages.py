"""What the tools say when a form could not be saved. Pure."""

from django.utils.translation import gettext_lazy as _

FULL = _(
    "There is no room for more. What you typed is still here, but it is not added yet. Save or print your notes, or "
    "remove one that you do not need."
)


NOT_ASKED = _(
    "Your answers have changed, so some boxes are not here any more. Here is what you wrote in them, to copy. Nothing "
    "on this form is added yet. Tap the button below to add the rest."
)


NOTHING = _("There is nothing to add yet. A few words in one box are enough.")
