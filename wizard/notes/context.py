"""What the pages of the notes show: plain objects for templates, made from boxes and the texts in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from resources.core.hours.calendar_words import day_and_year
from wizard.notes.core.fields import BOXES
from wizard.records.context import words_in
from wizard.records.core import dates
from wizard.records.core.input import to_look_at
from wizard.records.store import Record

GLANCE = 90  # characters of a note on the page that lists them


@dataclass(frozen=True, slots=True)
class Glance:
    """One row on the page that lists them."""

    id: str
    heading: str
    words: str
    look: bool


def glance(row: Record) -> Glance:
    """A row as one line that leads to it."""
    heads = [box for box in BOXES[row.kind] if box.slug in ("kind", "platform")]
    rest = [box for box in BOXES[row.kind] if box.slug not in ("kind", "platform", "date", "time", "zone", "sure")]
    said = [str(words_in(box, row.texts[box.slug])) for box in rest if row.texts.get(box.slug)]
    when = when_words(row.texts) if "date" in {box.slug for box in BOXES[row.kind]} else ""
    parts = [when, *(str(words_in(box, row.texts[box.slug])) for box in heads if row.texts.get(box.slug))]
    heading = " · ".join(part for part in parts if part)
    look = bool(to_look_at(BOXES[row.kind], row.texts, timezone.now()))
    return Glance(row.id, heading, " · ".join(said)[:GLANCE], look)


def when_words(texts: Mapping[str, str]) -> str:
    """Day and time of an entry; what is none stands as it was typed."""
    on, at = texts.get("date", ""), texts.get("time", "")
    found = dates.day(on)
    said = ", ".join(part for part in (day_and_year(found) if found else on, at) if part)
    sure = {"about": _("about %(when)s"), "not-sure": _("%(when)s, not sure")}.get(texts.get("sure", ""))
    return (sure % {"when": said} if sure else said) if said else _("No date yet")
