"""The message over HTTP: who gets in, the questions before any words, the text, what is kept, and its note."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.content.reading_grade import FEWEST_WORDS, measure
from tests.content.test_page_weight import too_heavy
from tests.people import ADULT_MAY_SAY_NO, PEOPLE, TEEN_CLASSMATE_SHARED, TEEN_NOVA_SCOTIA, WORRIED, answers_of
from tests.visitor import FORM
from tests.wizard.notes.samples import NASTY
from tests.wizard.records.visitor import Boxes, Writer
from wizard.core.html_sentences import sentences
from wizard.core.phrase_tables import read_phrases
from wizard.core.step_rules import STEP_RULES
from wizard.message import save_as_note
from wizard.records import store

pytestmark = pytest.mark.django_db

PAGES = ("/message/", "/message/write/", "/message/text/", "/message/sent/")
ADDRESSES = (*PAGES, "/message/nothing/", "/message/write/x/")
NO = {"told_not_to": "no", "in_court": "no", "got_worse": "no", "near_tonight": "no"}
OPEN = {
    "adult": ADULT_MAY_SAY_NO,
    "adult with a shared phone": {**ADULT_MAY_SAY_NO, "device": "shared", "what": "fake"},
    "teen": TEEN_CLASSMATE_SHARED,
    "teen in Nova Scotia": TEEN_NOVA_SCOTIA,
    "worried teen": WORRIED,
    "adult, young then": {**ADULT_MAY_SAY_NO, "age-then": "under-18", "holder-age": "young"},
}
IN = {
    *(name for name, person in PEOPLE.items() if person in (ADULT_MAY_SAY_NO, TEEN_CLASSMATE_SHARED, WORRIED)),
    "teen in a fake that went round",
}
LINE = "I do not agree to the picture of me being shared. Please take it down, and delete any copies you have."


class Messenger(Writer):
    """A writer who also leaves a choice on a page as it stands there."""

    def boxes(self, path: str) -> dict[str, str]:
        found = Boxes(self.look(path))
        typed = {slug: text for slug, text in found.texts.items() if found.kinds[slug] != "radio"}
        return typed | {slug: values[-1] for slug, values in self.page.checked.items()}


def writer(person: dict[str, str], *, asked: bool = True, **words: str) -> Messenger:
    """A person who has answered both questions with no, and has filled the blanks with these words."""
    found = Messenger()
    found.walk(person)
    if asked:
        found.keep("/message/", **NO)
    if words:
        found.keep("/message/write/", **words)
    return found


def message(found: Messenger) -> dict[str, str]:
    """What is kept of the message."""
    (row,) = found.rows("message")
    return row.texts


def text(found: Messenger) -> str:
    """The text in its box."""
    return found.boxes("/message/text/")["text"]


# --- the door ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_visit_every_address_leads_to_the_guide(address: str) -> None:
    client = Client()
    answers = (client.get(address), client.post(address, "told_not_to=no", content_type=FORM))
    assert [(answer.status_code, answer.url) for answer in answers] == [(303, "/guide/")] * 2


@pytest.mark.parametrize("name", sorted(set(PEOPLE) - IN))
def test_where_it_is_locked_every_address_leads_to_the_line_that_says_why(name: str) -> None:
    found = writer(PEOPLE[name], asked=False)
    answers = [found.client.get(address) for address in ADDRESSES]
    found.look("/plan/")
    answers += [found.post(address, text="x", **NO) for address in ADDRESSES]
    assert {(answer.status_code, answer.url) for answer in answers} == {(303, "/plan/#message")}
    assert found.rows("message") == ()


@pytest.mark.parametrize("name", OPEN)
def test_where_it_is_open_the_plan_leads_to_it_and_the_questions_come_first(name: str) -> None:
    found = writer(OPEN[name], asked=False)
    assert 'data-tool="message"' in found.look("/plan/say-no/")
    at = []
    for address in ADDRESSES:
        found.look(address)
        at.append(found.at)
    assert at == ["/message/"] * len(ADDRESSES)
    found.keep("/message/", **NO)
    assert found.at == "/message/write/"


def test_an_answer_that_closes_the_tool_keeps_what_was_written() -> None:
    found = writer(ADULT_MAY_SAY_NO, about="the photo")
    found.get("/guide/afraid/")
    found.reply("yes")
    found.look("/message/text/")
    assert (found.at, message(found)) == ("/plan/#message", {**NO, "style": "line", "about": "the photo"})
    assert "the photo" in found.said("/visit/")


# --- the questions before any words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"told_not_to": "yes", "got_worse": "no"}, ["Someone has said that there must be no contact"]),
        ({"told_not_to": "no", "got_worse": "yes"}, ["You asked before, and things got worse"]),
        (
            {"told_not_to": "yes", "got_worse": "yes"},
            ["Someone has said that there must be no contact", "You asked before, and things got worse"],
        ),
        ({"got_worse": "yes"}, ["You asked before, and things got worse"]),
        ({"in_court": "yes"}, ["In a court case, a message can be used against you"]),
        ({"near_tonight": "yes"}, ["If they could come to you or get angry"]),
    ],
)
def test_one_yes_ends_it_with_what_works_better(answers: dict[str, str], says: list[str]) -> None:
    found = writer(TEEN_CLASSMATE_SHARED, asked=False)
    found.keep("/message/", **answers)
    page = found.said("/message/")
    told = [
        "Someone has said that there must be no contact",
        "In a court case, a message can be used against you",
        "If they could come to you or get angry",
        "You asked before, and things got worse",
    ]
    assert [words for words in told if words in page] == says
    # Nobody is offered who talks to somebody that may come, or that a court or a worker keeps away.
    assert ("Intimate Images Protection Service" in page) is (says == ["You asked before, and things got worse"])
    assert [link for link in found.page.links if link.startswith("/plan/") and link != "/plan/"] == [
        f"/plan/{slug}/" for slug in ("write-it-down", "match-service", "remove", "block", "regulator", "people")
    ]
    for address in PAGES:
        found.look(address)
        assert found.at == "/message/"


def test_a_yes_holds_until_it_is_changed_and_what_was_typed_meanwhile_is_kept() -> None:
    found = writer(ADULT_MAY_SAY_NO, about="the photo")
    found.look("/message/write/")
    from_an_old_tab = dict(found.page.fields)
    found.keep("/message/", **{**NO, "got_worse": "yes"})
    answer = found.post("/message/write/", **from_an_old_tab, style="feel", about="the video", feel="", ask="")
    assert (answer.url, message(found)["about"]) == ("/message/", "the video")
    found.keep("/message/", **NO)
    assert text(found).startswith("I know that the video was passed on.")


@pytest.mark.parametrize(("sent", "missing"), [({}, 4), ({"got_worse": "no"}, 3), ({"got_worse": "perhaps"}, 4)])
def test_each_question_wants_an_answer_and_what_was_answered_stays(sent: dict[str, str], missing: int) -> None:
    found = writer(ADULT_MAY_SAY_NO, asked=False)
    answer = found.keep("/message/", **sent)
    page = answer.content.decode()
    assert (answer.status_code, found.page.title, page.count("Choose yes or no.")) == (
        200,
        "Error: Message – Compass",
        missing,
    )
    found.look("/message/")
    assert found.page.checked == {slug: [value] for slug, value in sent.items() if value == "no"}


def test_a_partner_is_asked_about_and_a_question_left_open_keeps_it_closed() -> None:
    found = writer({**ADULT_MAY_SAY_NO, "holder": "partner"}, asked=False)
    answer = found.keep("/message/", **NO)
    assert (answer.status_code, answer.content.decode().count("Choose yes or no.")) == (200, 1)
    for address in PAGES[1:]:
        found.look(address)
        assert found.at == "/message/"
    found.keep("/message/", **NO, hurt_before="no")
    found.look("/message/write/")
    assert found.at == "/message/write/"


# --- the text ---------------------------------------------------------------------------------------------------------


def test_the_blanks_make_the_text_and_the_first_words_are_there_already() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    boxes = found.boxes("/message/write/")
    assert {slug: boxes[slug] for slug in ("about", "feel", "ask")} == {
        "about": "the picture of me",
        "feel": "hurt",
        "ask": "take it down",
    }
    found.send("/message/write/", {**boxes, "style": "law"})
    assert (found.at, message(found)) == ("/message/text/", {**NO, "style": "law"})
    assert "“Intimate Images Protection Act and the Civil Resolution Tribunal”" in text(found)


@pytest.mark.parametrize(
    ("person", "ways"),
    [
        (ADULT_MAY_SAY_NO, ["line", "feel", "law"]),
        (TEEN_NOVA_SCOTIA, ["line", "feel", "law"]),
        ({**TEEN_NOVA_SCOTIA, "what": "fake"}, ["line", "feel"]),
        ({slug: value for slug, value in ADULT_MAY_SAY_NO.items() if slug != "place"}, ["line", "feel"]),
    ],
)
def test_a_law_is_named_only_where_one_of_the_place_is_known(person: dict[str, str], ways: list[str]) -> None:
    found = writer(person)
    found.look("/message/write/")
    assert found.page.offered["style"] == ways


def test_a_text_that_was_changed_stays_when_the_blanks_change_and_can_be_dropped() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    found.keep("/message/text/", text="Take it down.\n\nPlease.")
    found.keep("/message/write/", style="line", about="the video")
    assert text(found) == "Take it down.\n\nPlease."
    other = LINE.replace("picture", "video").replace("the video of me", "the video")
    assert other in found.said("/message/text/")
    found.send("/message/text/", {"drop": "1", "text": "Take it down."})
    assert (text(found), "drop my own words" in found.said("/message/text/")) == (other, False)


def test_an_unchanged_or_emptied_text_goes_on_with_the_blanks() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    found.keep("/message/text/")
    found.keep("/message/text/", text="")
    found.keep("/message/write/", ask="delete it")
    assert text(found) == LINE.replace("take it down", "delete it")


def test_a_text_is_checked_and_kept_whatever_is_found() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    assert "Look at this again" not in found.said("/message/text/")
    found.keep("/message/text/", text="Delete it or else. Call 204 555 0142.")
    page = found.said("/message/text/")
    assert re.findall(r"“[^”]+” (?:can sound|looks)[^.]*", page) == [
        "“or else” can sound like a threat",
        "“204 555 0142” looks like a phone number",
    ]
    assert text(found) == "Delete it or else. Call 204 555 0142."


def test_a_postal_code_of_the_facts_is_warned_of() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    found.keep("/message/text/", text="It is V6B 1A1")
    assert "“V6B 1A1” could show where to find you." in found.said("/message/text/")


def test_whatever_is_typed_comes_back_as_it_was_and_never_runs() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    for typed in (words.replace("\r\n", "\n").replace("\r", "\n") for words in NASTY.values()):
        found.keep("/message/text/", text=typed)
        assert (text(found), message(found)["text"]) == (typed, typed)
        found.keep("/message/write/", about=typed[:200])
        assert found.boxes("/message/write/")["about"] == typed[:200]
        assert "<script>alert" not in found.look("/message/write/") + found.look("/message/text/")


@pytest.mark.parametrize(
    ("address", "box", "most"),
    [("/message/write/", "about", 200), ("/message/write/", "ask", 300), ("/message/text/", "text", 2000)],
)
def test_too_much_is_not_kept_and_not_lost(address: str, box: str, most: int) -> None:
    found = writer(ADULT_MAY_SAY_NO)
    boxes = {**found.boxes(address), box: "é" * (most + 1)}
    answer = found.send(address, boxes)
    page = answer.content.decode()
    assert (answer.status_code, found.page.title) == (200, "Error: Message – Compass")
    assert f"This has {most + 1} characters, and there is room for {most}." in page
    assert "é" * (most + 1) in page
    assert box not in message(found)
    found.send(address, {**boxes, box: "é" * most})
    assert message(found)[box] == "é" * most


def test_a_full_book_says_so_and_the_text_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    found = writer(ADULT_MAY_SAY_NO)
    monkeypatch.setattr(store, "MOST_CHARACTERS", 200)
    answer = found.keep("/message/text/", text="y" * 200)
    assert (answer.status_code, found.page.title) == (200, "Error: Message – Compass")
    assert "There is no room for more." in answer.content.decode()
    assert "y" * 200 in answer.content.decode()


def test_two_tabs_lose_nothing() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    boxes = found.boxes("/message/write/")
    old = dict(found.page.fields)
    found.send("/message/write/", {**boxes, "about": "the video"})
    found.post("/message/write/", **{**boxes, **old, "ask": "delete it"})
    found.keep("/message/text/", text="One.")
    found.post("/message/text/", **old, text="Two.")
    kept = message(found)
    assert (kept["about"], kept["ask"], kept["text"]) == ("the video", "delete it", "One.\nTwo.")


# --- after it was sent ------------------------------------------------------------------------------------------------


def test_a_sent_message_becomes_a_note_with_the_day_and_time_of_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save_as_note.timezone, "now", lambda: datetime(2026, 11, 23, 3, 5, tzinfo=UTC))
    found = writer(ADULT_MAY_SAY_NO)
    assert found.boxes("/message/sent/") == {
        "date": "2026-11-22",
        "time": "20:05",
        "zone": "America/Vancouver",
        "platform": "",
    }
    assert LINE in found.said("/message/sent/")
    found.keep("/message/sent/", platform="Reddit")
    (note,) = found.texts("entry")
    assert note == {
        "kind": "message",
        "words": LINE,
        "did_next": "I sent this message.",
        "date": "2026-11-22",
        "time": "20:05",
        "zone": "America/Vancouver",
        "platform": "Reddit",
    }
    assert (found.at, "It is in your notes." in found.said("/message/sent/")) == ("/message/sent/", True)
    assert f"/notes/{found.rows('entry')[0].id}/" in found.page.links


def test_where_the_clock_is_not_known_no_time_is_made_up() -> None:
    found = writer({**ADULT_MAY_SAY_NO, "region": "CA-NU"})
    assert found.boxes("/message/sent/") == {"date": "", "time": "", "zone": "", "platform": ""}
    found.keep("/message/sent/")
    assert found.texts("entry") == [{"kind": "message", "words": LINE, "did_next": "I sent this message."}]


def test_the_same_form_sent_twice_is_one_note_and_a_new_text_can_be_a_new_one() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    boxes = found.boxes("/message/sent/")
    form = dict(found.page.fields)
    found.post("/message/sent/", **form, **boxes)
    found.post("/message/sent/", **form, **boxes)
    assert len(found.rows("entry")) == 1
    found.keep("/message/text/", text="Please stop.")
    found.keep("/message/sent/")
    assert [note["words"] for note in found.texts("entry")] == [LINE, "Please stop."]


def test_a_day_that_does_not_exist_is_kept_and_named() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    found.keep("/message/sent/", date="2026-02-30")
    assert found.texts("entry")[0]["date"] == "2026-02-30"
    assert "There is one thing to look at." in found.said("/message/sent/")


def test_a_note_that_does_not_fit_leaves_the_form_as_it_was() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    answer = found.keep("/message/sent/", platform="x" * 301)
    assert (answer.status_code, found.page.title, found.rows("entry")) == (200, "Error: Message – Compass", ())
    assert "x" * 301 in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "capture"),
    [("adult", True), ("teen", False), ("adult, young then", False), ("worried teen", False)],
)
def test_only_an_adult_in_an_adult_picture_is_told_to_keep_a_copy(name: str, capture: bool) -> None:
    page = writer(OPEN[name]).said("/message/sent/")
    assert ("Keep a copy of the words" in page, "Do not capture the picture." in page) == (capture, not capture)


# --- the words --------------------------------------------------------------------------------------------------------


def pages(found: Messenger) -> list[tuple[str, str]]:
    """Each page as it is met, with its HTML between the bar and the foot."""
    return [(address, found.look(address).split("<main", 1)[1].split("</main>")[0]) for address in PAGES]


@pytest.mark.parametrize("name", OPEN)
def test_no_page_breaks_a_rule_about_words(name: str) -> None:
    rules = [rule for rule in read_phrases(row.slug for row in STEP_RULES) if rule.concerns("say-no") and rule.never]
    found = writer(OPEN[name])
    stopped = writer(OPEN[name], asked=False)
    stopped.keep("/message/", **dict.fromkeys(NO, "yes"))
    said = [*pages(found), *pages(stopped)[:1]]
    a = answers_of(**{slug.replace("-", "_"): values for slug, values in OPEN[name].items()})
    broken = [(at, rule.name, rule.broken(sentences(page), a)) for at, page in said for rule in rules]
    assert [row for row in broken if row[2]] == []


@pytest.mark.parametrize("name", OPEN)
def test_under_18_each_page_before_sending_speaks_of_an_adult_they_choose(name: str) -> None:
    found = writer(OPEN[name])
    young = OPEN[name]["age"] != "18-plus"
    assert ["adult you cho" in page for _at, page in pages(found)] == [young] * 4


@pytest.mark.parametrize("name", OPEN)
def test_each_page_ends_with_the_same_kind_line_and_can_be_left(name: str) -> None:
    found = writer(OPEN[name])
    said = [" ".join(sentences(page)) for at, page in pages(found) if at != "/message/"]
    assert [words.endswith("This is not your fault. You can stop here.") for words in said] == [True] * 3


@pytest.mark.parametrize("name", OPEN)
def test_the_pages_are_easy_to_read_and_light(name: str) -> None:
    found = writer(OPEN[name])
    grades = {at: measure(sentences(page)) for at, page in pages(found)}
    assert {at: grade for at, grade in grades.items() if grade.words >= FEWEST_WORDS and grade.grade > 6} == {}
    assert too_heavy(found.client, list(PAGES)) == []


def test_titles_are_neutral() -> None:
    found = writer(ADULT_MAY_SAY_NO)
    titles = []
    for address in PAGES:
        found.look(address)
        titles.append(found.page.title)
    assert titles == ["Message – Compass"] * 4
