"""A template as a tree: its sentences in order, each under the conditions that it stands in. Nothing is left out.

The source is parsed by Django itself, so that what the book shows is what a page is made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wizard.review.flowmap.terms import ALWAYS, Term

# Kinds of a part that hold words; the others hold parts.
WORDS = ("text", "item", "more", "heading", "fold", "care")
WHEN, EACH = "when", "each"


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or a short paragraph (`kind` of WORDS), or parts that stand under one condition or are repeated.

    `text` is the sentence, or the condition in words. `holds` is the whole condition, with what the branches before it
    ask; `item` begins a point of a list, and `more` goes on in it. `voices`: the names and the words of each voice of
    the language, where they differ.
    """

    kind: str
    text: str
    parts: tuple["Part", ...] = ()
    holds: Term = ALWAYS
    voices: tuple[tuple[str, str], ...] = ()

    @property
    def is_words(self) -> bool:
        """True for a sentence, False for parts under a condition."""
        return self.kind in WORDS

    def and_then(self, text: str) -> "Part":
        """The same paragraph, going on."""
        colon = text.lstrip("\u00a0").startswith(":")
        return replace(self, text=f"{self.text}{'' if colon else ' '}{text}")


def texts(parts: tuple[Part, ...]) -> Iterator[str]:
    """Every sentence in it, in order."""
    for part in parts:
        if part.is_words:
            yield part.text
        yield from texts(part.parts)


def terms(parts: tuple[Part, ...]) -> Iterator[Term]:
    """Every condition in it, in order."""
    for part in parts:
        yield part.holds
        yield from terms(part.parts)
