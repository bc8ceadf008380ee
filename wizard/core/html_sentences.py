"""A piece of HTML as the sentences a person reads, in order. Blocks end a sentence, so a heading never runs on."""

import html
import re

Sentences = tuple[str, ...]

_BLOCKS = (
    *("p", "li", "ul", "ol", "h[1-6]", "div", "section", "details", "summary", "blockquote", "a", "br", "table", "tr"),
    *("td", "th", "label", "legend", "dl", "dt", "dd", "button", "form"),
)
_BLOCK = re.compile(rf"</?(?:{'|'.join(_BLOCKS)})\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_END = re.compile(r"(?<=[.!?:])[”’)]*\s+(?=[“(]?[A-Z0-9])")


def sentences(page: str) -> Sentences:
    """Every sentence, tags gone and blanks folded; empty ones left out."""
    blocks = (_TAG.sub("", block) for block in _BLOCK.split(page))
    texts = (" ".join(html.unescape(block).split()) for block in blocks)
    return tuple(sentence for text in texts for sentence in _END.split(text) if sentence)
