"""The rules for the names of apps and sites beside one another: no name leads to two of them. Pure."""

from collections.abc import Iterator
from typing import Any

from resources.core.name_search import folded


def references(platforms: Any, countries: Any) -> Iterator[tuple[str, str, str, str]]:
    """File, object, field and complaint for each name that another place holds, and each country that is not ours."""
    rows = [row for row in platforms if isinstance(row, dict)]
    lands = {row.get("code") for row in countries if isinstance(row, dict)}
    holders: dict[str, str] = {}
    # A name is the place's own: who took it as an alias is told.
    for row in rows:
        holders.setdefault(folded(str(row.get("name"))), str(row.get("slug")))
    for row in rows:
        slug = str(row.get("slug"))
        for field, name in (("name", str(row.get("name"))), *(("aliases", alias) for alias in _texts(row, "aliases"))):
            holder = holders.setdefault(folded(name), slug)
            if holder != slug:
                yield "platforms", slug, field, f"{name!r} is a name of {holder}, too: keep it on one of them"
        for land in _texts(row, "likely_in"):
            if land not in lands:
                yield "platforms", slug, "likely_in", f"{land} is not in countries.json"


def _texts(row: dict[str, Any], field: str) -> list[str]:
    """The texts of a list; a list that is none is told elsewhere."""
    found = row.get(field)
    return [value for value in found if isinstance(value, str)] if isinstance(found, list) else []
