"""What is happening, who did it, what was already done and where."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from resources.core.place_order import leading
from wizard.core.flow import Choice, FactsForGuide, PlatformChoice, Question, Replies, Words
from wizard.core.questions.already import DONE, DONE_BY_THEM
from wizard.core.questions.conditions import (
    asks_age_then,
    asks_holder_age,
    chosen,
    fixed,
    grown_or_helped,
    helping,
    may_have_acted,
    names_holder,
    pictured,
    say,
    tells_what,
    when,
)
from wizard.core.questions.holder import holder
from wizard.core.questions.what import what


@lru_cache(maxsize=256)
def _sites(platforms: tuple[PlatformChoice, ...], theirs: bool, country: str, age: str) -> tuple[Choice, ...]:
    sent = _("It was sent to their school or work") if theirs else _("It was sent to my school or my work")
    work = Choice("school-work", sent, group="other")
    first = leading(platforms, country, age)
    named = (*first, *(place for place in platforms if place not in first))
    return (
        *(Choice(p.slug, p.name, "", "likely" if p in first else "more", p.found_by) for p in named),
        Choice("website", _("A website"), _("A porn site, a forum, a page"), "other"),
        Choice("search", _("It comes up in a search"), _("Google, Bing or another"), "other"),
        Choice("group-chat", _("A group chat"), _("Class, team, family, friends: tick the app too"), "other"),
        work,
        Choice("offline", _("Not online"), _("Shown on a phone, printed, passed by hand"), "other"),
        Choice("other", _("Somewhere else, or I do not know"), group="other"),
    )


def _where(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    age = r.one("age")
    side = "" if age is None else "adult" if age == "18-plus" else "under-18"
    return _sites(world.platforms, helping(r), r.one("place") or world.home, side)


def _whose_age(r: Replies) -> str:
    """Whose age counts: "them" in the picture that was passed on, "any" of several, "own"."""
    if r.has("who", "sharer") or (r.has("what", "passed-on") and not pictured(r)):
        return "them"
    return "any" if r.has("what", "passed-on") else "own"


_AGE_THEN = {
    "them": (_("How old was the person in the picture?"), _("How old was the person in the picture?")),
    "any": (
        _("How old was the youngest in any of these pictures, you or someone else?"),
        _("How old was the youngest in any of these pictures, they or someone else?"),
    ),
    "own": (_("How old were you in the picture?"), _("How old were they in the picture?")),
}
_AGE_THEN_HINTS = {
    "them": (
        _("If there are several, choose the youngest. If you were made to do it and are in one too, count yourself."),
        _("If there are several, choose the youngest."),
    ),
    "any": (_("If you are not sure, choose the first answer."), _("If you are not sure, choose the first answer.")),
    "own": (
        _(
            "If there are several, choose the youngest. For a fake, choose how old you look in it. If there is no "
            "picture of you, skip this."
        ),
        _(
            "If there are several, choose the youngest. For a fake, choose how old they look in it. If there is no "
            "picture of them, skip this."
        ),
    ),
}


def _age_then(words: Mapping[str, tuple[Words, Words]]) -> Callable[[Replies], Words]:
    return lambda r: words[_whose_age(r)][helping(r)]


_UNDER = Choice("under-18", _("Under 18, or it could be"))
_YES_NO = fixed(Choice("yes", _("Yes")), Choice("no", _("No")))
_SCARED = fixed(Choice("yes", _("Yes, sometimes or often")), Choice("no", _("No, never")))

QUESTIONS = (
    Question(
        "forced",
        say(_("Did someone make you do it, push you, or threaten you?")),
        say(_("If so, it changes what can help you.")),
        _YES_NO,
        when(grown_or_helped, lambda r: r.has("who", "sharer")),
    ),
    Question(
        "what",
        say(_("What is happening?")),
        say(
            _(
                "Tick all that fit. One is enough. “Picture” also means a video, a live call, a fake, "
                "or one with clothes on that could harm you."
            ),
            _(
                "Tick all that fit. One is enough. “Picture” also means a video, a live call, a fake, "
                "or one with clothes on that could harm them."
            ),
        ),
        what,
        when(tells_what),
        many=True,
        gives_way=frozenset({"worried"}),
    ),
    Question(
        "age-then",
        _age_then(_AGE_THEN),
        _age_then(_AGE_THEN_HINTS),
        chosen(
            (_UNDER, Choice("18-plus", _("18 or older, I am sure"))),
            (_UNDER, Choice("18-plus", _("18 or older, they are sure"))),
        ),
        when(asks_age_then),
    ),
    Question(
        "holder",
        say(_("Who has the picture, or did this, or sent it?")),
        say(
            _("If it is more than one, choose the one you fear most."),
            _("If it is more than one, choose the one they fear most."),
        ),
        holder,
        when(names_holder),
    ),
    Question(
        "holder-age",
        say(_("Is that person 18 or older?")),
        say(_("Answer for the time when it happened. If it is still going on, answer for now.")),
        fixed(Choice("young", _("No, under 18")), Choice("adult", _("Yes, 18 or older"))),
        when(grown_or_helped, asks_holder_age),
    ),
    Question(
        "afraid",
        say(
            _("Are you ever scared of this person, or careful not to upset them?"),
            _("Are they ever scared of this person, or careful not to upset them?"),
        ),
        say(
            _("They may get angry, follow you, hurt someone or themself, or have power over you."),
            _("You can see it in small things: they hide the phone, or they answer at once."),
        ),
        _SCARED,
        when(grown_or_helped, lambda r: r.has("holder", "peer", "adult", "partner", "trust", "duty")),
    ),
    Question(
        "already",
        say(_("Has any of this already happened?")),
        say(
            _("Tick all that fit. Many people have done these things. It is not your fault."),
            _("Tick all that fit. Many people have done these things. It is not their fault."),
        ),
        chosen(DONE, DONE_BY_THEM),
        when(grown_or_helped, may_have_acted),
        many=True,
        gives_way=frozenset({"none"}),
    ),
    Question(
        "where",
        say(_("Where is it happening?")),
        say(_("Tick all that fit.")),
        _where,
        when(grown_or_helped),
        many=True,
    ),
)
