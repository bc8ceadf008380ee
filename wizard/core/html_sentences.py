"""A piece of HTML as the sentences a person reads, in order. Blocks end a sentence, so a heading never runs on."""

import html
import re

Sentences = tuple[str, ...]

_BLOCKS = (
    *("p", "li", "ul", "ol", "h[1-6]", "div", "section", "details", "summary", "blockquote", "a", "br", "table", "tr"),
    *("td", "th", "label", "legend", "dl", "dt", "dd", "button", "form"),
)
BLOCK = re.compile(rf"</?(?:{'|'.join(_BLOCKS)})\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
# Letters of any script that has capitals. Above this no script of a language of today has them.
_CAPITALS = "".join(letter for letter in map(chr, range(0xA800)) if letter.isupper() or letter.istitle())
_OPENS, _CLOSES = r"[“”„«»‹\"'‘(\[¿¡]", r"[”“»›\"'’)\]]"
# Marks of French stand off: « Non. ».
_END = re.compile(rf"(?<=[.!?:])(?:\s?{_CLOSES})*\s+(?=(?:{_OPENS}\s?)*[{_CAPITALS}0-9])")


def sentences(page: str) -> Sentences:
    """Every sentence, tags gone and blanks folded; empty ones left out."""
    blocks = (_TAG.sub("", block) for block in BLOCK.split(page))
    texts = (" ".join(html.unescape(block).split()) for block in blocks)
    return tuple(sentence for text in texts for sentence in _END.split(text) if sentence)
