"""Where and how old: so that numbers and steps fit."""

from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Choice, FactsForGuide, Question, Replies
from wizard.core.questions.conditions import always, fixed, grown, helping, say, when


# Kept once made, because the proof asks for the same ones again and again.
@lru_cache(maxsize=256)
def _places(named: tuple[tuple[str, str], ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code, name) for code, name in named)


@lru_cache(maxsize=8)
def _or_another(named: tuple[tuple[str, str], ...]) -> tuple[Choice, ...]:
    return (*_places(named), Choice("other", _("Another country")))


def _countries(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    return _or_another(world.countries)


def _regions(r: Replies, world: FactsForGuide) -> tuple[Choice, ...]:
    return _places(world.regions.get(r.one("place") or "", ()))


_AGES = fixed(
    Choice("under-13", _("Under 13")),
    Choice("13-15", _("13 to 15")),
    Choice("16-17", _("16 or 17")),
    Choice("18-plus", _("18 or older")),
)


QUESTIONS = (
    Question(
        "place",
        say(_("Which country are you in now?"), _("Which country are they in now?")),
        say(_("We ask so that the numbers are right.")),
        _countries,
        always,
    ),
    Question(
        "region",
        say(_("Which province, territory or nation?")),
        say(_("We ask so that the numbers are right.")),
        _regions,
        lambda r, world: bool(_regions(r, world)),
    ),
    Question(
        "age",
        say(_("How old are you now?"), _("How old are they now?")),
        say(_("Some help is for people under 18, some for adults.")),
        _AGES,
        always,
    ),
    Question(
        "keeps-safe",
        say(_("Which of these fits them?")),
        say(_("So that the plan leaves to them what is theirs to decide.")),
        fixed(
            Choice(
                "yes",
                _("They decide for themself"),
                _("Also if they are scared, if someone controls them, or if they choose differently from you"),
            ),
            Choice(
                "no",
                _("An illness or a disability stops them from protecting themself"),
                _("For example dementia, a learning disability, a brain injury"),
            ),
        ),
        when(grown, helping),
    ),
)
