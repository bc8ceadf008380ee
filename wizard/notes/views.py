"""Pages of the notes. Each keeps what was typed, then sends the browser to a page that can be loaded again."""

from collections.abc import Callable
from typing import Concatenate

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from compass.http import SeeOther
from compass.typed_text import takes_text
from wizard.journey.decorators import P, View, tool_required
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other, turned_away
from wizard.notes import pages
from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT, short_form
from wizard.notes.form import NotesEditor
from wizard.records.core.dates import sort_key
from wizard.records.core.input import to_look_at
from wizard.records.form import RecordEditor, RecordForm, Saved
from wizard.records.store import Record

AtDesk = Callable[Concatenate[HttpRequest, RecordEditor, P], HttpResponse]
# In an address -> the kind of row.
PARTS = {"told": REPORT, "held": HELD}
MANY = (ENTRY, REPORT, HELD)
WHEN = ("date", "time", "zone")


def at_desk(view: AtDesk[P]) -> View[P]:
    """Runs the view where notes are open. Nothing is written, and no form is shown, on a phone that somebody checks."""

    def inside(request: HttpRequest, journey: Journey, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if journey.answers.watched:
            return turned_away(request, "notes")
        return view(request, NotesEditor(journey), *args, **kwargs)

    return require_http_methods(["GET", "HEAD", "POST"])(tool_required("notes")(inside))


@takes_text(BOXES[ENTRY])
@require_http_methods(["GET", "HEAD", "POST"])
@tool_required("notes")
def notes(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What was written so far, and the short form. Where somebody checks the phone: how to do it on paper."""
    desk = NotesEditor(journey)
    if journey.answers.watched:
        return turned_away(request, "notes") if request.method == "POST" else pages.paper(request, desk)
    sheet = desk.empty_form(ENTRY, short_form(desk.a))
    return _form(request, desk, sheet, None, pages.listing)


@takes_text(BOXES[ENTRY])
@at_desk
def new(request: HttpRequest, desk: RecordEditor) -> HttpResponse:
    """One more note, with all boxes."""
    return _form(request, desk, desk.empty_form(ENTRY), None, pages.one)


@takes_text(BOXES[HEADER])
@at_desk
def more(request: HttpRequest, desk: RecordEditor) -> HttpResponse:
    """About the other person and the effect; who was told; who holds what. A friend reads what is left of it."""
    row = desk.book.single(HEADER)
    if desk.a.for_friend and not desk.book.rows(HEADER, *PARTS.values()):
        return turned_away(request, "notes")
    return _form(request, desk, desk.form_for(row) if row else desk.empty_form(HEADER), row, pages.more)


@takes_text(BOXES[REPORT], BOXES[HELD])
@at_desk
def more_new(request: HttpRequest, desk: RecordEditor, part: str) -> HttpResponse:
    """One more row about who was told, or about who holds what."""
    if desk.a.for_friend:
        return turned_away(request, "notes")
    return _form(request, desk, desk.empty_form(PARTS[part]), None, pages.one)


@takes_text(BOXES[ENTRY], BOXES[REPORT], BOXES[HELD])
@at_desk
def note(request: HttpRequest, desk: RecordEditor, id_: str) -> HttpResponse:
    """One row, to read and change. Words for a row that is gone meanwhile make a new one."""
    row = desk.book.row(id_, *MANY)
    if row is None and request.method != "POST":
        return see_other("notes")
    kind = request.POST.get("sheet", "")
    gone = Record(id_, kind if kind in MANY else ENTRY, {})
    return _form(request, desk, desk.form_for(row or gone), row or gone, pages.one)


@at_desk
def remove(request: HttpRequest, desk: RecordEditor, id_: str) -> HttpResponse:
    """Asks first; POST removes one row."""
    row = desk.book.row(id_, *MANY)
    if row is None:
        return see_other("notes")
    if request.method != "POST":
        return pages.asking(request, desk, row)
    desk.book.remove(row)
    return see_other(pages.home(row.kind))


@at_desk
def move(request: HttpRequest, desk: RecordEditor, id_: str) -> HttpResponse:
    """POST changes places with the note above or below."""
    row = desk.book.row(id_, ENTRY)
    if row is None or request.method != "POST" or request.POST.get("to") not in ("up", "down"):
        return see_other("notes")
    desk.book.move(row, up=request.POST["to"] == "up")
    return see_other("notes", fragment=f"n{row.id}")


@at_desk
def sort(request: HttpRequest, desk: RecordEditor) -> HttpResponse:
    """POST puts all notes in order of time; those without a day come last."""
    if request.method == "POST":
        wanted = sorted(desk.book.rows(ENTRY), key=lambda row: sort_key(*map(row.texts.get, WHEN, ("", "", ""))))
        desk.book.arrange(row.id for row in wanted)
    return see_other("notes", fragment="list")


@at_desk
def elsewhere(request: HttpRequest, desk: RecordEditor, rest: str) -> HttpResponse:
    """An address below the notes that is none."""
    return see_other("notes")


def _form(
    request: HttpRequest, desk: RecordEditor, sheet: RecordForm, row: Record | None, page: pages.Page
) -> HttpResponse:
    if request.method != "POST":
        return page(request, desk, sheet, row)
    done = desk.write(request.POST, sheet, row)
    return page(request, desk, done, row) if isinstance(done, RecordForm) else _after(request, sheet.kind, done)


def _after(request: HttpRequest, kind: str, kept: Saved) -> HttpResponse:
    if kept.beside:
        return SeeOther(reverse("note", args=(kept.id,)) + "?both=1")
    when = {slug: request.POST.get(slug, "") for slug in WHEN}
    if to_look_at(BOXES[kind], when, timezone.now()):
        return see_other("note", kept.id)
    return see_other(pages.home(kind), fragment="about" if kind == HEADER else f"n{kept.id}")
