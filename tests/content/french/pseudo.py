"""A language that nobody speaks: every text of the catalogue in brackets, with accents, and longer than it was.

What stands on a page outside the brackets went through no catalogue; brackets that touch are words that are joined.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.utils.translation import trans_real

from compass.languages import FRENCH

OPENS, CLOSES = "⟦", "⟧"
_ACCENTS = str.maketrans("aceinouyACEIO", "àçéîñôùÿÀÇÉÎÔ")
# Blanks, tags and entities have to stay.
_KEPT = re.compile(r"(%\([a-z_0-9]+\)[sd]|%%|\{[a-z_0-9]*\}|<[^>]*>|&\w+;)")
_LIST_OF_WORDS = " | "
_WORD = re.compile(r"[^\W\d_]")


def pseudo(text: str) -> str:
    """The text as this language has it; a list of words that are looked for stays."""
    if _LIST_OF_WORDS in text or not _WORD.search(text):
        return text
    parts = _KEPT.split(text)
    said = "".join(part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts))
    longer = "~" * (len(text) // 4)
    return f"{OPENS}{said}{longer}{CLOSES}"


class _Catalogue:
    """A catalogue of Django's that answers so, and is itself in all else."""

    def __init__(self, real: Any) -> None:
        self.real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def gettext(self, message: str) -> str:
        return pseudo(message.rpartition(trans_real.CONTEXT_SEPARATOR)[2])

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)


@contextmanager
def spoken() -> Iterator[None]:
    """While this lasts, every voice of French is that language."""
    real: Callable[[str], Any] = trans_real.translation

    def translation(language: str) -> Any:
        found = real(language)
        return _Catalogue(found) if language in FRENCH.voices else found

    with mock.patch.object(trans_real, "translation", translation):
        yield


def outside(text: str) -> str:
    """What stands in no brackets."""
    depth, found = 0, []
    for sign in text:
        depth += (sign == OPENS) - (sign == CLOSES)
        found.append(" " if sign in (OPENS, CLOSES) else sign if not depth else "")
    return "".join(found)


_JOINED = re.compile(f"{CLOSES}[\\w{OPENS}]|\\w{OPENS}")


def joined(text: str) -> bool:
    """Whether two texts, or a text and a word, touch."""
    return bool(_JOINED.search(text))
