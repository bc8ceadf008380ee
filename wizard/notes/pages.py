"""Drawing the pages of the notes."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wizard.journey.urgent_numbers import carried_numbers
from wizard.notes.context import glance
from wizard.notes.core.fields import ENTRY, HEADER, HELD, REPORT
from wizard.notes.core.guidance import paper_columns
from wizard.records.form import RecordEditor, RecordForm
from wizard.records.store import MOST_CHARACTERS, MOST_ROWS, Record

Page = Callable[[HttpRequest, RecordEditor, RecordForm, Record | None], HttpResponse]


def home(kind: str) -> str:
    """The name of the page that lists the rows of a kind."""
    return "notes" if kind == ENTRY else "notes-more"


def listing(request: HttpRequest, desk: RecordEditor, sheet: RecordForm, row: Record | None) -> HttpResponse:
    """What was written so far, below the short form."""
    context = {
        **desk.context(sheet),
        **_room(desk, ENTRY),
        "rows": [glance(one) for one in desk.book.rows(ENTRY)],
        # A friend is not asked for more; what was written before still has its page.
        "more": not desk.a.for_friend or bool(desk.book.rows(HEADER, REPORT, HELD)),
        "holds": bool(desk.book.rows(ENTRY, HEADER, REPORT, HELD)),
    }
    return _draw(request, desk, "notes/index.html", context)


def one(request: HttpRequest, desk: RecordEditor, sheet: RecordForm, row: Record | None) -> HttpResponse:
    """The form of one row."""
    context = {
        **desk.context(sheet),
        **_room(desk, sheet.kind),
        "row": row,
        "back": reverse(home(sheet.kind)),
        "both": row is not None and "both" in request.GET,
    }
    return _draw(request, desk, "notes/form.html", context)


def more(request: HttpRequest, desk: RecordEditor, sheet: RecordForm, row: Record | None) -> HttpResponse:
    """About the other person and the effect; who was told; who holds what."""
    lists = {name: [glance(one) for one in desk.book.rows(kind)] for name, kind in (("told", REPORT), ("held", HELD))}
    return _draw(request, desk, "notes/more.html", {**desk.context(sheet), **lists})


def asking(request: HttpRequest, desk: RecordEditor, row: Record) -> HttpResponse:
    """Is this the row to remove?"""
    return _draw(request, desk, "notes/remove.html", {"row": glance(row), "back": home(row.kind)})


def paper(request: HttpRequest, desk: RecordEditor) -> HttpResponse:
    """How to do it where nobody looks."""
    context = {"a": desk.a, "columns": paper_columns(desk.a), "written": len(desk.book.rows())}
    return _draw(request, desk, "notes/paper.html", context)


def _draw(request: HttpRequest, desk: RecordEditor, template: str, context: dict[str, Any]) -> HttpResponse:
    journey = desk.journey
    carried = carried_numbers(journey)
    return render(request, template, {"numbers": carried, **context})


def _room(desk: RecordEditor, kind: str) -> dict[str, Any]:
    numbers = {"used": desk.book.count(kind), "most": MOST_ROWS, "size": desk.book.size, "room": MOST_CHARACTERS}
    return {"room": numbers} if desk.book.is_nearly_full(kind) else {}
