"""Who it is for, what is true right now, and whose eyes are on the phone."""

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, Question
from wizard.core.questions.conditions import always, chosen, fixed, say

_DANGER = (
    Choice("self-harm", _("I am thinking about hurting myself or dying"), _("Even a little, even for a moment")),
    Choice("unsafe", _("Someone has hurt me, or may hurt me")),
    Choice("meet", _("Someone wants to meet me, or is on the way to me")),
    Choice("deadline", _("I was given a time limit")),
    Choice("none", _("None of these")),
)
_THEIR_DANGER = (
    Choice("self-harm", _("They may want to hurt themselves or die"), _("Or you are scared that they might")),
    Choice("unsafe", _("Someone has hurt them, or may hurt them")),
    Choice("meet", _("Someone wants to meet them, or is on the way to them")),
    Choice("deadline", _("They were given a time limit")),
    Choice("none", _("None of these")),
)
_DEVICE = (
    Choice("mine", _("Nobody else can see this phone")),
    Choice("shared", _("Other people use this phone too")),
    Choice("watched", _("Someone checks this phone, or could"), _("A person or an app")),
    Choice("home", _("I am not safe if people at home find out")),
)
_THEIR_DEVICE = (
    Choice("mine", _("No, nobody like that can see it")),
    Choice("shared", _("Other people use it too")),
    Choice("watched", _("Yes, someone like that checks it, or could"), _("Someone else, not you")),
    Choice("home", _("They are not safe if people at home find out")),
)

QUESTIONS = (
    Question(
        "who",
        say(_("Who is this for?")),
        say(_("Your answer helps us find the right words.")),
        fixed(
            Choice("self", _("Me"), _("Something happened, or I am scared it will")),
            Choice("child", _("My child"), _("Or a grandchild or a child I look after. Grown up now counts too.")),
            Choice("client", _("Someone I support in my work")),
            Choice("friend", _("A friend, partner or relative"), _("Also a parent or another adult I look after")),
            Choice(
                "sharer",
                _("I shared or made a picture of someone else"),
                _("Or someone made me do it. You can start to put it right."),
            ),
        ),
        always,
    ),
    Question(
        "danger",
        say(_("Is any of this true right now?")),
        say(_("Tick all that fit. Nobody sees what you tick. To reach a person, call or text a number above.")),
        chosen(_DANGER, _THEIR_DANGER),
        always,
        many=True,
        gives_way=frozenset({"none"}),
    ),
    Question(
        "device",
        say(
            _("Who must not see this?"),
            _("Could the person who did this, or anyone they must hide it from, see their phone?"),
        ),
        say(_("Tick all that fit. Then your plan will warn you about steps that others could notice.")),
        chosen(_DEVICE, _THEIR_DEVICE),
        always,
        many=True,
        gives_way=frozenset({"mine"}),
    ),
)
