"""The log as one value: all that was written, in time order, when it was made, and the number of exactly that. Pure.

    {"made_at": "2026-11-22T09:00:00-06:00", "title": "Log", "about": {slug: text}, "entries": [{slug: text}],
     "told": [{slug: text}], "held": [{slug: text}]}

Texts stand as they were typed, boxes in the order of the table, empty ones left out. An entry also says in `moments`
which moments (ISO 8601, with offset) its day, time and zone can mean: none, one, or two where an hour came twice.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT
from wizard.records.core.dates import moments, sort_key

Log = dict[str, Any]
Texts = Mapping[str, str]
Written = tuple[str, Texts]  # kind of row, its texts

TITLE = "Log"
MOMENTS = "moments"
# Part of the log -> the kind of its rows, in the order in which they stand.
PARTS = {"about": HEADER, "entries": ENTRY, "told": REPORT, "held": HELD}
# Files that are taken from one page carry one time, and so one number; an old page does not lend its time for ever.
LONGEST = timedelta(hours=4)


def make_log(made_at: datetime, written: Iterable[Written]) -> Log:
    """The log of these rows, which come in the order the person chose; `made_at` is aware."""
    found = list(written)
    parts = {part: [ordered(kind, texts) for one, texts in found if one == kind] for part, kind in PARTS.items()}
    # Equal moments, and entries without a day, stay in the order the person chose.
    entries = sorted(parts["entries"], key=lambda texts: sort_key(*_when(texts)))
    log = {"made_at": made_at.isoformat(timespec="seconds"), "title": TITLE, **parts}
    return {
        **log,
        "about": _joined(parts["about"]),
        "entries": [{**texts, MOMENTS: _moments(texts)} for texts in entries],
    }


def is_empty(log: Log) -> bool:
    """True when nothing was written."""
    return not any(log[part] for part in PARTS)


def ordered(kind: str, texts: Texts) -> dict[str, str]:
    """The same texts in the order of the table, so that equal texts have equal bytes; boxes it lost come last."""
    table = [box.slug for box in BOXES[kind]]
    slugs = [*(slug for slug in table if slug in texts), *sorted(texts.keys() - {*table})]
    return {slug: texts[slug] for slug in slugs if texts[slug]}


def canonical(log: Log) -> bytes:
    """The bytes that are counted: JSON in UTF-8 on one line, keys as they stand, no blanks between them.

    Raises UnicodeEncodeError for half of a pair of surrogates, which no form sends.
    """
    return json.dumps(log, ensure_ascii=False, separators=(",", ":")).encode()


def number(log: Log) -> str:
    """The SHA-256 of a log: 64 small hexadecimal digits."""
    return hashlib.sha256(canonical(log)).hexdigest()


def moment_of(given: str, now: datetime) -> datetime:
    """The moment that a page carried, as ISO 8601 with offset; `now` (aware) when it is none of the last four hours."""
    try:
        moment = datetime.fromisoformat(given)
        recent = now - LONGEST <= moment <= now
    except (ValueError, TypeError, OverflowError):
        # No time at all, or one that does not say of which place.
        return now
    return moment.astimezone(now.tzinfo) if recent else now


def _joined(rows: list[dict[str, str]]) -> dict[str, str]:
    """One set of texts. Two tabs may have written it twice: then both texts stand, one under the other."""
    texts: dict[str, dict[str, None]] = {}
    for row in rows:
        for slug, text in row.items():
            texts.setdefault(slug, {})[text] = None
    return ordered(HEADER, {slug: "\n\n".join(found) for slug, found in texts.items()})


def _when(texts: Texts) -> tuple[str, str, str]:
    return texts.get("date", ""), texts.get("time", ""), texts.get("zone", "")


def _moments(texts: Texts) -> list[str]:
    return [moment.isoformat() for moment in moments(*_when(texts))]
