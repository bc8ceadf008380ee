"""Drawing the pages of the message."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from resources import selectors
from wizard.message.core.cautions import warnings
from wizard.message.core.fields import BLANKS, TEXT
from wizard.message.draft import Draft
from wizard.message.save_as_note import Noting
from wizard.plan.context import step_context
from wizard.records.form import RecordForm

# What works where a message does not, by the slug of its step.
INSTEAD = ("write-it-down", "match-service", "remove", "block", "regulator", "people")


def first(request: HttpRequest, draft: Draft, *, again: bool = False) -> HttpResponse:
    """The questions before any words, and what follows from a yes. `again`: one of them was left open."""
    fields = draft.fields(*draft.stops)
    context = {
        "fields": fields,
        "open": [field for field in fields if again and not draft.trouble and not field.text],
        "stopped": draft.stopped_by,
        "others_may_speak": draft.stopped_by == ("got_worse",),
        "steps": [step for step in draft.journey.plan.steps if step.slug in INSTEAD],
        "lines": step_context(draft.journey)["lines"],
    }
    return _draw(request, draft, "message/index.html", context)


def writing(request: HttpRequest, draft: Draft) -> HttpResponse:
    """How to say it, and three blanks."""
    context = {"styles": draft.styles, "chosen": draft.style.slug, "fields": draft.fields(*BLANKS), "law": draft.law}
    return _draw(request, draft, "message/write.html", context)


def text(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The text, what could turn against its writer, and how to copy it."""
    words = draft.text
    own = bool(draft.texts.get(TEXT.slug)) and draft.made != words
    context = {
        "fields": draft.fields(TEXT),
        "text": words,
        "warnings": warnings(words, selectors.postal_codes()),
        "other": draft.made if own else "",
    }
    return _draw(request, draft, "message/text.html", context)


def sent(request: HttpRequest, draft: Draft, noting: Noting, sheet: RecordForm) -> HttpResponse:
    """What to do after it was sent, and a place in the notes for it."""
    return _draw(
        request, draft, "message/sent.html", {**noting.desk.context(sheet), "noting": noting, "text": draft.text}
    )


def _draw(request: HttpRequest, draft: Draft, name: str, context: dict[str, Any]) -> HttpResponse:
    look = [field for field in context.get("fields", ()) if field.wrong]
    around = {"a": draft.a, "at": draft.at, "was": draft.was, "sheet": draft, "look": look}
    return render(request, name, {**around, **context})
