"""Drawing the pages of requests."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from resources import selectors
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import carried_numbers
from wizard.plan.context import step_context
from wizard.records.form import RecordForm
from wizard.records.store import MOST_CHARACTERS, MOST_ROWS, Record, RecordStore
from wizard.remove.core.fields import PLACE, REQUEST
from wizard.remove.core.guidance import first_lines
from wizard.remove.core.ledger import REFUSED, is_late, next_words, state_of, state_words
from wizard.remove.core.text_kinds import about_picture
from wizard.remove.request_form import RequestEditor, clock_of, law_of, places_named


def listing(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What was asked so far, the places of the answers, and how to add more."""
    a, book = journey.answers, RecordStore(journey.session)
    context = {
        **step_context(journey),
        "first": first_lines(a),
        "rows": [_glance(row, journey.at.country) for row in book.rows(REQUEST)],
        "places": places_named(journey),
        "engines": tuple(card for card in selectors.platforms() if card.kind == "search") if about_picture(a) else (),
        "all_places": selectors.platforms(),
        "match": "match-service" in journey.plan.slugs,
    }
    return render(request, "remove/index.html", context)


def card(request: HttpRequest, desk: RequestEditor, sheet: RecordForm) -> HttpResponse:
    """One place: how to ask it, texts, and the first boxes of a request."""
    here = [row for row in desk.book.rows(REQUEST) if row.texts.get(PLACE) == desk.place.name]
    context = {
        "sections": desk.ways(),
        "texts": desk.ready(sheet.texts),
        "rows": [_glance(row, desk.at.country) for row in here],
        "first": first_lines(desk.a),
        "pressed": desk.a.sextorted or desk.a.threatened,
    }
    return _draw(request, desk, "remove/card.html", {**context, **desk.context(sheet)})


def one(request: HttpRequest, desk: RequestEditor, sheet: RecordForm, row: Record) -> HttpResponse:
    """One request: what comes next, its texts, and its whole form."""
    found, said = clock_of(row.texts, timezone.now(), desk.at.country)
    stuck = is_late(found) or state_of(row.texts) == REFUSED
    context = {
        "row": row,
        "texts": desk.ready(sheet.texts),
        "asks_back": sheet.texts.get("asks") == "yes",
        "state": state_words(row.texts),
        "clock": said,
        "next": next_words(row.texts, found, desk.a),
        "law": law_of(row.texts) if stuck else None,
        "stuck": stuck,
        "body": "regulator" in desk.journey.plan.slugs,
        "both": "both" in request.GET,
    }
    return _draw(request, desk, "remove/request.html", {**context, **desk.context(sheet, first_open=1)})


def asking(request: HttpRequest, desk: RequestEditor, row: Record) -> HttpResponse:
    """Is this the row to remove?"""
    return _draw(request, desk, "remove/away.html", {"row": _glance(row, desk.at.country)})


def _draw(request: HttpRequest, desk: RequestEditor, template: str, context: dict[str, Any]) -> HttpResponse:
    journey = desk.journey
    carried = carried_numbers(journey)
    shared = {
        "place": desk.place,
        "services": desk.routes,
        "about_picture": about_picture(desk.a),
        "plan_first": "safety-plan" in journey.plan.slugs,
        "numbers": carried,
        **_room(desk.book),
    }
    return render(request, template, {"a": desk.a, **shared, **context})


def _room(book: RecordStore) -> dict[str, Any]:
    numbers = {"used": book.count(REQUEST), "most": MOST_ROWS, "size": book.size, "room": MOST_CHARACTERS}
    return {"room": numbers} if book.is_nearly_full(REQUEST) else {}


def _glance(row: Record, country: str) -> dict[str, Any]:
    """A request as one line that leads to it."""
    return {
        "id": row.id,
        "place": row.texts.get(PLACE, ""),
        "state": state_words(row.texts),
        "clock": clock_of(row.texts, timezone.now(), country)[1],
    }
