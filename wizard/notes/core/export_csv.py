"""The log as a table for a spreadsheet, and back: what is read is what was written, character for character. Pure.

UTF-8 with BOM, CRLF, every cell in quotes. The first row names the columns: `part`, `number`, then the slug of each box
that holds something, and `moments`. Then one row an entry, the rows about the other person, of those who were told and
of what is held; the last two rows give the time it was made and the SHA-256 of the log.

A cell that a spreadsheet would run or round gets one ' in front; reading takes one ' away.
"""

import csv
import io
import re
from collections.abc import Iterator

from wizard.notes.core.fields import BOXES
from wizard.notes.core.log import MOMENTS, PARTS, TITLE, Log, number, ordered

PART, NUMBER, MADE_AT, SHA256 = "part", "number", "made_at", "sha256"
BOM = "\ufeff"
# Part of the log -> what its rows are called in the first column, in the order of the rows.
NAMES = {"entries": "entry", "about": "about", "told": "told", "held": "held"}
# A formula or a command; what has a guard by chance; a number that would lose its last digits or its first zero.
_GUARDED = re.compile(r"[=+\-@\t\r\n']|(?:0\d+|\d{12,}|\d+[eE]\d+)\Z")

Row = dict[str, str]


class UnreadableLogError(ValueError):
    """These bytes are no table that `to_csv` wrote."""


def to_csv(log: Log) -> bytes:
    """The whole file."""
    rows = [*_rows(log), {PART: MADE_AT, NUMBER: log[MADE_AT]}, {PART: SHA256, NUMBER: number(log)}]
    columns = _columns({slug for row in rows for slug in row})
    file = io.StringIO(newline="")
    # Quotes around every cell: some spreadsheets part cells at a semicolon, too.
    table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([guard(row.get(column, "")) for column in columns] for row in rows)
    return (BOM + file.getvalue()).encode()


def from_csv(content: bytes) -> tuple[Log, str]:
    """The log that a file holds, and the number that it gives. Raises UnreadableError."""
    try:
        columns, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        rows = [{slug: bare(cell) for slug, cell in zip(columns, line, strict=True) if cell} for line in lines]
        single = {row[PART]: row[NUMBER] for row in rows}
        made_at, sha256 = single[MADE_AT], single[SHA256]
    except (csv.Error, KeyError, ValueError) as error:
        raise UnreadableLogError(str(error)) from error
    parts = {part: [_texts(part, row) for row in rows if row[PART] == NAMES[part]] for part in PARTS}
    about = next(iter(parts["about"]), {})
    return {MADE_AT: made_at, "title": TITLE, **parts, "about": about}, sha256


def guard(cell: str) -> str:
    """The cell as it stands in the file: nothing that a spreadsheet would run or round."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def bare(cell: str) -> str:
    """The text of a cell of the file."""
    return cell.removeprefix("'")


def _rows(log: Log) -> Iterator[Row]:
    for part, name in NAMES.items():
        # There is one set of texts about the other person, or none.
        several = log[part] if isinstance(log[part], list) else [log[part]] * bool(log[part])
        for place, texts in enumerate(several, 1):
            row = {PART: name, NUMBER: str(place), **texts}
            yield {**row, MOMENTS: " ".join(texts[MOMENTS])} if MOMENTS in texts else row


def _columns(used: set[str]) -> list[str]:
    """The used slugs in the order of the table, one part after another; boxes that the table lost come last."""
    table = [box.slug for part in NAMES for box in BOXES[PARTS[part]]]
    known = dict.fromkeys([PART, NUMBER, *table, MOMENTS])
    return [*(slug for slug in known if slug in used), *sorted(used - {*known})]


def _texts(part: str, row: Row) -> dict[str, object]:
    texts = {slug: text for slug, text in row.items() if slug not in (PART, NUMBER, MOMENTS)}
    moments = {MOMENTS: row.get(MOMENTS, "").split()} if part == "entries" else {}
    return {**ordered(PARTS[part], texts), **moments}
