"""What a visit holds in the tools: rows of texts, each sealed by itself, in the order the person chose.

A row has a kind (`entry`, `header`, `report`, `held`, and those of the other tools) and texts by the slug of their box.
A save never loses what was typed. Boxes that only one of two tabs changed are merged; where both changed the same box,
both texts are kept: as two rows, or one below the other in the box where a kind has one row only.

Writing reads no other row: what the limits need stands as plain numbers in the sealed state of the visit.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from compass.visits import records
from compass.visits.session_base import State
from compass.visits.session_store import SessionStore
from wizard.records.core.merging import ChangedError, Texts, filled, length, merged, version

MOST_ROWS, MOST_CHARACTERS = 100, 200_000
NEARLY = 0.8
# In the state of the visit: the ids in the chosen order; kind -> the beginning of an id -> characters.
ORDER, SIZES = "order", "sizes"
# Kinds of which a visit has one row.
ONE_OF_A_KIND = frozenset({"header", "message", "talk"})


class FullError(Exception):
    """There is no room for this; nothing was written."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its random id, its kind, and its texts (empty ones left out)."""

    id: str
    kind: str
    texts: Texts

    @property
    def version(self) -> str:
        """Names exactly these texts; a form carries it, so that a save from an old tab is noticed."""
        return version(self.texts)

    @property
    def size(self) -> int:
        """Characters."""
        return length(self.texts)


class RecordStore:
    """The rows of one open visit, read when somebody asks for them."""

    def __init__(self, visit: SessionStore) -> None:
        self.visit = visit

    @cached_property
    def _rows(self) -> list[Record]:
        found = records.read(self.visit.row)
        rows = [Record(id_, content["kind"], content["texts"]) for id_, content in found.items()]
        places = {id_: place for place, id_ in enumerate(self.visit.get(ORDER, []))}
        # What was never moved stands behind what was, in the order of writing.
        return sorted(rows, key=lambda row: places.get(row.id, len(places)))

    def rows(self, *kinds: str) -> tuple[Record, ...]:
        """The rows of these kinds, in order; all of them when none is named."""
        return tuple(row for row in self._rows if not kinds or row.kind in kinds)

    def row(self, id_: str, *kinds: str) -> Record | None:
        """The row of that id, if it is of one of these kinds."""
        return next((row for row in self.rows(*kinds) if row.id == id_), None)

    def single(self, kind: str) -> Record | None:
        """The row of a kind of which there is one, None before it is written."""
        return next(iter(self.rows(kind)), None)

    # How full it is

    @property
    def size(self) -> int:
        """Characters in all rows."""
        return sum(sum(sizes.values()) for sizes in self._sizes.values())

    def count(self, kind: str) -> int:
        """Rows of this kind."""
        return len(self._sizes.get(kind, {}))

    def is_full(self, kind: str) -> bool:
        """No room for one more row of this kind."""
        return self.count(kind) >= MOST_ROWS

    def is_nearly_full(self, kind: str) -> bool:
        """Four fifths of the rows of this kind, or of all the text, are used."""
        return self.count(kind) >= NEARLY * MOST_ROWS or self.size >= NEARLY * MOST_CHARACTERS

    # Writing

    def add(self, kind: str, texts: Mapping[str, str], id_: str = "") -> str:
        """Seals one more row; gives the id of the row where these texts stand. Raises FullError.

        `id_` (32 hex digits, random) comes from the form: the same form sent twice is one row.
        """
        kept = filled(texts)
        if self.is_full(kind) or self.size + length(kept) > MOST_CHARACTERS:
            raise FullError
        try:
            made = records.add(self.visit.row, {"kind": kind, "texts": kept}, id_)
            self.visit.setdefault(records.MARK, True)
        except records.TakenError:
            return self.save(Record(id_, kind, {}), texts, version({}))
        self._counted(made, kind, length(kept))
        return made

    def save(self, row: Record, texts: Mapping[str, str], was: str) -> str:
        """Writes these texts into a row and leaves its others; `was` is the version that the form showed.

        Gives the id of the row where these texts stand: a new one when the row was removed meanwhile, or when another
        tab changed the same box. Raises FullError.
        """
        size = 0

        def edit(content: dict[str, Any]) -> dict[str, Any]:
            nonlocal size
            now = merged(content["texts"], texts, was, join=row.kind in ONE_OF_A_KIND)
            size = length(now)
            if self.size - self._size_of(row) + size > MOST_CHARACTERS:
                raise FullError
            return {**content, "texts": now}

        try:
            if not records.alter(self.visit.row, row.id, edit):
                return self.add(row.kind, {**row.texts, **texts})
        except ChangedError as changed:
            return self.add(row.kind, {**changed.fresh, **texts})
        self._counted(row.id, row.kind, size)
        return row.id

    def save_single(self, kind: str, texts: Mapping[str, str], was: str) -> str:
        """As `save`, for a kind of which there is one row; it is made when it is not there yet. Raises FullError."""
        # Two tabs that make it at the same time give it the same id.
        id_ = hashlib.sha256(self.visit.row.note_key + kind.encode()).hexdigest()[:32]
        found = self.single(kind)
        return self.save(found, texts, was) if found else self.add(kind, texts, id_)

    def remove(self, row: Record) -> bool:
        """Deletes a row; False when it was gone already."""
        self.visit.change(lambda state: state.get(SIZES, {}).get(row.kind, {}).pop(row.id[:8], None))
        self.__dict__.pop("_rows", None)
        return records.remove(self.visit.row, row.id)

    def move(self, row: Record, up: bool) -> None:
        """Changes places with the row of the same kind before it, or after it."""
        ids = [one.id for one in self.rows(row.kind)]
        at = ids.index(row.id)
        other = at - 1 if up else at + 1
        if 0 <= other < len(ids):
            ids[at], ids[other] = ids[other], ids[at]
            self.arrange(ids)

    def arrange(self, ids: Iterable[str]) -> None:
        """Puts these rows into this order, before all others; the others keep theirs."""
        wanted = list(dict.fromkeys([*ids, *(row.id for row in self._rows)]))
        self.visit.change(lambda state: state.__setitem__(ORDER, wanted))

    # The numbers

    @property
    def _sizes(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = self.visit.get(SIZES, {})
        return found

    def _size_of(self, row: Record) -> int:
        return self._sizes.get(row.kind, {}).get(row.id[:8], 0)

    def _counted(self, id_: str, kind: str, size: int) -> None:
        def edit(state: State) -> None:
            state.setdefault(SIZES, {}).setdefault(kind, {})[id_[:8]] = size

        self.visit.change(edit)
        self.__dict__.pop("_rows", None)
