"""When an editor should look at a fact again: ages by kind, and the day an editor has set. Pure.

What changes fast, or costs most when it is wrong, gets old first. The days are those of `AGES`; a `look_again_on` of
the object stands before them.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import Any

from resources.core.hosts import Hosts
from resources.loading.content import FILES, Content, Row

Is = Callable[[str, Row], bool]
CRISIS = {"crisis", "suicide"}
# The end of the name of a field that says where a mark was read.
SEEN = "_seen"
REMARKS = ("editor_note", "conflicts")


def _crisis(kind: str, row: Row) -> bool:
    return kind == "helplines" and bool(row["emergency"] or CRISIS & set(row["topics"]))


def _open_question(kind: str, row: Row) -> bool:
    return kind in ("law", "takedown") and row["status"] in ("unknown", "enacted-not-in-force")


def _hours(kind: str, row: Row) -> bool:
    ways = row["channels"] if kind == "helplines" else ()
    return any(way["opening_hours"] not in (None, "24/7") for way in ways)


def _form(kind: str, row: Row) -> bool:
    parts = [*row.get("guides", ()), *row.get("channels", ())]
    return kind == "takedown" or any(part.get("form_url") or part.get("kind") == "form" for part in parts)


# Days, and what makes them count; the first that fits.
AGES: tuple[tuple[int, str, Is], ...] = (
    (30, "an emergency or crisis line", _crisis),
    (30, "a law whose start is not known", _open_question),
    (60, "hours", _hours),
    (90, "a form or a way to ask for removal", _form),
    (180, "any other fact", lambda kind, row: True),
)


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One fact to look at. `thin`: none of its pages has a date, or none is on a site that is named."""

    thin_last: bool
    on: date
    where: str  # file and object, for the list
    kind: str
    read_on: date
    why: str
    sources: tuple[str, ...]

    @property
    def thin(self) -> bool:
        """Is it to be looked at before the others that are due?"""
        return not self.thin_last


def due(content: Content, today: date, kind: str = "") -> list[Due]:
    """What is due on this day, of one kind or of all: thin sources first, then the longest overdue."""
    hosts = Hosts(content.hosts or ())
    found = (each for name in FILES if kind in ("", name) for each in _of(content, name, hosts))
    return sorted(each for each in found if each.on <= today)


def table(found: Iterable[Due]) -> str:
    """The same as a table for a spreadsheet (CSV), one fact a row."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["due", "thin", "where", "kind", "read_on", "why", "sources"])
    for one in found:
        thin = "yes" if one.thin else "no"
        rows.writerow([one.on, thin, one.where, one.kind, one.read_on, one.why, " ".join(one.sources)])
    return text.getvalue()


def _of(content: Content, kind: str, hosts: Hosts) -> Iterator[Due]:
    for position, row in enumerate(content[kind]):
        if row.get("withdrawn"):
            continue
        where = f"{content.file_of(kind, position)}, {row[FILES[kind]]}"
        on, why = _day(kind, row)
        yield _due(where, kind, row, on, why, hosts)
        for mark, read in _marks(row, FILES[kind]):
            later = date.fromisoformat(read["read_on"]) + timedelta(days=AGES[-1][0])
            yield _due(f"{where}, {mark}", kind, read, later, "a mark that a rule reads", hosts)


def _due(where: str, kind: str, row: Row, on: date, why: str, hosts: Hosts) -> Due:
    pages = [page for page in row["sources"] if page.get("read", True)]
    dated, known = (any(map(has, pages)) for has in (_has_date, lambda page: bool(hosts.kind_of(page["url"]))))
    urls = tuple(page["url"] for page in row["sources"])
    return Due(dated and known, on, where, kind, date.fromisoformat(row["read_on"]), why, urls)


def _has_date(page: Row) -> bool:
    return bool(page["page_date"])


def _day(kind: str, row: Row) -> tuple[date, str]:
    """The day from which a fact is due, and why."""
    if row.get("look_again_on"):
        return date.fromisoformat(row["look_again_on"]), "an editor wants to see it again"
    days, why = next((days, why) for days, why, fits in AGES if fits(kind, row))
    since = max(row["read_on"], (row.get("checked") or {}).get("on", ""))
    return date.fromisoformat(since) + timedelta(days=days), f"{why}, looked at {days} days ago or more"


def _marks(row: Row, key: str) -> Iterator[tuple[str, Row]]:
    """The marks of an object and of its regions: name, and where and when it was read."""
    for part in (row, *(part for part in row.get("regions", ()) if isinstance(part, dict))):
        for field, read in part.items():
            if field.endswith(SEEN):
                yield f"{part[key]}, {field.removesuffix(SEEN)}", read


# What an editor writes who is not sure.
DOUBT = re.compile(
    r"not (opened|confirmed|proven|certain|sure|seen|found|checked)|unconfirmed|unsure|doubt|general knowledge|disagree"
    r"|may (have|be) (closed|moved|old|gone)|check (again|first|before)|look again|only source|lone source",
    re.IGNORECASE,
)


def doubts(row: dict[str, Any]) -> str:
    """The words of an editor's remark that doubt a fact, "" when none does."""
    found = DOUBT.search(" ".join(_remarks(row)))
    return found[0] if found else ""


def _remarks(value: Any, remark: bool = False) -> Iterator[str]:
    """The remarks of an object and of what stands in it."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _remarks(inside, name in REMARKS)
    elif isinstance(value, list):
        for inside in value:
            yield from _remarks(inside, remark)
    elif remark and isinstance(value, str):
        yield value
