"""One changed character in a file is seen; an honest file is not suspected."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wizard.notes.samples import NASTY, NOW, PASSED_ROUND, full
from wizard.notes.core.export_csv import UnreadableLogError, to_csv
from wizard.notes.core.export_json import to_json
from wizard.notes.core.fields import ENTRY
from wizard.notes.core.integrity import IntegrityVerdict, check
from wizard.notes.core.log import make_log, number

LOG = make_log(NOW, PASSED_ROUND)
JSON, TABLE = to_json(LOG), to_csv(LOG)
FILES = [JSON, TABLE]
SMALL = make_log(NOW, PASSED_ROUND[2:3])
SMALL_FILES = [to_json(SMALL), to_csv(SMALL)]


def verdict(content: bytes, known: str = "") -> str:
    """What is said of a file; "no log" when it is none."""
    try:
        return check(content, known).verdict
    except UnreadableLogError:
        return "no log"


def forged(content: bytes) -> bytes:
    """A file whose words were changed by somebody who also put the fitting number into it."""
    log = json.loads(content)["log"]
    log["entries"][0]["words"] += "!"
    return to_json(log)


@pytest.mark.parametrize("content", FILES)
def test_a_file_as_it_was_saved_is_unchanged(content: bytes) -> None:
    checked = check(content)
    assert (checked.verdict, checked.given, checked.found) == (IntegrityVerdict.UNCHANGED, number(LOG), number(LOG))


@pytest.mark.parametrize("make", [to_json, to_csv])
def test_so_is_one_with_any_words_in_it(make: object) -> None:
    written = [(ENTRY, {"words": text, "link": text, "date": text}) for text in NASTY.values()]
    logs = [make_log(NOW, rows) for rows in ([], written, full(100, 33))]
    assert [verdict(make(log)) for log in logs] == ["unchanged"] * 3  # type: ignore[operator]


@pytest.mark.parametrize("content", FILES)
def test_a_number_written_by_hand_may_have_blanks_and_capitals(content: bytes) -> None:
    sha256 = number(LOG)
    grouped = "  ".join(sha256[at : at + 8] for at in range(0, 64, 8)).upper()
    assert (verdict(content, sha256), verdict(content, f" {grouped}\n")) == ("unchanged", "unchanged")


@pytest.mark.parametrize("content", FILES)
def test_a_number_that_was_written_down_elsewhere_decides(content: bytes) -> None:
    assert verdict(content, number(LOG)[:-1] + "g") == "another number"


def test_who_changes_the_number_too_is_found_by_the_one_written_down() -> None:
    content = forged(JSON)
    assert (verdict(content), verdict(content, number(LOG))) == ("unchanged", "another number")


@pytest.mark.parametrize("content", SMALL_FILES)
def test_every_byte_counts(content: bytes) -> None:
    missed = []
    for at, byte in enumerate(content):
        for other in {byte ^ 1, byte ^ 32, 0x20, 0x41} - {byte}:
            if verdict(content[:at] + bytes([other]) + content[at + 1 :]) == "unchanged":
                missed.append((at, byte, other))
    assert missed == []


@pytest.mark.parametrize("content", SMALL_FILES)
def test_a_byte_more_or_less_counts(content: bytes) -> None:
    less = [verdict(content[:at] + content[at + 1 :]) for at in range(len(content))]
    more = [verdict(content[:at] + b" " + content[at:]) for at in range(len(content) + 1)]
    assert "unchanged" not in [*less, *more]


@given(st.text(min_size=1), st.text(min_size=1))
def test_other_words_under_the_old_number_are_changed(before: str, after: str) -> None:
    old, new = (make_log(NOW, [(ENTRY, {"words": text})]) for text in (before, after))
    content = to_json(new).replace(number(new).encode(), number(old).encode())
    assert verdict(content) == ("unchanged" if before == after else "changed")


@pytest.mark.parametrize(
    "again",
    [
        json.dumps(json.loads(JSON), indent=2).encode(),
        json.dumps(json.loads(JSON)).encode(),
        JSON + b"\n",
        JSON.replace(b"\n", b"\r\n"),
        TABLE.replace(b"\r\n", b"\n"),
        TABLE.replace(b"\xef\xbb\xbf", b""),
    ],
)
def test_a_file_that_a_program_saved_again_is_told_from_one_with_other_words(again: bytes) -> None:
    assert verdict(again) == "saved again"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"log":1,"sha256":"a"}',
        b'{"log":[],"sha256":"a"}',
        b'{"log":{}}',
        b"\xff{",
        b"{" * 100_000,
        b'{"log":{"a":"\\ud800"},"sha256":""}',
        b"%PDF-1.7",
        b'{"log":{"a":%s},"sha256":""}' % (b"9" * 5000),
    ],
)
def test_another_file_is_no_log(content: bytes) -> None:
    assert verdict(content) == "no log"
