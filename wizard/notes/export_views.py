"""Taking the notes along: as a sheet, a table, a file for checking, or on paper; and how anyone checks their number."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from compass.fonts import unwritable
from resources.page_cache import cached_page
from wizard.core.flow import Words
from wizard.core.tools import pack_open
from wizard.core.wording_situations import lawyer_before_police
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.journey.urgent_numbers import carried_numbers
from wizard.notes.core.log import Log, canonical
from wizard.notes.exports import FILES, sheet_of, with_log
from wizard.notes.printed_log import sheet_context
from wizard.pdf.render import PdfBusyError, PdfUnavailableError, warm_up
from wizard.plan.context import step_context
from wizard.plan.files import is_wanted
from wizard.plan.print_views import careful, left_behind

Context = dict[str, Any]

_BUSY = _("We could not make the sheet this time. Your notes are still here. You can try again, or print them.")
_MISSING = _("This site cannot make sheets at the moment. You can print your notes, or save one of the other files.")

# What to type, the same in every language.
LINES = {
    "shell": r"sed -n 2p log.json | tr -d '\n' | shasum -a 256",
    "python": (
        'python -c "import hashlib; '
        r"""print(hashlib.sha256(open('log.json','rb').read().split(b'\n')[1]).hexdigest())" """
    ).strip(),
    "manage": "python manage.py verify_log log.json --sha256 NUMBER",
}


@cached_page
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """What the number shows, and how to check it: for whoever was given a sheet, without a visit."""
    return render(request, "notes/check.html", {"lines": LINES})


@require_http_methods(["GET", "HEAD", "POST"])
@with_log
def take(request: HttpRequest, journey: Journey, log: Log) -> HttpResponse:
    """What can be taken along, and what each leaves behind; POST `which` gives it as a file."""
    if not is_wanted(request):
        return _page(request, journey, log)
    # A file that is made at once has no page that asks again.
    which = request.POST.get("which", "") if request.method == "POST" else "pdf"
    if which not in FILES:
        return see_other("notes-take")
    try:
        return FILES[which](request, journey, log)
    except PdfBusyError:
        return _page(request, journey, log, _BUSY)
    except PdfUnavailableError:
        return _page(request, journey, log, _MISSING)


@require_safe
@with_log
def print_view(request: HttpRequest, journey: Journey, log: Log) -> HttpResponse:
    """The notes on a page for paper, without a file."""
    return _draw(request, journey, "notes/print.html", sheet_of(request, log, journey.answers.helper))


def _page(request: HttpRequest, journey: Journey, log: Log, trouble: Words = "") -> HttpResponse:
    # Who reads this page may tap the button next: the helper is ready by then.
    warm_up()
    sheet = sheet_context(log)
    context = {name: sheet[name] for name in ("made_at", "made_words", "number")}
    a, signs = journey.answers, unwritable(canonical(log).decode())
    around = {"left_behind": left_behind(a), "trouble": trouble, "unwritable": signs, **_pack(journey)}
    return _draw(request, journey, "notes/take.html", {**context, **around}, 503 if trouble else 200)


def _pack(journey: Journey) -> Context:
    """Whether one file with everything is offered, or a legal line before anything goes to anyone."""
    a = journey.answers
    own_deeds = a.put_right or a.sent_others
    around = {"a": a, "pack": pack_open(a), "own_deeds": own_deeds, "lawyer_before_police": lawyer_before_police(a)}
    return {**around, "lines": step_context(journey)["lines"]} if own_deeds else around


def _draw(request: HttpRequest, journey: Journey, template: str, context: Context, status: int = 200) -> HttpResponse:
    a = journey.answers
    carried = carried_numbers(journey)
    return render(request, template, {**context, "careful": careful(a), "numbers": carried}, status=status)
