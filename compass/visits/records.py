"""Sealed notes of a visit: add, read, change, remove. Each is a row of its own, written in one statement.

A note is a dict of plain JSON values. All functions raise UpdateError when no visit is open or it ended meanwhile.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.db import IntegrityError
from django.db.models import Max
from django.utils import timezone

from compass.database import writing
from compass.models import SealedRecord, Visit
from compass.visits import crypto, storage

# Set in the state of the visit by whoever adds a record: a visit that holds only records is not an empty one.
MARK = "has_notes"


class TakenError(Exception):
    """A note with this id was added already; nothing was written."""


def add(visit: storage.StoredVisit, content: dict[str, Any], note_id: str = "") -> str:
    """Seals one more note, last in order; gives its id: a random one when none is given. Raises TakenError."""
    note = SealedRecord(note_id=note_id or secrets.token_hex(16), visit_id=visit.row_id)
    note.box = crypto.seal(content, visit.note_key, note.owner)
    try:
        with _holding(visit):
            last = SealedRecord.objects.of([visit.row_id]).aggregate(last=Max("position"))["last"]
            note.position = (last or 0) + 1
            note.save(force_insert=True)
    except IntegrityError as error:
        raise TakenError from error
    return note.note_id


def read(visit: storage.StoredVisit) -> dict[str, dict[str, Any]]:
    """Note id -> content, first written first. A note that does not open is left out."""
    key = visit.note_key
    opened = {
        note.note_id: crypto.unseal(note.box, key, note.owner) for note in SealedRecord.objects.of([visit.row_id])
    }
    return {note_id: content for note_id, content in opened.items() if content is not None}


def change(visit: storage.StoredVisit, note_id: str, content: dict[str, Any]) -> bool:
    """Seals new content into a note of this visit; False when it has no such note."""
    note = SealedRecord(note_id=note_id, visit_id=visit.row_id)
    box = crypto.seal(content, visit.note_key, note.owner)
    with _holding(visit):
        return bool(SealedRecord.objects.of([visit.row_id]).filter(pk=note_id).update(box=box))


def alter(visit: storage.StoredVisit, note_id: str, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> bool:
    """Seals what `edit` makes of the freshest content of a note; False when the visit has no such note.

    Whatever `edit` raises passes through, and then nothing is written.
    """
    with _holding(visit):
        notes = SealedRecord.objects.of([visit.row_id]).filter(pk=note_id)
        note = next(iter(notes), None)
        content = crypto.unseal(note.box, visit.note_key, note.owner) if note else None
        if note is None or content is None:
            return False
        note.box = crypto.seal(edit(content), visit.note_key, note.owner)
        return bool(notes.update(box=note.box))


def remove(visit: storage.StoredVisit, note_id: str) -> bool:
    """Deletes a note of this visit; False when it has no such note."""
    with _holding(visit):
        return bool(SealedRecord.objects.of([visit.row_id]).filter(pk=note_id).delete()[0])


@contextmanager
def _holding(visit: storage.StoredVisit) -> Iterator[None]:
    """A transaction with the visit's row locked, as everybody locks it who changes what belongs to the visit.

    Raises UpdateError when the visit is gone.
    """
    with writing():
        held = Visit.objects.select_for_update().alive(timezone.now()).filter(pk=visit.row_id)
        if not list(held.values_list("pk")):
            raise UpdateError
        yield
