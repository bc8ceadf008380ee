"""How easy a French text is to read: the formula of Kandel and Moles, with numbers and names as one short word each.

100 is very easy, 85 is what grade 6 is to English, and 74 what grade 8 is. On a short text the number is noise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_VOWELS = re.compile("[aàâeèêiîoôuùûyœæ]+|[éëï]|(?<=[aeiouéy])[ïü]")
# Not heard: the "u" after q and g.
_SILENT = re.compile("(?<=[qg])u(?=[eéèêiîaàâo]|$)")
# Between vowels it begins the next syllable.
_BETWEEN = re.compile("(?<=[aou])y(?=[aeéèo])")
# An "e" at the end is not heard, nor are "es" and, in a verb, "ent".
_END = re.compile("(?<=[^aeiouy])(?:es?|(?<!m)ent)$|(?<=[aiouéy])(?:es?|ent)$")
_HEARD_ENT = re.compile("(?:arg|acc|abs|prés|par|souv|c|cli|ag|urg|différ|pati|d|v|t|réc|innoc|cont|suffis)ent$")
_ADDRESS = re.compile(r"\S+\.(?:org|ca|com|uk|net|gov|edu|ie|nz|au|fr|html?)\S*|\S+@\S+")
_NUMBER = re.compile("\\+?\\d[\\d\u00a0() h-]*\\d|\\d")
_CAPITAL = "[A-ZÀÉÈÎŒ][\\w’.-]*"
_NAME = re.compile(f"(?<=[a-zé,;:»] ){_CAPITAL}(?:(?: (?:of|the|de|du|des|la|le|et|d’|l’))* ?{_CAPITAL})*")
_WORD = re.compile("[a-zàâçéèêëîïôöùûüœæ]+", re.IGNORECASE)
LONGEST = 20


def syllables(word: str) -> int:
    """Syllables as they are heard; wrong in about one word of ten."""
    word = _BETWEEN.sub("-i", _SILENT.sub("", word.lower()))
    heard = word if _HEARD_ENT.search(word) else _END.sub("", word)
    return max(1, len(_VOWELS.findall(heard)))


def plainly(sentence: str) -> str:
    """The sentence with each name, address and number as one short word."""
    return _NAME.sub("Anne", _NUMBER.sub("un", _ADDRESS.sub("ici", sentence)))


def words_of(sentence: str) -> list[str]:
    """Its words: what stands between blanks, with the article that is elided before it."""
    return [word for word in plainly(sentence).split() if _WORD.search(word)]


@dataclass(frozen=True, slots=True)
class Ease:
    """What was found: the ease, the number of words, and the whole sentences of more than `LONGEST` words."""

    ease: float
    words: int
    long: tuple[str, ...]


def measure(sentences: Sequence[str]) -> Ease:
    """The ease of a page, given as its sentences."""
    counted = [(sentence, words_of(sentence)) for sentence in sentences]
    counted = [(sentence, words) for sentence, words in counted if words]
    many = sum(len(words) for _sentence, words in counted)
    if not many:
        return Ease(100.0, 0, ())
    heard = sum(syllables(part) for _sentence, words in counted for word in words for part in _parts(word))
    ease = 207 - 1.015 * many / len(counted) - 73.6 * heard / many
    return Ease(ease, many, tuple(said for said, words in counted if len(words) > LONGEST and _ends(said)))


def _ends(sentence: str) -> bool:
    # Labels, headings and buttons are no sentences.
    return sentence.rstrip("»”’) \u00a0").endswith((".", "!", "?", ":"))


def _parts(word: str) -> list[str]:
    # What is elided is heard with the word after it.
    return [part for part in _WORD.findall(word) if len(part) > 1 or part.lower() in "aàyôo"]
