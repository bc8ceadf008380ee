"""What was already done: in the words of the person, and of somebody who helps."""

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice

DONE = (
    Choice("paid", _("I sent money or gift cards")),
    Choice("sent-more", _("I sent more pictures")),
    Choice("sent-others", _("I sent a picture of someone else")),
    Choice("hurt-self", _("They made me hurt myself or do something")),
    Choice("replied", _("I answered the messages")),
    Choice("blocked", _("I blocked the account")),
    Choice("deleted", _("I deleted the chat or the account")),
    Choice("saved", _("I took screenshots of the picture")),
    Choice("none", _("None of these")),
)
# "They" would be the other person as well as the one who is helped.
DONE_BY_THEM = (
    Choice("paid", _("Money or gift cards were sent")),
    Choice("sent-more", _("More pictures were sent")),
    Choice("sent-others", _("Someone else’s picture was sent")),
    Choice("hurt-self", _("They were made to hurt themselves or do something")),
    Choice("replied", _("The messages were answered")),
    Choice("blocked", _("The account was blocked")),
    Choice("deleted", _("The chat or the account was deleted")),
    Choice("saved", _("Someone took screenshots of the picture")),
    Choice("none", _("None of these")),
)
