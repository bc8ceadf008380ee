"""Pages of requests. Each keeps what was typed, then sends the browser to a page that can be loaded again."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from compass.http import SeeOther, only_looking, sent_from_here
from compass.typed_text import takes_text
from compass.visits.lifecycle import open_visit, visit_of
from resources import selectors
from resources.core.removal import Platform
from wizard.journey.decorators import tool_required
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other, turned_away
from wizard.records.form import RecordForm
from wizard.records.store import Record, RecordStore
from wizard.remove import pages
from wizard.remove.age_form import ASKED, AgeForm, is_due
from wizard.remove.core.fields import BOXES, PLACE, REQUEST
from wizard.remove.request_form import RequestEditor, place_called

OfRow = Callable[[HttpRequest, RequestEditor, Record], HttpResponse]
methods = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt  # a page without a visit has no token; the browser says whose page it was
@methods
def begin(request: HttpRequest, path: str) -> HttpResponse:
    """The button on the page of a place: opens a visit, or goes on with the open one, and names the place in it."""
    card = selectors.platform(path)
    if card is None:
        return see_other("places")
    if request.method != "POST" or only_looking(request) or not sent_from_here(request):
        return see_other("place", card.path)
    # Who was here before is told that their answers are gone, as on the first page of the guide.
    lost = "?lost=1" if visit_of(request).lost else ""
    open_visit(request)
    Journey(request).name_place(card.slug)
    return SeeOther(reverse("remove-at", args=(card.path,)) + lost)


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
    """How to ask one place, once the age was asked. POST keeps the age, or begins a request there."""
    card = selectors.platform(path)
    if card is None:
        return turned_away(request, "remove", fragment="more")
    if ASKED in (request.POST or request.GET) or (request.method != "POST" and is_due(journey)):
        return _age(request, journey, card)
    desk = RequestEditor(journey, card)
    return _request(request, desk, desk.start())


def _age(request: HttpRequest, journey: Journey, card: Platform) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form, skip = AgeForm(journey, sent, again=ASKED in request.GET), "skip" in request.POST
    if sent is None or not (skip or form.is_valid()):
        return pages.age(request, journey, card, form)
    form.keep(skip=skip)
    return see_other("remove-at", card.path)


def _request(request: HttpRequest, desk: RequestEditor, sheet: RecordForm) -> HttpResponse:
    """Nothing is kept on a phone that somebody checks."""
    if request.method != "POST":
        return pages.card(request, desk, sheet)
    if desk.a.watched:
        return turned_away(request, "remove-at", desk.place.path)
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
