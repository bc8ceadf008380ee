"""A packed answer is a whole number of blocks long, and is still the answer."""

import gzip
import secrets

import brotli
import pytest

from compass import sizes

pytestmark = pytest.mark.urls("tests.compass.pages")


def whole(size):
    """True for a length that an answer may have: whole blocks, or too long to be filled."""
    return size >= 3072 and (size % 512 == 0 or size > 6144)


@pytest.mark.parametrize("length", [0, 1, 3000, 3050, 3072, 3073, 6100, 6144, 9000])
@pytest.mark.parametrize("name", [b"", b"name\0"])
def test_a_file_grows_to_whole_blocks_and_unpacks_to_the_same(length, name):
    content = secrets.token_bytes(length)
    packed = bytearray(gzip.compress(content, mtime=0))
    if name:
        packed[3] |= 8
        packed[10:10] = name
    filled = sizes.filled_gzip(bytes(packed))
    assert (gzip.decompress(filled), whole(len(filled))) == (content, True)
    assert len(filled) - len(packed) < (512 + 1 if length > 3000 else 3072)


@pytest.mark.parametrize("length", [0, 1, 3000, *range(3060, 3076), 9000])
@pytest.mark.parametrize("quality", [5, 11])
def test_a_page_packed_with_brotli_ends_in_empty_lines_and_in_a_whole_block(length, quality):
    page = secrets.token_bytes(length)
    filled = sizes.filled_brotli(page, quality)
    read = brotli.decompress(filled)
    assert (read[:length], set(read[length:]) <= {10}) == (page, True)
    assert whole(len(filled))
    assert len(filled) - len(brotli.compress(page, quality=quality)) < (512 + 8 if length > 3000 else 3073)


def test_a_field_is_filled_by_chance_with_what_packs_to_nothing(monkeypatch):
    lengths = {len(sizes.fill()) for _ in range(200)}
    assert (max(lengths) <= sizes.MOST_FILL, len(lengths) > 100, set(sizes.fill()) <= {"0"}) == (True, True, True)


def test_a_packed_page_is_in_whole_blocks_with_its_length(visitor):
    response = visitor.get("/nothing-here/", headers={"accept-encoding": "gzip"})
    length = len(response.content)
    assert (response["Content-Encoding"], whole(length), response["Content-Length"]) == ("gzip", True, str(length))


def test_a_page_for_who_does_not_unpack_stays_as_it_is(visitor):
    response = visitor.get("/nothing-here/")
    assert (response.has_header("Content-Encoding"), response.content[-8:]) == (False, b"</html>\n")
