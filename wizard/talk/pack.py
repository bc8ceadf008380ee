"""One file with everything: the notes, the requests with their clock, who was told, and how it is to be kept.

For police, a court or a lawyer. What the person did themselves is in no word of ours on it.
"""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from compass.fonts import unwritable
from resources import selectors
from wizard.core.answers import Answers
from wizard.core.tools import is_open
from wizard.journey.journey import Journey
from wizard.notes.core.log import Log, canonical
from wizard.notes.exports import sheet_of
from wizard.notes.printed_log import PrintedRecord, printed_record
from wizard.pdf.paper import plain_paper, with_marks
from wizard.plan.context import step_context
from wizard.records.store import Record, RecordStore
from wizard.remove.core.fields import BOXES, PLACE, REQUEST
from wizard.remove.core.ledger import state_words
from wizard.remove.request_form import clock_of

# How to reach the person, their name, and whether they took the picture stay with them.
LEFT_OUT = frozenset({PLACE, "signed", "reach", "faith", "own", "asks", "state"})
KEEPING = "write-it-down"


class QuietAnswers:
    """The flags, but for what the person did themselves, and for the link to the notes: neither is for this paper."""

    QUIET = {"saved": False, "deleted": False, "already_skipped": False, "under_13_alone": True}

    def __init__(self, a: Answers) -> None:
        self._a = a

    def __getattr__(self, flag: str) -> Any:
        """The flag as it was answered, unless it is one of those."""
        return self.QUIET[flag] if flag in self.QUIET else getattr(self._a, flag)


def pack_of(request: HttpRequest, journey: Journey, log: Log) -> dict[str, Any]:
    """What the file shows, on the page to print as in the file."""
    a, rows = journey.answers, _rows(journey)
    step = next(step for step in journey.plan.steps if step.slug == KEEPING)
    context = step_context(journey)
    keeping = render_to_string(step.template, {**context, "a": QuietAnswers(a), "they": step.they}, request)
    return {
        **sheet_of(request, log, a.helper),
        "a": a,
        "requests": [_request(row, journey) for row in rows],
        "keeping_title": step.title,
        "keeping": plain_paper(request, keeping),
        "unwritable": unwritable(" ".join([canonical(log).decode(), *(_typed(row) for row in rows)])),
    }


def pack_html(request: HttpRequest, journey: Journey, log: Log) -> str:
    """The whole page that becomes the file."""
    context = {**pack_of(request, journey, log), "far_signs": False, "in_file": True}
    sheet = render_to_string("talk/_pack.html", context, request)
    return render_to_string("pdf/plan.html", {"sheet": with_marks(sheet)}, request)


def _rows(journey: Journey) -> tuple[Record, ...]:
    """The requests, where asking for removal is open now."""
    return RecordStore(journey.session).rows(REQUEST) if is_open("remove", journey.answers) else ()


def _request(row: Record, journey: Journey) -> PrintedRecord:
    """One request: where, how it stands, when its hours end, and what was written about it."""
    _clock, ends = clock_of(row.texts, timezone.now(), journey.at.country)
    place = row.texts.get(PLACE, "")
    # Some names tell whom somebody loves or how they earn money. The links say where, if the person typed them.
    if any(card.name == place and (card.lgbtq or card.sold_here) for card in selectors.platforms()):
        place = _("An app or site that is not named here")
    heading = ". ".join(part.rstrip(".") for part in (place, str(state_words(row.texts)), ends) if part)
    texts = {slug: text for slug, text in row.texts.items() if slug not in LEFT_OUT}
    return printed_record(heading, texts, BOXES, journey.answers.helper)


def _typed(row: Record) -> str:
    return " ".join(text for slug, text in row.texts.items() if slug not in LEFT_OUT)
