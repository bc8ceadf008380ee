"""The rules for clocks.json and languages.json, and for the places where other files name what stands there. Pure."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import available_timezones

from resources.core.spoken_languages import MULTIPLE
from resources.loading.origin_checks import ORIGIN
from resources.loading.validators import Complaint, code, fit, flag, words

Content = dict[str, list[Any]]


def known_zone(value: Any) -> str:
    """A name of the tz database."""
    return "" if value in available_timezones() else f"{value!r} is not a timezone name"


CLOCK = {"zone": known_zone, "name": words, "everywhere": flag, **ORIGIN}
LANGUAGE = {"code": code(r"[a-z]{2,3}", "en"), "name": words, **ORIGIN}


def clock(row: Any) -> Iterator[Complaint]:
    """Complaints about one clock."""
    yield from fit(CLOCK, row)


def language(row: Any) -> Iterator[Complaint]:
    """Complaints about one language."""
    yield from fit(LANGUAGE, row)


def references(content: Content) -> Iterator[tuple[str, str, str, str]]:
    """File, object, field and complaint for each clock and each language that has no name in its own file."""
    zones = {row.get("zone") for row in _objects(content["clocks"])}
    codes = {row.get("code") for row in _objects(content["languages"])} | {MULTIPLE}
    for land in _objects(content["countries"]):
        own = [*_list(land, "timezones"), *_fields(land, "regions", "timezone")]
        yield from _unknown("countries", land.get("code"), "timezones", own, zones)
    for line in _objects(content["helplines"]):
        slug = line.get("slug")
        yield from _unknown("helplines", slug, "channels", _fields(line, "channels", "timezone"), zones)
        yield from _unknown("helplines", slug, "languages", _list(line, "languages"), codes)


def _unknown(name: str, slug: Any, field: str, used: list[Any], known: set[Any]) -> Iterator[tuple[str, str, str, str]]:
    file = "languages" if field == "languages" else "clocks"
    for value in dict.fromkeys(used):
        if value not in known:
            yield name, str(slug), field, f"{value} is not in {file}.json"


def _objects(rows: Any) -> list[dict[str, Any]]:
    """Those of a list that are objects; other slips are told elsewhere."""
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _list(row: dict[str, Any], field: str) -> list[str]:
    found = row.get(field)
    return [value for value in found if isinstance(value, str)] if isinstance(found, list) else []


def _fields(row: dict[str, Any], field: str, inner: str) -> list[str]:
    return [part[inner] for part in _objects(row.get(field)) if isinstance(part.get(inner), str)]
