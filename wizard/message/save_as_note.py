"""A message that was sent becomes a note: its words, and when and where it was sent."""

from dataclasses import replace

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from wizard.message.core.fields import NOTED
from wizard.message.draft import Draft
from wizard.notes.core.fields import ENTRY, ENTRY_BOXES
from wizard.notes.form import NotesEditor
from wizard.records.core import dates
from wizard.records.core.field import FieldSpec
from wizard.records.core.input import to_look_at
from wizard.records.form import RecordForm, Saved
from wizard.records.store import Record

ASKED = ("date", "time", "zone", "platform")
# Boxes of the note that are filled in without asking.
KNOWN = ("kind", "words", "did_next")


def _boxes(*slugs: str) -> tuple[FieldSpec, ...]:
    return tuple(box for box in ENTRY_BOXES if box.slug in slugs)


# What is asked about a message that was sent.
NOTE_BOXES = _boxes(*ASKED)


class Noting:
    """Puts the text of a draft into the notes."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.desk = NotesEditor(draft.journey)

    @property
    def note(self) -> Record | None:
        """The note that was made of this text and is still there."""
        found = self.draft.book.row(self.draft.kept.get(NOTED.slug, ""), ENTRY)
        return found if found and found.texts.get("words") == self.draft.text else None

    @property
    def odd(self) -> bool:
        """There is something to look at in that note, such as a day that does not exist."""
        return self.note is not None and bool(to_look_at(ENTRY_BOXES, self.note.texts))

    def empty_form(self) -> RecordForm:
        """When and where, with the day and the time of now where the clock of the place is known."""
        sheet = self.desk.empty_form(ENTRY, NOTE_BOXES)
        zone = dates.zone(sheet.texts.get("zone", ""))
        if zone is None:
            return sheet
        now = timezone.now().astimezone(zone)
        return replace(sheet, texts={**sheet.texts, "date": f"{now:%Y-%m-%d}", "time": f"{now:%H:%M}"})

    def write(self, given: QueryDict) -> Saved | RecordForm:
        """Adds the note; gives the form back, with all that was typed, when there is no room for it."""
        whole = given.copy()
        for slug, words in zip(KNOWN, ("message", self.draft.text, _("I sent this message.")), strict=True):
            whole[slug] = words
        done = self.desk.write(whole, self.desk.empty_form(ENTRY, _boxes(*ASKED, *KNOWN)))
        if isinstance(done, RecordForm):
            return replace(done, boxes=NOTE_BOXES)
        self.draft.change({NOTED.slug: done.id}, self.draft.was)
        return done
