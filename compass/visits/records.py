"""Sealed notes of a visit: add, read, change, remove. Each is a row of its own, written in one statement.

A note is a dict of plain JSON values. All functions raise UpdateError when no visit is open or it ended meanwhile.
"""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib.sessions.backends.base import UpdateError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from compass.models import Note, Visit
from compass.visits import crypto

if TYPE_CHECKING:  # the store itself moves notes when a visit gets a new cookie
    from compass.visits.session_store import SessionStore

# A visit that holds only notes must not be taken for an empty one, which is dropped early.
MARK = "has_notes"


class TakenError(Exception):
    """A note with this id was added already; nothing was written."""


def add(visit: "SessionStore", content: dict[str, Any], note_id: str = "") -> str:
    """Seals one more note, last in order; gives its id: a random one when none is given. Raises TakenError."""
    note = Note(note_id=note_id or secrets.token_hex(16), visit_id=visit.row.row_id)
    note.box = crypto.close(content, visit.note_key, note.owner)
    try:
        with transaction.atomic():
            _hold(visit)
            last = Note.objects.of([visit.row.row_id]).aggregate(last=Max("position"))["last"]
            note.position = (last or 0) + 1
            note.save(force_insert=True)
    except IntegrityError as error:
        raise TakenError from error
    visit.setdefault(MARK, True)
    return note.note_id


def read(visit: "SessionStore") -> dict[str, dict[str, Any]]:
    """Note id -> content, first written first. A note that does not open is left out."""
    key = visit.note_key
    opened = {note.note_id: crypto.open_box(note.box, key, note.owner) for note in Note.objects.of([visit.row.row_id])}
    return {note_id: content for note_id, content in opened.items() if content is not None}


def change(visit: "SessionStore", note_id: str, content: dict[str, Any]) -> bool:
    """Seals new content into a note of this visit; False when it has no such note."""
    note = Note(note_id=note_id, visit_id=visit.row.row_id)
    box = crypto.close(content, visit.note_key, note.owner)
    return bool(Note.objects.of([visit.row.row_id]).filter(pk=note_id).update(box=box))


def alter(visit: "SessionStore", note_id: str, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> bool:
    """Seals what `edit` makes of the freshest content of a note; False when the visit has no such note.

    Whatever `edit` raises passes through, and then nothing is written.
    """
    with transaction.atomic():
        notes = Note.objects.of([visit.row.row_id]).filter(pk=note_id)
        note = next(iter(notes.select_for_update()), None)
        content = crypto.open_box(note.box, visit.note_key, note.owner) if note else None
        if note is None or content is None:
            return False
        note.box = crypto.close(edit(content), visit.note_key, note.owner)
        return bool(notes.update(box=note.box))


def remove(visit: "SessionStore", note_id: str) -> bool:
    """Deletes a note of this visit; False when it has no such note."""
    return bool(Note.objects.of([visit.row.row_id]).filter(pk=note_id).delete()[0])


def _hold(visit: "SessionStore") -> None:
    """Locks the visit's row, so that two tabs get two positions; raises UpdateError when it is gone."""
    if Visit.objects.select_for_update().alive(timezone.now()).filter(pk=visit.row.row_id).first() is None:
        raise UpdateError
