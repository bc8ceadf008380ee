"""Pages of the message. Each keeps what was typed, then sends the browser to a page that can be loaded again."""

from collections.abc import Callable
from typing import Concatenate

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from compass.typed_text import takes_text
from wizard.journey.decorators import P, View, tool_required
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other, turned_away
from wizard.message import pages
from wizard.message.core.fields import BLANKS, STYLE, TEXT
from wizard.message.draft import Draft
from wizard.message.save_as_note import NOTE_BOXES, Noting
from wizard.records.form import RecordForm

WithDraft = Callable[Concatenate[HttpRequest, Draft, P], HttpResponse]


def with_draft(view: WithDraft[P]) -> View[P]:
    """Runs the view where the message is open."""

    def inside(request: HttpRequest, journey: Journey, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(request, Draft(journey), *args, **kwargs)

    return require_http_methods(["GET", "HEAD", "POST"])(tool_required("message")(inside))


@with_draft
def message(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Questions before any words. With a yes: what works in place of a message, until the answer is changed."""
    if request.method != "POST":
        return pages.first(request, draft)
    if draft.keep(request.POST, *draft.stops) and (draft.may_write or draft.stopped_by):
        return see_other("message-write" if draft.may_write else "message")
    return pages.first(request, draft, again=True)


@takes_text(BLANKS)
@with_draft
def write(request: HttpRequest, draft: Draft) -> HttpResponse:
    """How to say it, and three blanks."""
    sent = request.method == "POST"
    kept = sent and draft.keep(request.POST, STYLE, *BLANKS)
    if not draft.may_write:
        return see_other("message")
    return see_other("message-text") if kept else pages.writing(request, draft)


@takes_text([TEXT])
@with_draft
def text(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The text, with what could turn against its writer. POST `drop` goes back to the words of the blanks."""
    sent = request.method == "POST"
    if sent and "drop" in request.POST:
        kept = draft.change({TEXT.slug: ""}, draft.was)
    else:
        kept = sent and draft.keep(request.POST, TEXT)
    if not draft.may_write:
        return see_other("message")
    return see_other("message-text") if kept else pages.text(request, draft)


@takes_text(NOTE_BOXES)
@with_draft
def sent(request: HttpRequest, draft: Draft) -> HttpResponse:
    """After it was sent: what to do, and a place in the notes for it."""
    if not draft.may_write:
        return turned_away(request, "message")
    noting = Noting(draft)
    if request.method != "POST":
        return pages.sent(request, draft, noting, noting.empty_form())
    done = noting.write(request.POST)
    return pages.sent(request, draft, noting, done) if isinstance(done, RecordForm) else see_other("message-sent")


@with_draft
def elsewhere(request: HttpRequest, draft: Draft, rest: str) -> HttpResponse:
    """An address below the message that is none."""
    return see_other("message")
