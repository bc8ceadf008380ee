"""`manage.py verify_log` says what became of a file, and ends in a way that a script can read."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.project.source_tree import ROOT
from tests.wizard.notes.samples import NOW, PASSED_ROUND
from wizard.notes.core.export_csv import to_csv
from wizard.notes.core.export_json import to_json
from wizard.notes.core.log import make_log, number

LOG = make_log(NOW, PASSED_ROUND)
CHANGED = to_json(LOG).replace(b"sorry not sorry", b"sorry not Sorry")


def verify(path: Path, *options: str) -> tuple[int, str]:
    """(how it ends, what it says)"""
    out = io.StringIO()
    try:
        call_command("verify_log", str(path), *options, stdout=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "log.json"
    path.write_bytes(to_json(LOG))
    return path


def test_an_unchanged_file_ends_well_and_shows_the_number_to_compare(file: Path) -> None:
    assert verify(file) == (
        0,
        "unchanged: the words fit the number in the file.\n"
        f"Now compare it with the number that was written down elsewhere: {number(LOG)}\n",
    )


def test_the_number_that_was_written_down_settles_it(file: Path) -> None:
    said = "unchanged: the words are those whose number was written down.\n"
    assert verify(file, "--sha256", number(LOG)) == (0, said)
    assert verify(file, "--sha256", f" {number(LOG).upper()[:32]} {number(LOG)[32:]}") == (0, said)


def test_a_table_can_be_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(to_csv(LOG))
    assert verify(path, "--sha256", number(LOG))[0] == 0


@pytest.mark.parametrize(
    ("content", "options", "line"),
    [
        (CHANGED, [], "changed: these words do not fit the number in the file."),
        (CHANGED, ["--sha256", number(LOG)], "changed: these words do not fit the number in the file."),
        (to_json(LOG), ["--sha256", "0" * 64], "changed: these words fit the number in the file, but not the number"),
        (to_json(LOG) + b"\n", [], "changed: the words fit the number, but some program saved the file again."),
    ],
)
def test_a_changed_file_ends_with_one(file: Path, content: bytes, options: list[str], line: str) -> None:
    file.write_bytes(content)
    ended, said = verify(file, *options)
    assert (ended, said.startswith(line), "Number of these words: " in said) == (1, True, True)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"{}", None])
def test_what_is_no_log_or_is_not_there_is_said_in_one_line(file: Path, content: bytes | None) -> None:
    file.unlink() if content is None else file.write_bytes(content)
    with pytest.raises(CommandError) as told:
        verify(file)
    assert (told.value.returncode, str(told.value).count("\n")) == (2, 0)
    assert str(file) in str(told.value)


def test_on_the_command_line(file: Path) -> None:
    file.write_bytes(CHANGED)
    command = [sys.executable, "manage.py", "verify_log", str(file)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.split(":")[0], ran.stderr) == (1, "changed", "")
