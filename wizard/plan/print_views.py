"""The plan on paper: a page to print, and the same words as a file."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from compass.visits.records import MARK
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.tools import pack_open
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.pdf.paper import sheet, with_marks
from wizard.pdf.render import PdfBusyError, PdfUnavailableError, warm_up
from wizard.plan import files
from wizard.plan.context import paper_context

_BUSY = _("The file could not be made this time. You can tap again, or print this page.")
_MISSING = _("This site cannot make files at the moment. You can print this page.")
_TITLE = _("Print or save this plan")


@require_http_methods(["GET", "HEAD", "POST"])
def plan_print(request: HttpRequest) -> HttpResponse:
    """The plan as a page to print; POST gives it as a file, or the page again with a line that says why not."""
    journey = Journey(request)
    if not journey.live:
        return see_other("guide")
    if not files.is_wanted(request):
        return _page(request, journey)
    wanted = files.WantedFile("plan.pdf", lambda: plan_html(request, journey), "plan-print", _TITLE)
    try:
        return files.give(request, journey, wanted)
    except PdfBusyError:
        return _page(request, journey, _BUSY)
    except PdfUnavailableError:
        return _page(request, journey, _MISSING)


def plan_html(request: HttpRequest, journey: Journey) -> str:
    """The whole page that becomes the file."""
    plan = with_marks(sheet(request, paper_context(journey)))
    return render_to_string("pdf/plan.html", {"sheet": plan}, request)


def _page(request: HttpRequest, journey: Journey, trouble: Words = "") -> HttpResponse:
    # Who reads this page may tap the button next: the helper is ready by then.
    warm_up()
    context, a = paper_context(journey), journey.answers
    around = {
        "careful": careful(a),
        "left_behind": left_behind(a),
        "trouble": trouble,
        "numbers": context["numbers"],
        "pack": pack_open(a) and journey.session.get(MARK, False),
    }
    page = render_to_string("plan/print.html", {**around, "sheet": sheet(request, context)}, request)
    return HttpResponse(page, status=503 if trouble else 200)


def left_behind(a: Answers) -> Words:
    """What a saved file leaves, and what to do about it; said before it is made."""
    if a.helper:
        return _(
            "A saved file goes to the downloads folder of this phone or computer. The Leave button does not "
            "remove the file, and others who use this phone or computer can open it. Delete it later, or keep it where "
            "only you look."
        )
    return _(
        "A saved file goes to the downloads folder of this phone or computer. The Leave button does not remove "
        "the file, and others who use this phone or computer can open it. Delete it after you read it, or keep it "
        "where only you look."
    )


def careful(a: Answers) -> tuple[Words, ...]:
    """More than that, where a person who must not see it could find the file or the paper."""
    lines: list[Words] = []
    if a.watched and a.helper:
        lines.append(_("Someone may look at their phone. Do not save this on it, and do not send it there."))
    elif a.watched:
        lines.append(
            _("Someone may look at this phone. Do not save or print this here. Use another phone or computer.")
        )
        lines.append(_("You can write the numbers on paper instead, and keep it where nobody else looks."))
    if a.home and a.helper:
        lines.append(
            _("They could get hurt if people at their home find this plan. Do not take a saved or printed copy there.")
        )
    elif a.home:
        lines.append(
            _("You could get hurt if people at home find this plan. Do not take a saved or printed copy there.")
        )
    if a.crime_here:
        lines.append(
            _("If police or others could look through a phone or a bag, a file or a paper can be used against you.")
        )
    return tuple(lines)
