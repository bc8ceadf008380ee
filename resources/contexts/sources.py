"""What the page of a place shows about where its numbers were read: every line with its sources, by name."""

from typing import Any

from resources import selectors
from resources.contexts.people import Link
from resources.place import Place


def sources_context(land: Place, region: str) -> dict[str, Any]:
    """Everything for the template. `region`: one of its ISO codes, or "" for the whole country."""
    found = selectors.directory(land.code, region).all
    return {
        "place": Link(*land.page_of_lines(region)),
        "lines": tuple(sorted(found, key=lambda line: line.name.casefold())),
    }
