"""The table: a spreadsheet runs none of it and rounds none of it, and every text comes back as it was typed."""

import csv
import io
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.system_packages import need_program
from tests.wizard.notes.samples import BLACKMAILED, NASTY, NOW, PASSED_ROUND, Written, full
from wizard.notes.core.export_csv import UnreadableLogError, bare, from_csv, guard, guard_before, is_written, to_csv
from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT
from wizard.notes.core.log import Log, make_log, number

# The first signs of a cell that one spreadsheet or another takes for a formula or a command.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(content: bytes) -> list[list[str]]:
    """The cells, as any program reads them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def with_words(*texts: str) -> Log:
    return make_log(NOW, [(ENTRY, {"words": text}) for text in texts])


# --- its shape --------------------------------------------------------------------------------------------------------


def test_one_row_an_entry_under_the_slugs_and_the_number_last() -> None:
    written: Written = [
        (HEADER, {"relation": "an ex"}),
        (REPORT, {"to": "Ms. L"}),
        (HELD, {"what": "a list"}),
        (ENTRY, {"date": "2026-11-18", "time": "21:40", "zone": "America/Halifax", "words": "hi"}),
        (ENTRY, {"link": "https://a.example/"}),
    ]
    log = make_log(NOW, written)
    when = ["'2026-11-18", "'21:40", "America/Halifax"]
    moments = "'2026-11-18T21:40:00-04:00"
    assert table(to_csv(log)) == [
        ["part", "number", "words", "date", "time", "zone", "link", "relation", "to", "what", "moments"],
        ["entry", "1", "hi", *when, "", "", "", "", moments],
        ["entry", "2", "", "", "", "", "https://a.example/", "", "", "", ""],
        ["about", "1", "", "", "", "", "", "an ex", "", "", ""],
        ["told", "1", "", "", "", "", "", "", "Ms. L", "", ""],
        ["held", "1", "", "", "", "", "", "", "", "a list", ""],
        ["made_at", "'2026-11-22T09:00:05-06:00", *[""] * 9],
        ["sha256", guard(number(log)), *[""] * 9],
    ]


def test_an_hour_that_came_twice_gives_both_moments_in_one_cell() -> None:
    log = make_log(NOW, [(ENTRY, {"date": "2026-11-01", "time": "01:30", "zone": "America/Denver"})])
    assert table(to_csv(log))[1][-1] == "'2026-11-01T01:30:00-06:00 2026-11-01T01:30:00-07:00"


def test_it_begins_with_the_mark_of_utf_8_and_every_cell_has_quotes() -> None:
    log = with_words("é; =1")
    rows = [
        '"part","number","words","moments"',
        '"entry","1","é; =1",""',
        '"made_at","\'2026-11-22T09:00:05-06:00","",""',
        f'"sha256","{guard(number(log))}","",""',
    ]
    assert to_csv(log) == ("\ufeff" + "".join(f"{row}\r\n" for row in rows)).encode()


def test_no_box_has_the_name_of_another_column() -> None:
    slugs = {box.slug for boxes in BOXES.values() for box in boxes}
    assert slugs & {"part", "number", "moments", "made_at", "sha256"} == set()


# --- nothing runs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [*STARTS, "'"])
def test_what_a_spreadsheet_would_run_has_a_sign_in_front(start: str) -> None:
    assert (guard(f"{start}1"), guard(start), bare(guard(f"{start}1"))) == (f"'{start}1", f"'{start}", f"{start}1")


# What a spreadsheet changes when it opens a table, each as somebody may have typed it. To cover another, add a row.
CHANGED = [
    *("1-2", "1/2", "3/4", "11-18", "11/18", "18.11.2026", "2026-11-18", "2026-11", "18 Nov", "18-Nov-2026", "7 March"),
    *("MARCH7", "March 7", "Mar-7", "mar 2026", "JAN1", "Sept. 5, 2026", "Mon, 7 Mar 2026", "DEC1", "May 5"),
    *("0123 456", "0012", "00", "007", "0123", "1.50", "1,50", "1.500", "1,500.00", "12.", ".5", ",5", "5.", "200"),
    *("12e5", "1E400", "1e-3", "100012345678901234", "123456789012", "50%", "5 %", "(5)", "(1,200)", "#1", "#N/A"),
    *("21:40", "9:05", "9:05 pm", "21:40:05", "1:2", "2026-11-18T21:40:00-04:00", "TRUE", "true", "FALSE", "False"),
    *(
        "VRAI",
        "wahr",
        "$5",
        "€ 1.50",
        "£0012",
        "5 $",
        "¥100",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "−5",
        "１２",
        "½",
        "٣",
    ),
    *(" 1-2", "\u00a01.50", "=1+1", "+1 204 555 0100", "-1", "@SUM(1)", "\t=1", "'=1"),
]


@pytest.mark.parametrize("text", CHANGED)
def test_what_a_spreadsheet_would_change_stays_text(text: str) -> None:
    assert (guard(text), bare(guard(text))) == (f"'{text}", text)


# No spreadsheet takes these for anything else.
WORDS = [
    "a=1",
    "it's",
    "they sent 5 of them to 3 people in my class, I think",
    "Maya",
    "March",
    "in March",
    "a; =1",
    "…",
]


@pytest.mark.parametrize("text", ["", *WORDS])
def test_words_stand_as_they_are(text: str) -> None:
    assert guard(text) == text


def test_a_spreadsheet_shows_what_was_typed(tmp_path: Path) -> None:
    office = need_program("soffice", "libreoffice-calc-nogui")
    (tmp_path / "log.csv").write_bytes(to_csv(with_words(*CHANGED, *WORDS)))
    # Commas, quotes, UTF-8; a quoted cell is read like any other, and dates are looked for everywhere.
    reads, writes = "44,34,76,1,,1033,false,true", "44,34,76,1,,1033,false,true"
    csv_filter = "Text - txt - csv (StarCalc)"
    options = [f"-env:UserInstallation=file://{tmp_path}/own", "--headless", f"--infilter={csv_filter}:{reads}"]
    command = [office, *options, "--convert-to", f"csv:{csv_filter}:{writes}", "--outdir", tmp_path / "out"]
    subprocess.run([*command, tmp_path / "log.csv"], capture_output=True, check=True, timeout=120)
    shown = [row[2] for row in table((tmp_path / "out" / "log.csv").read_bytes()) if row[0] == "entry"]
    assert [bare(cell) for cell in shown] == [*CHANGED, *WORDS]
    assert len(CHANGED) >= 75


@pytest.mark.parametrize(
    "written", [PASSED_ROUND, BLACKMAILED, [(ENTRY, {"words": t, "date": t}) for t in NASTY.values()]]
)
def test_no_cell_begins_with_a_command(written: Written) -> None:
    cells = [cell for row in table(to_csv(make_log(NOW, written))) for cell in row]
    assert [cell for cell in cells if cell.startswith(STARTS)] == []
    assert len(cells) > 20


# --- and back ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NASTY)
def test_any_program_reads_what_was_typed_when_it_takes_one_sign_away(name: str) -> None:
    cell = table(to_csv(with_words(NASTY[name])))[1][2]
    assert cell.removeprefix("'") == NASTY[name]


@pytest.mark.parametrize("written", [[], PASSED_ROUND, BLACKMAILED, full(3, 33)])
def test_the_log_comes_back_with_its_number(written: Written) -> None:
    log = make_log(NOW, written)
    assert from_csv(to_csv(log)) == (log, number(log))


@pytest.mark.parametrize("written", [PASSED_ROUND, BLACKMAILED])
def test_a_file_of_before_is_still_what_it_was_and_one_that_a_program_saved_is_not(written: Written) -> None:
    log = make_log(NOW, written)
    before = to_csv(log, guard_before)
    assert (from_csv(before), before == to_csv(log)) == ((log, number(log)), False)
    assert [is_written(log, content) for content in (to_csv(log), before, before[3:])] == [True, True, False]


SIGNS = st.text(
    st.sampled_from("=+-@\t\r\n',;\"\ufeff 0aé\u2028\x00😱\u202e") | st.characters(codec="utf-8"), min_size=1
)
ROWS = st.lists(st.sampled_from([*BOXES]).flatmap(
    lambda kind: st.tuples(st.just(kind), st.dictionaries(
        st.sampled_from([*(box.slug for box in BOXES[kind]), "lost"]), SIGNS, max_size=4
    ))
), max_size=5)  # fmt: skip


@given(ROWS)
def test_what_goes_in_comes_out_character_for_character(written: Written) -> None:
    log = make_log(NOW, written)
    found, sha256 = from_csv(to_csv(log))
    assert (found, number(found)) == (log, sha256)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"a,b\r\n1,2\r\n",
        b"part,number\r\nmade_at,1\r\n",
        b"part,number\r\nmade_at\r\n",
        b'"a',
        b"part\r\n\r\n",
    ],
)
def test_another_table_is_no_log(content: bytes) -> None:
    with pytest.raises(UnreadableLogError):
        from_csv(content)
