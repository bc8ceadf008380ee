"""The plan on paper over HTTP: the same words as on the screen, a file on request, and the page when that fails."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from django.test import Client

from tests.journeys import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    MOTHER,
    PEOPLE,
    SHARER,
    TEEN_BLACKMAILED,
    WORKER,
    WORRIED,
)
from tests.needs import need_font, need_pango, need_program
from tests.wizard.walker import FORM, Walker
from tests.words import plain
from wizard import pdf, printing
from wizard.pdf import BusyError, MissingError

pytestmark = pytest.mark.django_db

PRINT = "/plan/print/"
STEP = re.compile(
    r'<section class="step" data-step="([a-z0-9-]+)">(.*?)(?=<section class="step"|<h2|</main>)', re.DOTALL
)
EVERYTHING = {
    **ADULT_EX,
    "place": "CA",
    "region": "CA-QC",
    "danger": "self-harm unsafe meet deadline",
    "device": "watched home",
    "what": "demand-money threat shared fake",
    "already": "paid sent-more hurt-self deleted saved replied",
    "where": "snapchat instagram reddit group-chat website search",
}
NUNAVUT = {**TEEN_BLACKMAILED, "region": "CA-NU", "danger": "self-harm meet"}
READERS = {**PEOPLE, "adult in every trouble at once": EVERYTHING, "teen in Nunavut": NUNAVUT, "who skips all": {}}


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    pdf._press.close()


def at_print(person: Mapping[str, str]) -> tuple[Walker, str]:
    walker = Walker().walk(person)
    return walker, walker.get(PRINT).content.decode()


def words(page: str) -> str:
    """What is read, whatever the tags: blanks beside a sign are a matter of tags."""
    return re.sub(r"\s", "", plain(page))


def body(page: str) -> str:
    """The words of a step on its own page, without the buttons."""
    return words(page.split('<div class="body">', 1)[1].split('<form method="post"')[0])


def titles(page: str) -> list[str]:
    return [plain(found) for found in re.findall(r'<h3 class="todo"><span.*?</span>(.*?)</h3>', page)]


# --- the page ---------------------------------------------------------------------------------------------------------


def test_without_a_visit_there_is_nothing_to_print() -> None:
    answers = [Client().get(PRINT), Client().post(PRINT, "", content_type=FORM)]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(303, "/guide/")] * 2


def test_the_plan_leads_to_it() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/")
    assert walker.page.links.count(PRINT) == 1


@pytest.mark.parametrize("name", READERS)
def test_every_step_of_the_plan_once_in_its_order_with_a_box(name: str) -> None:
    walker, page = at_print(READERS[name])
    printed = walker.page.data["data-step"]
    walker.get("/plan/")
    assert printed == walker.page.data["data-step"]
    assert page.count("☐ </span>") == len(printed)


@pytest.mark.parametrize("name", READERS)
def test_the_words_are_those_of_the_pages_of_the_steps(name: str) -> None:
    walker, page = at_print(READERS[name])
    printed = dict(STEP.findall(page))
    pages = {slug: walker.client.get(f"/plan/{slug}/").content.decode() for slug in walker.page.data["data-step"]}
    assert {slug: words(html.split('<div class="body">')[1]) for slug, html in printed.items()} == {
        slug: body(html) for slug, html in pages.items()
    }


@pytest.mark.parametrize("name", READERS)
def test_nothing_is_folded_and_headings_go_down_step_by_step(name: str) -> None:
    _walker, page = at_print(READERS[name])
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert re.findall(r"<(?:details|summary)", page) == []
    assert (levels[0], levels.count(1), max(levels)) == (1, 1, 4)
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_a_child_alone_has_the_fold_last_under_its_heading() -> None:
    _walker, page = at_print(CHILD_ALONE)
    before, after = page.split('<h2 class="hand-over">For the grown-up who helps you</h2>')
    assert [slug for slug, _html in STEP.findall(before)] == ["danger-now", "stop-contact", "tell-someone", "people"]
    assert len(STEP.findall(after)) > 8


def test_what_is_done_is_marked() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/")
    walker.post("/plan/block/", done="1")
    printed = dict(STEP.findall(walker.get(PRINT).content.decode()))
    assert [slug for slug, html in printed.items() if "☑" in html and "Done" in html] == ["block"]


def test_an_address_of_this_site_is_whole_on_paper() -> None:
    _walker, page = at_print(TEEN_BLACKMAILED)
    sheet = page.split('<div class="paper">')[1].split("</main>")[0]
    assert re.findall(r'href="/[^"]*"', sheet) == []
    assert 'href="http://testserver/places/snapchat/"' in sheet


def test_its_title_is_neutral_and_it_needs_no_script() -> None:
    walker, page = at_print(TEEN_BLACKMAILED)
    assert (walker.page.title, walker.page.forms, page.count("<script")) == ("Compass", ["post"], 1)
    assert re.findall(r"<(?:img|picture)|<svg class=\"drawing", page) == []


# --- what stays behind is said first ----------------------------------------------------------------------------------

PHONE = "Someone may look at this phone."
THEIR_PHONE = "Someone may look at their phone."
HOME = "It could go badly if people at home find this."
THEIR_HOME = "It could go badly for them if people at home find this."
# To cover another reader, add a row.
WARNED = [
    (TEEN_BLACKMAILED, []),
    (MOTHER, []),
    (CHILD_ALONE, []),
    (ADULT_EX, [PHONE]),
    (EVERYTHING, [PHONE, HOME]),
    ({**SHARER, "device": "home"}, [HOME]),
    ({**WORRIED, "device": ""}, [PHONE]),
    (WORKER, [THEIR_HOME]),
    ({**MOTHER, "device": "watched home"}, [THEIR_PHONE, THEIR_HOME]),
]


@pytest.mark.parametrize(("person", "warnings"), WARNED)
def test_what_a_file_leaves_is_said_before_the_button(person: dict[str, str], warnings: list[str]) -> None:
    _walker, page = at_print(person)
    before = plain(page.split("Save as a file")[0])
    assert [line for line in (PHONE, THEIR_PHONE, HOME, THEIR_HOME) if line in before] == warnings
    assert "Leave does not remove it" in before
    assert "choose “Print”" in before


# --- the file ---------------------------------------------------------------------------------------------------------


def machine_can_draw() -> None:
    need_pango()
    need_font()
    need_program("pdftotext", "poppler-utils")


def read(content: bytes, folder: Path) -> str:
    (folder / "plan.pdf").write_bytes(content)
    return subprocess.run(["pdftotext", folder / "plan.pdf", "-"], capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, CHILD_ALONE, EVERYTHING, SHARER])
def test_the_file_holds_the_same_steps_and_helplines(person: dict[str, str], tmp_path: Path) -> None:
    machine_can_draw()
    walker, page = at_print(person)
    answer = walker.post(PRINT)
    names = ("Content-Type", "Content-Disposition", "Cache-Control")
    headers = ["application/pdf", 'attachment; filename="plan.pdf"', "no-store"]
    assert (answer.status_code, [answer.headers[name] for name in names]) == (200, headers)
    text = re.sub(r"\s", "", read(answer.content, tmp_path))
    place = 0
    for title in titles(page):
        place = text.index("☐" + re.sub(r"\s", "", title), place) + 1
    numbers = [unescape(found) for found in re.findall(r'<a href="(?:tel|sms):[^>]*>.*?</small> ([^<]+)<', page)]
    assert [number for number in numbers if re.sub(r"\s", "", number) not in text] == []
    assert len(numbers) > 2


def refuse(error: type[Exception]) -> object:
    def make(html: str) -> bytes:
        raise error

    return make


@pytest.mark.parametrize(
    ("error", "line"),
    [(BusyError, "The file could not be made this time."), (MissingError, "This site cannot make files")],
)
def test_when_there_is_no_file_the_page_says_so_and_the_site_goes_on(
    error: type[Exception], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker, page = at_print(ADULT_MAY_SAY_NO)
    monkeypatch.setattr(printing, "make_pdf", refuse(error))
    answer = walker.post(PRINT)
    told = answer.content.decode()
    assert (answer.status_code, line in plain(told), line in plain(page)) == (503, True, False)
    assert STEP.findall(told) == STEP.findall(page)
    assert [walker.client.get(path).status_code for path in ("/plan/", PRINT, "/people/")] == [200] * 3


def test_other_pages_answer_while_one_is_made() -> None:
    machine_can_draw()
    walker, _page = at_print(EVERYTHING)
    made: list[str] = []
    drawing = Thread(target=lambda: made.append(pdf.make_pdf("<p>a</p>" * 300)[:4].decode()))
    drawing.start()
    answered = 0
    while drawing.is_alive():
        answered += walker.client.get("/plan/people/").status_code == 200
    assert (made, answered > 3) == (["%PDF"], True)


def test_the_warning_stands_before_how_to_print_or_save() -> None:
    page = Walker().walk(ADULT_EX).get("/plan/print/").content.decode()
    said = ("Someone may look at this phone.", "To print, open the menu", "Save as a file")
    places = [page.index(words) for words in said]
    assert places == sorted(places)
