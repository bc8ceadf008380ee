"""Words as a person writes them, as one expression, and how each language is read.

`*` ends a word in any way, `…` stands for any words of the same sentence. Capitals make no difference, unless the
pattern begins with `=`. French has more signs (`french_words.py`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from wizard.core import french_negation, french_words, negation
from wizard.core.negation import Span

ENGLISH, FRENCH = "en", "fr"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a language is read: a text made plain, a pattern as an expression for it, and what a "not" excuses."""

    plain: Callable[[str], str]
    expression: Callable[[str], str]
    excused: Callable[[str, Span], bool]


def _expression(pattern: str) -> str:
    exact = pattern.startswith("=")
    pattern = pattern.removeprefix("=")
    words = re.escape(pattern).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\b.*\b").replace(r"\ ", r"\s+")
    starts, ends = pattern[:1].isalnum(), pattern[-1:].isalnum()
    whole = (r"\b" if starts else "") + words + (r"\b" if ends else "")
    return whole if exact else f"(?i:{whole})"


READINGS = {
    ENGLISH: Reading(str, _expression, negation.excused),
    FRENCH: Reading(french_words.plain, french_words.expression, french_negation.excused),
}


@lru_cache(maxsize=1024)
def compiled(patterns: tuple[str, ...], language: str = ENGLISH) -> re.Pattern[str]:
    """One expression for patterns in words, for texts that are plain. Raises KeyError for a verb without forms."""
    return re.compile("|".join(map(READINGS[language].expression, patterns)))


def spans(patterns: re.Pattern[str], sentence: str) -> Iterator[Span]:
    """Where the patterns stand, also those that begin inside another one."""
    found = patterns.search(sentence)
    while found:
        yield found.span()
        found = patterns.search(sentence, found.start() + 1)
