"""What the page of a place shows about where its numbers were read: every line with its sources, by name."""

from typing import Any, NamedTuple

from resources import selectors
from resources.contexts.people import Link
from resources.core.helpline import Helpline
from resources.core.helpline_card import is_dialled
from resources.core.origin import told
from resources.core.source import Source
from resources.place import Place


class LineOrigin(NamedTuple):
    """One line: where it comes from in words, and the pages that may be a link."""

    slug: str
    name: str
    origin: str
    pages: tuple[Source, ...]


def sources_context(land: Place, region: str) -> dict[str, Any]:
    """Everything for the template. `region`: one of its ISO codes, or "" for the whole country."""
    found = selectors.directory(land.code, region).all
    return {
        "place": Link(*land.page_of_lines(region)),
        "lines": tuple(map(_read, sorted(found, key=lambda line: line.name.casefold()))),
    }


def _read(line: Helpline) -> LineOrigin:
    about = line.about.origin
    return LineOrigin(line.slug, line.name, told(about, dialled=is_dialled(line)), about.named)
