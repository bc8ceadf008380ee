"""The log as it is read on paper: headings and lines of words for the page to print and for the PDF."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wizard.notes.core.fields import BOXES
from wizard.notes.core.log import MOMENTS, PARTS, Log, canonical, number
from wizard.records.core.dates import clock, day, zone
from wizard.records.core.field import FieldSpec

# They stand in the heading of an entry.
_IN_HEADING = ("date", "time", "zone", "sure")
# They turn round what stands after them, also the words of this site: on paper they are named.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE = "\u2068{}\u2069"


@dataclass(frozen=True, slots=True)
class PrintedField:
    """One box: its label, with a sign behind it, and the words that were typed or chosen."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedRecord:
    """One row: its heading ("" for none) and its paragraphs, each of some lines that belong together."""

    heading: str
    paragraphs: tuple[tuple[PrintedField, ...], ...]


def sheet_context(log: Log, *, for_helper: bool = False) -> dict[str, Any]:
    """What the templates of the sheet read. Labels are those of the form: a helper wrote about somebody else."""
    made_at = datetime.fromisoformat(log["made_at"])
    return {
        "made_at": log["made_at"],
        "made_words": f"{_day_words(made_at.date())}, {made_at:%H:%M:%S} ({made_at.tzname()})",
        "number": number(log),
        **_days(log),
        # Emoji and rare scripts: a machine without their fonts draws boxes.
        "far_signs": max(canonical(log).decode()) > "\uffff",
        "about": _item("about", log["about"], for_helper),
        "entries": [_entry(texts, for_helper) for texts in log["entries"]],
        "told": [_item("told", texts, for_helper) for texts in log["told"]],
        "held": [_item("held", texts, for_helper) for texts in log["held"]],
    }


def _days(log: Log) -> dict[str, str]:
    """The first and the last day that an entry names, in words; "" where none does."""
    days = sorted(filter(None, (day(texts.get("date", "")) for texts in log["entries"])))
    first, last = (days[0], days[-1]) if days else (None, None)
    return {name: _day_words(on) if on else "" for name, on in (("first_day", first), ("last_day", last))}


def when_words(texts: Mapping[str, Any]) -> str:
    """Day, time and zone of an entry as one line. What is no day or time stands as it was typed."""
    on, found = texts.get("date", ""), day(texts.get("date", ""))
    typed = [_shown(texts.get(slug, "")) for slug in ("time", "zone")]
    words = ", ".join(filter(None, [_day_words(found) if found else _shown(on), *typed])) or _("No date written")
    note = _clock_words(texts)
    return f"{words} ({note})" if note else words


def _clock_words(texts: Mapping[str, Any]) -> str:
    offsets = [str(datetime.fromisoformat(moment).tzname()) for moment in texts[MOMENTS]]
    if len(offsets) == 2:
        return _("%(first)s or %(second)s: the clocks went back") % {"first": offsets[0], "second": offsets[1]}
    if offsets:
        return offsets[0]
    whole = day(texts.get("date", "")) and clock(texts.get("time", "")) and zone(texts.get("zone", ""))
    return _("no such time: the clocks went forward") if whole else ""


def _entry(texts: Mapping[str, Any], for_helper: bool) -> PrintedRecord:
    words, sure = when_words(texts), _said("entries", "sure", texts.get("sure", ""))
    rest = {slug: text for slug, text in texts.items() if slug not in (*_IN_HEADING, MOMENTS)}
    return PrintedRecord(f"{words}. {sure}" if sure else words, _item("entries", rest, for_helper).paragraphs)


def _item(part: str, texts: Mapping[str, str], for_helper: bool) -> PrintedRecord:
    return printed_record("", texts, BOXES[PARTS[part]], for_helper)


def printed_record(
    heading: str, texts: Mapping[str, str], table: Iterable[FieldSpec], for_helper: bool
) -> PrintedRecord:
    """One row under its heading, with the labels of its boxes."""
    boxes = {box.slug: box for box in table}
    # Lines of one group run on in one paragraph: a hundred entries stay a sheaf that can be read and drawn.
    grouped = groupby(texts.items(), key=lambda pair: str(boxes[pair[0]].group) if pair[0] in boxes else "")
    lines = (
        [PrintedField(_label(slug, boxes, for_helper), _chosen(boxes.get(slug), text)) for slug, text in pairs]
        for _group, pairs in grouped
    )
    return PrintedRecord(heading, tuple(tuple(found) for found in lines))


def _said(part: str, slug: str, text: str) -> str:
    return _chosen(next((box for box in BOXES[PARTS[part]] if box.slug == slug), None), text)


def _chosen(box: FieldSpec | None, text: str) -> str:
    """The words of a choice; any other text as it is."""
    chosen = dict(box.choices).get(text) if box else None
    return str(chosen) if chosen else _shown(text)


def _shown(text: str) -> str:
    """What was typed, so that it changes the order of no other words."""
    named = _TURNING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    turns = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in named)
    return _ISOLATE.format(named) if turns else named


def _label(slug: str, boxes: Mapping[str, FieldSpec], for_helper: bool) -> str:
    box = boxes.get(slug)
    label = str(box.helper if for_helper and box.helper else box.label) if box else slug
    return label if label[-1:] in "?.!:" else _("%(label)s:") % {"label": label}


def _day_words(on: date) -> str:
    # Translators: the format of a day, as in Tue 3 Nov 2026.
    return date_format(on, _("D j M Y"))
