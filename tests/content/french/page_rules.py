"""What is asked of a whole French page: one voice, one language, and the signs and blanks of the catalogue."""

import re
from collections.abc import Iterator
from functools import cache

from compass.languages import FRENCH
from resources.loading.fixtures import read
from tests.conftest import FIXTURES
from tests.content.french.catalogues import pairs
from tests.content.french.reading import Piece, blocks, to_the_reader, words
from tests.content.french.rules import TU, VOUS, WRONG_SIGNS

# The part of a child's plan that is for a grown-up, on a screen and on paper.
FOLD = re.compile(
    r'<details class="sheet rows"><summary>Pour l’adulte[^<]*</summary>(.*?)</details>|'
    r'<h2 class="hand-over">[^<]*</h2>(.*?)(?:</main>|$)',
    re.DOTALL,
)
# On the page of a step that a child's plan keeps for a grown-up.
FOR_THE_GROWN_UP = "Cette partie est pour l’adulte qui aide."
# What /now/ says to a parent, whoever else reads it.
TO_A_PARENT = re.compile(r"<h2>Si ça arrive à votre enfant</h2>.*?</p>", re.DOTALL)
_ENGLISH = re.compile(
    r"\b(?:the|you|your|and|of|is|are|they|with|this|that|not|or|to|if|it|have|in|can|what|who|how|was|from|there|"
    r"open|take|call|picture|under|for|by|at|be|do|we|all|only|find|read|about|when|until|here)\b",
    re.IGNORECASE,
)
_MENU_WORDS = re.compile("“[^“”]*”")
_JOINED = re.compile(r"[a-zà-ÿ»][.?!;,](?=[A-ZÀ-Ý«])|[a-zà-ÿ](?=«)|»(?=\w)")
_ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\S*|\S+@\S+")


def other_voice(page: str, *, vous: bool) -> list[str]:
    """What speaks in the voice that this page has not; the part for a grown-up must not say "tu"."""
    folds = "".join(on_screen + on_paper for on_screen, on_paper in FOLD.findall(page))
    rest = TO_A_PARENT.sub("", FOLD.sub("", page))
    wrong = TU if vous else VOUS
    found = [text for text in to_the_reader(rest) if wrong.search(text)]
    return found + [text for text in to_the_reader(f'<p lang="fr">{folds}') if folds and TU.search(text)]


def two_voices(page: str) -> bool:
    """Whether a page of whom nobody knows the voice has both."""
    return all(other_voice(page, vous=vous) for vous in (True, False))


@cache
def _named(*keys: str) -> re.Pattern[str]:
    """What facts hold under these keys: names, which no language has, and the labels of numbers."""
    facts = read(FIXTURES)
    rows = [row for kind in facts.values() for row in kind]
    rows += [way for row in rows for way in row.get("channels", ())]
    found = {row[key]["en"] if isinstance(row[key], dict) else row[key] for row in rows for key in keys if row.get(key)}
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True))), re.IGNORECASE)


@cache
def _untranslated() -> frozenset[str]:
    return frozenset(pair.english for pair in pairs()) - {pair.french for pair in pairs()}


def english(page: str) -> Iterator[str]:
    """The paragraphs, labels and attributes that hold English and do not say so.

    An attribute cannot say so: what a fact calls a number may stand in one.
    """
    for block in blocks(page):
        if any(piece.ready for piece in block):
            continue
        text = words(block)
        if text in _untranslated():
            yield text
        elif _speaks_english(text):
            keys = ("name", "organisation", "label") if block[0].attribute else ("name", "organisation")
            if _speaks_english(_ADDRESS.sub("", _named(*keys).sub("", text))):
                yield text


def _speaks_english(text: str) -> bool:
    return len({word.lower() for word in _ENGLISH.findall(_MENU_WORDS.sub("", text))}) > 1


# What can go wrong between a text and what a template puts beside it; facts have quotation marks of their own.
BETWEEN_TEXTS = (
    *("a blank that breaks before : or %", "no blank before :", "a blank before ? ! ;"),
    *("no no-break space inside « »", "a blank that breaks after a number"),
)


def wrong_signs(page: str) -> Iterator[str]:
    """What breaks or joins words as French does not; where somebody typed, nothing is asked."""
    for block in blocks(page):
        if any(piece.ready for piece in block):
            continue
        text = _ADDRESS.sub("…", words(block))
        yield from (f"{name}: {text}" for name in BETWEEN_TEXTS if WRONG_SIGNS[name].search(text))
        yield from (f"joined: {piece.text}" for piece in block if _ours(piece) and _JOINED.search(piece.text))


def _ours(piece: Piece) -> bool:
    return not piece.kept and piece.lang[:2] == FRENCH.code
