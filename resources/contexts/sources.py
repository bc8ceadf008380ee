"""What the page of a place shows about where its numbers were read: every line with its sources, by name."""

from typing import Any, NamedTuple

from resources import selectors
from resources.contexts.people import Link
from resources.core.helpline import Helpline
from resources.core.helpline_card import is_dialled
from resources.core.letters import alphabetical
from resources.core.origin import told
from resources.core.source import SourceLink, as_links, told_apart
from resources.place import Place


class LineOrigin(NamedTuple):
    """One line: where it comes from in words, and the pages that may be a link."""

    slug: str
    name: str
    origin: str
    pages: tuple[SourceLink, ...]


def sources_context(land: Place, region: str) -> dict[str, Any]:
    """Everything for the template. `region`: one of its ISO codes, or "" for the whole country."""
    found = sorted(selectors.directory(land.code, region).all, key=lambda line: alphabetical(line.name))
    words = told_apart(page for line in found for page in line.about.origin.named)
    return {"place": Link(*land.page_of_lines(region)), "lines": tuple(_read(line, words) for line in found)}


def _read(line: Helpline, words: dict[str, str]) -> LineOrigin:
    about = line.about.origin
    return LineOrigin(line.slug, line.name, told(about, dialled=is_dialled(line)), as_links(about.named, words))
