"""The sealed session store: the database never holds the cookie, and no answer is lost or brought back.

What is promised beyond Django's own session:
- a request opens a visit only through `open()`; without one its changes stay in memory;
- every change is an edit that is applied again to the freshest state inside the write transaction;
- a visit that ended meanwhile is never written again (UpdateError).
"""

import re

from django.contrib.sessions.backends.base import VALID_KEY_CHARS, UpdateError
from django.db import Error
from django.utils.crypto import get_random_string

from compass.database import writing
from compass.models import Visit
from compass.visits import leaving, purging, records, storage
from compass.visits.session_base import MergingSession, State

COOKIE_SHAPE = re.compile(r"[a-z0-9]{32}")


class SessionStore(MergingSession):
    """One visit, as `request.session`. `cookie_due` is True when the browser does not have the cookie yet."""

    def __init__(self, session_key: str | None = None) -> None:
        self._row: storage.StoredVisit | None = None
        self._unsaved = False
        self._away: Error | None = None
        self.cookie_due = False
        super().__init__(session_key)
        # A cookie that no store of ours could have given is lost without asking the database.
        self._lost = session_key is not None and self.session_key is None

    # What the visit is now

    @property
    def lost(self) -> bool:
        """True when a cookie came but no visit opens with it: expired, left, cut, or of another place."""
        self.state()
        return self._lost

    @property
    def is_open(self) -> bool:
        """True when a live visit was read or opened."""
        self.state()
        return self._row is not None

    @property
    def was_read(self) -> bool:
        """True when somebody looked at it, and that worked."""
        return hasattr(self, "_session_cache")

    @property
    def holds_answers(self) -> bool:
        """True when anything but the form token is kept."""
        return storage.holds_answers(self.state())

    @property
    def row(self) -> storage.StoredVisit:
        """The open visit; raises UpdateError when there is none."""
        self.state()
        if self._row is None:
            raise UpdateError
        return self._row

    # Opening and ending

    def open(self) -> None:
        """Opens a new visit, unless one is open. Nothing is written before `save()`."""
        if self.is_open:
            return
        self._start()
        self._unsaved = True

    def create(self) -> None:
        """Opens a new visit and writes it at once."""
        self._let_go()
        self.open()
        self.save()

    def flush(self) -> None:
        """Ends the visit: what is in memory goes first, so that the cookie goes even if the database is away."""
        cookie = self.session_key
        self._let_go()
        self._lost = False
        if cookie:
            leaving.end(cookie)

    def delete(self, session_key: str | None = None) -> None:
        """Deletes the row and the notes of this cookie, whatever pepper they were sealed with."""
        cookie = session_key or self.session_key
        if cookie:
            with writing():
                Visit.objects.filter(pk__in=storage.names_of(cookie)).erase()

    def cycle_key(self) -> None:
        """Gives the visit a new cookie; state, notes (with new ids) and last end stay.

        Raises UpdateError when no visit is open.
        """
        old = self.row
        with writing():
            self.save()
            kept = records.read(old)
            self._start().ends_at = old.ends_at
            self.row.insert(self.state())
            for content in kept.values():
                records.add(self.row, content)
            Visit.objects.filter(pk=old.row_id).erase()

    def exists(self, session_key: str) -> bool:
        """True when a live visit belongs to this cookie."""
        return storage.find(session_key) is not None

    @classmethod
    def clear_expired(cls) -> None:
        """Deletes some of the visits that have ended, and those that were left while that was not possible."""
        purging.one_part()
        leaving.sweep()

    # Reading and writing

    def load(self) -> State:
        """The state that belongs to the cookie; an empty one, and `lost`, when no live visit opens with it.

        Raises django.db.Error.
        """
        if self._away:
            raise self._away
        try:
            found = storage.find(str(self.session_key))
        except Error as error:
            # Whoever looks again in the same request does not wait again.
            self._away = error
            raise
        if found is None:
            self._let_go()
            self._lost = True
            return {}
        self._row, state = found
        return state

    def skip_reading(self) -> None:
        """Takes the state for empty without asking the database: leaving must work even when that is away."""
        self._session_cache: State = {}

    def save(self, must_create: bool = False) -> None:
        """Writes the waiting edits in one statement, and opens a visit if there never was one.

        Raises UpdateError when the visit ended meanwhile, CreateError when `must_create` finds a row.
        """
        if not self.is_open and not self._lost:
            self.open()
        if must_create or self._unsaved:
            self.row.insert(self.state())
        else:
            self._session_cache = self.row.merge(self._edits)
        self._edits, self._unsaved = [], False

    def touch(self) -> None:
        """Moves the idle end of an open visit, at most once a minute."""
        self.row.touch(self.state())

    def _start(self) -> storage.StoredVisit:
        # 165 random bits: asking the database whether they are taken would be one query for nothing.
        cookie = get_random_string(32, VALID_KEY_CHARS)
        self._session_key, self._row, self.cookie_due = cookie, storage.new(cookie), True
        return self._row

    def _let_go(self) -> None:
        """Forgets in memory whatever visit this was."""
        self._session_key = self._row = None
        self._edits, self._session_cache = [], {}
        self._unsaved = self.cookie_due = False

    def _validate_session_key(self, key: str | None) -> bool:
        return key is not None and COOKIE_SHAPE.fullmatch(key) is not None
