"""Reads the fixtures and judges them. Pure but for reading files: nothing here touches the database.

`read` gives the content, `problems` every slip as a sentence that names file, object and field, such as
"helplines/ca.json, kids-help-phone, channels[1].value: '66' is not …". An empty list means that all may be loaded.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from resources.loading.validators import Complaint

Row = dict[str, Any]
# Each kind of fact and the field that names its objects.
FILES = {
    **{"countries": "code", "helplines": "slug", "platforms": "slug", "takedown": "slug", "law": "slug"},
    **{"clocks": "zone", "languages": "code"},
}
# These have a file for each country: `helplines/ca.json`. `int.json` and `eu.json` are for what no one country owns.
BY_COUNTRY = ("helplines", "law")
# Raise this when the loader itself changes, so that the next start loads again.
LOADER = "4"


class Content(dict[str, list[Row]]):
    """The rows of each kind; `files` names the file of each row, for those that were read from a disk."""

    def __init__(self, rows: Mapping[str, list[Row]] = {}) -> None:
        super().__init__(rows)
        self.files: dict[str, list[str]] = {}

    def file_of(self, kind: str, position: int) -> str:
        """The name of the file in which this row stands; of its kind for a row that came from no file."""
        names = self.files.get(kind, [])
        return names[position] if position < len(names) else f"{kind}.json"


class UnreadableError(Exception):
    """A fixture is missing or is not a list of objects in JSON; the message says which and where."""


def digest(folder: Path) -> str:
    """One name for exactly these fixtures; raises UnreadableError when one is missing."""
    total = hashlib.sha256(LOADER.encode())
    for kind in FILES:
        for path in _files(folder, kind):
            total.update(f"{path.relative_to(folder)}\n".encode())
            total.update(_bytes(folder, path))
    return total.hexdigest()


def read(folder: Path) -> Content:
    """The rows of every fixture, as they stand; raises UnreadableError."""
    content = Content()
    for kind in FILES:
        content[kind], content.files[kind] = [], []
        for path in _files(folder, kind):
            rows = _rows(folder, path)
            content[kind] += rows
            content.files[kind] += [str(path.relative_to(folder))] * len(rows)
    return content


def _files(folder: Path, kind: str) -> list[Path]:
    if kind not in BY_COUNTRY:
        return [folder / f"{kind}.json"]
    if found := sorted((folder / kind).glob("*.json")):
        return found
    raise UnreadableError(f"{kind}: no file of it can be read from {folder}.")


def _bytes(folder: Path, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path.relative_to(folder)}: cannot be read from {folder}.") from error


def _rows(folder: Path, path: Path) -> list[Row]:
    name = path.relative_to(folder)
    try:
        rows = json.loads(_bytes(folder, path))
    except ValueError as error:
        raise UnreadableError(f"{name}: is not JSON: {error}.") from error
    if not isinstance(rows, list):
        raise UnreadableError(f"{name}: must be a list of objects.")
    return rows


def problems(content: Content, today: date | None = None) -> list[str]:
    """Every slip in the content, one sentence each, in the order of the files; `today` for a day that has not come."""
    # Imported here: the parsers behind these rules are slow to load, and a start without changes needs none.
    from resources.loading import helpline_checks, name_checks, origin_checks, place_and_law_checks, removal_checks

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
            where = f"{content.file_of(name, position)}, {_title(row, FILES[name], position)}"
            slips = list(judge(row)) or list(origin_checks.origin(row, today or date.today()))
            found += [f"{where}, {field}: {said}." for field, said in slips]
            found += [f"{where}, {said}" for said in _misplaced(content, name, position)]
        found += _twice(content, name, FILES[name])
    found += [f"{name}.json, {title}, {field}: {said}." for name, title, field, said in _references(content)]
    return found + _twice(content, "platforms", "path")


def _references(content: Content) -> Iterator[tuple[str, str, str, str]]:
    """File, object, field and complaint for what does not fit other objects or files."""
    from resources.loading import name_checks, platform_name_checks, removal_checks

    yield from removal_checks.references(content["platforms"], content["takedown"])
    yield from platform_name_checks.references(content["platforms"], content["countries"])
    yield from name_checks.references(content)


def home_of(kind: str, row: Row) -> str:
    """The country whose file holds a row: a line's own, or the first place of a law; in lower case, "" for none."""
    places = row.get("place") or [""]
    home = row.get("country") if kind == "helplines" else places[0] if isinstance(places, list) else ""
    return str(home or "").partition("-")[0].lower()


def _misplaced(content: Content, kind: str, position: int) -> Iterator[str]:
    """A row that stands in the file of another country, where nobody would look for it."""
    row = content[kind][position]
    if kind in BY_COUNTRY and position < len(content.files.get(kind, [])) and isinstance(row, dict):
        right = f"{kind}/{home_of(kind, row)}.json"
        if content.file_of(kind, position) != right:
            yield f"{'country' if kind == 'helplines' else 'place'}: belongs in {right}."


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


def _twice(content: Content, kind: str, key: str) -> list[str]:
    """Sentences about objects that share what must be their own; the file is that of the last of them."""
    named = [(str(row[key]), position) for position, row in enumerate(content[kind]) if _names_itself(row, key)]
    seen, last = Counter(name for name, _position in named), dict(named)
    return [
        f"{content.file_of(kind, last[name])}, {name}, {key}: stands there {times} times."
        for name, times in seen.items()
        if times > 1
    ]


def _names_itself(row: Any, key: str) -> bool:
    return isinstance(row, dict) and bool(row.get(key))
