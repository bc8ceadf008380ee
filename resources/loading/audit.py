"""What an editor should look at next: facts that are old, thin, or missing for a country. Pure.

The content must be free of `problems`; a helpline that was withdrawn is never looked at.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.core.helpline import TALKED_ON
from resources.core.union import unions
from resources.loading.content import FILES, Content, Row

# A page this old may still be right, but nobody should rest on it alone.
OLD_SOURCE_YEARS = 3
FOR_EDITORS = {"conflicts", "editor_note"}
# The end of the name of a field that says where a mark was read.
SEEN = "_seen"

Wanted = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class AuditGroup:
    """Findings of one kind: what they are and what to do, then one short line each. `urgent` ones fail a job."""

    says: str
    entries: tuple[str, ...]
    urgent: bool = False


def audit(content: Content, today: date, days: int) -> list[AuditGroup]:
    """Every finding; a fact is old when it was checked more than `days` days before `today`. No empty group."""
    lines = [row for row in content["helplines"] if not row["withdrawn"]]
    groups = [_old(content, today, days), _ahead(content, today), _unofficial(lines), _old_sources(lines, today)]
    groups += [_lacking(content["countries"], lines, name, wanted) for name, wanted in WANTED.items()]
    return [group for group in groups if group.entries]


def addresses(content: Content) -> list[str]:
    """Every web address of the facts, once, in order: sources, forms, chats and websites."""
    lines = [row for row in content["helplines"] if not row["withdrawn"]]
    return sorted(set(_addresses({**content, "helplines": lines})))


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _addresses([inside for name, inside in value.items() if name not in FOR_EDITORS])
    elif isinstance(value, list):
        for inside in value:
            yield from _addresses(inside)
    elif isinstance(value, str) and re.fullmatch(r"https?://\S+", value):
        yield value


def _dated(content: Content) -> Iterator[tuple[str, date]]:
    """Every object and every mark by file and name, with the day it was checked."""
    for name, key in FILES.items():
        for position, row in enumerate(content[name]):
            if row.get("withdrawn"):
                continue
            file = content.file_of(name, position)
            yield f"{file}, {row[key]}", date.fromisoformat(row["read_on"])
            yield from ((f"{file}, {where}", day) for where, day in _dated_marks(row, key))


def _dated_marks(row: Row, key: str) -> Iterator[tuple[str, date]]:
    """The marks of an object and of its regions by name, with the day each was read."""
    for part in (row, *(part for part in row.get("regions", ()) if isinstance(part, dict))):
        for field, read in part.items():
            if field.endswith(SEEN):
                yield f"{part[key]}, {field.removesuffix(SEEN)}", date.fromisoformat(read["read_on"])


def _old(content: Content, today: date, days: int) -> AuditGroup:
    found = sorted((day, where) for where, day in _dated(content) if (today - day).days > days)
    entries = tuple(f"{where}: checked on {day}, {(today - day).days} days ago" for day, where in found)
    says = (
        f"{_count(entries, 'fact was', 'facts were')} checked more than {days} days ago. "
        "Read the sources again, correct what changed, and set read_on to the day you looked."
    )
    return AuditGroup(says, entries, urgent=True)


def _ahead(content: Content, today: date) -> AuditGroup:
    entries = tuple(f"{where}: checked on {day}" for where, day in _dated(content) if day > today)
    says = (
        f"{_count(entries, 'fact has', 'facts have')} a read_on that has not come yet, so it would never get old. "
        "Set it to the day somebody looked."
    )
    return AuditGroup(says, entries, urgent=True)


def _unofficial(lines: list[Row]) -> AuditGroup:
    found = [row for row in lines if not row["official_source"]]
    entries = tuple(f"{row['slug']}: {row['sources'][0]['url']}" for row in found)
    says = (
        f"{_count(entries, 'helpline has', 'helplines have')} only an unofficial source. "
        "Look for a page of the service itself or of a government; add it and set official_source to true."
    )
    return AuditGroup(says, entries)


def _old_sources(lines: list[Row], today: date) -> AuditGroup:
    dated = sorted((row["newest_source"], row["slug"]) for row in lines if row["newest_source"])
    entries = tuple(
        f"{slug}: newest page of {seen}" for seen, slug in dated if _year(seen) < today.year - OLD_SOURCE_YEARS
    )
    says = (
        f"The newest page behind {_count(entries, 'helpline is', 'helplines is')} from before "
        f"{today.year - OLD_SOURCE_YEARS}. Look for a newer one."
    )
    return AuditGroup(says, entries)


def _year(day: str) -> int:
    year = re.match(r"\d{4}", day)
    return int(year[0]) if year else 0


def _talks(row: Row) -> bool:
    return any(way["kind"] in TALKED_ON for way in row["channels"])


def _day_and_night(way: Row) -> bool:
    return way["kind"] in TALKED_ON and way["opening_hours"] == "24/7" and not way["hours_uncertain"]


def _for_children(row: Row) -> bool:
    return _talks(row) and "youth" in row["topics"] and not {"crisis", "counselling"}.isdisjoint(row["topics"])


def _open_always(row: Row) -> bool:
    return not row["emergency"] and any(map(_day_and_night, row["channels"]))


def _for_pictures(row: Row) -> bool:
    takes = row["crosses"] or not {"image-abuse", "child-exploitation-report"}.isdisjoint(row["topics"])
    return bool(takes and row["channels"])


# What every country should have. An emergency number is no line to talk to.
WANTED: dict[str, Wanted] = {
    "emergency number": lambda row: row["emergency"] and _talks(row),
    "line for children": _for_children,
    "line that is open day and night": _open_always,
    "body that acts on pictures": _for_pictures,
}


def _lacking(countries: list[Row], lines: list[Row], name: str, wanted: Wanted) -> AuditGroup:
    served = {(row["country"], region) for row in lines if wanted(row) for region in row["regions"]}
    entries = tuple(sorted(filter(None, (_without(land, served) for land in countries))))
    says = (
        f"There is no {name} with a confirmed contact in {_count(entries, 'country', 'countries')}, "
        "or in a part of it. Lines of the whole world do not count."
    )
    return AuditGroup(says, entries)


def _without(land: Row, served: set[tuple[str, str]]) -> str:
    """The country and its parts that have none of this kind; "" when all of it has one."""
    if (land["code"], "*") in served or any(("INT", union) in served for union in unions(land["eu"])):
        return ""
    name = str(land["name"]["en"])
    parts = [part["name"]["en"] for part in land["regions"] if (land["code"], part["code"]) not in served]
    if len(parts) == len(land["regions"]):
        return name
    return f"{name}: {', '.join(parts)}" if parts else ""


def _count(entries: tuple[str, ...], one: str, many: str) -> str:
    return f"{len(entries)} {one if len(entries) == 1 else many}"
