"""Lengths that say little. Whoever runs a network cannot read a page or a form, but sees how long each of them is.

An answer is filled up to whole blocks after it was packed, where no packing makes it shorter again. A form carries a
field that is filled: by a script to a whole block, without one by as much as chance says.
"""

import secrets

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

# A packed answer is a whole number of blocks long, and never shorter than this: so are all questions but the longest.
BLOCK_BYTES = 512
LEAST_BYTES = 3072
# A page that is longer than this stays as it is, so that a first visit still fits its first flight.
MOST_BYTES = 6144
# So many characters at most, by chance, where no script fills a form: far more than two answers differ by.
MOST_FILL = 512
# Of a gzip file: the length of its head, the byte of it that says what follows, and the sign there for a name.
HEAD, FLAGS, NAMED = 10, 3, 8


def fill() -> str:
    """A field of a form by chance: one character over and over, so that a packed page does not grow with it."""
    return "0" * secrets.randbelow(MOST_FILL + 1)


def filled_gzip(packed: bytes) -> bytes:
    """The same gzip file in whole blocks, `LEAST_BYTES` or more: the name in its head, which nobody reads, grows."""
    head, rest = bytearray(packed[:HEAD]), packed[HEAD:]
    if not head[FLAGS] & NAMED:
        head[FLAGS] |= NAMED
        rest = b"\0" + rest
    return bytes(head) + b"a" * _wanted(HEAD + len(rest)) + rest


def filled_brotli(page: bytes, quality: int) -> bytes:
    """A page packed with brotli, in whole blocks as above: empty lines behind its end are stored as they are."""
    packer = brotli.Compressor(quality=quality)
    begun: bytes = packer.process(page) + packer.flush()
    last: bytes = packer.finish()
    wanted = _wanted(len(begun) + len(last))
    if not wanted:
        return begun + last
    # A part that is stored as it is has a head of three bytes, and one byte in it at least.
    lines = wanted - 3 if wanted > 3 else wanted - 3 + BLOCK_BYTES
    head = ((lines - 1) << 3 | 1 << 19).to_bytes(3, "little")
    return begun + head + b"\n" * lines + last


def _wanted(size: int) -> int:
    return max(-size % BLOCK_BYTES, LEAST_BYTES - size) if size <= MOST_BYTES else 0


class SizedGZipMiddleware(GZipMiddleware):
    """Django's, which adds a few bytes by chance; then every packed page is filled up to whole blocks."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, packed and filled where the browser unpacks. What came packed already stays as it is."""
        before = response.has_header("Content-Encoding")
        response = super().process_response(request, response)
        if isinstance(response, HttpResponse) and response.has_header("Content-Encoding") and not before:
            response.content = filled_gzip(response.content)
            response["Content-Length"] = str(len(response.content))
        return response
