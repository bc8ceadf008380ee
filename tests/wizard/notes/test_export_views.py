"""Taking the notes along over HTTP: who may, what each file leaves, one number in all files, and how it is checked."""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.content.step_words import plain
from tests.content.test_page_weight import too_heavy
from tests.people import (
    ADULT_ALBERTA,
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FATHER_SCOTLAND,
    FRIEND,
    SHARER,
    TEEN_NOVA_SCOTIA,
    WORKER,
    WORKER_ONTARIO,
)
from tests.system_packages import need_font, need_pango, need_program
from tests.visitor import FORM, Page
from tests.wizard.notes.samples import (
    BLACKMAILED,
    NASTY,
    PASSED_ROUND,
    Written,
    full,
    writer,
)
from tests.wizard.records.visitor import Writer
from wizard.notes import export_views, exports
from wizard.notes.core.export_csv import from_csv
from wizard.notes.core.fields import ENTRY
from wizard.notes.core.log import number
from wizard.pdf import render
from wizard.pdf.render import PdfBusyError, PdfUnavailableError
from wizard.plan import files

pytestmark = pytest.mark.django_db

TAKE, PRINT, CHECK = "/notes/take/", "/notes/print/", "/notes/check/"
NUMBER = re.compile(r"\b[0-9a-f]{64}\b")
PEOPLE: dict[str, tuple[Mapping[str, str], Written]] = {
    "teen in Nova Scotia": (TEEN_NOVA_SCOTIA, PASSED_ROUND),
    "adult in Alberta": (ADULT_ALBERTA, BLACKMAILED),
    "father in Scotland": (FATHER_SCOTLAND, BLACKMAILED),
    "worker in Ontario": (WORKER_ONTARIO, [(ENTRY, {"words": "They said: it began in May.", "date": "2026-05-01"})]),
    "friend": (FRIEND, [(ENTRY, {"link": "https://a.example/", "account": "@a"})]),
}


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    render._press.close()


def at_take(person: Mapping[str, str] = ADULT_MAY_SAY_NO, written: Written = PASSED_ROUND) -> tuple[Writer, str]:
    made = writer(person, written)
    return made, made.look(TAKE)


def taken(made: Writer, which: str) -> Any:
    return made.post(TAKE, which=which)


def paper(content: bytes, folder: Path) -> str:
    """The words of a PDF."""
    file = folder / "log.pdf"
    file.write_bytes(content)
    command = [need_program("pdftotext", "poppler-utils"), "-layout", file, "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.replace("\f", "\n")


@pytest.fixture
def _hurrying_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock is a minute later than the one before."""
    minutes = count()
    monkeypatch.setattr(
        exports, "timezone", SimpleNamespace(now=lambda: timezone.now() + timedelta(minutes=next(minutes)))
    )


def machine_can_draw() -> None:
    need_pango()
    need_font()


# --- the door ---------------------------------------------------------------------------------------------------------


def test_without_a_visit_there_is_nothing_to_take() -> None:
    client = Client()
    answers = [client.get(TAKE), client.post(TAKE, "which=json", content_type=FORM), client.get(PRINT)]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(303, "/guide/")] * 3


@pytest.mark.parametrize("person", [CHILD_ALONE, SHARER])
def test_where_notes_are_locked_it_leads_to_the_line_that_says_why(person: dict[str, str]) -> None:
    made = writer(person, PASSED_ROUND)
    made.look("/visit/")
    answers = [made.client.get(TAKE), taken(made, "json"), made.client.get(PRINT)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(303, "/plan/#notes")] * 3


def test_before_anything_is_written_it_leads_to_the_notes() -> None:
    made = writer(ADULT_MAY_SAY_NO, [("request", {"place": "a"})])
    made.look("/visit/")
    answers = [made.client.get(TAKE), taken(made, "json"), made.client.get(PRINT)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(303, "/notes/")] * 3


@pytest.mark.parametrize("which", ["", "exe", "PDF"])
def test_a_form_that_no_page_of_ours_sends_leads_back(which: str) -> None:
    made, _page = at_take()
    answer = taken(made, which)
    assert (answer.status_code, answer.url) == (303, TAKE)


def test_a_page_to_print_takes_nothing() -> None:
    made, _page = at_take()
    assert [made.post(path).status_code for path in (PRINT, CHECK)] == [405, 405]


def test_what_was_written_before_somebody_looked_can_still_be_taken_with_the_warning_first() -> None:
    made, page = at_take(ADULT_EX)
    assert page.index("Someone may look at this phone.") < page.index('<button class="go"')
    assert taken(made, "json").status_code == 200
    printed = made.look(PRINT)
    assert printed.index("Someone may look at this phone.") < printed.index("To print, open the menu")


# --- the page ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PEOPLE)
def test_each_way_says_what_it_leaves_before_its_end(name: str) -> None:
    _made, page = at_take(*PEOPLE[name])
    said = plain(page)
    order = ["The Leave button does not remove the file",
             "Anyone who opens the file can read", "Print your notes", "Save the sheet",
             "log.pdf", "Save the table", "log.csv", "Save the file for checking", "log.json",
             "It does not show who wrote the notes"]  # fmt: skip
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert re.findall(r'name="which" value="(\w+)"', page) == ["pdf", "csv", "json"]


def test_it_links_to_the_print_view_and_to_the_check_and_has_a_neutral_title() -> None:
    made, _page = at_take()
    assert {PRINT, CHECK, "/notes/"} - {link.split("?")[0] for link in made.page.links} == set()
    assert (made.page.title, made.page.forms) == ("Save your notes – Compass", ["post"])


def test_the_number_on_the_page_is_that_of_the_files_taken_from_it() -> None:
    made, page = at_take()
    (shown,) = NUMBER.findall(page)
    whole = json.loads(taken(made, "json").content)
    assert (whole["sha256"], number(whole["log"]), whole["log"]["made_at"]) == (
        shown,
        shown,
        made.page.fields["made"][0],
    )


def test_a_cold_visit_to_each_page_fits_the_first_flight() -> None:
    made, _page = at_take()
    assert too_heavy(made.client, [TAKE, PRINT, CHECK]) == []


@pytest.mark.parametrize(("danger", "carried"), [("deadline", True), ("", True), ("none", False)])
@pytest.mark.parametrize("path", [TAKE, PRINT])
def test_the_numbers_to_call_stay_on_the_page_after_a_danger(path: str, danger: str, carried: bool) -> None:
    page = writer({**TEEN_NOVA_SCOTIA, "danger": danger}, PASSED_ROUND).look(path)
    assert ('class="strip"' in page) is carried


NOWHERE = "\u0378"  # a sign that no font has


@pytest.mark.parametrize(("words", "told"), [(f"a{NOWHERE}b", True), ("é œ", False)])
def test_what_no_font_has_is_said_before_the_sheet_and_on_it(words: str, told: bool, tmp_path: Path) -> None:
    machine_can_draw()
    made, page = at_take(written=[(ENTRY, {"words": words})])
    said = plain(page).replace(NOWHERE, "?")
    warning = (
        "cannot show some of the letters or symbols that were typed: ?. Each one is written there as a code, such as"
    )
    assert (f"{warning} [U+0378]. The file log.json has them" in said) is told
    assert not told or said.index(warning) < said.index("Save the sheet")
    sheet = " ".join(paper(taken(made, "pdf").content, tmp_path).split())
    assert ("a[U+0378]b" in sheet, "written as a code, such as [U+0378]" in sheet) == (told, told)
    # The browser has fonts of its own.
    assert "written as a code" not in plain(made.look(PRINT))


# --- the files --------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_hurrying_clock")
@pytest.mark.parametrize("name", PEOPLE)
def test_all_files_of_one_page_carry_one_number_and_one_time(name: str, tmp_path: Path) -> None:
    machine_can_draw()
    made, page = at_take(*PEOPLE[name])
    whole, table, sheet = (taken(made, which) for which in ("json", "csv", "pdf"))
    log, sha256 = from_csv(table.content)
    words = paper(sheet.content, tmp_path)
    assert json.loads(whole.content) == {"log": log, "sha256": sha256}
    assert (NUMBER.findall(words), log["made_at"] in words) == (NUMBER.findall(page), True)
    assert NUMBER.findall(page) == [sha256]


def test_what_is_typed_later_gives_another_number() -> None:
    made, page = at_take()
    made.book.add(ENTRY, {"words": "more"})
    whole = json.loads(taken(made, "json").content)
    assert (whole["sha256"] in page, len(whole["log"]["entries"])) == (False, 4)


def test_an_old_page_does_not_lend_its_time() -> None:
    made, _page = at_take()
    whole = json.loads(made.post(TAKE, which="json", made="2026-01-01T00:00:00+00:00").content)
    assert whole["log"]["made_at"] > "2026-01-02"


def test_the_json_holds_every_text_as_it_was_kept() -> None:
    texts = [{"words": text, "link": text} for text in NASTY.values()]
    made, _page = at_take(TEEN_NOVA_SCOTIA, [(ENTRY, one) for one in texts])
    entries = json.loads(taken(made, "json").content)["log"]["entries"]
    assert [{slug: entry[slug] for slug in ("words", "link")} for entry in entries] == texts


def test_boxes_that_are_no_longer_asked_are_taken_along() -> None:
    made, _page = at_take(WORKER, [(ENTRY, {"phone": "+1 204 555 0100", "shows": "a line"})])
    (entry,) = json.loads(taken(made, "json").content)["log"]["entries"]
    assert (entry["phone"], entry["shows"]) == ("+1 204 555 0100", "a line")


def test_the_sheet_is_tagged_numbered_and_in_order_of_time(tmp_path: Path) -> None:
    machine_can_draw()
    made, _page = at_take(TEEN_NOVA_SCOTIA, [*PASSED_ROUND, *full(20, 12)])
    answer = taken(made, "pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="log.pdf"'
    words = paper(answer.content, tmp_path)
    facts = subprocess.run(["pdfinfo", tmp_path / "log.pdf"], capture_output=True, check=True, text=True).stdout
    pages = int(re.findall(r"Pages: +(\d+)", facts)[0])
    assert (re.findall(r"Title: +(.+)|Tagged: +(\w+)", facts), pages > 3) == ([("Compass", ""), ("", "yes")], True)
    assert re.findall(r"^ *(\d+) ?/ ?(\d+)$", words, re.M) == [(str(page), str(pages)) for page in range(1, pages + 1)]
    assert re.findall(r"^(\d+)\. \S", words.split("Who was told")[0], re.M) == [str(place) for place in range(1, 24)]
    assert words.index("jay: sorry not sorry") < words.index("look who it is") < words.index("They showed")
    assert "Room to write" in words


SUMMARY = ("Made on:", "Number of notes: 23", "Dates in these notes: ", "Name, if you want to give it:", "Case number:",
           "Officer, lawyer or worker:", "Given to, and when:", "How anyone can check it")  # fmt: skip


def test_the_first_page_sums_up_and_what_was_typed_begins_on_the_second(tmp_path: Path) -> None:
    machine_can_draw()
    made, _page = at_take(TEEN_NOVA_SCOTIA, [*PASSED_ROUND, *full(20, 12)])
    (tmp_path / "log.pdf").write_bytes(taken(made, "pdf").content)
    command = [need_program("pdftotext", "poppler-utils"), tmp_path / "log.pdf", "-"]
    pages = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\f")
    first = " ".join(pages[0].split())
    assert [line for line in SUMMARY if line not in first] == []
    assert ([at for at, page in enumerate(pages) if NUMBER.search(page)], "jay: sorry" in first) == ([0], False)
    assert pages[1].startswith("The other person, and the harm done") or pages[1].startswith("What happened, in order")


@pytest.mark.parametrize(
    ("error", "line"),
    [(PdfBusyError, "We could not make the sheet this time."), (PdfUnavailableError, "This site cannot make sheets")],
)
def test_when_there_is_no_sheet_the_page_says_so_and_keeps_its_number(
    error: type[Exception], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*asked: object) -> bytes:
        raise error

    made, page = at_take()
    monkeypatch.setattr(files, "make_in_turn", refuse)
    answer = taken(made, "pdf")
    told = answer.content.decode()
    assert (answer.status_code, line in plain(told), Page(answer).title) == (
        503,
        True,
        "Error: Save your notes – Compass",
    )
    assert NUMBER.findall(told) == NUMBER.findall(page)
    assert taken(made, "json").status_code == 200


# --- on paper ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PEOPLE)
def test_the_page_to_print_has_the_words_of_the_sheet(name: str, tmp_path: Path) -> None:
    machine_can_draw()
    made, _page = at_take(*PEOPLE[name])
    sheet = paper(taken(made, "pdf").content, tmp_path)
    printed = made.look(PRINT).split('<div class="paper">')[1].split("</main>")[0]
    # A line of the sheet may end anywhere, and what goes from right to left is stored turned round.
    squeezed = re.sub(r"\s", "", sheet)
    parts = [plain(found) for found in re.findall(r"<(?:h[123]|b)>(.*?)</(?:h[123]|b)>", printed, re.S)]
    assert [part for part in parts if re.sub(r"\s", "", part) not in squeezed] == []
    assert len(parts) > 5


@pytest.mark.usefixtures("_hurrying_clock")
def test_the_number_on_paper_is_that_of_the_page_before_it_and_of_the_file_after_it() -> None:
    made, page = at_take()
    for way in (PRINT, TAKE):
        (link,) = [link for link in made.page.links if link.startswith(way)]
        assert NUMBER.findall(made.look(link)) == NUMBER.findall(page)
    assert json.loads(taken(made, "json").content)["sha256"] == NUMBER.findall(page)[0]


def test_it_needs_no_file_and_no_form_and_brings_no_script_of_its_own() -> None:
    made, _page = at_take()
    page = made.look(PRINT)
    assert (made.page.forms, page.count("<script"), made.page.title) == ([], 2, "Notes – Compass")


@pytest.mark.parametrize("name", NASTY)
def test_no_text_becomes_a_link_or_markup(name: str) -> None:
    made = writer(ADULT_MAY_SAY_NO, [(ENTRY, {"words": NASTY[name], "link": NASTY[name], "date": NASTY[name]})])
    page = made.look(PRINT)
    assert (re.findall(r"<(?:script>|b>&|b>alert)", page), page.count("<script")) == ([], 2)
    sheet = page.split('<div class="paper">')[1].split("</main>")[0]
    assert re.findall(r"<a\b|href=|src=", sheet) == []


# --- the check --------------------------------------------------------------------------------------------------------


def test_how_to_check_can_be_read_by_anyone() -> None:
    client = Client()
    answer = client.get(CHECK)
    said = plain(answer.content.decode())
    assert (answer.status_code, [*answer.cookies], Page(answer).title) == (200, [], "Notes – Compass")
    lines = (
        "It cannot take files.",
        "does not show who wrote the notes",
        "Compare all of them",
        *export_views.LINES.values(),
    )
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize("way", ["shell", "python"])
def test_the_lines_that_it_gives_do_what_it_says(way: str, tmp_path: Path) -> None:
    need_program("shasum", "perl")
    made, page = at_take(TEEN_NOVA_SCOTIA, [(ENTRY, {"words": text}) for text in NASTY.values()])
    (tmp_path / "log.json").write_bytes(taken(made, "json").content)
    line = export_views.LINES[way].replace("python -c", "python3 -c")
    ran = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert ran.stdout.split()[0] == NUMBER.findall(page)[0]


def test_the_number_is_that_of_the_second_line() -> None:
    made, page = at_take()
    second = taken(made, "json").content.split(b"\n")[1]
    assert [hashlib.sha256(second).hexdigest()] == NUMBER.findall(page)
