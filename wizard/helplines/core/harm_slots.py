"""Whom to reach when somebody may be hurt: who the danger comes from decides the lines, and their order. Pure.

Under 18 it is a child line, where an adult finds a violence line, the people who work on pictures, or a victim line.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from resources.core.helpline import Helpline
from wizard.core.flow import Words
from wizard.helplines.core.key import NumberKey

When = Callable[[NumberKey, tuple[Helpline, ...]], bool]


@dataclass(frozen=True, slots=True)
class Label:
    """Words above lines: for the person, and for who helps them."""

    own: Words = ""
    helping: Words = ""

    def said_to(self, key: NumberKey) -> Words:
        """The words for who reads."""
        return self.helping if key.helper else self.own


@dataclass(frozen=True, slots=True)
class Slot:
    """Lines that stand together in a step: at most so many, from these pools in turn, maybe under a label.

    `when` is asked with the key and the lines that the parts before it took.
    """

    name: str
    most: int
    pools: tuple[str, ...]
    when: When = lambda key, taken: True
    label: Label = Label()
    says_who_calls: bool = False  # where the line takes no helpers, its label says that it is the person who can call


YOUNG = Label(_("If you are under 18"), _("If they are under 18"))
GROWN = Label(_("If you are 18 or older"), _("If they are 18 or older"))
DYING = Label(
    _("If you are thinking about dying, or need to talk now"),
    _("If they are thinking about dying, or you need to talk now"),
)
NEAR = Label(_("If someone close to you hurts you"), _("If someone close to them hurts them"))
ONLINE = Label(_("If it is someone from online"), _("If it is someone from online"))
MONEY = Label(_("If they want money"), _("If someone wants money"))
DATING = Label(
    _("If it is someone you are dating, or used to date"), _("If it is someone they are dating, or used to date")
)
CARE = Label(_("If you are not safe at home"), _("If they are not safe at home"))

CHILD = Slot("child", 1, ("child_line",))
_CHILD_BESIDE = {
    "partner": (Slot("dating", 1, ("dating",), label=DATING),),
    "family": (Slot("care", 1, ("child_protection",), label=CARE),),
}
# Beside a line for some stands one for everybody, or one for women and one for men stand together.
_VIOLENCE = Slot("violence", 2, ("violence",), label=NEAR)
_ONLINE = Slot("picture", 1, ("specialist",), label=ONLINE)
_GROWN_BY_SOURCE = {
    **dict.fromkeys(("partner", "family", "adult"), (_VIOLENCE,)),
    "stranger": (_ONLINE,),
    "stranger-money": (_ONLINE, Slot("money", 1, ("fraud",), label=MONEY)),
    "around": (Slot("hurt", 1, ("hurt_or_victim",)),),
    "unknown": (replace(_VIOLENCE, most=1), _ONLINE),
}
_YOUNG = Slot("child", 1, ("child_line",), label=YOUNG)
# An age that nobody gave: both, each under its label. Services for pictures stay as they are for the young.
_EITHER_AGE = {
    **dict.fromkeys(("stranger", "stranger-money"), (_YOUNG, Slot("grown", 1, ("grown_talk",), label=GROWN))),
    "around": (_YOUNG, Slot("grown", 1, ("grown_hurt",), label=GROWN)),
}
_EITHER_AGE_NEAR = (_YOUNG, Slot("violence", 1, ("grown_violence",), label=GROWN))


@lru_cache
def harm_slots(source: str, age: str) -> tuple[Slot, ...]:
    """The lines for harm from there (a `source` or `danger_from` of a key), best first; none for ""."""
    if not source:
        return ()
    if age == "skipped":
        return _EITHER_AGE.get(source, _EITHER_AGE_NEAR)
    if age == "minor":
        return (CHILD, *_CHILD_BESIDE.get(source, ()))
    return _GROWN_BY_SOURCE[source]


def talk_slots(key: NumberKey, most: int) -> tuple[Slot, ...]:
    """Somebody to talk to: at any age, or for each age where nobody gave one."""
    if key.age != "skipped":
        return (Slot("talk", most, ("talk",)),)
    return (Slot("talk", 1, ("child_line",), label=YOUNG), Slot("grown", 1, ("grown_talk",), label=GROWN))
