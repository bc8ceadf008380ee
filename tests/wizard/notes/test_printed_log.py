"""The words of the sheet: days and times as people read them, choices by their label, texts that turn nothing round."""

import pytest

from tests.wizard.notes.samples import BLACKMAILED, NASTY, NOW, PASSED_ROUND
from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT
from wizard.notes.core.log import make_log, number
from wizard.notes.printed_log import PrintedField, PrintedRecord, sheet_context


def entry(**texts: str) -> PrintedRecord:
    found: PrintedRecord = sheet_context(make_log(NOW, [(ENTRY, texts)]))["entries"][0]
    return found


def lines(item: PrintedRecord) -> list[PrintedField]:
    return [line for paragraph in item.paragraphs for line in paragraph]


def test_when_it_was_made_stands_in_words_and_for_machines() -> None:
    log = make_log(NOW, PASSED_ROUND)
    sheet = sheet_context(log)
    assert (sheet["made_words"], sheet["made_at"], sheet["number"]) == (
        "Sun 22 Nov 2026, 09:00:05 (UTC-06:00)",
        "2026-11-22T09:00:05-06:00",
        number(log),
    )


DENVER = "America/Denver"


@pytest.mark.parametrize(
    ("on", "at", "where", "sure", "heading"),
    [
        ("2026-11-18", "21:40", DENVER, "", "Wed 18 Nov 2026, 21:40, America/Denver (UTC-07:00)"),
        ("2026-07-18", "21:40", DENVER, "about", "Sat 18 Jul 2026, 21:40, America/Denver (UTC-06:00). Roughly"),
        ("2026-11-01", "01:30", DENVER, "", "Sun 1 Nov 2026, 01:30, America/Denver (UTC-06:00 or UTC-07:00: the "
         "clocks went back)"),
        ("2026-03-08", "02:30", DENVER, "", "Sun 8 Mar 2026, 02:30, America/Denver (no such time: the clocks went "
         "forward)"),
        ("2026-11-18", "21:40", "UTC", "", "Wed 18 Nov 2026, 21:40, UTC (UTC)"),
        ("2026-11-18", "", "", "", "Wed 18 Nov 2026"),
        ("2026-02-30", "25:00", DENVER, "", "2026-02-30, 25:00, America/Denver"),
        ("last Tuesday", "night", "", "", "last Tuesday, night"),
        ("", "21:40", "", "", "21:40"),
        ("", "", "", "not-sure", "No date written. Not sure"),
    ],
)  # fmt: skip
def test_the_heading_says_when(on: str, at: str, where: str, sure: str, heading: str) -> None:
    assert entry(date=on, time=at, zone=where, sure=sure, words="a").heading == heading


def test_a_choice_is_said_in_words_and_a_text_as_it_is() -> None:
    assert lines(entry(kind="threat", words="no. 1", real="unsure")) == [
        PrintedField("What is it?", "A threat or a demand"),
        PrintedField("The exact words:", "no. 1"),
        PrintedField("Is it real?", "I do not know"),
    ]


def test_what_is_none_of_the_choices_stands_as_it_was_sent() -> None:
    assert lines(entry(kind="<b>")) == [PrintedField("What is it?", "<b>")]


def test_a_box_that_the_table_lost_stands_under_its_slug() -> None:
    assert lines(entry(shoe="left")) == [PrintedField("shoe:", "left")]


def test_boxes_of_one_group_share_a_paragraph() -> None:
    item = entry(account="@a", phone="1", demand="b", deadline="c", words="d")
    assert [[line.text for line in paragraph] for paragraph in item.paragraphs] == [["d"], ["@a", "1"], ["b", "c"]]


def test_every_box_of_every_kind_is_on_the_sheet() -> None:
    written = [(kind, {box.slug: f"{kind} {box.slug}" for box in boxes}) for kind, boxes in BOXES.items()]
    sheet = sheet_context(make_log(NOW, written))
    items = {HEADER: [sheet["about"]], ENTRY: sheet["entries"], REPORT: sheet["told"], HELD: sheet["held"]}
    for kind, boxes in BOXES.items():
        (item,) = items[kind]
        shown = [line.text for line in lines(item)]
        assert [*shown, *item.heading.replace(". ", ", ").split(", ")] == [
            *(
                f"{kind} {box.slug}"
                for box in boxes
                if kind != ENTRY or box.slug not in ("date", "time", "zone", "sure")
            ),
            *([f"{kind} {slug}" for slug in ("date", "time", "zone", "sure")] if kind == ENTRY else [""]),
        ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\u202eb\u202c", "a[U+202E]b[U+202C]"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("שלום", "\u2068שלום\u2069"),
        ("قال \u202e1", "\u2068قال [U+202E]1\u2069"),
        ("Ελλάδα é 😱", "Ελλάδα é 😱"),
    ],
)
def test_no_text_turns_round_what_stands_after_it(typed: str, shown: str) -> None:
    item = entry(words=typed, date=typed)
    assert (lines(item), item.heading) == ([PrintedField("The exact words:", shown)], shown)


def test_other_texts_are_not_touched() -> None:
    same = {name: text for name, text in NASTY.items() if name not in ("turned round", "Arabic and Hebrew")}
    assert [
        name for name, text in same.items() if lines(entry(words=text)) != [PrintedField("The exact words:", text)]
    ] == []


@pytest.mark.parametrize(("written", "far"), [(PASSED_ROUND, True), (BLACKMAILED, False), ([], False)])
def test_it_knows_when_a_sign_may_not_print(written: list[tuple[str, dict[str, str]]], far: bool) -> None:
    assert sheet_context(make_log(NOW, written))["far_signs"] is far


@pytest.mark.parametrize(("kind", "part"), [(HEADER, "about"), (ENTRY, "entries"), (REPORT, "told"), (HELD, "held")])
def test_who_wrote_for_another_reads_the_labels_of_their_own_form(kind: str, part: str) -> None:
    boxes = [box for box in BOXES[kind] if box.helper and box.kind in ("line", "long")]
    log = make_log(NOW, [(kind, {box.slug: "x" for box in boxes})])
    own, theirs = (sheet_context(log, for_helper=for_helper)[part] for for_helper in (False, True))
    item = {False: own, True: theirs}
    found = {key: lines(one[0] if isinstance(one, list) else one) if one else [] for key, one in item.items()}
    assert [line.label.rstrip(":") for line in found[False]] == [str(box.label) for box in boxes]
    assert [line.label.rstrip(":") for line in found[True]] == [str(box.helper) for box in boxes]


PERIODS = [
    (["2026-11-20", "2026-11-02", "last week"], ("Mon 2 Nov 2026", "Fri 20 Nov 2026")),
    (["2026-11-20"], ("Fri 20 Nov 2026", "Fri 20 Nov 2026")),
    (["", "last week"], ("", "")),
    ([], ("", "")),
]


@pytest.mark.parametrize(("days", "ends"), PERIODS)
def test_the_first_and_the_last_day_are_those_that_somebody_wrote(days: list[str], ends: tuple[str, str]) -> None:
    sheet = sheet_context(make_log(NOW, [(ENTRY, {"date": on, "words": "a"}) for on in days]))
    assert (sheet["first_day"], sheet["last_day"]) == ends
