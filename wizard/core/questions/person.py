"""Who it is for, what is true right now, and whose eyes are on the phone."""

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, Question
from wizard.core.questions.conditions import always, chosen, fixed, say

_DANGER = (
    Choice("self-harm", _("I think about hurting myself or dying"), _("Even a little, even for a moment")),
    Choice("unsafe", _("Someone may hurt me")),
    Choice("meet", _("I was asked to meet, or someone is coming")),
    Choice("deadline", _("I was given a time limit")),
    Choice("none", _("None of these")),
)
_THEIR_DANGER = (
    Choice("self-harm", _("They may want to hurt themselves or die"), _("Or you are scared that they might")),
    Choice("unsafe", _("Someone may hurt them")),
    Choice("meet", _("They were asked to meet, or someone is coming")),
    Choice("deadline", _("They were given a time limit")),
    Choice("none", _("None of these")),
)
_DEVICE = (
    Choice("mine", _("Nobody else uses this phone")),
    Choice("shared", _("Other people use it too")),
    Choice("watched", _("Someone checks it, or could")),
    Choice("home", _("It is not safe for me if people at home find out")),
)
_THEIR_DEVICE = (
    Choice("mine", _("Nobody else uses their phone")),
    Choice("shared", _("Other people use it too")),
    Choice("watched", _("Someone checks it, or could")),
    Choice("home", _("It is not safe for them if people at home find out")),
)

QUESTIONS = (
    Question(
        "who",
        say(_("Who is this for?")),
        say(_("So that the words fit.")),
        fixed(
            Choice("self", _("Me")),
            Choice("child", _("My child"), _("Or a child I care for")),
            Choice("client", _("Someone I support in my work")),
            Choice("friend", _("A friend, brother, sister or partner")),
            Choice("sharer", _("I passed on someone’s picture"), _("You can start to put this right here")),
        ),
        always,
    ),
    Question(
        "danger",
        say(_("Is any of this true right now?")),
        say(_("Choose all that fit. Nobody sees what you tick. To reach a person, call or text a number above.")),
        chosen(_DANGER, _THEIR_DANGER),
        always,
        many=True,
        gives_way=frozenset({"none"}),
    ),
    Question(
        "device",
        say(_("Who must not see this?"), _("Who could see their phone?")),
        say(_("Choose all that fit. So that we do not show a step that others could find.")),
        chosen(_DEVICE, _THEIR_DEVICE),
        always,
        many=True,
        gives_way=frozenset({"mine"}),
    ),
)
