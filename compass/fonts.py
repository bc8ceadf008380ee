"""Which signs the fonts of this machine can draw, as fontconfig counts them. Nothing is drawn here.

`named` writes a sign that no font has as its code, so that a paper has no empty box where somebody typed something.
"""

import ctypes
import re
import unicodedata
from collections.abc import Mapping
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_uint32, c_void_p
from ctypes.util import find_library
from functools import cache

# fontconfig keeps pages of 256 signs, each as eight words of 32 bits.
WORDS, BITS, PAGE = 8, 32, 256
FC_SET_SYSTEM, FC_RESULT_MATCH, FC_CHARSET_DONE = 0, 0, 0xFFFFFFFF
# They are not drawn, or only turn or join what stands beside them.
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIANTS = re.compile("[\ufe00-\ufe0f\u180b-\u180d\U000e0100-\U000e01ef]")
# Signs that everybody may use for something else: what a font has there is not what was typed.
_PRIVATE = "Co"
# What every font for paper has: not worth a look.
_PLAIN = re.compile("[\x00-\x7e]+")

# A page that names the signs shows so many.
MOST_SHOWN = 12

# The first sign of a page -> its words.
Pages = Mapping[int, list[int]]


class _FontSet(Structure):
    _fields_ = (("count", c_int), ("room", c_int), ("fonts", POINTER(c_void_p)))


def lacking(text: str) -> str:
    """The signs of a text that no font has, each once, in their order; "" where nothing is known of the fonts."""
    pages = covered()
    signs = dict.fromkeys(_PLAIN.sub("", text)) if pages else ()
    return "".join(sign for sign in signs if _is_seen(sign) and not _has(pages, sign))


def named(text: str) -> str:
    """The text with a code, as in [U+1F4B8], for each sign that no font has."""
    return text.translate({ord(sign): code(sign) for sign in lacking(text)})


def code(sign: str) -> str:
    """A sign as its code."""
    return f"[U+{ord(sign):04X}]"


def unwritable(text: str) -> dict[str, str]:
    """For a page that says so: the first signs that no font has, and the code of the first; {} when there are none."""
    signs = lacking(text)
    return {"signs": " ".join(signs[:MOST_SHOWN]), "code": code(signs[0])} if signs else {}


@cache
def covered() -> Pages:
    """What the fonts of this machine have, together; empty without fontconfig. Looked up once a process (0.2 s)."""
    library = find_library("fontconfig")
    if library is None:
        return {}
    try:
        return _read(_declared(ctypes.CDLL(library)))
    except (OSError, AttributeError):
        return {}


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _UNSEEN and not _VARIANTS.match(sign)


def _has(pages: Pages, sign: str) -> bool:
    base, at = divmod(ord(sign), PAGE)
    words = pages.get(base * PAGE)
    drawn = bool(words and words[at // BITS] >> at % BITS & 1)
    return drawn and unicodedata.category(sign) != _PRIVATE


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """The library, told what each function takes and gives."""
    page = (POINTER(c_uint32 * WORDS), POINTER(c_uint32))
    for name, given, taken in (
        ("FcInitLoadConfigAndFonts", c_void_p, ()),
        ("FcConfigGetFonts", POINTER(_FontSet), (c_void_p, c_int)),
        ("FcConfigDestroy", None, (c_void_p,)),
        ("FcPatternGetCharSet", c_int, (c_void_p, c_char_p, c_int, POINTER(c_void_p))),
        ("FcCharSetFirstPage", c_uint32, (c_void_p, *page)),
        ("FcCharSetNextPage", c_uint32, (c_void_p, *page)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = given, taken
    return library


def _read(library: ctypes.CDLL) -> Pages:
    config = library.FcInitLoadConfigAndFonts()
    pages: dict[int, list[int]] = {}
    try:
        fonts = library.FcConfigGetFonts(config, FC_SET_SYSTEM)
        for at in range(fonts.contents.count if fonts else 0):
            _add(library, fonts.contents.fonts[at], pages)
    finally:
        library.FcConfigDestroy(config)
    return pages


def _add(library: ctypes.CDLL, font: int, pages: dict[int, list[int]]) -> None:
    """Adds what one font has."""
    found, words, following = c_void_p(), (c_uint32 * WORDS)(), c_uint32()
    if library.FcPatternGetCharSet(font, b"charset", 0, byref(found)) != FC_RESULT_MATCH:
        return
    base = library.FcCharSetFirstPage(found, byref(words), byref(following))
    while base != FC_CHARSET_DONE:
        known = pages.get(base, [0] * WORDS)
        pages[base] = [old | new for old, new in zip(known, words, strict=True)]
        base = library.FcCharSetNextPage(found, byref(words), byref(following))
