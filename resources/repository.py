"""What the facts hold, read once and kept until `load_content` writes another digest.

The digest is asked for once a second; the rest comes from memory. `version_key()` names what is current: the digest and
the language that is spoken; every other function takes it.

While the database is away, what was read goes on being served. What was not comes from the fixtures, for a second at a
time. So a page with numbers needs no database, and waits for a locked one 0.3 s at most.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial, update_wrapper
from types import ModuleType
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.db import Error, OperationalError

from compass import languages
from compass.database import forget_failure, is_resting, note_failure
from resources import tables
from resources.core.helpline import Helpline
from resources.core.law import Law
from resources.core.letters import alphabetical
from resources.core.removal import Platform, RemovalService
from resources.from_place_rows import place_of
from resources.from_removal_rows import platform_of, service_of
from resources.from_rows import Names, law_of, line_of, names_of
from resources.place import Place

logger = logging.getLogger(__name__)

INT = "INT"
# In place of a digest: nothing was loaded, or it was never possible to ask.
FILES = "files"
Key = tuple[str, str]  # digest of the fixtures or FILES, language
P = ParamSpec("P")
Found = TypeVar("Found")

# When the digest was read, and what it was.
_known: tuple[float, str] | None = None


def forget() -> None:
    """Asks for the digest again at the next call; for the process that has changed the facts itself."""
    global _known
    _known = None
    forget_failure()


def version_key() -> Key:
    """Digest and language; what was read under another key is old."""
    return _digest(), languages.code()


def _digest() -> str:
    global _known
    known = _known
    # A page makes several calls: it asks once, and the next second asks again.
    if known is None or time.monotonic() - known[0] >= 1:
        digest = known[1] if known else FILES
        if known:
            # Whoever comes meanwhile takes what is known: one at a time waits for a server that says nothing.
            _known = time.monotonic(), digest
        with suppress(Error):
            digest = _ask(tables.digest) or FILES
        _known = known = time.monotonic(), digest
    return known[1]


def _ask(question: Callable[[], Found]) -> Found:
    """The answer of the database; raises django.db.Error, at once where it was away less than a second ago."""
    if is_resting():
        raise OperationalError
    try:
        return question()
    except Error as error:
        logger.error("The database is away: the facts come from memory and from the files.", exc_info=error)
        note_failure()
        raise


def _kept(most: int) -> Callable[[Callable[Concatenate[Any, P], Found]], Callable[Concatenate[Key, P], Found]]:
    """Makes a reader of rows one that remembers `most` answers, and that takes the files when the database is away."""

    def build(reader: Callable[Concatenate[Any, P], Found]) -> Callable[Concatenate[Key, P], Found]:
        @lru_cache(maxsize=most)
        def remembered(rows: ModuleType, key: Key, *args: Any) -> Found:
            answer: Callable[[], Found] = partial(cast(Any, reader), rows, *args)
            return _ask(answer) if rows is tables else answer()

        def read(key: Key, /, *args: P.args, **kwargs: P.kwargs) -> Found:
            if key[0] != FILES:
                with suppress(Error):
                    return remembered(tables, key, *args)
            return remembered(_files(), key, *args)

        update_wrapper(read, reader)
        read.cache_clear = remembered.cache_clear  # type: ignore[attr-defined]
        return read

    return build


def _files() -> ModuleType:
    # Imported here: a process whose database is there never needs it.
    from resources.loading import in_memory

    return in_memory


@_kept(16)
def places(rows: Any) -> dict[str, Place]:
    """Every country by its code."""
    return {row.code: place_of(row) for row in rows.countries()}


@_kept(16)
def names(rows: Any) -> Names:
    """The names of clocks and languages."""
    return names_of(rows.clocks(), rows.languages())


@_kept(16)
def platforms(rows: Any) -> tuple[Platform, ...]:
    """Every platform with its guides, by name."""
    return tuple(sorted(map(platform_of, rows.platforms()), key=lambda card: alphabetical(card.name)))


@_kept(16)
def services(rows: Any) -> tuple[RemovalService, ...]:
    """Removal services and routes that can be used; one that is still a plan is left out for good."""
    return tuple(service_of(row) for row in rows.services() if row.status != "bill")


@_kept(16)
def laws(rows: Any) -> tuple[Law, ...]:
    """Laws of regions before those of countries; a law that is still a plan is left out for good."""
    return tuple(sorted((law_of(row) for row in rows.laws() if row.status != "bill"), key=Law.rank))


def lines(key: Key, country: str) -> tuple[tuple[frozenset[str], Helpline], ...]:
    """Every line that may serve somewhere in the country, with the regions it serves, in the order of the editors."""
    return _lines(key, country, names(key))


@_kept(256)
def _lines(rows: Any, country: str, names: Names) -> tuple[tuple[frozenset[str], Helpline], ...]:
    serving = (row for row in rows.helplines(country, INT) if not row.withdrawn)
    ordered = sorted(serving, key=lambda row: (row.country == INT, row.position))
    return tuple((frozenset(row.regions), line_of(row, names)) for row in ordered)


def every_line(key: Key) -> tuple[Helpline, ...]:
    """Every line of every place, by slug."""
    return _every_line(key, names(key))


@_kept(1)
def _every_line(rows: Any, names: Names) -> tuple[Helpline, ...]:
    return tuple(line_of(row, names) for row in sorted(rows.helplines(), key=lambda row: row.slug) if not row.withdrawn)


@_kept(16)
def served(rows: Any) -> tuple[tuple[str, tuple[str, ...], str | None], ...]:
    """Country, regions and `crosses` of every line of a country: what the questions need to know."""
    return tuple(
        (land, tuple(regions), crosses)
        for land, regions, crosses, withdrawn in rows.served()
        if land != INT and not withdrawn
    )
