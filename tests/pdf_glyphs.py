"""Empty boxes in a PDF: glyphs that its pages draw and that its fonts do not have. The text layer is not looked at."""

import re
import zlib
from io import BytesIO

from fontTools.ttLib import TTFont

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_FONT_FILE = re.compile(rb"/FontName /(\w+)\+.*?/FontFile\d? (\d+) 0 R")
# A font is chosen, or glyphs are drawn with it: numbers of four hex digits.
_DRAWN = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9a-f]+)>")


def empty_boxes(pdf: bytes) -> list[tuple[str, int]]:
    """Font and glyph of each that is not in its font, or that a font shows for what it does not have."""
    streams = {int(number): _unpacked(content) for number, content in _OBJECT.findall(pdf)}
    files = {name: int(at) for content in streams.values() for name, at in _FONT_FILE.findall(content)}
    sizes = {name: TTFont(BytesIO(streams[at]))["maxp"].numGlyphs for name, at in files.items()}
    pages = [content for content in streams.values() if b"\nBT\n" in content]
    assert pages, "This is no PDF with words."
    return [found for page in pages for found in _missing(page, sizes)]


def _missing(page: bytes, sizes: dict[bytes, int]) -> list[tuple[str, int]]:
    font, found = b"", []
    for name, glyphs in _DRAWN.findall(page):
        font = name or font
        for number in re.findall(rb"....", glyphs):
            if not 0 < int(number, 16) < sizes[font]:
                found.append((font.decode(), int(number, 16)))
    return found


def _unpacked(content: bytes) -> bytes:
    head, stream, body = content.partition(b"stream\n")
    packed = body.rsplit(b"\nendstream", 1)[0]
    return head if not stream else zlib.decompress(packed) if b"/FlateDecode" in head else packed
