"""The page of the one file with everything, and the file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from wizard.core.flow import Words
from wizard.core.tools import pack_open
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.journey.urgent_numbers import carried_numbers
from wizard.notes.core.log import Log
from wizard.notes.exports import with_log
from wizard.pdf.render import PdfBusyError, PdfUnavailableError, warm_up
from wizard.plan import files
from wizard.plan.print_views import careful, left_behind
from wizard.talk.pack import pack_html, pack_of

_BUSY = _("The file could not be made this time. You can tap again, or print this page.")
_MISSING = _("This site cannot make files at the moment. You can print this page.")
_TITLE = _("One file with everything")


@require_http_methods(["GET", "HEAD", "POST"])
@with_log
def pack(request: HttpRequest, journey: Journey, log: Log) -> HttpResponse:
    """Everything on one paper, to read and print; POST gives it as a file. Where it is not offered, to the notes."""
    if not pack_open(journey.answers):
        return see_other("notes-take")
    if not files.is_wanted(request):
        return _page(request, journey, log)
    sent = {"made": log["made_at"]}
    wanted = files.WantedFile("pack.pdf", lambda: pack_html(request, journey, log), "talk-pack", _TITLE, sent)
    try:
        return files.give(request, journey, wanted)
    except PdfBusyError:
        return _page(request, journey, log, _BUSY)
    except PdfUnavailableError:
        return _page(request, journey, log, _MISSING)


def _page(request: HttpRequest, journey: Journey, log: Log, trouble: Words = "") -> HttpResponse:
    # Who reads this page may tap the button next: the helper is ready by then.
    warm_up()
    a = journey.answers
    around = {"careful": careful(a), "left_behind": left_behind(a), "trouble": trouble}
    page = {**pack_of(request, journey, log), **around, "numbers": carried_numbers(journey)}
    return render(request, "talk/pack.html", page, status=503 if trouble else 200)
