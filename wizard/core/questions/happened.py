"""What is happening, who did it, what was already done and where."""

from functools import cache, lru_cache

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, FactsForGuide, PlatformChoice, Question, Replies
from wizard.core.questions.conditions import (
    chosen,
    fixed,
    grown_or_helped,
    helping,
    may_have_acted,
    names_holder,
    say,
    subject_under_18,
    tells_what,
    when,
)

_BOTH = (
    Choice("demand-money", _("Someone wants money or gift cards"), _("Or they say they will share it")),
    Choice(
        "demand-more",
        _("Someone wants something else"),
        _("More pictures, to do things, to come back, to keep quiet"),
    ),
    Choice("threat", _("Someone says they will share it")),
    Choice("shared", _("It has been sent or posted")),
    Choice("fake", _("It is made up or edited"), _("It can hurt as much as a real one")),
    Choice("worried", _("None of this yet, but I am worried")),
)
_OWN = (*_BOTH, Choice("passed-on", _("I sent or posted someone else’s")))
_THEIRS = (*_BOTH, Choice("passed-on", _("They sent or posted someone else’s")))


def _what(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    if r.has("who", "friend", "sharer"):
        return _BOTH
    return _THEIRS if helping(r) else _OWN


# Kept once made: the proof asks for the same choices a million times.
@cache
def _people(theirs: bool, grown: bool) -> tuple[Choice, ...]:
    young = Choice("young", _("A child or teenager they know") if theirs else _("A child or teenager I know"))
    return (
        Choice("stranger", _("Someone met online")),
        Choice("peer", _("Someone about their age they know") if theirs else _("Someone about my age I know")),
        *((young,) if grown else ()),
        Choice("adult", _("An adult they know") if theirs else _("An adult I know")),
        Choice("partner", _("A partner or ex")),
        Choice("trust", _("Someone in charge"), _("A teacher, coach, boss, carer, faith leader or officer")),
        Choice("family", _("Someone in the family or the home")),
        Choice("unknown", _("I do not know who")),
    )


def _holder(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    return _people(helping(r), r.has("age", "18-plus"))


def _done(*, theirs: bool) -> tuple[Choice, ...]:
    hurt = (
        _("They made them hurt themselves or do something") if theirs else _("They made me hurt myself or do something")
    )
    saved = _("Someone took screenshots of the picture") if theirs else _("I took screenshots of the picture")
    return (
        Choice("paid", _("Money or gift cards were sent")),
        Choice("sent-more", _("More pictures were sent")),
        Choice("sent-others", _("Someone else’s picture was sent")),
        Choice("hurt-self", hurt),
        Choice("replied", _("The messages were answered")),
        Choice("blocked", _("The account was blocked")),
        Choice("deleted", _("The chat or account was deleted")),
        Choice("saved", saved),
        Choice("none", _("None of these")),
    )


@lru_cache(maxsize=8)
def _sites(platforms: tuple[PlatformChoice, ...]) -> tuple[Choice, ...]:
    return (
        *(Choice(p.slug, p.name, group="likely" if p.likely == 1 else "more") for p in platforms),
        Choice("website", _("A website"), group="other"),
        Choice("search", _("Search results"), group="other"),
        Choice("group-chat", _("A group chat"), group="other"),
        Choice("offline", _("Not online: shown, printed or passed by hand"), group="other"),
        Choice("other", _("Somewhere else"), group="other"),
    )


def _where(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    return _sites(world.platforms)


_YES_NO = fixed(Choice("yes", _("Yes")), Choice("no", _("No")))

QUESTIONS = (
    Question(
        "forced",
        say(_("Did someone make you do it, or threaten you?")),
        say(_("If so, it changes what can help you.")),
        _YES_NO,
        when(grown_or_helped, lambda r: r.has("who", "sharer")),
    ),
    Question(
        "what",
        say(_("What is happening?")),
        say(
            _(
                "Choose all that fit. “Picture” also means a video, a live call, a made-up one, "
                "or one with clothes on that could harm you."
            ),
            _(
                "Choose all that fit. “Picture” also means a video, a live call, a made-up one, "
                "or one with clothes on that could harm them."
            ),
        ),
        _what,
        when(tells_what),
        many=True,
        gives_way=frozenset({"worried"}),
    ),
    Question(
        "holder",
        say(_("Who has it, or who did it?")),
        say(_("If more than one, choose the one you fear most.")),
        _holder,
        when(names_holder),
    ),
    Question(
        "holder-age",
        say(_("Is that person 18 or older?")),
        say(_("If they are an adult now: were they an adult then?")),
        fixed(Choice("young", _("No, under 18")), Choice("adult", _("Yes, 18 or older"))),
        when(grown_or_helped, lambda r: r.has("holder", "peer", "partner"), subject_under_18),
    ),
    Question(
        "afraid",
        say(_("Do you have to be careful around this person?"), _("Do they have to be careful around this person?")),
        say(_("For example: they get angry, they follow, they hurt, or they hold power.")),
        _YES_NO,
        when(grown_or_helped, lambda r: r.has("holder", "peer", "adult", "partner", "trust")),
    ),
    Question(
        "already",
        say(_("Has any of this already happened?")),
        say(
            _("Choose all that fit. Many people did. It is not held against you."),
            _("Choose all that fit. Many people did. It is not held against them."),
        ),
        chosen(_done(theirs=False), _done(theirs=True)),
        when(grown_or_helped, may_have_acted),
        many=True,
        gives_way=frozenset({"none"}),
    ),
    Question(
        "where",
        say(_("Where is it happening?")),
        say(_("Choose all that fit.")),
        _where,
        when(grown_or_helped),
        many=True,
    ),
)
