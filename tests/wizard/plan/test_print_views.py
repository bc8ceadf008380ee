"""The plan on paper over HTTP: the words of the screen, a file on request, and the page when that fails.

A helpline that stands in several steps has its card once and one line after that; all other words are the same.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from django.test import Client

from tests.content.step_words import plain, unmarked
from tests.people import (
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
from tests.system_packages import need_font, need_pango, need_program
from tests.visitor import FORM, Walker
from wizard.pdf import render
from wizard.pdf.render import PdfBusyError, PdfUnavailableError
from wizard.plan import files

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
    render._press.close()


def at_print(person: Mapping[str, str]) -> tuple[Walker, str]:
    walker = Walker().walk(person)
    return walker, walker.get(PRINT).content.decode()


# Their first way is a page that says which of the numbers is the right one.
PAGE_FIRST = {"quebec-youth-protection", "ontario-childrens-aid", "gb-victim-support-ni"}


@dataclass
class Card:
    """A helpline as it is read in a step, blanks gone: its name, all its words, and its ways (address, words)."""

    slug: str
    danger: bool
    name: str = ""
    words: str = ""
    ways: list[tuple[str, str]] = field(default_factory=list)

    @property
    def line(self) -> str:
        """What stands of it where it stands again."""
        numbers = [words for href, words in self.ways if href.startswith(("tel:", "sms:"))]
        page = [words for _href, words in self.ways[:1]] if self.slug in PAGE_FIRST else []
        return "·".join([self.name, *((page + numbers) if numbers else [words for _href, words in self.ways])])


class Step(HTMLParser):
    """What is read in a step, whatever the tags: its words with `[slug]` for each helpline, and the helplines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.cards: list[Card] = []
        # From the element of the helpline inwards: a class where there is one, else the tag.
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if slug := given.get("data-helpline"):
            self.cards.append(Card(slug, "danger" in given["class"].split()))
            self.words += f"[{slug}]"
        if slug or self._inside:
            self._inside.append("a" if tag == "a" else given.get("class", tag))
            if tag == "a":
                self.cards[-1].ways.append((given["href"], ""))

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        data = re.sub(r"\s", "", data)
        if not self._inside:
            self.words += data
            return
        card = self.cards[-1]
        card.words += data
        if self._inside[-1] == "name":
            card.name += data
        elif "a" in self._inside:
            href, words = card.ways.pop()
            card.ways.append((href, words + data))


def steps_on_paper(page: str) -> dict[str, Step]:
    return {slug: Step(html) for slug, html in STEP.findall(page)}


def steps_on_screen(walker: Walker) -> dict[str, Step]:
    """Each step of the printed plan as its own page shows it, without the buttons and the way to a tool."""
    pages = {slug: walker.client.get(f"/plan/{slug}/").content.decode() for slug in walker.page.data["data-step"]}
    bodies = {slug: re.split(r"<article[^>]*>|<form", page)[1] for slug, page in pages.items()}
    return {slug: Step(re.sub(r"<p><a [^>]*data-tool=.*?</p>", "", body)) for slug, body in bodies.items()}


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
    on_paper = {slug: step.words for slug, step in steps_on_paper(page).items()}
    assert on_paper == {slug: f"☐{step.words}" for slug, step in steps_on_screen(walker).items()}


def expected(cards: list[Card]) -> list[str]:
    """What one paper says of the lines that the screen shows so: a card, or one line where that was said before."""
    said: list[str] = []
    found = []
    for card in cards:
        # A card without notes is the beginning of the one with notes.
        known = card.ways and any(before.startswith(card.words) for before in said)
        found.append(card.line if known else card.words)
        said.append(card.words)
    return found


@pytest.mark.parametrize("name", READERS)
def test_a_helpline_has_its_card_where_it_comes_first_and_its_numbers_in_every_step(name: str) -> None:
    walker, page = at_print(READERS[name])
    on_screen = steps_on_screen(walker)
    # What is handed over is a paper of its own.
    for paper in page.split('<h2 class="hand-over">'):
        steps = steps_on_paper(paper)
        shown = [card for slug in steps for card in on_screen[slug].cards]
        cards = [card for step in steps.values() for card in step.cards]
        assert [card.words for card in cards] == expected(shown)
        assert [(card.slug, card.danger) for card in cards] == [(card.slug, card.danger) for card in shown]


def test_a_card_that_a_step_asks_for_by_itself_is_cut_as_well() -> None:
    _walker, page = at_print(EVERYTHING)
    slug = "quebec-intimate-image-urgent-order"
    cards = [(at, card) for at, step in steps_on_paper(page).items() for card in step.cards if card.slug == slug]
    cut = [at for at, card in cards if card.words.startswith("Urgentordertostopsharinganintimateimage(Quebec)·")]
    assert ([at for at, _card in cards if at not in cut], len(cut)) == (["tell-someone", "match-service"], 2)


@pytest.mark.parametrize("name", READERS)
def test_an_item_of_a_list_is_one_paragraph_that_a_mark_can_stand_before(name: str) -> None:
    _walker, page = at_print(READERS[name])
    sheet = page.split('<div class="paper">')[1].split("</main>")[0]
    items = re.findall(r"<li.*?</li>", unmarked(sheet), re.DOTALL)
    boxes = [re.sub(r'<span class="box" aria-hidden="true">[☐☑]</span>', "", item) for item in items]
    assert [item for item in boxes if re.search(r"<(?!li>|/li>|/?a\b|/?(?:b|strong)>)", item)] == []
    assert (re.findall(r"<[uo]l [^>]*>", sheet), items != []) == ([], True)


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


def test_its_title_is_neutral_and_it_brings_no_script_of_its_own() -> None:
    walker, page = at_print(TEEN_BLACKMAILED)
    assert (walker.page.title, walker.page.forms, page.count("<script")) == ("Plan to print – Compass", ["post"], 2)
    assert re.findall(r"<(?:img|picture)|<svg class=\"drawing", page) == []


# --- the first page --------------------------------------------------------------------------------------------------


def first_page(page: str) -> str:
    found = re.search(r'<section class="front">(.*?)</section>', page, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("name", READERS)
def test_the_first_page_has_every_step_of_its_reader_with_a_box_and_room_to_write(name: str) -> None:
    _walker, page = at_print(READERS[name])
    front = first_page(page)
    own, *hand_over = page.split('<h2 class="hand-over">')
    ticks = [plain(found) for found in re.findall(r"<li>(<span class=\"box\".*?)</li>", front)]
    assert ticks == [f"☐ {title}" for title in titles(own)]
    assert (plain(front).count("Who helps: Day and time:"), "has a page of its own" in front) == (2, bool(hand_over))


def test_what_is_done_is_ticked_on_the_first_page_too() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/")
    walker.post("/plan/block/", done="1")
    front = first_page(walker.get(PRINT).content.decode())
    assert [plain(item) for item in re.findall(r"<li>(.*?)</li>", front) if "☑" in item] == [
        "☑ Report the account, then block it (Done)"
    ]


# To cover another person, add a row: the lines whose numbers stand large, in their order.
LARGE = [
    (TEEN_BLACKMAILED, ["emergency-911", "kids-help-phone"]),
    (ADULT_EX, ["gb-999", "gb-domestic-abuse-scotland"]),
    (EVERYTHING, ["emergency-911", "988-suicide-crisis-helpline", "sos-violence-conjugale"]),
    (SHARER, ["emergency-911", "kids-help-phone", "bc-legal-aid"]),
]


@pytest.mark.parametrize(("person", "lines"), LARGE)
def test_the_numbers_that_stand_large_are_those_to_reach_first(person: dict[str, str], lines: list[str]) -> None:
    _walker, page = at_print(person)
    assert re.findall(r'class="reach[^>]*data-helpline="([^"]+)"', first_page(page)) == lines


def test_where_no_number_can_be_said_the_note_says_what_to_do() -> None:
    _walker, page = at_print(NUNAVUT)
    assert "To call the police (RCMP), dial 867, then the first three digits of your town’s phone numbers" in plain(
        first_page(page)
    )


def test_where_no_emergency_line_is_known_the_first_page_says_what_to_do() -> None:
    _walker, page = at_print({**ADULT_EX, "place": "other", "region": ""})
    front = first_page(page)
    note = "We do not have a checked emergency number for where you are. If you know it, call it."
    assert re.findall(r'<p class="reach danger">(.*?)</p>', front) == [note]


NAMING = ("partner", "ex", "family", "stranger", "classmate", "passed on", "LGBT", "sexual", "nude")


@pytest.mark.parametrize("name", READERS)
def test_the_first_page_names_nobody_and_nothing_that_happened(name: str) -> None:
    _walker, page = at_print(READERS[name])
    # Names of lines are names: what we say beside them is looked at.
    ours = re.sub(r'<span translate="no">.*?</span>|aria-label="[^"]*"', "", first_page(page))
    assert [word for word in NAMING if re.search(rf"\b{word}\b", plain(ours))] == []


# --- what stays behind is said first ----------------------------------------------------------------------------------

SELLER = {**ADULT_EX, "holder": "unknown", "afraid": "", "what": "shared", "where": "onlyfans reddit"}
DATER = {**SELLER, "where": "grindr reddit"}


@pytest.mark.parametrize(("person", "told"), [(SELLER, "onlyfans leak team"), (DATER, "grindr gay")])
def test_no_paper_names_a_site_that_tells_who_one_loves_or_what_one_sells(person: dict[str, str], told: str) -> None:
    walker, page = at_print(person)
    screen = walker.get("/plan/remove/").content.decode().lower()
    assert [name in screen for name in told.split()] == [True] * len(told.split())
    assert [name in page.lower() for name in (*told.split(), "reddit")] == [False] * len(told.split()) + [True]


PHONE = "Someone may look at this phone."
THEIR_PHONE = "Someone may look at their phone."
HOME = "You could get hurt if people at home find this plan."
THEIR_HOME = "They could get hurt if people at their home find this plan."
LAW = "If police or others could look through a phone or a bag"
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
    ({**WORRIED, "place": "KE", "region": ""}, [LAW]),
    ({**MOTHER, "device": "watched home"}, [THEIR_PHONE, THEIR_HOME]),
]


@pytest.mark.parametrize(("person", "warnings"), WARNED)
def test_what_a_file_leaves_is_said_before_the_button(person: dict[str, str], warnings: list[str]) -> None:
    _walker, page = at_print(person)
    before = plain(page.split("Save as a file")[0])
    assert [line for line in (PHONE, THEIR_PHONE, HOME, THEIR_HOME, LAW) if line in before] == warnings
    assert "The Leave button does not remove the file" in before
    assert "choose “Print”" in before


# --- the file ---------------------------------------------------------------------------------------------------------


def machine_can_draw() -> None:
    need_pango()
    need_font()
    need_program("pdftotext", "poppler-utils")


def read(content: bytes, folder: Path) -> str:
    (folder / "plan.pdf").write_bytes(content)
    return subprocess.run(["pdftotext", folder / "plan.pdf", "-"], capture_output=True, check=True).stdout.decode()


def test_every_list_of_the_file_has_its_marks_and_its_tags(tmp_path: Path) -> None:
    machine_can_draw()
    need_program("pdfinfo", "poppler-utils")
    walker, page = at_print(TEEN_BLACKMAILED)
    text = read(walker.post(PRINT).content, tmp_path)
    # A page begins with a form feed.
    marks = re.findall(r"^\f?(?:•|\d+\.|☐) ", text, re.MULTILINE)
    ran = subprocess.run(["pdfinfo", "-struct", tmp_path / "plan.pdf"], capture_output=True, check=True)
    # PDF/UA: an item holds its label and its body, and nothing beside them.
    tags = re.findall(r"^( *)(LI?)\b.*\n( *)(\w+)", ran.stdout.decode(), re.MULTILINE)
    assert {(tag, inner) for before, tag, deeper, inner in tags} == {("L", "LI"), ("LI", "LBody")}
    # A box that stands before the title of a step is no mark of a list.
    assert len(marks) == page.count("<li>") + len(titles(page))


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
    taps = re.findall(r'<a href="(?:tel|sms):[^>]*>.*?</small> ([^<]+)<', unmarked(page))
    numbers = [unescape(found) for found in taps]
    assert [number for number in numbers if re.sub(r"\s", "", number) not in text] == []
    assert len(numbers) > 2


LETTER = "<style>@page{size:Letter}</style>"
FITS = {"teen": TEEN_BLACKMAILED, "child alone": CHILD_ALONE, "every trouble": EVERYTHING, "Nunavut": NUNAVUT}


@pytest.mark.parametrize("size", ["", LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("name", FITS)
def test_the_first_page_is_one_page_and_the_details_begin_on_the_second(name: str, size: str, tmp_path: Path) -> None:
    machine_can_draw()
    walker, page = at_print(FITS[name])
    made: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "make_in_turn", lambda visit, since, html: made.append(html()) or b"%PDF")
        walker.post(PRINT)
    pages = read(render.make_pdf(made[0].replace("<body>", size + "<body>")), tmp_path).split("\f")
    heading = plain(page.partition(first_page(page))[2].split("</h2>")[0])
    assert [at for at, words in enumerate(pages) if "Who helps:" in words] == [0]
    assert pages[0].count("☐") == len(re.findall(r'class="box"', first_page(page)))
    assert pages[1].startswith(heading)


def refuse(error: type[Exception]) -> object:
    def make(*asked: object) -> bytes:
        raise error

    return make


@pytest.mark.parametrize(
    ("error", "line"),
    [(PdfBusyError, "The file could not be made this time."), (PdfUnavailableError, "This site cannot make files")],
)
def test_when_there_is_no_file_the_page_says_so_and_the_site_goes_on(
    error: type[Exception], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker, page = at_print(ADULT_MAY_SAY_NO)
    monkeypatch.setattr(files, "make_in_turn", refuse(error))
    answer = walker.post(PRINT)
    told = answer.content.decode()
    assert (answer.status_code, line in plain(told), line in plain(page)) == (503, True, False)
    assert STEP.findall(told) == STEP.findall(page)
    assert [walker.client.get(path).status_code for path in ("/plan/", PRINT, "/people/")] == [200] * 3


@pytest.mark.thorough
def test_other_pages_answer_while_one_is_made() -> None:
    machine_can_draw()
    walker, _page = at_print(EVERYTHING)
    made: list[str] = []
    drawing = Thread(target=lambda: made.append(render.make_pdf("<p>a</p>" * 300)[:4].decode()))
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
