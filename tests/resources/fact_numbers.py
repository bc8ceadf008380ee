"""The first way to reach a helpline by one kind of channel: as the file of facts holds it, and as a page writes it."""

from resources.core.contact_links import href, shown
from resources.loading.content import Row
from resources.loading.fixtures import read
from tests.conftest import FIXTURES

_LINES = {row["slug"]: row for row in read(FIXTURES)["helplines"]}


def way(slug: str, kind: str) -> Row:
    """The channel of the file."""
    return next(way for way in _LINES[slug]["channels"] if way["kind"] == kind)


def reads(slug: str, kind: str = "phone") -> str:
    """The number as people say it."""
    one = way(slug, kind)
    return shown(kind, one["value"], one["dial"])


def opens(slug: str, kind: str = "phone") -> str:
    """The address behind it."""
    one = way(slug, kind)
    return href(kind, one["value"], one["dial"], one["keyword"] or "")
