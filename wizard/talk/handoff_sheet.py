"""From a visit to the hand-off sheet: what was answered, what was written, what is done and what is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from compass.fonts import unwritable
from resources import selectors
from wizard.core.flow import Replies, Words
from wizard.core.tools import is_open
from wizard.core.wording_rules import wording
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import place_name
from wizard.notes.core.fields import ENTRY, HEADER, REPORT
from wizard.notes.core.log import canonical, make_log
from wizard.notes.exports import zone_of
from wizard.notes.printed_log import sheet_context
from wizard.pdf.paper import with_marks
from wizard.plan.context import step_context
from wizard.plan.core.first_numbers import first_numbers, page_need
from wizard.records.core.dates import zone
from wizard.records.store import Record, RecordStore
from wizard.remove.core.fields import PLACE, REQUEST
from wizard.remove.core.ledger import state_of, state_words
from wizard.talk.core.handoff_text import (
    ALONE,
    LABELS,
    do_not,
    made_by,
    next_steps,
    own_deeds_left_out,
    red_flags,
    told,
)

# Boxes that tell what happened. Names, accounts, numbers and links stay in the notes: the next helper can ask.
TOLD = {
    ENTRY: ("kind", "words", "date", "time", "zone", "sure", "platform", "demand", "deadline", "still_up", "did_next",
            "felt_unsafe"),
    HEADER: ("relation", "first_contact", "how_long", "effect"),
    REPORT: ("to", "when", "how", "reference", "answer", "next"),
}  # fmt: skip
# With more lines than that, the first page is set smaller: it stays one page.
MOST_LINES = 36


@dataclass(frozen=True, slots=True)
class SheetFact:
    """One answer: the words before it, and the chosen words."""

    label: Words
    words: tuple[Words, ...]


def sheet_of(journey: Journey) -> dict[str, Any]:
    """What the sheet shows. Nothing of it is a name, an account, a link or a picture, unless somebody typed it so."""
    a = journey.answers
    done, later = next_steps(a, journey.plan, journey.done)
    lines = step_context(journey)["lines"]
    flags, avoid = red_flags(a), do_not(a)
    return {
        **_typed(journey),
        "a": a,
        "made_by": made_by(a),
        "flags": flags,
        "facts": facts(journey),
        "here": "" if journey.at.assumed else place_name(journey),
        "done": done,
        "later": later,
        "do_not": avoid,
        "dense": sum(map(len, (flags, avoid, done, later))) > MOST_LINES,
        "first_numbers": first_numbers(page_need(a), lines),
        "own_deeds_left_out": own_deeds_left_out(a),
        "lines": lines,
        **wording(a),
    }


def _typed(journey: Journey) -> dict[str, Any]:
    """What was written in the tools, and what of it no font of this machine has."""
    rows = _rows(journey)
    log = make_log(_now(journey, rows), [(kind, _only(row, TOLD[kind])) for row in rows if (kind := row.kind) in TOLD])
    said, asked = sheet_context(log, for_helper=journey.answers.helper), tuple(_asked(rows))
    signs = unwritable(" ".join((*asked, canonical(log).decode())))
    kept = {name: said[name] for name in ("made_words", "about", "entries", "told")}
    return {**kept, "asked": asked, "unwritable": signs}


def facts(journey: Journey) -> tuple[SheetFact, ...]:
    """The answers that the next helper needs, in the words for a helper; what was skipped is left out."""
    found = []
    for stop in journey.path.reached:
        slug = stop.question.slug
        values = told(journey.answers, slug, stop.values, _unsaid(journey)) if slug in LABELS else ()
        if values:
            before = Replies({**journey.path.before(slug).values, "who": ("client",)})
            chosen = (one for one in stop.question.choices(before, journey.world) if one.value in values)
            found.append(SheetFact(LABELS[slug], tuple(ALONE.get((slug, one.value), one.words) for one in chosen)))
    return tuple(found)


def _unsaid(journey: Journey) -> frozenset[str]:
    """Apps and sites that would tell a reader of the paper who somebody loves, or how they earn their money."""
    return frozenset(place.slug for place in journey.world.platforms if place.lgbtq or place.sold_here)


def sheet_html(request: HttpRequest, journey: Journey) -> str:
    """The whole page that becomes the file."""
    sheet = render_to_string("talk/_handoff_sheet.html", {**sheet_of(journey), "in_file": True}, request)
    return render_to_string("pdf/plan.html", {"sheet": with_marks(sheet)}, request)


def _now(journey: Journey, rows: Iterable[Record]) -> datetime:
    """The moment on the clock that the notes name, or else on that of the place; UTC where neither is known."""
    at, rows = journey.at, tuple(rows)
    here = None if at.assumed else zone(selectors.usual_clock(at.country, at.region))
    named = any("zone" in row.texts for row in rows)
    return timezone.now().astimezone(zone_of(rows) if named or here is None else here)


def _rows(journey: Journey) -> tuple[Record, ...]:
    """What was written in the tools that are open now."""
    rows = RecordStore(journey.session).rows()
    notes, removal = (is_open(tool, journey.answers) for tool in ("notes", "remove"))
    return tuple(row for row in rows if (removal if row.kind == REQUEST else notes and row.kind in TOLD))


def _only(row: Record, slugs: Iterable[str]) -> dict[str, str]:
    return {slug: row.texts[slug] for slug in slugs if slug in row.texts}


def _asked(rows: Iterable[Record]) -> Iterable[str]:
    """One line for each place that was asked: how it stands, when, and the reference."""
    for row in rows:
        if row.kind == REQUEST and state_of(row.texts):
            when = " ".join(row.texts[slug] for slug in ("date", "time") if slug in row.texts)
            said = (row.texts.get(PLACE, ""), state_words(row.texts), when, row.texts.get("reference", ""))
            yield ", ".join(str(part) for part in said if part)
