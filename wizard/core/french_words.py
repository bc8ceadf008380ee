"""French for the table of phrases: a text made plain, the forms of a verb, and a pattern as one expression.

A pattern is words as in `patterns.py`, with two more signs. `@verb` stands for all forms of that verb in which somebody
is told to do something, with "tu" and with "vous"; they are worked out for verbs in "er", and stand in the table for
the others. `…` stands for six words at most of the same clause, and never for a "ne".
"""

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path

TABLE_FILE = Path(__file__).with_name("phrases_fr.toml")

# Signs that nobody sees, and signs that look alike.
_SEEN_ALIKE = str.maketrans(
    {**dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"), **dict.fromkeys("’‘ʼ`´", "'"), "‐": "-", "‑": "-"}
)
_BLANK = re.compile(r"\s+")
_ENDINGS = ("er", "e", "es", "ez", "ent", "era", "eras", "erez", "iez")
_VERB = re.compile(r"@(\w+)")
# Words of the same clause: a comma, a "ne" and a "mais" begin another. "Garde et n'envoie pas l'image" shares its noun.
_GAP = r"(?:\s+et\s+n(?:e\s+|')\w+)?(?:[\s'-]+(?!(?:ne|n|mais|puis)\b)\w+){0,6}?"


def plain(text: str) -> str:
    """The text with one sign for each thing: accents in one piece, straight apostrophes, single blanks."""
    return _BLANK.sub(" ", unicodedata.normalize("NFC", text).translate(_SEEN_ALIKE))


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[str, ...]]:
    """Infinitive -> its forms, the infinitive too."""
    table = tomllib.loads(TABLE_FILE.read_text(encoding="utf-8"))["verbs"]
    regular = {plain(verb): _regular(plain(verb)) for verb in table["er"]}
    others = {plain(verb): (plain(verb), *map(plain, forms)) for verb, forms in table["others"].items()}
    return {**regular, **others}


def _regular(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("er")
    # "transférer", "acheter": an accent grows before an ending that is not heard.
    grave = (
        re.sub(r"[eé](?=[^aeiouyéèê]+$)", "è", stem) if re.search(r"(?:é|(?<=[^aeiou])e)[^aeiouyéèê]$", stem) else ""
    )
    changed = tuple(grave + ending for ending in ("e", "es", "ent", "era", "eras", "erez") if grave)
    return (*(stem + ending for ending in _ENDINGS), *changed)


def expression(pattern: str) -> str:
    """The pattern as an expression for plain texts. Raises KeyError for a verb that the table does not know."""
    pattern = plain(pattern)
    exact = pattern.startswith("=")
    pattern = pattern.removeprefix("=")
    words, before = "", ""
    for word in pattern.split(" "):
        if word == "…":
            words += _GAP
        else:
            words += ("" if not before else r"[\s'-]+" if before == "…" else r"\s+") + _one(word)
        before = word
    starts, ends = pattern[:1].isalnum() or pattern[:1] == "@", pattern[-1:].isalnum()
    whole = (r"\b" if starts else "") + words + (r"\b" if ends else "")
    return whole if exact else f"(?i:{whole})"


def _one(word: str) -> str:
    parts = _VERB.split(word)
    texts = (re.escape(text).replace(r"\*", r"\w*") for text in parts[::2])
    forms = (rf"(?:{'|'.join(sorted(verbs()[verb], key=len, reverse=True))})\b" for verb in parts[1::2])
    return "".join(piece for pair in zip(texts, (*forms, ""), strict=True) for piece in pair)
