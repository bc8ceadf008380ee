"""Every text of the catalogues beside its English, once for each voice that has it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compass.languages import FRENCH
from compass.management.translating import read

# A list of words that the message maker looks for: no text that is read.
_LIST_OF_WORDS = re.compile(r" \| .* \| ")


class Pair(NamedTuple):
    """A text of the code and what stands for it in one voice; a plural is a pair of its own."""

    voice: str
    context: str
    english: str
    french: str

    @property
    def name(self) -> str:
        """What names it in a list of looked-at texts."""
        return f"{self.context}: {self.english}" if self.context else self.english


@lru_cache(maxsize=1)
def pairs() -> tuple[Pair, ...]:
    """All of them, in the order of the files; lists of words that are looked for are left out."""
    found = (pair for voice in FRENCH.voices for pair in _of(voice))
    return tuple(pair for pair in found if not _LIST_OF_WORDS.search(pair.english))


def _of(voice: str) -> Iterator[Pair]:
    for entry in read(voice):
        context = entry.msgctxt or ""
        if entry.msgid_plural:
            yield Pair(voice, context, entry.msgid, entry.msgstr_plural[0])
            yield Pair(voice, context, entry.msgid_plural, entry.msgstr_plural[1])
        else:
            yield Pair(voice, context, entry.msgid, entry.msgstr)


_NOT = re.compile(
    r"\b(?:not|never|nobody|no|none|nothing|nowhere|neither|nor|without|cannot|unless|otherwise|except)\b|n[’']t\b",
    re.IGNORECASE,
)
_NE = re.compile(r"\b(?:ne\b|n’|sans\b|sauf\b|sinon\b)", re.IGNORECASE)
_BARE = re.compile(r"\b(?:pas|jamais|aucune?|non|ni|rien)\b|\bpersonne d’autre\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?:;»«“”]+")


def negations_in_english(text: str) -> int:
    """How many words of it say no."""
    return len(_NOT.findall(text))


def negations_in_french(text: str) -> int:
    """How many: each "ne" counts, and in a sentence without one whatever else says no counts once."""
    said = ((len(_NE.findall(part)), bool(_BARE.search(part))) for part in _SENTENCE.split(text))
    return sum(ne or bare for ne, bare in said)


_NUMBER = re.compile(r"\d+")
_PLACE = re.compile(r"%\([a-z_0-9]+\)[sd]|(?<!\{)\{[a-z_0-9]*\}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+\.(?:ca|com|org|gov|uk|net|eu)\b(?:/\S*)?|<[^>]+>")


def figures(text: str) -> Counter[str]:
    """The numbers that stand in it, with how often."""
    return Counter(_NUMBER.findall(_PLACE.sub(" ", text)))


def places(text: str) -> Counter[str]:
    """Its blanks, addresses and tags, with how often."""
    return Counter(_PLACE.findall(text)) + Counter(_ADDRESS.findall(text))


_QUOTED = {"english": re.compile("“([^“”]*)”"), "french": re.compile("«([^«»]*)»")}


def spoken(text: str, language: str) -> int:
    """How many whole sentences stand in it for somebody to say: words on buttons and names end in no full stop."""
    return sum(said.strip().endswith((".", "?", "!")) for said in _QUOTED[language].findall(text))
