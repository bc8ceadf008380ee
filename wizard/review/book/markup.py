"""Follows the HTML of a template piece by piece: where a sentence stands, and where it ends."""

import html
import re

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>", re.IGNORECASE)
_KINDS = {"li": "item", "summary": "fold", "h2": "heading", "h3": "heading", "h4": "heading"}
# These stand in the middle of a sentence.
_INLINE = {"a", "strong", "b", "em", "small", "span"}


class Markup:
    """What is open at the moment, and whether the next words begin a paragraph or go on in one."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str]] = []
        self.begun = ""  # a tag whose end stands in a later piece
        self.goes_on = False
        self.fresh = True  # nothing was said in the point of a list yet

    @property
    def in_tag(self) -> bool:
        """True between < and >, where no words stand."""
        return bool(self.begun)

    @property
    def kind(self) -> str:
        """What kind of part the next words are."""
        kind = next((kind for _name, kind in reversed(self.open) if kind), "text")
        return "more" if kind == "item" and not self.fresh else kind

    def feed(self, piece: str) -> list[str]:
        """The words between the tags of a piece of a template; usually there are none."""
        piece = self.begun + piece
        cut = piece.rfind("<")
        self.begun = piece[cut:] if cut >= 0 and ">" not in piece[cut:] else ""
        words, end = [], 0
        piece = piece[:cut] if self.begun else piece
        for tag in _TAG.finditer(piece):
            words.append(piece[end : tag.start()])
            self._tag(*tag.groups())
            end = tag.end()
        plain = (" ".join(html.unescape(word).split()) for word in (*words, piece[end:]))
        return [word for word in plain if any(map(str.isalpha, word))]

    def said(self) -> None:
        """Words were said here."""
        self.goes_on, self.fresh = True, False

    def _tag(self, closes: str, name: str, attributes: str) -> None:
        if name in _INLINE:
            return
        self.goes_on = False
        if closes:
            self._close(name)
        else:
            self.fresh = self.fresh or name == "li"
            care = "care" in attributes or "danger" in attributes
            self.open.append((name, _KINDS.get(name, "care" if care else "")))

    def _close(self, name: str) -> None:
        for at in reversed(range(len(self.open))):
            if self.open[at][0] == name:
                del self.open[at:]
                return
