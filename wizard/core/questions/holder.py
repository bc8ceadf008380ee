"""Who has it or did it, in the words of the person, of a helper, and of a child under 13 alone."""

from functools import cache

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, FactsForGuide, Replies
from wizard.core.questions.conditions import grown, helping, own_post, under_13_alone


def holder(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    """The choices of `holder` for this person."""
    if under_13_alone(r):
        return _of_a_child(own_post(r))
    return _people(helping(r), grown(r), own_post(r))


# When a choice is offered that leans on more than one answer: the map says it in the words of the rule.
OFFERED_WHEN = {"holder me": own_post}


# Kept once made: the proof asks for the same choices a million times.
@cache
def _people(theirs: bool, is_grown: bool, own: bool) -> tuple[Choice, ...]:
    made = _THEIRS if theirs else _OWN
    left_out = {*(() if is_grown else ("young",)), *(() if own else ("me",))}
    return tuple(choice for choice in made if choice.value not in left_out)


@cache
def _of_a_child(own: bool) -> tuple[Choice, ...]:
    return tuple(choice for choice in _CHILD if own or choice.value != "me")


_ONLINE = _("Or a group, even if you were close or talked for a long time")
_MET = _("You have met in real life")
_HELPS = _("Police, nurse, care worker, social worker, landlord")
_TRUST = Choice("trust", _("A teacher, coach, boss, youth leader or faith leader"))
_FAMILY = _("Also a step-parent, foster carer or cousin, even if they live elsewhere")
_THEIR_ONLINE = _("Or a group, even if they were close or talked for a long time")
_OWN = (
    Choice("stranger", _("Someone I know only online"), _ONLINE),
    Choice("peer", _("Someone about my age that I know in real life")),
    Choice("young", _("A child or teenager I know")),
    Choice("adult", _("An adult I know"), _("A neighbour, a family friend, someone at work")),
    Choice("partner", _("A partner, husband, wife or ex"), _MET),
    _TRUST,
    Choice("duty", _("Someone whose job is to help, care or guard"), _HELPS),
    Choice("family", _("Someone in my family or my home"), _FAMILY),
    Choice("me", _("Nobody else. I put it there myself"), _("Nobody asked or pushed me")),
    Choice("unknown", _("I do not know who")),
)
_THEIRS = (
    Choice(
        "stranger",
        _("Someone they know only online"),
        _("Or a group, even if they were close or talked for a long time"),
    ),
    Choice("peer", _("Someone about their age that they know")),
    Choice("young", _("A child or teenager they know")),
    Choice("adult", _("An adult they know"), _("A neighbour, a family friend, someone at work")),
    Choice("partner", _("A partner, husband, wife or ex"), _("They have met in real life")),
    _TRUST,
    Choice("duty", _("Someone whose job is to help, care or guard"), _HELPS),
    Choice("family", _("Someone in their family or home"), _FAMILY),
    Choice("me", _("Nobody else. They put it there themselves"), _("Nobody asked or pushed them")),
    Choice("unknown", _("They do not know who")),
)
_CHILD = (
    Choice("stranger", _("Someone from a game or app")),
    Choice("peer", _("A child I know")),
    Choice("adult", _("A grown-up I know")),
    Choice("partner", _("My boyfriend, girlfriend or ex")),
    Choice("trust", _("A teacher, coach or leader")),
    Choice("duty", _("Someone whose job is to help, like police or a nurse")),
    Choice("family", _("Someone in my family or home")),
    Choice("me", _("Me, and nobody asked me")),
    Choice("unknown", _("I do not know")),
)
