"""The shelf of kept pages: a bounded number, the one nobody asked for goes, an old one is not given."""

import gzip
from datetime import UTC, datetime, timedelta

import brotli
import pytest

from resources.kept_pages import PACKERS, QUICK_PACKERS, Page, Shelf

UNPACK = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
NOON = datetime(2026, 11, 22, 12, 7, tzinfo=UTC)


def page(words="", until=NOON + timedelta(minutes=1)):
    return Page(words.encode(), (), NOON - timedelta(days=1), until)


def test_a_full_shelf_lets_go_of_what_nobody_asked_for_the_longest_time():
    shelf = Shelf(2)
    names = [(path, ("one", "en")) for path in ("/a/", "/b/", "/c/")]
    first, second, third = names
    shelf.put(first, page("a"))
    shelf.put(second, page("b"))
    shelf.take(first, NOON)
    shelf.put(third, page("c"))
    assert [name[0] for name in names if shelf.take(name, NOON)] == ["/a/", "/c/"]


def test_a_page_past_its_end_leaves_the_shelf():
    shelf = Shelf(2)
    name = ("/a/", ("one", "en"))
    shelf.put(name, page(until=NOON))
    assert (shelf.take(name, NOON), len(shelf)) == (None, 0)


@pytest.mark.parametrize("packers", [PACKERS, QUICK_PACKERS], ids=["best", "quick"])
def test_whatever_way_a_page_is_packed_it_is_the_same_page(packers):
    body = b"words and words " * 500
    # Empty lines behind its end fill a page up to a whole block.
    unpacked = {name: unpack(packers[name](body)).rstrip(b"\n") for name, unpack in UNPACK.items()}
    assert (unpacked, sorted(packers)) == (dict.fromkeys(UNPACK, body), sorted(UNPACK))
