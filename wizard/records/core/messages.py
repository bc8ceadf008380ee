"""What the tools say when a form could not be saved. Pure."""

from django.utils.translation import gettext_lazy as _

FULL = _(
    "There is no room for more. What you typed is still here, but it is not kept yet. Take your notes along, or remove "
    "one that you do not need."
)


NOTHING = _("There is nothing to keep yet. A few words in one box are enough.")
