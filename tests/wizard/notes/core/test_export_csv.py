"""The table: a spreadsheet runs none of it and rounds none of it, and every text comes back as it was typed."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wizard.notes.samples import BLACKMAILED, NASTY, NOW, PASSED_ROUND, Written, full
from wizard.notes.core.export_csv import UnreadableLogError, bare, from_csv, guard, to_csv
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
    when = ["2026-11-18", "21:40", "America/Halifax"]
    moments = "2026-11-18T21:40:00-04:00"
    assert table(to_csv(log)) == [
        ["part", "number", "words", "date", "time", "zone", "link", "relation", "to", "what", "moments"],
        ["entry", "1", "hi", *when, "", "", "", "", moments],
        ["entry", "2", "", "", "", "", "https://a.example/", "", "", "", ""],
        ["about", "1", "", "", "", "", "", "an ex", "", "", ""],
        ["told", "1", "", "", "", "", "", "", "Ms. L", "", ""],
        ["held", "1", "", "", "", "", "", "", "", "a list", ""],
        ["made_at", "2026-11-22T09:00:05-06:00", *[""] * 9],
        ["sha256", guard(number(log)), *[""] * 9],
    ]


def test_an_hour_that_came_twice_gives_both_moments_in_one_cell() -> None:
    log = make_log(NOW, [(ENTRY, {"date": "2026-11-01", "time": "01:30", "zone": "America/Denver"})])
    assert table(to_csv(log))[1][-1] == "2026-11-01T01:30:00-06:00 2026-11-01T01:30:00-07:00"


def test_it_begins_with_the_mark_of_utf_8_and_every_cell_has_quotes() -> None:
    content = to_csv(with_words("é; =1"))
    assert (
        content
        == (
            '\ufeff"part","number","words","moments"\r\n"entry","1","é; =1",""\r\n'
            f'"made_at","2026-11-22T09:00:05-06:00","",""\r\n"sha256","{guard(number(with_words("é; =1")))}","",""\r\n'
        ).encode()
    )


def test_no_box_has_the_name_of_another_column() -> None:
    slugs = {box.slug for boxes in BOXES.values() for box in boxes}
    assert slugs & {"part", "number", "moments", "made_at", "sha256"} == set()


# --- nothing runs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [*STARTS, "'"])
def test_what_a_spreadsheet_would_run_has_a_sign_in_front(start: str) -> None:
    assert (guard(f"{start}1"), guard(start), bare(guard(f"{start}1"))) == (f"'{start}1", f"'{start}", f"{start}1")


@pytest.mark.parametrize("digits", ["100012345678901234", "123456789012", "0012", "00", "12e5", "1E400"])
def test_digits_that_a_spreadsheet_would_round_or_cut_stay_text(digits: str) -> None:
    assert guard(digits) == f"'{digits}"


@pytest.mark.parametrize(
    "text", ["", "0", "200", "12345678901", "2026-11-18", "a=1", " =1", "it's", "e5", "12e", "＝1"]
)
def test_other_texts_stand_as_they_are(text: str) -> None:
    assert guard(text) == text


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
