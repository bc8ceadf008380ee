"""What is happening, in three groups, in the words of the person, of a helper, and of a child under 13 alone."""

from functools import cache

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, FactsForGuide, Replies
from wizard.core.questions.conditions import helping, under_13_alone

# The groups are named where the page is drawn (`wizard/guide/context.py`).
_WANTED = ("pressed", "pressed-theirs")


@cache
def _pressed(theirs: bool) -> tuple[Choice, ...]:
    group = _WANTED[theirs]
    more = (
        _("A picture, more pictures, sex, to meet, to come back, to keep quiet")
        if not theirs
        else _("From them: a picture, more pictures, sex, to meet, to come back, to keep quiet")
    )
    return (
        Choice(
            "demand-money",
            _("They want money or gift cards"),
            _("Or they will share it, even if nobody knows whether they have one"),
            group,
        ),
        Choice(
            "demand-more",
            _("They want something else from them") if theirs else _("They want something else from me"),
            more,
            group,
        ),
        Choice("threat", _("They say they will share it or show it"), _("Even if they ask for nothing"), group),
    )


@cache
def _out(theirs: bool) -> tuple[Choice, ...]:
    hidden = _("By a hidden camera, a phone, or in a call")
    account = (
        _("A fake profile, or their account was taken over")
        if theirs
        else _("A fake profile, or my account was taken over")
    )
    return (
        Choice("shared", _("It was sent, shown or posted"), _("Even to one person"), "made"),
        Choice(
            "filmed",
            _("They were filmed or photographed without knowing")
            if theirs
            else _("I was filmed or photographed without knowing"),
            hidden,
            "made",
        ),
        Choice("fake", _("It is made up or edited"), _("It can hurt as much as a real one"), "made"),
        Choice(
            "posing",
            _("Someone is pretending to be them online") if theirs else _("Someone is pretending to be me online"),
            account,
            "made",
        ),
    )


@cache
def _else(theirs: bool) -> tuple[Choice, ...]:
    sender = _("Of the sender, or of someone else")
    got = (
        _("Someone sent them a sexual picture, not of them")
        if theirs
        else _("Someone sent me a sexual picture, not of me")
    )
    passed = (
        _("They sent, posted or made one of someone else")
        if theirs
        else _("I sent, posted or made one of someone else")
    )
    worried = _("None of this yet, but I am worried about them") if theirs else _("None of this yet, but I am worried")
    return (
        Choice("received", got, sender, "else"),
        Choice("passed-on", passed, group="else"),
        Choice("worried", worried, group="else"),
    )


# A child reads fewer words, and no headings.
_CHILD = (
    Choice("demand-more", _("They want a picture or something else")),
    Choice("demand-money", _("They want money")),
    Choice("threat", _("They say they will show it")),
    Choice("shared", _("It was sent or shown to others")),
    Choice("filmed", _("Someone filmed me in secret")),
    Choice("fake", _("It is a fake")),
    Choice("posing", _("Someone is pretending to be me")),
    Choice("received", _("Someone sent me a picture with no clothes on")),
    Choice("passed-on", _("I sent one of someone else")),
    Choice("worried", _("None of these, but I feel bad or scared")),
)
_NOT_FOR = {"sharer": frozenset({"received", "passed-on", "worried"}), "friend": frozenset({"passed-on"})}


def what(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    """The choices of `what` for this person."""
    role = "sharer" if r.has("who", "sharer") else "friend" if r.has("who", "friend") else ""
    return _without(_NOT_FOR.get(role, frozenset()), under_13_alone(r), helping(r))


# Kept once made: the proof asks for the same choices a million times.
@cache
def _without(left_out: frozenset[str], alone: bool, theirs: bool) -> tuple[Choice, ...]:
    given = _CHILD if alone else (*_pressed(theirs), *_out(theirs), *_else(theirs))
    return tuple(choice for choice in given if choice.value not in left_out)
