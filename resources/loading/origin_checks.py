"""The rules for where and when a fact was read, and for who called or opened it since. Pure.

Every object has these fields, and every mark that a rule reads has the first two:

- `sources`: pages, each `{"url": …, "page_date": …}`. `"read": false` on one that nobody has opened yet, such as the
  address of the body itself; at least one must have been read. `"quotes": "government"` on a copy of a government's
  paper, or on a report that quotes its statement.
- `read_on`: the day those pages were read, live or in a stored copy.
- `checked`, if there was a check: `{"on": day, "how": "called" or "opened", "by": role of whoever did it}`.
- `look_again_on`: the day an editor wants to see it again, whatever its kind asks for.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from resources.loading.due import doubts
from resources.loading.validators import Complaint, Fields, anything, code, day, fit, flag, link, maybe, one_of, some

HOW = ("called", "opened")
# Somewhere it is tomorrow already.
SLACK = timedelta(days=1)
# Who reads more pages than these in a day has set dates, not read.
MOST_A_DAY = 60
PAGE_DAY = code(r"\d{4}(-\d{2}(-\d{2})?)?", "2024, 2024-05 or 2024-05-31")
SOURCE = {"url": link, "page_date": maybe(PAGE_DAY), "read?": flag, "quotes?": one_of("government")}
CHECKED = {"on": day, "how": one_of(*HOW), "by": code(r"\S.{0,59}", "a role, such as editor")}


def source(value: Any) -> str:
    """Where a fact was read: `{"url": "https://…", "page_date": "2024-05" or null}`, and `"read": false` if not yet."""
    if not isinstance(value, dict) or not {"url", "page_date"} <= set(value):
        return 'must be like {"url": "https://…", "page_date": null}'
    return next((f"{name} {said}" if name != "url" else said for name, said in fit(SOURCE, value)), "")


def seen(value: Any) -> str:
    """Where and when a mark was read: `{"sources": […], "read_on": "2026-11-29"}`."""
    fields = {"sources": some(source), "read_on": day, "editor_note?": anything}
    return next((f"{name} {said}" for name, said in fit(fields, value)), "")


def checked(value: Any) -> str:
    """Who looked for themselves, how and when."""
    if not isinstance(value, dict):
        return 'must be like {"on": "2026-12-01", "how": "called", "by": "editor"}'
    return next((f"{name} {said}" for name, said in fit(CHECKED, value)), "")


ORIGIN: Fields = {"sources": some(source), "read_on": day, "checked?": checked, "look_again_on?": day}


def origin(row: dict[str, Any], today: date) -> Iterator[Complaint]:
    """Complaints about the days of one object whose fields have the right shape."""
    read = date.fromisoformat(row["read_on"])
    if read > today + SLACK:
        yield "read_on", f"{read} has not come yet"
    if row["sources"] and not any(page.get("read", True) for page in row["sources"]):
        yield "sources", "nobody has read any of them: find a page that says so, or leave the object out"
    again = row.get("look_again_on")
    if again and again <= row["read_on"]:
        yield "look_again_on", f"{again} is not after read_on: it was read since"
    if not again and (said := doubts(row)):
        yield "look_again_on", f"is missing: a remark doubts the fact ({said!r})"
    if row.get("checked"):
        looked = date.fromisoformat(row["checked"]["on"])
        if looked > today + SLACK:
            yield "checked", f"{looked} has not come yet"
        if looked < read:
            yield "read_on", f"{read} is after the check of {looked}: who checks a fact has read it"


def one_day_for_many(rows: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """A warning for each day on which more objects were read, each from its own pages, than anybody can read in a day.

    `rows`: the file and the object.
    """
    pages: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for _file, row in rows:
        pages[row["read_on"]].add(tuple(sorted(page["url"] for page in row["sources"])))
    for read, different in sorted(pages.items()):
        if len(different) > MOST_A_DAY:
            yield f"{len(different)} objects with different sources were all read on {read}. Was each read that day?"
