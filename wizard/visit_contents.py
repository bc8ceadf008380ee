"""Everything that the tools hold of a visit, as words: for the page that shows a person what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.message.core.fields import BOXES as MESSAGE_BOXES
from wizard.message.core.fields import MESSAGE
from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT
from wizard.records.context import Shown, shown
from wizard.records.core.field import FieldSpec
from wizard.records.store import RecordStore
from wizard.remove.core.fields import BOXES as REQUEST_BOXES
from wizard.remove.core.fields import PLACE_BOX, REQUEST
from wizard.talk.core.choices import BOXES as TALK_BOXES
from wizard.talk.core.choices import TALK

# Kinds of rows in the order of the page, with their heading and their boxes. A tool with a new kind adds its line.
PARTS: tuple[tuple[str, Words, tuple[FieldSpec, ...]], ...] = (
    (ENTRY, _("Your notes"), BOXES[ENTRY]),
    (HEADER, _("The other person, and the harm done"), BOXES[HEADER]),
    (REPORT, _("Who you told or asked"), BOXES[REPORT]),
    (HELD, _("Who you gave something to"), BOXES[HELD]),
    (MESSAGE, _("Your message"), MESSAGE_BOXES),
    (REQUEST, _("What you asked for"), (PLACE_BOX, *REQUEST_BOXES)),
    (TALK, _("Who you want to tell"), TALK_BOXES),
)


@dataclass(frozen=True, slots=True)
class ContentsPart:
    """Rows of one kind."""

    heading: Words
    rows: tuple[tuple[Shown, ...], ...]


def contents_of(book: RecordStore, a: Answers) -> tuple[ContentsPart, ...]:
    """Every row with all its texts; kinds without a row are left out."""
    known = {kind: (heading, boxes) for kind, heading, boxes in PARTS}
    kinds = dict.fromkeys([*known, *(row.kind for row in book.rows())])
    parts = []
    for kind in kinds:
        heading, boxes = known.get(kind, (_("More texts"), ()))
        rows = tuple(shown([*boxes, *_unknown(row.texts, boxes)], row.texts, a) for row in book.rows(kind))
        parts.append(ContentsPart(heading, rows))
    return tuple(part for part in parts if part.rows)


def _unknown(texts: Mapping[str, str], boxes: tuple[FieldSpec, ...]) -> list[FieldSpec]:
    # Nothing that is held is left out because a table does not know its box.
    named = {box.slug for box in boxes}
    return [FieldSpec(slug, "") for slug in texts if slug not in named]
