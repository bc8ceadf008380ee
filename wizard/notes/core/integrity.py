"""Is a file of the log still what it was? Compares it with its own number, and with one that was written down. Pure."""

import json
from dataclasses import dataclass
from enum import StrEnum

from wizard.notes.core.export_csv import UnreadableLogError, from_csv, is_written
from wizard.notes.core.export_json import to_json
from wizard.notes.core.log import Log, number


class IntegrityVerdict(StrEnum):
    """What became of a file."""

    UNCHANGED = "unchanged"
    # The words or the number in the file were changed.
    CHANGED = "changed"
    # The words fit the number in the file, but not the number that was written down.
    OTHER = "another number"
    # The words fit the number, but the file was saved again by some program.
    SAVED_AGAIN = "saved again"


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict, the number that the file gives, and the number of the words that it holds now."""

    verdict: IntegrityVerdict
    given: str
    found: str


def check(content: bytes, known: str = "") -> Checked:
    """What became of a JSON or CSV file of the log; `known` is the number as somebody wrote it down, blanks allowed.

    Raises UnreadableError when it is no log at all.
    """
    is_json = content.lstrip()[:1] == b"{"
    log, given = _from_json(content) if is_json else from_csv(content)
    try:
        found, same = number(log), to_json(log) == content if is_json else is_written(log, content)
    except ValueError as error:
        raise UnreadableLogError(str(error)) from error
    return Checked(_verdict(found, given, "".join(known.split()).lower(), same), given, found)


def _verdict(found: str, given: str, known: str, same: bool) -> IntegrityVerdict:
    if found != given:
        return IntegrityVerdict.CHANGED
    if known and found != known:
        return IntegrityVerdict.OTHER
    return IntegrityVerdict.UNCHANGED if same else IntegrityVerdict.SAVED_AGAIN


def _from_json(content: bytes) -> tuple[Log, str]:
    try:
        whole = json.loads(content.decode())
        # What is no set of parts fits no table either.
        return {**whole["log"]}, whole["sha256"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise UnreadableLogError(str(error)) from error
