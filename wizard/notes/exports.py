"""From an open visit to what is taken along: its log, and each of its files under a neutral name."""

from collections.abc import Callable, Iterable
from datetime import UTC, tzinfo
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from compass.fonts import unwritable
from wizard.journey.decorators import View, tool_required
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.notes.core.export_csv import to_csv
from wizard.notes.core.export_json import to_json
from wizard.notes.core.log import Log, canonical, is_empty, make_log, moment_of
from wizard.notes.printed_log import sheet_context
from wizard.plan.files import WantedFile, as_file, give
from wizard.records.core.dates import zone
from wizard.records.store import Record, RecordStore

_TITLE = _("Save or print your notes")
WithLog = Callable[[HttpRequest, Journey, Log], HttpResponse]


def with_log(view: WithLog) -> View[[]]:
    """The view with the journey and the log, where notes are open; to the notes when nothing is written.

    A form or a link says in `made` when its page was made: all files and papers of one page carry one number.
    """

    @tool_required("notes")
    def inside(request: HttpRequest, journey: Journey, /) -> HttpResponse:
        made = request.POST.get("made") or request.GET.get("made", "")
        log = log_of(RecordStore(journey.session).rows(), made)
        return see_other("notes") if is_empty(log) else view(request, journey, log)

    inside.__doc__ = view.__doc__
    return inside


def log_of(rows: Iterable[Record], made: str = "") -> Log:
    """The log of these rows, made now or when a page says it was made."""
    rows = tuple(rows)
    now = timezone.now().astimezone(zone_of(rows))
    return make_log(moment_of(made, now), ((row.kind, row.texts) for row in rows))


def zone_of(rows: Iterable[Record]) -> tzinfo:
    """The time zone that was written last, UTC where none was."""
    named = {row.texts["zone"]: None for row in rows if "zone" in row.texts}
    return next(filter(None, map(zone, reversed(named))), UTC)


def sheet_of(request: HttpRequest, log: Log, for_helper: bool = False) -> dict[str, Any]:
    """What the sheet shows, on the page to print as in the file."""
    # On paper an address has to be typed, so it needs the name of the site.
    return {
        **sheet_context(log, for_helper=for_helper),
        "check_address": request.build_absolute_uri(reverse("notes-check")),
    }


def sheet_html(request: HttpRequest, log: Log, for_helper: bool = False) -> str:
    """The whole page that becomes the sheet."""
    # What the browser cannot draw is not known; what this machine cannot draw is.
    signs = {"far_signs": False, "unwritable": unwritable(canonical(log).decode())}
    return render_to_string("pdf/log.html", {**sheet_of(request, log, for_helper), **signs}, request)


def sheet_file(request: HttpRequest, journey: Journey, log: Log) -> HttpResponse:
    """The sheet as PDF, or the page that asks again for it. Raises PdfBusyError or PdfUnavailableError."""
    # The log was made from what the form said; the page that asks again says the same.
    html = partial(sheet_html, request, log, journey.answers.helper)
    return give(request, journey, WantedFile("log.pdf", html, "notes-take", _TITLE, {"made": log["made_at"]}))


def table_file(request: HttpRequest, journey: Journey, log: Log) -> HttpResponse:
    """The table for a spreadsheet."""
    return as_file(to_csv(log), "text/csv; charset=utf-8", "log.csv")


def checking_file(request: HttpRequest, journey: Journey, log: Log) -> HttpResponse:
    """The file that shows later whether something was changed."""
    return as_file(to_json(log), "application/json", "log.json")


# The value of a button -> what it gives. To add a file, add a row, and a button in the template.
FILES = {"pdf": sheet_file, "csv": table_file, "json": checking_file}
