"""Reads the fixtures and judges them. Pure but for reading files: nothing here touches the database.

`read` gives the content, `problems` every slip as a sentence that names file, object and field, such as
"helplines.json, kids-help-phone, channels[1].value: '66' is not …". An empty list means that all may be loaded.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from resources.loading.validators import Complaint

Row = dict[str, Any]
Content = dict[str, list[Row]]
# Each file and the field that names its objects.
FILES = {
    **{"countries": "code", "helplines": "slug", "platforms": "slug", "takedown": "slug", "law": "slug"},
    **{"clocks": "zone", "languages": "code"},
}
# Raise this when the loader itself changes, so that the next start loads again.
LOADER = "2"


class UnreadableError(Exception):
    """A fixture is missing or is not a list of objects in JSON; the message says which and where."""


def digest(folder: Path) -> str:
    """One name for exactly these fixtures; raises UnreadableError when one is missing."""
    total = hashlib.sha256(LOADER.encode())
    for name in FILES:
        try:
            total.update((folder / f"{name}.json").read_bytes())
        except OSError as error:
            raise UnreadableError(f"{name}.json: cannot be read from {folder}.") from error
    return total.hexdigest()


def read(folder: Path) -> Content:
    """The rows of every fixture, as they stand; raises UnreadableError."""
    content: Content = {}
    for name in FILES:
        try:
            rows = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        except OSError as error:
            raise UnreadableError(f"{name}.json: cannot be read from {folder}.") from error
        except ValueError as error:
            raise UnreadableError(f"{name}.json: is not JSON: {error}.") from error
        if not isinstance(rows, list):
            raise UnreadableError(f"{name}.json: must be a list of objects.")
        content[name] = rows
    return content


def problems(content: Content) -> list[str]:
    """Every slip in the content, one sentence each, in the order of the files."""
    # Imported here: the parsers behind these rules are slow to load, and a start without changes needs none.
    from resources.loading import helpline_checks, name_checks, place_and_law_checks, removal_checks

    regions = _regions(content["countries"])
    judges: dict[str, Callable[[Any], Iterator[Complaint]]] = {
        "countries": place_and_law_checks.country,
        "helplines": lambda row: helpline_checks.helpline(row, regions),
        "platforms": removal_checks.platform,
        "takedown": lambda row: removal_checks.service(row, regions),
        "law": lambda row: place_and_law_checks.law(row, regions),
        "clocks": name_checks.clock,
        "languages": name_checks.language,
    }
    found = []
    for name, judge in judges.items():
        for position, row in enumerate(content[name]):
            title = _title(row, FILES[name], position)
            found += [f"{name}.json, {title}, {field}: {said}." for field, said in judge(row)]
        found += _twice(name, FILES[name], content[name])
    named = (*removal_checks.references(content["platforms"], content["takedown"]), *name_checks.references(content))
    found += [f"{name}.json, {title}, {field}: {said}." for name, title, field, said in named]
    return found + _twice("platforms", "path", content["platforms"])


def _regions(countries: list[Row]) -> dict[str, set[str]]:
    """Regions of each country, as far as they can be read: their own slips are told elsewhere."""
    known: dict[str, set[str]] = {}
    for row in countries:
        if isinstance(row, dict) and isinstance(row.get("regions"), list):
            known[str(row.get("code"))] = {str(part.get("code")) for part in row["regions"] if isinstance(part, dict)}
    return known


def _title(row: Any, key: str, position: int) -> str:
    name = row.get(key) if isinstance(row, dict) else None
    return str(name) if name else f"object {position + 1}"


def _twice(name: str, key: str, rows: list[Row]) -> list[str]:
    """Sentences about objects that share what must be their own."""
    seen = Counter(str(row.get(key)) for row in rows if isinstance(row, dict) and row.get(key))
    return [f"{name}.json, {value}, {key}: stands there {times} times." for value, times in seen.items() if times > 1]
