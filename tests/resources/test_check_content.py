"""`manage.py check_content`, as an editor and a scheduled job meet it."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.resources.conftest import SEEN, helpline, small, way

GOOD = {"topics": ["crisis", "youth"], "crosses": "any"}
LINES = [
    helpline(**GOOD),
    helpline(slug="emergency", emergency=True, sources=[{**SEEN["sources"][0], "quotes": "government"}]),
]
OLD = [helpline(**GOOD, read_on="2026-01-01"), LINES[1]]


@pytest.fixture
def check(folder):
    """Runs the command over helplines; gives what it printed and the message it failed with, "" for success."""

    def run(lines, *words):
        out = StringIO()
        try:
            options = ["--today=2026-11-22", f"--from={folder(small(helplines=lines))}", *words]
            call_command("check_content", *options, stdout=out)
        except CommandError as error:
            return out.getvalue(), str(error)
        return out.getvalue(), ""

    return run


def test_fresh_facts_pass(check):
    assert check(LINES) == ("Nothing is due on 2026-11-22.\n", "")


def test_a_fact_that_is_due_fails_and_says_what_to_do(check):
    printed, failed = check(OLD)
    assert printed.splitlines() == [
        "1 fact is due. Read the sources again, call or open it if you can, correct what changed, and set read_on, "
        "and checked, to the day you did.",
        "  helplines/ca.json, a-line: since 2026-01-31, an emergency or crisis line, looked at 30 days ago or more",
        "",
    ]
    assert failed == "To do: 1. They stand above."


@pytest.mark.parametrize(("kind", "fails"), [("helplines", True), ("law", False)])
def test_one_kind_can_be_asked_for(check, kind, fails):
    assert bool(check(OLD, "--kind", kind)[1]) == fails


def test_what_is_due_goes_to_a_table(check, tmp_path):
    path = tmp_path / "due.csv"
    assert check(OLD, "--csv", str(path))[1] == "To do: 1. They stand above."
    why = '"an emergency or crisis line, looked at 30 days ago or more"'
    assert path.read_text().splitlines() == [
        "due,thin,where,kind,read_on,why,sources",
        f'2026-01-31,no,"helplines/ca.json, a-line",helplines,2026-01-01,{why},https://example.org/page',
    ]


def test_the_day_can_be_given(check):
    assert check(LINES, "--today=2027-11-22")[1] == "To do: 9. They stand above."


def test_without_a_day_it_is_today(folder):
    path, out = folder(small(helplines=LINES)), StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: datetime(2026, 11, 23, tzinfo=UTC))
        call_command("check_content", f"--from={path}", stdout=out)
    assert out.getvalue() == "Nothing is due on 2026-11-23.\n"


def test_a_note_fails_only_when_asked(check):
    thin = [helpline(**GOOD, official_source=False), LINES[1]]
    printed, failed = check(thin)
    assert (printed.splitlines()[1], failed) == ("  a-line: https://example.org/page", "")
    assert check(thin, "--strict")[1] == "To do: 1. They stand above."


def test_the_addresses_go_to_a_file(check, tmp_path):
    path = tmp_path / "links.txt"
    chat = way(kind="chat", value="https://chat.example.org/", dial=None)
    printed, failed = check([helpline(**GOOD, channels=[way(), chat]), LINES[1]], "--links", str(path))
    assert path.read_text() == f"https://chat.example.org/\n{SEEN['sources'][0]['url']}\n"
    assert (printed.splitlines()[0], failed) == (f"{path} is written.", "")


def test_the_addresses_are_written_when_a_fact_is_old_too(check, tmp_path):
    assert check(OLD, "--links", str(tmp_path / "links.txt"))[1] == "To do: 1. They stand above."
    assert (tmp_path / "links.txt").read_text() != ""


def test_a_file_that_cannot_be_written_is_told(check, tmp_path):
    assert check(LINES, "--links", str(tmp_path))[1] == f"{tmp_path}: cannot be written: Is a directory."


def test_a_slip_is_told_before_anything_else(check):
    assert check([helpline(channels=[way(value="12")])])[1].splitlines() == [
        "These cannot be loaded. Correct them first.",
        "helplines/ca.json, a-line, channels[0].value: "
        "'12' must be a whole number with its country, like +18006686868.",
    ]


def test_a_folder_without_fixtures_is_told(tmp_path):
    with pytest.raises(CommandError, match=r"^countries\.json: cannot be read"):
        call_command("check_content", folder=tmp_path)


@pytest.mark.parametrize("wrong", ["--kind=numbers", "--today=yesterday", "--today=2026-13-01"])
def test_a_wrong_word_is_refused(check, wrong):
    assert check(LINES, wrong)[1].startswith("Error: argument --")
