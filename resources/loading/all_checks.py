"""Judges all facts. Pure.

`problems` gives every slip as a sentence that names file, object and field, such as
"helplines/ca.json, kids-help-phone, channels[1].value: '66' is not …". An empty list means that all may be loaded.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from resources.loading import (
    helpline_checks,
    list_checks,
    name_checks,
    origin_checks,
    place_and_law_checks,
    removal_checks,
)
from resources.loading.content import BY_COUNTRY, FILES, Content, Row, home_of
from resources.loading.validators import Complaint


def problems(content: Content, today: date | None = None) -> list[str]:
    """Every slip in the content, one sentence each, in the order of the files; `today` for a day that has not come."""
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
    named = (*removal_checks.references(content["platforms"], content["takedown"]), *name_checks.references(content))
    found += [f"{name}.json, {title}, {field}: {said}." for name, title, field, said in named]
    return [*found, *_twice(content, "platforms", "path"), *list_checks.slips(content)]


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
