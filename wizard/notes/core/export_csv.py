"""The log as a table for a spreadsheet, and back: what is read is what was written, character for character. Pure.

UTF-8 with BOM, CRLF, every cell in quotes. The first row names the columns: `part`, `number`, then the slug of each box
that holds something, and `moments`. Then one row an entry, the rows about the other person, of those who were told and
of what is held; the last two rows give the time it was made and the SHA-256 of the log.

A cell that a spreadsheet would run, round or read as a date gets one ' in front; reading takes one ' away.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator

from wizard.notes.core.fields import BOXES
from wizard.notes.core.log import MOMENTS, PARTS, TITLE, Log, number, ordered

PART, NUMBER, MADE_AT, SHA256 = "part", "number", "made_at", "sha256"
BOM = "\ufeff"
# Part of the log -> what its rows are called in the first column, in the order of the rows.
NAMES = {"entries": "entry", "about": "about", "told": "told", "held": "held"}
# Signs that begin a formula or a command, also as wide as a Chinese letter; and a guard that was typed.
_BEGINNINGS = frozenset("=+-@'\t\r\n\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b")
# Digits of any script, fractions, signs of money.
_NUMBERS = frozenset({"Nd", "Nl", "No", "Sc"})
# .5 and (5) are numbers too, #1 an error; and a few words before a number can be a day: MARCH7, Mon 7 Mar 2026.
_READ = re.compile(r"[.,(#]\s*\d.*|#.*|(?:[^\W\d_]++[\s.,/:'’-]*+){1,4}+\d[\w\s.,/:'’-]{0,20}", re.DOTALL)
# "True" and "false" in the languages that spreadsheets speak here.
_TRUTHS = """
true false wahr falsch vrai faux verdadero falso vero waar onwaar verdadeiro sant falskt sann usann prawda fałsz tosi
epätosi igaz hamis истина ложь adevărat fals doğru yanlış
"""
# What was guarded in files of before; they still count as unchanged.
_GUARDED_BEFORE = re.compile(r"[=+\-@\t\r\n']|(?:0\d+|\d{12,}|\d+[eE]\d+)\Z")

Row = dict[str, str]


class UnreadableLogError(ValueError):
    """These bytes are no table that `to_csv` wrote."""


Guard = Callable[[str], str]


def to_csv(log: Log, guarded: Guard | None = None) -> bytes:
    """The whole file; `guarded` writes a cell so that no spreadsheet changes it (`guard` when none is given)."""
    guarded = guarded or guard
    rows = [*_rows(log), {PART: MADE_AT, NUMBER: log[MADE_AT]}, {PART: SHA256, NUMBER: number(log)}]
    columns = _columns({slug for row in rows for slug in row})
    file = io.StringIO(newline="")
    # Quotes around every cell: some spreadsheets part cells at a semicolon, too.
    table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(columns)
    # Which row it is, is a number for the spreadsheet too.
    for row in rows:
        own = {PART, NUMBER} if row[PART] in NAMES.values() else {PART}
        table.writerow([row.get(name, "") if name in own else guarded(row.get(name, "")) for name in columns])
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
    """The cell as it stands in the file: nothing that a spreadsheet would run, round or take for something else."""
    return f"'{cell}" if _is_read(cell) else cell


def guard_before(cell: str) -> str:
    """The same in files of before: dates and fractions stood there without a guard."""
    return f"'{cell}" if _GUARDED_BEFORE.match(cell) else cell


def is_written(log: Log, content: bytes) -> bool:
    """True when these bytes are the table of this log, of now or of before."""
    return content in (to_csv(log), to_csv(log, guard_before))


def _is_read(cell: str) -> bool:
    # Blanks at either end do not keep a spreadsheet from reading a number.
    bare_text = cell.strip()
    begins = {cell[:1], bare_text[:1]} - {""}
    if begins & _BEGINNINGS or any(unicodedata.category(sign) in _NUMBERS for sign in begins):
        return True
    return bare_text.casefold() in _TRUTHS.split() or _READ.fullmatch(bare_text) is not None


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
