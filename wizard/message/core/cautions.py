"""What could turn against the person who sends a text: one sentence for each thing found. Pure.

A check warns and stops nothing. It can miss something, and it can be wrong; the page says so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Words
from wizard.core.patterns import compiled

LONGEST = 60  # characters of the text that are quoted
_CURLY = str.maketrans("’‘", "''")
# Translators: phrases between bars. * ends a word in any way, … stands for any words. Write those of your language.
_THREATS = _(
    "or else | or I will | or I'll | if you don't … I will | if you don't … I'll | if you do not … I will | "
    "I will post | I'll post | I will share | I'll share | I will expose | I'll expose | I will tell everyone | "
    "I'll tell everyone | I will ruin | I'll ruin | I will hurt | I'll hurt | I will kill | I'll kill | kill you | "
    "I will find you | I'll find you | I will get you | you will pay | you'll pay | you will regret | you'll regret | "
    "you will be sorry | you'll be sorry | you'll see | last warning | last chance | watch your back | "
    "I know where you live | I will make you | I'll make you"
)
_DEALS = _(
    "money | cash | dollars | euros | pounds | gift card* | e-transfer | etransfer | paypal | bitcoin | "
    "pay you | pay me | pay for | will pay | can pay | I'll give you | I will give you | I can give you | "
    "in exchange | in return | make a deal | a deal | if you delete … I will | if you delete … I'll | "
    "I will do anything | I'll do anything | I'll send you | I will send you"
)
_OFFICIALS = _(
    "police | cops | court | judge | lawyer* | sue | suing | charges | press charges | jail | prison | arrest* | "
    "report you | criminal record"
)
_MEETING = _("meet me | meet up | let's meet | meet you | see you at | come over | come to my | talk in person")
_PLACES = _(
    "my address | I live at | I live on | I live near | my house | my flat | apartment | my school is | I work at"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look for: phrases between bars, or an expression; `says` is the sentence, with the words found."""

    slug: str
    says: Words
    phrases: Words = ""
    expressions: tuple[re.Pattern[str], ...] = ()

    def find(self, text: str) -> str:
        """The first words of the text that this check means, "" when there are none."""
        plain = text.translate(_CURLY)
        found = (pattern.search(plain) for pattern in (*self._patterns(), *self.expressions))
        # One sign stands for one, so the places are those of the text itself.
        return next((text[match.start() : match.end()] for match in found if match), "")

    def _patterns(self) -> Iterator[re.Pattern[str]]:
        phrases = tuple(phrase.strip().translate(_CURLY) for phrase in str(self.phrases).split("|") if phrase.strip())
        if phrases:
            yield compiled(phrases)


_STREETS = r"street|st|avenue|ave|road|rd|drive|dr|lane|ln|crescent|cres|boulevard|blvd|terrace|highway|hwy"
_STREET = re.compile(rf"(?i)\b\d{{1,5}}[a-z]?,?\s+(?:[\w'.-]+\s+){{1,3}}(?:{_STREETS})\b|\b\d{{1,5}},?\s+rue\s+\w+")
_SUM = re.compile(r"[$€£]\s?\d|\d\s?[$€£]")
# Seven digits and more with what people put between them, but no day like 2026-11-22 and no part of a link.
_PHONE = re.compile(r"(?<![\w/=-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?!\w)")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.,]{2,}")

CHECKS: tuple[Check, ...] = (
    Check("threat", _("“%(words)s” can sound like a threat. It could be used against you. Leave it out."), _THREATS),
    Check(
        "deal",
        _("“%(words)s” can sound like a deal. The other person could ask for more. Leave it out."),
        _DEALS,
        (_SUM,),
    ),
    Check(
        "officials",
        _("“%(words)s” can sound like a threat here. You can get their help without telling this person."),
        _OFFICIALS,
    ),
    Check(
        "meeting",
        _("“%(words)s” sounds like a plan to meet. You do not owe anyone a meeting. Leave it out."),
        _MEETING,
    ),
    Check("place", _("“%(words)s” could show where to find you. Leave it out."), _PLACES, (_STREET,)),
    Check("phone", _("“%(words)s” looks like a phone number. Leave numbers out."), expressions=(_PHONE,)),
    Check("email", _("“%(words)s” looks like an e-mail address. Leave it out."), expressions=(_EMAIL,)),
)


def checks(postal_codes: Iterable[str] = ()) -> tuple[Check, ...]:
    """The table; what shows a place has the postal codes too, an expression for those of each country."""
    codes = tuple(map(re.compile, postal_codes))
    return tuple(
        replace(check, expressions=(*check.expressions, *codes)) if check.slug == "place" else check for check in CHECKS
    )


def warnings(text: str, postal_codes: Iterable[str] = ()) -> tuple[str, ...]:
    """One sentence for each thing in a text that could turn against its writer, in the order of the table."""
    found = ((check, check.find(text)) for check in checks(postal_codes))
    return tuple(str(check.says) % {"words": _short(words)} for check, words in found if words)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
