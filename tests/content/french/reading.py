"""A page as pieces of text that are read, each with its language and with whether somebody else is meant to say it."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

# Read aloud, or shown by a browser, though no text of the page.
SAID = ("aria-label", "alt", "placeholder", "title")
# Nothing of it is read.
SILENT = ("script", "style")
# A ready text: words that the reader takes along and says to somebody.
READY = ("blockquote", "textarea")
INLINE = ("a", "abbr", "b", "bdi", "em", "i", "small", "span", "strong", "q", "option")
VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "use", "circle", "line", "rect")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one element. `kept`: a name, or what somebody typed, which no language has; `ready`: see `READY`.

    `attribute`: it is said of an element, and stands in none.
    """

    text: str
    lang: str
    kept: bool = False
    ready: bool = False
    attribute: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, Piece]] = [("", Piece("", ""))]
        self.blocks: list[list[Piece]] = [[]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, around = dict(attrs), self.open[-1][1]
        kept = given.get("translate", "no" if around.kept else "yes") == "no"
        here = Piece("", given.get("lang") or around.lang, kept, around.ready or tag in READY)
        self.blocks += [[]] if tag not in INLINE else []
        said = [given[name] or "" for name in SAID if name in given]
        said += [given.get("content") or ""] if given.get("name") == "description" else []
        self.blocks[:-1] += [[Piece(words, here.lang, here.kept, here.ready, True)] for words in said]
        if tag not in VOID:
            self.open.append((tag, here))

    def handle_endtag(self, tag: str) -> None:
        self.blocks += [[]] if tag not in INLINE else []
        if tag in (name for name, _here in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tag, here = self.open[-1]
        if tag not in SILENT and data:
            self.blocks[-1].append(Piece(data, here.lang, here.kept, here.ready))


Block = tuple[Piece, ...]


def blocks(page: str) -> tuple[Block, ...]:
    """The pieces of a page by paragraph, heading, label, button or attribute; blank ones left out."""
    reader = _Reader()
    reader.feed(page)
    return tuple(tuple(block) for block in reader.blocks if any(piece.text.strip() for piece in block))


def words(block: Block, *, other: str = "…") -> str:
    """What is read in French; names and other languages are `other`. Blanks fold, but for no-break ones."""
    shown = (other if piece.kept or piece.lang[:2] != "fr" else piece.text for piece in block)
    return re.sub(r"[ \t\r\n]+", " ", "".join(shown)).strip()


_QUOTED = re.compile("«[^«»]*»|“[^“”]*”")


def to_the_reader(page: str) -> tuple[str, ...]:
    """As `words`, of each block: without quotations and without texts that are ready to be taken along."""
    said = (words(block) for block in blocks(page) if not any(piece.ready for piece in block))
    return tuple(filter(None, (_QUOTED.sub("« »", text) for text in said)))
