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
from resources.loading.due import REMARKS, Due, due
from resources.loading.origin_checks import one_day_for_many

# A page this old may still be right, but nobody should rest on it alone.
OLD_SOURCE_YEARS = 3
FOR_EDITORS = set(REMARKS)

Wanted = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class AuditGroup:
    """Findings of one kind: what they are and what to do, then one short line each. `urgent` ones fail a job."""

    says: str
    entries: tuple[str, ...]
    urgent: bool = False


def audit(content: Content, today: date, kind: str = "") -> list[AuditGroup]:
    """Every finding of this day, those that are due first; `kind` keeps to one file. No empty group."""
    found = due(content, today, kind)
    old = [_due(found, thin=True), _due(found, thin=False)]
    if kind:
        return [group for group in old if group.entries]
    lines = [row for row in content["helplines"] if not row["withdrawn"]]
    groups = [*old, _in_a_day(content), _wanted(content), _unofficial(lines), _old_sources(lines, today)]
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


def _due(found: list[Due], thin: bool) -> AuditGroup:
    entries = tuple(f"{each.where}: since {each.on}, {each.why}" for each in found if each.thin is thin)
    which = " whose pages have no date, or are on no site that we name" if thin else ""
    says = (
        f"{_count(entries, 'fact is', 'facts are')} due{which}. Read the sources again, call or open it if you can, "
        "correct what changed, and set read_on, and checked, to the day you did."
    )
    return AuditGroup(says, entries, urgent=True)


def _wanted(content: Content) -> AuditGroup:
    entries = tuple(f"{row['slug']}: {row['why']}" for row in content.wanted or ())
    says = (
        f"{_count(entries, 'fact is', 'facts are')} wanted and on no page, because nobody has read a source. "
        "Find one and add the fact, or take it off wanted.json."
    )
    return AuditGroup(says, entries)


def _in_a_day(content: Content) -> AuditGroup:
    rows = [(content.file_of(kind, at), row) for kind in FILES for at, row in enumerate(content[kind])]
    entries = tuple(one_day_for_many(rows))
    return AuditGroup("Nobody reads this much in a day. Ask who set the dates.", entries)


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
