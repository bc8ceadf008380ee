"""Drawing the pages of requests."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from resources import selectors
from resources.core.removal import LEAK, Platform
from wizard.core.tools import is_open, pack_open
from wizard.core.wording_situations import contact_may_harm
from wizard.guide.context import choice_groups
from wizard.guide.forms import AnswerForm
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import carried_numbers
from wizard.notes.core.fields import ENTRY
from wizard.plan.context import step_context
from wizard.records.form import RecordForm
from wizard.records.store import MOST_CHARACTERS, MOST_ROWS, Record, RecordStore
from wizard.remove.age_form import AgeForm
from wizard.remove.core.fields import PLACE, REQUEST
from wizard.remove.core.guidance import first_lines, guess, lines_beside
from wizard.remove.core.how_to_ask import WITHOUT_TEXTS
from wizard.remove.core.ledger import REFUSED, is_late, next_words, state_of, state_words
from wizard.remove.core.ready_texts import Ready, first_to_open
from wizard.remove.core.standard_sentences import said_under_18
from wizard.remove.core.text_kinds import about_picture
from wizard.remove.request_form import RequestEditor, clock_of, law_of, places_named


def listing(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What was asked so far, the places of the answers, and how to add more."""
    a, book = journey.answers, RecordStore(journey.session)
    context = {
        **step_context(journey),
        "first": first_lines(a),
        "pack": pack_open(a) and book.count(ENTRY) > 0,
        "rows": [_glance(row, journey.at.country) for row in book.rows(REQUEST)],
        "places": places_named(journey),
        "engines": tuple(card for card in selectors.platforms() if card.kind == "search") if about_picture(a) else (),
        "all_places": selectors.platforms(),
        # While nobody said an age, no service for one side of 18 is named here.
        "match": "match-service" in journey.plan.slugs and (said_under_18(a) or not a.subject_under_18),
    }
    return render(request, "remove/index.html", context)


def age(request: HttpRequest, journey: Journey, place: Platform, form: AgeForm) -> HttpResponse:
    """The age, before the first text for a place."""
    context = {
        "place": place,
        "asked": form.asked,
        "parts": [_part(journey, each) for each in form.forms],
        "beside": len(form.forms) > 1,
        "lost": "lost" in request.GET,
        "failed": any(each.errors for each in form.forms),
        "numbers": carried_numbers(journey),
        "a": journey.answers,
    }
    return render(request, "remove/age.html", context)


def _part(journey: Journey, form: AnswerForm) -> dict[str, Any]:
    """One question of that page."""
    said = journey.path.replies
    words = {"heading": form.question.heading(said), "hint": form.question.hint(said)}
    return {"slug": form.question.slug, "form": form, "groups": choice_groups(form), **words}


def card(request: HttpRequest, desk: RequestEditor, sheet: RecordForm) -> HttpResponse:
    """One place: how to ask it, texts, and the first boxes of a request."""
    here = [row for row in desk.book.rows(REQUEST) if row.texts.get(PLACE) == desk.place.name]
    texts = _given(desk, sheet)
    context = {
        "sections": desk.ways(),
        "without_texts": desk.place.kind in WITHOUT_TEXTS,
        # Nobody said yet which of them fits.
        "few": not desk.a.what_skipped,
        "texts": texts,
        "first_text": first_to_open(desk.a, texts),
        "rows": [_glance(row, desk.at.country) for row in here],
        "notes_first": notes_first(desk),
        "guess": guess(desk.a),
        "first": lines_beside(desk.a),
        "pressed": desk.a.sextorted or desk.a.threatened,
    }
    return _draw(request, desk, "remove/card.html", {**context, **desk.context(sheet)})


def _given(desk: RequestEditor, sheet: RecordForm) -> tuple[Ready, ...]:
    """The texts for this place; where nothing can be typed, none that waits for words."""
    return tuple(text for text in desk.ready(sheet.texts) if text.text or not desk.a.watched)


def notes_first(desk: RequestEditor) -> bool:
    """True where the notes are open and still empty: a report can take away what has to be written down."""
    return is_open("notes", desk.a) and not desk.book.count(ENTRY)


def one(request: HttpRequest, desk: RequestEditor, sheet: RecordForm, row: Record) -> HttpResponse:
    """One request: what comes next, its texts, and its whole form."""
    found, said = clock_of(row.texts, timezone.now(), desk.at.country)
    texts = desk.ready(sheet.texts)
    stuck = is_late(found) or state_of(row.texts) == REFUSED
    unasked = desk.place.kind == LEAK
    context = {
        "row": row,
        "texts": texts,
        "first_text": first_to_open(desk.a, texts),
        "asks_back": unasked or sheet.texts.get("asks") == "yes",
        "state": state_words(row.texts),
        "clock": said,
        "next": () if unasked else next_words(row.texts, found, desk.a),
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
        "contact_may_harm": contact_may_harm(desk.a),
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
