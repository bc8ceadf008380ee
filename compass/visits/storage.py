"""The row of one visit and the keys that open it. Reads and writes the table; knows no request and no session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.db import IntegrityError
from django.middleware.csrf import CSRF_SESSION_KEY
from django.utils import timezone

from compass.database import writing
from compass.models import Visit
from compass.visits import crypto, expiry, marks
from compass.visits.session_base import Edit, State


@dataclass
class StoredVisit:
    """One visit: the cookie, the pepper it was opened with, and its two ends."""

    cookie: str
    pepper: str
    ends_at: datetime
    idle_until: datetime

    @property
    def row_id(self) -> str:
        """Its name in the table."""
        return crypto.row_id(self.pepper, self.cookie)

    @property
    def key(self) -> bytes:
        """Opens its box."""
        return crypto.visit_key(self.pepper, self.cookie)

    @property
    def note_key(self) -> bytes:
        """Opens its records."""
        return crypto.note_key(self.pepper, self.cookie)

    def insert(self, state: State) -> None:
        """Writes a new row in one statement; raises CreateError when there is one already."""
        self.idle_until = self.next_end(state)
        box = crypto.seal(state, self.key, self.row_id)
        try:
            with writing():
                Visit.objects.create(row_id=self.row_id, box=box, idle_until=self.idle_until, ends_at=self.ends_at)
        except IntegrityError as error:
            raise CreateError from error

    def merge(self, edits: Iterable[Edit]) -> State:
        """Applies edits to the freshest state and writes that in one statement; gives it.

        Raises UpdateError when the visit ended meanwhile.
        """
        with writing():
            visit = next(iter(Visit.objects.select_for_update().filter(pk=self.row_id)), None)
            alive = visit is not None and visit.is_alive(timezone.now())
            state = crypto.unseal(visit.box, self.key, self.row_id) if visit and alive else None
            if state is None:
                raise UpdateError
            for edit in edits:
                edit(state)
            self.idle_until = self.next_end(state)
            box = crypto.seal(state, self.key, self.row_id)
            Visit.objects.filter(pk=self.row_id).update(box=box, idle_until=self.idle_until)
        return state

    def touch(self, state: State) -> None:
        """Moves the idle end, in one small statement and at most once a minute."""
        until = self.next_end(state)
        if expiry.worth_moving(self.idle_until, until):
            Visit.objects.filter(pk=self.row_id, idle_until__lt=until).update(idle_until=until)
            self.idle_until = until

    def next_end(self, state: State) -> datetime:
        """The idle end of a visit with this state that is used now."""
        return expiry.idle_until(timezone.now(), self.ends_at, holds_answers(state))


def new(cookie: str) -> StoredVisit:
    """A visit that begins now, sealed with the first pepper. Nothing is written."""
    end = expiry.ends_at(timezone.now())
    return StoredVisit(cookie, settings.VISIT_PEPPERS[0], end, end)


def find(cookie: str) -> tuple[StoredVisit, State] | None:
    """The live visit of a cookie, under any pepper in use; None when there is none, when its box does not open, or when
    it was left already.
    """
    names = names_of(cookie)
    if marks.has(names):
        return None
    visit = next(iter(Visit.objects.filter(pk__in=names)), None)
    if visit is None or not visit.is_alive(timezone.now()):
        return None
    row = StoredVisit(cookie, names[visit.pk], visit.ends_at, visit.idle_until)
    state = crypto.unseal(visit.box, row.key, visit.pk)
    return None if state is None else (row, state)


def names_of(cookie: str) -> dict[str, str]:
    """Row id -> pepper, for every pepper in use."""
    return {crypto.row_id(pepper, cookie): pepper for pepper in settings.VISIT_PEPPERS}


def holds_answers(state: dict[str, Any]) -> bool:
    """True when anything but the form token is kept."""
    return bool(state.keys() - {CSRF_SESSION_KEY})
