"""One file with everything: what is in it, what stays off it, and for whom there is none."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client

from tests.content.step_words import plain
from tests.content.test_page_weight import too_heavy
from tests.people import (
    ADULT_ALBERTA,
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    SHARER,
    TEEN_BLACKMAILED,
    TEEN_NOVA_SCOTIA,
    WORKER,
)
from tests.system_packages import need_font, need_pango, need_program
from tests.visitor import FORM, Page
from tests.wizard.notes.samples import PASSED_ROUND, Written, writer
from wizard.journey.journey import Journey
from wizard.notes.core.fields import ENTRY
from wizard.pdf import render
from wizard.pdf.render import PdfBusyError, PdfUnavailableError
from wizard.plan import files
from wizard.remove.core.fields import REQUEST
from wizard.talk.pack import QuietAnswers

pytestmark = pytest.mark.django_db

PACK, TAKE = "/talk/pack/", "/notes/take/"
ASKED: Written = [
    (REQUEST, {"place": "Instagram", "links": "https://www.instagram.example/p/1", "date": "2026-11-20",
               "time": "10:00", "zone": "America/Halifax", "way": "us", "how": "In the app", "reference": "R-4711",
               "state": "asked", "signed": "Sam Signed", "reach": "sam@mail.example", "faith": "yes", "own": "yes",
               "asks": "yes"}),
    (REQUEST, {"place": "Grindr", "account": "@typed_by_them", "state": "refused"}),
]  # fmt: skip
READERS = {
    "teen": TEEN_NOVA_SCOTIA,
    "teen blackmailed": TEEN_BLACKMAILED,
    "adult with an ex": ADULT_EX,
    "adult": ADULT_ALBERTA,
    "mother": MOTHER,
    "worker": WORKER,
    "friend": FRIEND,
}
PASSED_ON_TOO = {**TEEN_NOVA_SCOTIA, "what": "shared passed-on"}
MADE_TO_SEND = {**TEEN_BLACKMAILED, "already": "sent-others"}
CRIME_HERE = {**ADULT_MAY_SAY_NO, "place": "NG", "region": ""}


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    render._press.close()


def sheet(person: Mapping[str, str], written: Written = PASSED_ROUND) -> str:
    """The words that are on the paper."""
    page = writer(person, [*written, *ASKED]).look(PACK)
    return plain(page.split('<div class="paper">')[1].split("</main>")[0])


# --- what is in it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READERS)
def test_its_parts_stand_in_order_after_a_cover(name: str) -> None:
    said = sheet(READERS[name])
    parts = [
        "What happened, and what was done",
        "There is no picture in this file.",
        "Made on:",
        "What is in this file",
        "Case number:",
        "The number for these notes",
        "The other person, and the harm done",
        "1. Tue 17 Nov 2026",
        "Ms. Leblanc, counsellor",
        "A list of links on paper",
        "What their plan says about keeping it",
        "Room to write",
    ]
    places = [said.find(part) for part in parts]
    assert (places == sorted(places), min(places) >= 0) == (True, True)


def test_a_request_has_its_place_how_it_stands_and_its_clock() -> None:
    said = sheet(TEEN_NOVA_SCOTIA)
    assert "1. Instagram. I asked. The 48 hours ended Sunday 22 November, 10:00, Halifax time" in said
    assert "The number you got: R-4711" in said
    assert "https://www.instagram.example/p/1" in said


def test_the_cover_counts_the_parts() -> None:
    said = sheet(TEEN_NOVA_SCOTIA)
    counted = ["What happened, in order: 3", "What apps and sites were asked: 2", "Who was told or asked: 1"]
    assert [line for line in counted if line not in said] == []


def test_its_number_is_that_of_the_notes_taken_at_the_same_time() -> None:
    made = writer(TEEN_NOVA_SCOTIA, PASSED_ROUND)
    page = made.look(TAKE)
    (link,) = [link for link in made.page.links if link.startswith(PACK)]
    numbers = [re.findall(r"\b[0-9a-f]{64}\b", one) for one in (page, made.look(link))]
    assert (numbers[0] == numbers[1], len(numbers[0])) == (True, 1)


def test_the_file_has_the_words_of_the_page(tmp_path: Path) -> None:
    need_pango()
    need_font()
    made = writer(TEEN_NOVA_SCOTIA, [*PASSED_ROUND, *ASKED])
    page = made.look(PACK)
    answer = made.post(PACK)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="pack.pdf"'
    (tmp_path / "pack.pdf").write_bytes(answer.content)
    command = [need_program("pdftotext", "poppler-utils"), tmp_path / "pack.pdf", "-"]
    words = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    pages = words.split("\f")
    squeezed = re.sub(r"\s", "", words)
    paper = page.split('class="paper"')[1].split("</main>")[0]
    headings = [plain(found) for found in re.findall(r"<h[123][^>]*>(.*?)</h[123]>", paper)]
    assert [one for one in headings if re.sub(r"\s", "", one) not in squeezed] == []
    # The cover is one page.
    assert ("The number for these notes" in pages[0], "The other person, and the harm done" in pages[1]) == (True, True)
    assert ("jay: sorry" in pages[0], len(headings) > 10) == (False, True)


# --- what stays off it ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READERS)
def test_how_to_reach_the_person_and_what_they_signed_stay_with_them(name: str) -> None:
    said = sheet(READERS[name])
    assert [
        word for word in ("Sam Signed", "sam@mail", "take the picture yourself", "stand by this") if word in said
    ] == []


def test_an_app_that_tells_whom_somebody_loves_is_not_named_and_what_was_typed_stands() -> None:
    said = sheet(ADULT_ALBERTA)
    assert ("Grindr" in said, "2. An app or site that is not named here. They said no" in said) == (False, True)
    assert "@typed_by_them" in said


@pytest.mark.parametrize("already", ["saved deleted", "", "saved", "replied paid"])
def test_no_word_of_ours_says_what_the_person_did(already: str) -> None:
    said = sheet({**TEEN_BLACKMAILED, "already": already})
    telling = ("Many people save it", "screenshots of the picture", "Many people delete it", "is gone", "you paid")
    assert [words for words in telling if words in said] == []
    assert "Do not capture the picture." in said


def test_those_words_would_be_seen_on_the_page_of_the_step() -> None:
    page = plain(writer({**TEEN_BLACKMAILED, "already": "saved deleted"}, []).look("/plan/write-it-down/"))
    assert ("screenshots of the picture" in page, "Many people delete it" in page) == (True, True)


def test_the_flags_that_are_kept_quiet_are_flags() -> None:
    answers = Journey(SimpleNamespace(session=writer(TEEN_BLACKMAILED, []).book.visit)).answers
    assert [flag for flag in QuietAnswers.QUIET if not hasattr(answers, flag)] == []
    assert (QuietAnswers(answers).saved, QuietAnswers(answers).minor_now) == (False, True)


# --- for whom there is none -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [PASSED_ON_TOO, MADE_TO_SEND])
def test_who_did_something_themselves_hears_of_a_legal_line_before_any_file(person: dict[str, str]) -> None:
    made = writer(person, PASSED_ROUND)
    page = made.look(TAKE)
    said = plain(page)
    assert said.index("Talk to a legal line before you give these notes to anyone.") < said.index("Save the sheet")
    assert PACK not in page
    answers = [made.client.get(PACK), made.post(PACK)]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(303, TAKE)] * 2


def test_where_love_is_a_crime_it_is_not_offered() -> None:
    made = writer({**CRIME_HERE, "where": "grindr"}, PASSED_ROUND)
    page = made.look(TAKE)
    assert ("One file with everything" in page, "legal line" in page) == (False, False)
    assert made.client.get(PACK).status_code == 303


@pytest.mark.parametrize("person", [CHILD_ALONE, SHARER])
def test_where_notes_are_locked_it_leads_to_the_line_that_says_why(person: dict[str, str]) -> None:
    made = writer(person, PASSED_ROUND)
    made.look("/visit/")
    assert (made.client.get(PACK).url, made.post(PACK).url) == ("/plan/#notes",) * 2


def test_before_anything_is_written_or_without_a_visit_there_is_none() -> None:
    made = writer(TEEN_NOVA_SCOTIA, ASKED)
    made.look("/visit/")
    assert made.client.get(PACK).url == "/notes/"
    answers = [Client().get(PACK), Client().post(PACK, "", content_type=FORM)]
    assert [answer.headers["Location"] for answer in answers] == ["/guide/"] * 2


def test_police_are_not_named_to_who_fears_somebody_with_a_duty() -> None:
    said = [plain(writer({**ADULT_EX, "holder": holder}, PASSED_ROUND).look(TAKE)) for holder in ("duty", "partner")]
    assert ["For a court or a lawyer. It has a cover" in page for page in said] == [True, False]
    assert ["For police, a court or a lawyer. It has a cover" in page for page in said] == [False, True]


# --- the page ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [TAKE, "/remove/", "/plan/print/"])
def test_it_is_offered_where_its_parts_are(path: str) -> None:
    made = writer(TEEN_NOVA_SCOTIA, ASKED)
    book = made.book
    book.add(ENTRY, {"words": "a"})
    book.visit.save()
    made.look(path)
    assert [link.split("?")[0] for link in made.page.links].count(PACK) == 1


def test_its_title_is_neutral_and_the_warning_stands_before_the_how() -> None:
    made = writer(ADULT_EX, PASSED_ROUND)
    page = made.look(PACK)
    assert (made.page.title, made.page.forms, page.count("<script")) == ("One file – Compass", ["post"], 2)
    assert page.index("Someone may look at this phone.") < page.index("To print, open the menu")
    assert too_heavy(made.client, [PACK]) == []


@pytest.mark.parametrize(
    ("error", "line"),
    [(PdfBusyError, "The file could not be made this time."), (PdfUnavailableError, "This site cannot make files")],
)
def test_when_there_is_no_file_the_page_says_so(
    error: type[Exception], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*asked: object) -> bytes:
        raise error

    made = writer(TEEN_NOVA_SCOTIA, [(ENTRY, {"words": "a"})])
    made.look(PACK)
    monkeypatch.setattr(files, "make_in_turn", refuse)
    answer = made.post(PACK)
    told = (answer.status_code, line in plain(answer.content.decode()), Page(answer).title)
    assert told == (503, True, "Error: One file – Compass")
