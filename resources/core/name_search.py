"""Finds names that were typed in a hurry: case, accents, spaces and small slips do not count. Pure; keeps nothing.

`nearest(typed, named)` answers the keys of the names that are near, nearest first, () when none is.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import pairwise
from unicodedata import normalize

# More than anybody types for a name: comparing costs the product of both lengths.
MOST_TAKEN, MOST_READ = 1000, 80
MOST_FOUND = 6
# Two letters stand inside nearly anything, and one wrong letter weighs more in a word of three.
SHORT = 3
LIKE, SHORT_LIKE = 0.72, 0.66
# Words of a sentence and of a title: "OF" is a name when it stands alone, and none in "a picture of me".
FILLER = frozenset(
    {"a", "an", "and", "any", "in", "like", "my", "of", "on", "or", "other", "that", "the", "to", "with"}
)
WHOLE, WORD, PART = 4.0, 3.0, 2.0

Named = tuple[str, Iterable[str]]  # key, and the names it goes by


def folded(text: str) -> str:
    """Letters and digits alone, small, without accents: "Snap  Chât!" gives "snapchat"."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if sign.isalnum())


def words(text: str) -> tuple[str, ...]:
    """The words of a text or the parts of an address, each folded."""
    return tuple(filter(None, map(folded, re.split(r"[\W_]+", normalize("NFKC", text)))))


def found_by(names: Iterable[str]) -> str:
    """What a script compares with what is typed: each word of the names, and each name in one piece, between blanks."""
    parts = (part for name in names for part in (folded(name), *words(name)))
    return " ".join(dict.fromkeys(filter(None, parts)))


def nearest(typed: str, named: Iterable[Named]) -> tuple[str, ...]:
    """Keys of at most `MOST_FOUND` names, nearest first; names that are equally near keep the order they came in."""
    asked = Asked(" ".join(typed[:MOST_TAKEN].split())[:MOST_READ])
    scores = [(max(map(asked.near, names), default=0.0), key) for key, names in named]
    # Where a whole word fits, what merely holds its letters is something else: "x" is X, and not Xbox.
    least = WORD if any(score >= WORD for score, _key in scores) else 0.0
    found = sorted((pair for pair in scores if pair[0] > 0 and pair[0] >= least), key=lambda pair: -pair[0])
    return tuple(key for _score, key in found[:MOST_FOUND])


class Asked:
    """What was typed, made ready once to be compared with many names."""

    def __init__(self, typed: str) -> None:
        self._whole, said = folded(typed), words(typed)
        # Two words that stand together can be one name: "tele gram group", "x.com/somebody".
        self._words = frozenset(said) - FILLER | {first + then for first, then in pairwise(said)}
        # The second text is the one that difflib prepares.
        self._matcher = SequenceMatcher(None, b=self._whole, autojunk=False)

    def near(self, name: str) -> float:
        """`WHOLE` name, a `WORD` of it, a `PART` where one begins with or holds the other, below 1 for a like one."""
        whole, parts = folded(name), [word for word in words(name) if word not in FILLER]
        if not whole or not self._whole:
            return 0.0
        if self._whole == whole:
            return WHOLE
        if self._whole in parts or whole in self._words:
            return WORD
        inside = len(self._whole) >= SHORT and self._whole in whole
        begins = len(whole) > SHORT and self._whole.startswith(whole)
        if inside or begins or whole.startswith(self._whole):
            return PART
        return max(map(self._like, (whole, *parts)))

    def _like(self, name: str) -> float:
        """How much of both is the same, from 0 to 1, and 0 when it is too little to be a slip."""
        lengths = (len(name), len(self._whole))
        if min(lengths) < SHORT:
            return 0.0
        least = SHORT_LIKE if max(lengths) <= SHORT else LIKE
        self._matcher.set_seq1(name)
        if self._matcher.real_quick_ratio() < least or self._matcher.quick_ratio() < least:
            return 0.0
        ratio = self._matcher.ratio()
        return ratio if ratio >= least else 0.0
