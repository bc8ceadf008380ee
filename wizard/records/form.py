"""One form of a tool, from what stands in it to a saved record. What cannot be saved stays in the form.

Not Django forms: those clean what they take (they trim, they turn a day into a date and refuse one that is none), and
here nothing typed may be changed or lost. A box holds what was written, and a wrong day is kept and pointed out.
"""

import re
import secrets
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from resources import selectors
from wizard.core.flow import Words
from wizard.journey.journey import Journey
from wizard.records.context import Shown, fields, groups, shown
from wizard.records.core.field import FieldSpec
from wizard.records.core.input import is_blank, to_look_at, too_long, typed, without_idle_zone
from wizard.records.core.merging import Texts
from wizard.records.core.messages import FULL, NOT_ASKED, NOTHING
from wizard.records.store import ONE_OF_A_KIND, FullError, Record, RecordStore

_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class RecordForm:
    """A form: the boxes, what stands in them, and what is wrong. `trouble`: why it could not be kept.

    `was` names what stood in it when the page was made; `new` is the id of the row that it will make, "" for a change.
    `gone`: words for boxes that this person is not asked any more.
    """

    kind: str
    boxes: tuple[FieldSpec, ...]
    texts: Texts
    was: str = ""
    new: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    trouble: Words = ""
    gone: Texts = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """It was sent and could not be kept."""
        return bool(self.trouble)


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the texts of a form stand now; `beside` when another tab had changed the row, and both are kept."""

    id: str
    beside: bool = False


class RecordEditor:
    """The book of a visit with the answers that decide what is asked."""

    def __init__(self, journey: Journey) -> None:
        self.journey, self.a, self.at = journey, journey.answers, journey.at

    @cached_property
    def book(self) -> RecordStore:
        """The rows of this visit."""
        return RecordStore(self.journey.session)

    def asked(self, kind: str) -> tuple[FieldSpec, ...]:
        """The boxes that this person is asked."""
        raise NotImplementedError

    def every_box(self, kind: str) -> tuple[FieldSpec, ...]:
        """All boxes of this kind of row, asked or not."""
        raise NotImplementedError

    def care(self) -> tuple[Words, ...]:
        """What to take care of while writing, in the first lines of a form."""
        return ()

    def empty_form(self, kind: str, boxes: tuple[FieldSpec, ...] = ()) -> RecordForm:
        """A form for a new row, with the clock of the place."""
        boxes = boxes or self.asked(kind)
        zone = {"zone": self._zone} if any(box.slug == "zone" for box in boxes) and self._zone else {}
        return RecordForm(kind, boxes, zone, new="" if kind in ONE_OF_A_KIND else secrets.token_hex(16))

    def form_for(self, row: Record) -> RecordForm:
        """The form of a row that was kept."""
        boxes = self.asked(row.kind)
        return RecordForm(row.kind, boxes, row.texts, row.version, wrong=to_look_at(boxes, row.texts, timezone.now()))

    def write(self, given: QueryDict, sheet: RecordForm, row: Record | None = None) -> Saved | RecordForm:
        """Keeps what was sent; gives the form back, with all that was typed, when that is not possible."""
        sent = typed(given, sheet.boxes)
        gone = self._gone(given, sheet)
        wrong = too_long(sent, sheet.boxes)
        stays = replace(sheet, texts={**sheet.texts, **sent}, was=given.get("was", "")[:3000], wrong=wrong)
        if gone:
            return replace(stays, trouble=NOT_ASKED, gone=gone)
        if wrong:
            return replace(stays, trouble=next(iter(wrong.values())))
        if is_blank(sent) and sheet.new:
            return replace(stays, trouble=NOTHING)
        try:
            return self._kept(sheet, sent, row, stays.was, given.get("new", ""))
        except FullError:
            return replace(stays, trouble=FULL)

    def _kept(self, sheet: RecordForm, sent: Texts, row: Record | None, was: str, new: str) -> Saved:
        if sheet.kind in ONE_OF_A_KIND:
            return Saved(self.book.save_single(sheet.kind, sent, was))
        if row is None:
            texts = without_idle_zone(sent, self._zone)
            return Saved(self.book.add(sheet.kind, texts, new if _ID.fullmatch(new) else ""))
        found = self.book.save(row, sent, was)
        return Saved(found, beside=found != row.id)

    def _gone(self, given: QueryDict, sheet: RecordForm) -> Texts:
        asked = {box.slug for box in sheet.boxes}
        others = [box for box in self.every_box(sheet.kind) if box.slug not in asked]
        return {slug: text for slug, text in typed(given, others).items() if text.strip()}

    def context(self, sheet: RecordForm, first_open: int = 3) -> dict[str, Any]:
        """What the template of a form needs."""
        drawn = fields(sheet.boxes, sheet.texts, sheet.wrong, self.a, self.at)
        return {
            "sheet": sheet,
            "groups": groups(drawn, first_open),
            "look": tuple(one for one in drawn if one.wrong),
            "gone": shown(self.every_box(sheet.kind), sheet.gone, self.a),
            "before": self.before(sheet.kind, sheet.texts),
            "care": self.care(),
            "a": self.a,
        }

    def before(self, kind: str, texts: Texts) -> tuple[Shown, ...]:
        """What stands in boxes that this person is not asked (any more)."""
        now = {box.slug for box in self.asked(kind)}
        return shown([box for box in self.every_box(kind) if box.slug not in now], texts, self.a)

    @property
    def _zone(self) -> str:
        return selectors.usual_clock(self.at.country, self.at.region) if not self.at.assumed else ""
