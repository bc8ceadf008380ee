"""The forms of the notes: which boxes each person is asked, and what to take care of while writing."""

from wizard.core.flow import Words
from wizard.notes.core.fields import BOXES, asked_of
from wizard.notes.core.guidance import care
from wizard.records.core.field import FieldSpec
from wizard.records.form import RecordEditor


class NotesEditor(RecordEditor):
    """Saves the forms of the notes."""

    def asked(self, kind: str) -> tuple[FieldSpec, ...]:
        """The boxes that this person is asked."""
        return asked_of(kind, self.a)

    def every_box(self, kind: str) -> tuple[FieldSpec, ...]:
        """All boxes of this kind of row."""
        return BOXES[kind]

    def care(self) -> tuple[Words, ...]:
        """What to take care of while writing."""
        return care(self.a)
