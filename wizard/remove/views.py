"""Pages of requests. Each keeps what was typed, then sends the browser to a page that can be loaded again."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from compass.http import SeeOther
from compass.typed_text import takes_text
from resources import selectors
from wizard.journey.decorators import tool_required
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other, turned_away
from wizard.records.form import RecordForm
from wizard.records.store import Record, RecordStore
from wizard.remove import pages
from wizard.remove.core.fields import BOXES, PLACE, REQUEST
from wizard.remove.request_form import RequestEditor, place_called

OfRow = Callable[[HttpRequest, RequestEditor, Record], HttpResponse]
methods = require_http_methods(["GET", "HEAD", "POST"])


@methods
@tool_required("remove")
def requests(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What was asked so far, and every place that can be asked. POST goes to the place that was chosen."""
    if request.method != "POST":
        return pages.listing(request, journey)
    card = selectors.platform(request.POST.get("place", ""))
    return see_other("remove-at", card.path) if card else see_other("remove", fragment="more")


@takes_text(BOXES)
@methods
@tool_required("remove")
def place(request: HttpRequest, journey: Journey, path: str) -> HttpResponse:
    """How to ask one place. POST begins a request there; nothing is kept on a phone that somebody checks."""
    card = selectors.platform(path)
    if card is None:
        return turned_away(request, "remove", fragment="more")
    desk = RequestEditor(journey, card)
    sheet = desk.start()
    if request.method != "POST":
        return pages.card(request, desk, sheet)
    if journey.answers.watched:
        return turned_away(request, "remove-at", path)
    done = desk.write(request.POST, sheet)
    return pages.card(request, desk, done) if isinstance(done, RecordForm) else see_other("remove-one", done.id)


def of_row(view: OfRow) -> Callable[..., HttpResponse]:
    """Runs the view with the request of that id. What was typed for one that is gone makes a new one."""

    def inside(request: HttpRequest, journey: Journey, /, id_: str) -> HttpResponse:
        row = RecordStore(journey.session).row(id_, REQUEST)
        gone = Record(id_, REQUEST, {PLACE: request.POST.get("place", "")[:300]})
        if journey.answers.watched or (row is None and request.method != "POST"):
            return turned_away(request, "remove")
        desk = RequestEditor(journey, place_called((row or gone).texts.get(PLACE, "")))
        return view(request, desk, row or gone)

    return methods(tool_required("remove")(inside))


@takes_text(BOXES)
@of_row
def one(request: HttpRequest, desk: RequestEditor, row: Record) -> HttpResponse:
    """One request: what comes next, its texts and its boxes."""
    sheet = desk.form_for(row)
    if request.method != "POST":
        return pages.one(request, desk, sheet, row)
    done = desk.write(request.POST, sheet, row)
    if isinstance(done, RecordForm):
        return pages.one(request, desk, done, row)
    return SeeOther(reverse("remove-one", args=(done.id,)) + ("?both=1" if done.beside else ""))


@of_row
def away(request: HttpRequest, desk: RequestEditor, row: Record) -> HttpResponse:
    """Asks first; POST takes one request off the list."""
    if request.method != "POST":
        return pages.asking(request, desk, row)
    desk.book.remove(row)
    return see_other("remove")


@methods
@tool_required("remove")
def elsewhere(request: HttpRequest, journey: Journey, rest: str) -> HttpResponse:
    """An address below the requests that is none."""
    return see_other("remove")
