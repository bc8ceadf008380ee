"""Pages for telling somebody: the words, the sheet for the next helper, and the pocket card."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from wizard.core.flow import Words
from wizard.journey.decorators import tool_required
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.pdf.render import PdfBusyError, PdfUnavailableError, warm_up
from wizard.plan import files
from wizard.plan.print_views import careful, left_behind
from wizard.talk import pages
from wizard.talk.card_image import NoFontError, draw
from wizard.talk.handoff_sheet import sheet_html, sheet_of

_BUSY = _("The file could not be made this time. You can tap again, or print this page.")
_MISSING = _("This site cannot make files at the moment. You can print this page.")
_TITLE = _("A sheet to give to a helper")
_NO_CARD = _("This site cannot make pictures at the moment. You can copy the numbers on this page by hand.")

asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
@tool_required("talk")
def talk(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The words for this person; POST keeps whom they want to tell, how, and how much."""
    if request.method == "POST" and pages.keep(journey, request.POST):
        return see_other("talk", fragment="words")
    return render(request, "talk/index.html", pages.words(journey, request.POST))


@asks
@tool_required("talk")
def sheet(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The sheet for the next helper, to read and print; POST gives it as a file."""
    if not files.is_wanted(request):
        return _sheet_page(request, journey)
    wanted = files.WantedFile("sheet.pdf", lambda: sheet_html(request, journey), "talk-sheet", _TITLE)
    try:
        return files.give(request, journey, wanted)
    except PdfBusyError:
        return _sheet_page(request, journey, _BUSY)
    except PdfUnavailableError:
        return _sheet_page(request, journey, _MISSING)


@asks
@tool_required("talk")
def card(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The numbers to carry along; POST gives them as a picture for the phone."""
    if request.method != "POST":
        return _card_page(request, journey)
    try:
        return files.as_file(draw(pages.pocket(journey)[0]), "image/png", "card.png")
    except NoFontError:
        return _card_page(request, journey, _NO_CARD)


@asks
@tool_required("talk")
def elsewhere(request: HttpRequest, journey: Journey, rest: str) -> HttpResponse:
    """An address below that is none."""
    return see_other("talk")


def _sheet_page(request: HttpRequest, journey: Journey, trouble: Words = "") -> HttpResponse:
    # Who reads this page may tap the button next: the helper is ready by then.
    warm_up()
    return _page(request, journey, "talk/sheet.html", trouble, sheet_of(journey))


def _card_page(request: HttpRequest, journey: Journey, trouble: Words = "") -> HttpResponse:
    drawn, named = pages.pocket(journey)
    return _page(request, journey, "talk/card.html", trouble, {"card": drawn, "named": named})


def _page(
    request: HttpRequest, journey: Journey, template: str, trouble: Words, context: dict[str, object]
) -> HttpResponse:
    a = journey.answers
    around = {"careful": careful(a), "left_behind": left_behind(a), "trouble": trouble, "a": a}
    page = {**context, **around, "numbers": pages.carried(journey)}
    return render(request, template, page, status=503 if trouble else 200)
