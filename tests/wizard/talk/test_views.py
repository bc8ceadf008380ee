"""The talk pages over HTTP: the door, the choices, the sheet and its file, the card and its picture."""

import re
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.test import Client
from PIL import Image

from compass.visits.session_store import SessionStore
from tests.content.reading_grade import measure
from tests.content.step_words import plain
from tests.content.test_page_weight import too_heavy
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    WORRIED,
)
from tests.resources.fact_numbers import opens, reads, way
from tests.system_packages import need_font, need_pango, need_program
from tests.visitor import FORM, Walker
from wizard.core.html_sentences import sentences
from wizard.notes.core.fields import ENTRY, HEADER, REPORT
from wizard.pdf.render import PdfBusyError, PdfUnavailableError, make_pdf
from wizard.plan import files
from wizard.records.store import FullError, RecordStore
from wizard.remove.core.fields import PLACE, REQUEST
from wizard.talk import card_image as drawing
from wizard.talk import views
from wizard.talk.card_image import NoFontError
from wizard.talk.core.choices import TALK

pytestmark = pytest.mark.django_db

TALK_PAGE, SHEET, CARD = "/talk/", "/talk/sheet/", "/talk/card/"
PAGES = (TALK_PAGE, SHEET, CARD)


def at(path: str, person: dict[str, str]) -> tuple[Walker, str]:
    """A walker on a page of a person, and the words of its main part."""
    walker = Walker().walk(person)
    return walker, main(walker.get(path).content.decode())


def main(page: str) -> str:
    return plain(page.split("<main", 1)[1].split(">", 1)[1].split("</main>")[0])


def book_of(walker: Walker) -> RecordStore:
    return RecordStore(SessionStore(next(iter(walker.client.cookies.values())).value))


# --- the door ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, "/talk/any/"])
def test_without_a_visit_every_address_leads_to_the_guide(path: str) -> None:
    answers = [Client().get(path), Client().post(path, "", content_type=FORM)]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(303, "/guide/")] * 2


@pytest.mark.parametrize("name", PEOPLE)
def test_it_is_open_on_every_plan(name: str) -> None:
    walker = Walker().walk(PEOPLE[name])
    assert [walker.client.get(path).status_code for path in PAGES] == [200] * 3
    walker.get(SHEET)
    sent = [walker.post(path, which="x") for path in ("/talk/any/", "/talk/sheet/x/")]
    assert [answer.headers["Location"] for answer in sent] == ["/talk/"] * 2


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_are_light_neutral_and_have_a_heading(name: str) -> None:
    walker = Walker().walk(PEOPLE[name])
    for path, title in zip(PAGES, ("Words", "Sheet for a helper", "Pocket card"), strict=True):
        levels = [int(level) for level in re.findall(r"<h([1-6])", walker.get(path).content.decode())]
        assert (walker.page.title, levels[0], levels.count(1)) == (f"{title} – Compass", 1, 1), path
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], path
        assert too_heavy(walker.client, [path]) == []


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_are_easy_to_read(name: str) -> None:
    walker = Walker().walk(PEOPLE[name])
    most = 8.0 if PEOPLE[name] is WORKER else 6.0
    for path in PAGES:
        page = walker.client.get(path).content.decode()
        found = measure(sentences(page.split("<main", 1)[1].split(">", 1)[1].split("</main>")[0]))
        assert found.grade <= most, (path, found)


# --- the words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "heading", "there", "not_there"),
    [
        (TEEN_BLACKMAILED, "Words to tell someone", "Who do you want to tell?", "your child"),
        (SHARER, "Words to tell someone", "talk to a youth legal line", "A picture of me"),
        (MOTHER, "Words for you and your child", "The first ten minutes", "Half a minute each, on different days: x"),
        (WORKER, "What to ask, and what not to ask", "Do not promise", "Who do you want to tell?"),
        (FRIEND, "Words for you and your friend", "To bring in an adult", "Who do you want to tell?"),
        (CHILD_ALONE, "How to tell a grown-up", "“I need help.”", "Who do you want to tell?"),
    ],
)
def test_each_reader_has_words_of_their_own(person: dict[str, str], heading: str, there: str, not_there: str) -> None:
    _walker, said = at(TALK_PAGE, person)
    assert (heading in said, there in said, not_there in said) == (True, True, False)


def test_three_short_talks_stand_open_where_nothing_has_happened_and_are_folded_where_something_did() -> None:
    pages = [Walker().walk(who).get(TALK_PAGE).content.decode() for who in (MOTHER, {**WORRIED, "who": "child"})]
    folded = ["Someone new" in "".join(re.findall(r"<details.*?</details>", page, re.S)) for page in pages]
    assert (folded, [page.count("Someone new") for page in pages]) == ([True, False], [1, 1])


def test_the_parent_of_an_adult_has_no_talks_for_the_young_and_one_at_risk_is_talked_to_in_their_way() -> None:
    grown = {**MOTHER, "age": "18-plus", "age-then": "18-plus", "keeps-safe": "yes"}
    pages = [at(TALK_PAGE, who)[1] for who in (MOTHER, grown, {**grown, "keeps-safe": "no"})]
    found = [("three short talks" in page.casefold(), "the way that suits them" in page) for page in pages]
    assert found == [(True, False), (False, False), (False, True)]


def test_who_passed_on_an_adults_picture_reads_nothing_about_children() -> None:
    of_an_adult = {**SHARER, "age": "18-plus", "age-then": "18-plus"}
    assert ["a child may be harmed" in at(TALK_PAGE, who)[1] for who in (ADULT_MAY_SAY_NO, of_an_adult)] == [
        True,
        False,
    ]


def test_the_words_stand_right_above_the_tap_that_takes_them_along() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    page = walker.get(TALK_PAGE).content.decode()
    last_words = plain(page.split(TO_SEND)[0].rsplit("<blockquote>", 1)[1])
    assert (walker.page.links.count("#words"), last_words.startswith("Hi. I need your help")) == (1, True)


def test_a_child_alone_hears_nothing_of_sheets_outside_the_fold_for_the_grown_up() -> None:
    page = Walker().walk(CHILD_ALONE).get(TALK_PAGE).content.decode().split("<main")[1]
    before, fold = page.split("<details", 1)
    assert (re.findall(r'href="(/talk/[^"]+)"', before), re.findall(r'href="(/talk/[^"]+)"', fold)) == (
        [],
        [SHEET, CARD],
    )


@pytest.mark.parametrize("changed", [{}, {"device": "home"}, {"holder": "family"}])
def test_a_child_is_sent_to_nobody_at_home_where_home_is_the_danger(changed: dict[str, str]) -> None:
    _walker, said = at(TALK_PAGE, {**CHILD_ALONE, **changed})
    assert ("does not live with you" in said) is bool(changed)


TO_A_LINE, TO_SEND = "Hello. I do not know how to begin.", "Open these words in your messages"


def test_choices_change_the_words_and_are_kept() -> None:
    walker, before = at(TALK_PAGE, TEEN_BLACKMAILED)
    answer = walker.post(TALK_PAGE, who="line", how="aloud", much="little")
    after = main(walker.get(answer.url.split("#")[0]).content.decode())
    assert (answer.status_code, answer.url) == (303, "/talk/#words")
    assert [words in before for words in (TO_A_LINE, TO_SEND)] == [False, True]
    assert [words in after for words in (TO_A_LINE, TO_SEND)] == [True, False]
    assert {slug: walker.page.checked.get(slug) for slug in ("who", "how", "much")} == {
        "who": ["line"],
        "how": ["aloud"],
        "much": ["little"],
    }
    walker.get("/visit/")
    assert "A helpline, a doctor or a worker" in plain(walker.client.get("/visit/").content.decode())


def test_the_last_choice_counts_and_what_is_no_choice_is_not_kept() -> None:
    walker, _said = at(TALK_PAGE, TEEN_BLACKMAILED)
    for who in ("friend", "school", "<script>"):
        walker.post(TALK_PAGE, who=who, how="text", much="some", more="x" * 500)
    assert [row.texts for row in book_of(walker).rows(TALK)] == [{"who": "school", "how": "text", "much": "some"}]


@pytest.mark.parametrize("person", [MOTHER, WORKER, FRIEND, CHILD_ALONE])
def test_who_has_nothing_to_choose_keeps_nothing(person: dict[str, str]) -> None:
    walker, _said = at(SHEET, person)
    answer = walker.post(TALK_PAGE, who="friend")
    assert (answer.url, book_of(walker).rows()) == ("/talk/#words", ())


def test_when_there_is_no_room_the_words_are_shown_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    walker, _said = at(TALK_PAGE, TEEN_BLACKMAILED)

    def full(*args: object) -> None:
        raise FullError

    monkeypatch.setattr(RecordStore, "save_single", full)
    answer = walker.post(TALK_PAGE, who="line", how="text", much="some")
    assert (answer.status_code, TO_A_LINE in main(answer.content.decode())) == (200, True)


def test_the_words_can_be_opened_in_the_phones_messages_to_nobody_in_particular() -> None:
    walker, said = at(TALK_PAGE, TEEN_BLACKMAILED)
    (link,) = [link for link in walker.page.links if link.startswith("sms:?")]
    words = unquote(link.removeprefix("sms:?&body="))
    assert (words in said, words.startswith("Hi. I need your help")) == (True, True)


NOT_IN_IT = "The line about dying is not in it. If it is true, type it first."


@pytest.mark.parametrize(
    ("person", "how", "said_so"),
    [
        (TEEN_BLACKMAILED, "text", True),
        (TEEN_BLACKMAILED, "aloud", False),
        ({**TEEN_CLASSMATE_SHARED, "danger": "self-harm"}, "text", True),
        (TEEN_CLASSMATE_SHARED, "text", False),
        (ADULT_EX, "text", False),
    ],
)
def test_who_opens_the_words_is_told_that_the_line_about_dying_is_not_in_them(
    person: dict[str, str], how: str, said_so: bool
) -> None:
    walker, _said = at(TALK_PAGE, person)
    walker.post(TALK_PAGE, who="adult", how=how, much="some")
    said = main(walker.get(TALK_PAGE).content.decode())
    assert (NOT_IN_IT in said, any("dying" in unquote(link) for link in walker.page.links)) == (said_so, False)


def test_on_a_watched_phone_nothing_is_written() -> None:
    walker, said = at(TALK_PAGE, ADULT_EX)
    assert [link for link in walker.page.links if link.startswith("sms:?")] == []
    assert "text" not in walker.page.offered["how"]
    assert "Say it face to face, or from another phone." in said


# --- the sheet --------------------------------------------------------------------------------------------------------

NOTES = [
    (ENTRY, {"words": "Ωμέγα: pay until Sunday", "account": "@jay_09", "phone": "+1 204 555 0100", "date": "2026-11-20",
             "link": "https://a.example/p/1", "shows": "a line", "seen_by": "Kim", "email": "a@b.example"}),
    (HEADER, {"relation": "Someone from a game", "effect": "I do not sleep."}),
    (REPORT, {"to": "The school nurse", "reference": "N-17", "person": "Ms. Leblanc"}),
    (REQUEST, {PLACE: "Instagram", "state": "asked", "date": "2026-11-21", "reference": "R-5", "links": "https://x.example"}),
    (REQUEST, {PLACE: "Snapchat", "links": "https://y.example"}),
]  # fmt: skip
IN_WORDS = ("Ωμέγα: pay until Sunday", "Someone from a game", "I do not sleep.", "The school nurse", "N-17",
            "Instagram, I asked, 2026-11-21, R-5")  # fmt: skip
LEFT_OUT = ("@jay_09", "555 0100", "a.example", "b.example", "Kim", "Leblanc", "x.example", "y.example")


def with_notes(person: dict[str, str]) -> Walker:
    walker = Walker().walk(person)
    for kind, texts in NOTES:
        book_of(walker).add(kind, texts)
    return walker


def test_the_sheet_has_the_persons_words_and_no_names_accounts_or_links() -> None:
    walker = with_notes(TEEN_BLACKMAILED)
    said = main(walker.get(SHEET).content.decode())
    assert [words for words in IN_WORDS if words not in said] == []
    assert [words for words in LEFT_OUT if words in said] == []


# A worker beside a child whom everything happened to: no sheet has more to say.
FULLEST = {**WORKER, "place": "CA", "region": "CA-QC", "danger": "self-harm unsafe meet deadline", "age": "under-13",
           "device": "watched home shared", "what": "demand-money demand-more threat shared fake passed-on",
           "holder": "trust", "afraid": "yes", "already": "paid sent-more sent-others hurt-self replied deleted saved",
           "where": "snapchat instagram group-chat website"}  # fmt: skip


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, SHARER, FULLEST], ids=["teen", "sharer", "fullest"])
def test_what_to_do_is_on_the_first_page_and_what_happened_begins_on_the_second(
    person: dict[str, str], size: str, tmp_path: Path
) -> None:
    need_pango()
    need_font()
    need_program("pdftotext", "poppler-utils")
    made: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "make_in_turn", lambda visit, since, html: made.append(html()) or b"%PDF")
        walker, _said = at(SHEET, person)
        walker.post(SHEET)
    sized = made[0].replace("<body>", f"<style>@page{{size:{size}}}</style><body>")
    (tmp_path / "sheet.pdf").write_bytes(make_pdf(sized))
    ran = subprocess.run(["pdftotext", tmp_path / "sheet.pdf", "-"], capture_output=True, check=True)
    pages = ran.stdout.decode().split("\f")
    headings = ("What not to do", "What has been done", "What comes next")
    assert [heading in pages[0] for heading in headings] == [True] * 3
    assert (pages[1].startswith("What happened"), pages[0].count("☐")) == (True, made[0].count("☐"))


def test_what_they_did_themselves_is_not_on_the_sheet_and_it_says_so() -> None:
    _walker, said = at(SHEET, {**TEEN_BLACKMAILED, "what": "threat passed-on", "already": "sent-others"})
    sheet = said.split("For the next helper")[1]
    assert "What they did themselves is left out." in sheet
    assert [words for words in ("passed on", "sent on", "of someone else") if words in sheet] == []


def test_words_stay_in_tools_that_are_closed_now() -> None:
    walker = with_notes(TEEN_BLACKMAILED)
    walker.get("/guide/age/")
    walker.reply("under-13")
    said = main(walker.get(SHEET).content.decode())
    assert [words for words in IN_WORDS if words in said] == []


def test_the_sheet_tells_what_was_answered_done_and_left() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/")
    walker.post("/plan/block/", done="1")
    said = main(walker.get(SHEET).content.decode())
    front, happened = said.split("What happened Age now:")
    done, later = front.split("What has been done")[1].split("What comes next")
    assert "What is happening: Someone wants money or gift cards · Someone says they will share it" in happened
    assert "Report the account, then block it" in done
    assert ("Report the account" in later, "Help them lock their accounts" in later) == (False, True)


def test_a_file_of_the_sheet_says_the_same(tmp_path: Path) -> None:
    need_pango()
    need_font()
    need_program("pdftotext", "poppler-utils")
    walker = with_notes(TEEN_BLACKMAILED)
    page = walker.get(SHEET).content.decode()
    answer = walker.post(SHEET)
    names = ("Content-Type", "Content-Disposition", "Cache-Control")
    expected = ["application/pdf", 'attachment; filename="sheet.pdf"', "no-store"]
    assert (answer.status_code, [answer.headers[name] for name in names]) == (200, expected)
    (tmp_path / "sheet.pdf").write_bytes(answer.content)
    ran = subprocess.run(["pdftotext", tmp_path / "sheet.pdf", "-"], capture_output=True, check=True)
    text = re.sub(r"\s", "", ran.stdout.decode())
    headings = re.findall(r"<h2>(.*?)</h2>", page.split('<div class="paper">')[1])
    assert len(headings) == 8
    found = [text.find(re.sub(r"\s", "", plain(words))) for words in (*headings[:6], *IN_WORDS[:1], *headings[6:])]
    assert (found == sorted(found), min(found) >= 0) == (True, True)


@pytest.mark.parametrize(
    ("path", "name", "error", "line"),
    [
        (SHEET, "make_in_turn", PdfBusyError, "The file could not be made this time."),
        (SHEET, "make_in_turn", PdfUnavailableError, "This site cannot make files"),
        (CARD, "draw", NoFontError, "This site cannot make pictures"),
    ],
)
def test_when_there_is_no_file_the_page_says_so(
    path: str, name: str, error: type[Exception], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker, before = at(path, ADULT_MAY_SAY_NO)

    def refuse(*args: object) -> None:
        raise error

    monkeypatch.setattr(views if name == "draw" else files, name, refuse)
    answer = walker.post(path)
    page = answer.content.decode()
    assert (answer.status_code, line in main(page), line in before) == (503, True, False)
    assert re.findall("<title>Error: (?:Sheet for a helper|Pocket card) – Compass</title>", page) != []


@pytest.mark.parametrize(("words", "told"), [("a\u0378b", True), ("é œ", False)])
def test_what_no_font_has_is_said_before_the_file_and_in_it(
    words: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(files, "make_in_turn", lambda visit, since, html: made.append(html()) or b"%PDF")
    walker = Walker().walk(ADULT_MAY_SAY_NO)
    book_of(walker).add(ENTRY, {"words": words})
    said = main(walker.get(SHEET).content.decode())
    walker.post(SHEET)
    code = "as a code, such as [U+0378]."
    assert [(said.count(code), made[0].count(code))] == [(1, 1) if told else (0, 0)]
    assert not told or said.index(code) < said.index("Save as a file")


def test_who_passed_a_picture_on_hears_of_a_legal_line_before_the_sheet_leaves() -> None:
    _walker, said = at(SHEET, SHARER)
    assert said.index("Talk to a legal line before you give it to anyone.") < said.index("Save as a file")


@pytest.mark.parametrize(
    ("person", "warning"),
    [
        (ADULT_EX, "Someone may look at this phone."),
        ({**TEEN_BLACKMAILED, "device": "home"}, "You could get hurt if people at home find this plan."),
        (WORKER, "They could get hurt if people at their home find this plan."),
    ],
)
@pytest.mark.parametrize(("path", "button"), [(SHEET, "Save as a file"), (CARD, "Save as a picture")])
def test_what_a_file_leaves_is_said_before_the_button(
    person: dict[str, str], warning: str, path: str, button: str
) -> None:
    _walker, said = at(path, person)
    before = said.split(button)[0]
    assert (warning in before, "The Leave button does not remove the file" in before) == (True, True)


@pytest.mark.parametrize("app", ["grindr", "onlyfans"])
def test_the_sheet_names_no_app_that_tells_who_they_love_or_how_they_earn_their_money(app: str) -> None:
    _walker, said = at(SHEET, {**TEEN_BLACKMAILED, "danger": "none", "device": "home", "where": f"{app} snapchat"})
    assert (app in said.casefold(), "Where: Snapchat" in said) == (False, True)


@pytest.mark.parametrize(("person", "elsewhere"), [(ADULT_EX, True), (TEEN_BLACKMAILED, False)])
def test_the_card_is_saved_on_another_phone_where_someone_checks_this_one(
    person: dict[str, str], elsewhere: bool
) -> None:
    _walker, said = at(CARD, person)
    assert ("on another phone, you can save the card" in said, "save the card on the phone" in said) == (
        elsewhere,
        not elsewhere,
    )


# --- the card ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, ADULT_EX, CHILD_ALONE, SHARER])
def test_the_card_is_a_picture_under_a_neutral_name(person: dict[str, str]) -> None:
    need_font(drawing.PLAIN)
    need_font(drawing.BOLD)
    walker, _said = at(CARD, person)
    answer = walker.post(CARD)
    names = ("Content-Type", "Content-Disposition", "Cache-Control")
    expected = ["image/png", 'attachment; filename="card.png"', "no-store"]
    assert (answer.status_code, [answer.headers[name] for name in names]) == (200, expected)
    assert Image.open(BytesIO(answer.content)).size == (1080, 1920)


def test_the_page_says_who_answers_each_number() -> None:
    walker, said = at(CARD, TEEN_BLACKMAILED)
    named = walker.page.data["data-helpline"][-3:]
    assert named[:2] == ["emergency-911", "kids-help-phone"]
    text = way("kids-help-phone", "text")["keyword"], reads("kids-help-phone", "text")
    assert "{} Text {} to {} Open day and night".format(reads(named[1]), *text) in said
    assert (
        "The card does not say whose numbers these are. In the same order, they belong to: Emergency 9-1-1. Kids"
        in said
    )
    taps = [link for link in walker.page.links if link.startswith("tel:")]
    assert taps[-3:] == [opens(slug) for slug in named]


def test_the_printed_plan_leads_to_the_sheet_and_the_card() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/print/")
    assert [walker.page.links.count(path) for path in (SHEET, CARD)] == [1, 1]


def test_numbers_that_stand_side_by_side_on_the_sheet_never_read_as_one(facts):
    _walker, words = at(SHEET, {**ADULT_EX, "place": "KE", "region": ""})
    lines = [row for row in facts["helplines"] if row["country"] == "KE" and row["emergency"]]
    numbers = [one["value"] for row in lines for one in row["channels"]]
    assert re.findall(r"In danger or hurt ((?:Call \d+ )+)", words) == ["".join(f"Call {one} " for one in numbers)]


def test_the_sheet_speaks_of_them_whoever_filled_it_in() -> None:
    teen = {**TEEN_BLACKMAILED, "holder": "peer", "holder-age": "young", "already": "hurt-self saved"}
    _walker, words = at(SHEET, teen)
    happened = words.split("What happened Age now:")[1]
    # Paper is found: it says neither who did it nor what they did; what they were made to do is on the first page.
    assert [told for told in ("about their age", "Age of that person", "screenshots") if told in happened] == []
    assert "They were made to hurt themselves, or to do something." in words


def test_whoever_ticked_no_danger_is_still_asked_about_it() -> None:
    words = {name: at(SHEET, {**WORRIED, "danger": name})[1] for name in ("none", "self-harm")}
    assert ["No danger was ticked." in said for said in words.values()] == [True, False]


def test_where_no_lawyer_is_known_the_sheet_says_how_to_look_for_one() -> None:
    _walker, words = at(SHEET, {**SHARER, "region": "CA-MB"})
    assert "Search for “legal aid”" in words
