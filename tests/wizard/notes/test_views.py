"""The notes over HTTP, as their users write them: what is asked, what is kept, what is said, and who may come in."""

import threading
from collections.abc import Mapping

import pytest
from django.db import connection

from compass.models import SealedRecord, Visit
from tests.content.test_page_weight import too_heavy
from tests.people import (
    ADULT_ALBERTA,
    ADULT_EX,
    CHILD_ALONE,
    FATHER_SCOTLAND,
    FRIEND,
    SHARER,
    SHARER_FORCED,
    TEEN_NOVA_SCOTIA,
    WORKER_ONTARIO,
)
from tests.visitor import Page
from tests.wizard.records.core.test_input import KEPT_AS_TYPED
from tests.wizard.records.visitor import Boxes, Writer
from wizard.notes import pages
from wizard.notes.core.fields import BOXES, ENTRY
from wizard.records import store

pytestmark = pytest.mark.django_db
LINK = "https://chat.example/p/1"
NIGHT = {"date": "2026-11-20", "time": "23:10"}
ID = "0123456789abcdef" * 2
SUBPAGES = ("new/", "more/", "more/told/", "more/held/", "sort/", f"{ID}/", f"{ID}/remove/", f"{ID}/move/", "any/thing")


def writer(person: Mapping[str, str] = TEEN_NOVA_SCOTIA) -> Writer:
    found = Writer()
    found.walk(person)
    return found


def one_note(**texts: str) -> tuple[Writer, str]:
    """A visitor with one note, and its address."""
    w = writer()
    w.keep("/notes/new/", **(texts or {"link": LINK}))
    return w, f"/notes/{w.rows()[0].id}/"


# --- who comes in -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rest", ["", *SUBPAGES])
@pytest.mark.parametrize(
    ("person", "where"),
    [(None, "/guide/"), (CHILD_ALONE, "/plan/#notes"), (SHARER, "/plan/#notes")],
    ids=["no visit", "child alone", "sharer"],
)
def test_a_closed_door_leads_to_the_words_that_say_why(person, where: str, rest: str) -> None:
    w = writer(person) if person else Writer()
    path = f"/notes/{rest}"
    assert w.client.get(path).headers["Location"] == where
    if person:
        w.get("/plan/")
        assert w.post(path, link=LINK).headers["Location"] == where
        assert w.texts() == []


@pytest.mark.parametrize("rest", SUBPAGES)
def test_on_a_watched_phone_nothing_is_written_and_no_form_is_shown(rest: str) -> None:
    w = writer(ADULT_EX)
    w.get("/plan/")
    w.get("/plan/write-it-down/")
    assert [w.client.get(f"/notes/{rest}").url, w.post(f"/notes/{rest}", link=LINK).url] == ["/notes/"] * 2
    assert (w.post("/notes/", link=LINK).url, SealedRecord.objects.count()) == ("/notes/", 0)


def test_on_a_watched_phone_the_page_says_how_to_do_it_on_paper() -> None:
    w = writer(ADULT_EX)
    said = w.said("/notes/")
    assert "Not on this phone" in said
    assert "The account name The exact words What you did next" in said
    assert (w.page.forms, w.boxes("/notes/")) == ([], {})


def test_what_was_written_before_the_phone_was_watched_is_named_and_still_there() -> None:
    w, address = one_note()
    w.get("/guide/device/")
    w.reply("watched")
    assert "This visit still holds what you wrote here before" in w.said("/notes/")
    assert w.client.get(address).url == "/notes/"
    assert (w.texts(), LINK in w.said("/visit/")) == ([{"link": LINK}], True)


def test_somebody_who_skipped_the_question_about_the_phone_can_answer_it() -> None:
    w = writer({**TEEN_NOVA_SCOTIA, "device": ""})
    w.get("/notes/")
    assert "/guide/device/" in w.page.links


@pytest.mark.parametrize("person", [TEEN_NOVA_SCOTIA, ADULT_ALBERTA, FATHER_SCOTLAND, WORKER_ONTARIO, ADULT_EX])
@pytest.mark.parametrize("path", ["/notes/", "/notes/new/", "/notes/more/told/", "/notes/more/"])
def test_pages_are_light_and_their_titles_say_nothing(person, path: str) -> None:
    w = writer(person)
    w.get(path)
    path = w.at
    assert (w.page.title, too_heavy(w.client, [path])) == ("Notes – Compass", [])


# --- as its users -----------------------------------------------------------------------------------------------------


def test_a_teen_in_nova_scotia_writes_three_boxes_and_sees_them() -> None:
    w = writer()
    said = w.said("/notes/")
    assert "Three boxes are enough" in said
    assert "First scroll until you cannot see the picture" in said
    assert w.boxes("/notes/") == {"link": "", "account": "", "date": "", "time": "", "zone": "America/Halifax"}
    w.keep("/notes/", link=LINK, account="@class", **NIGHT)
    assert w.texts() == [{"link": LINK, "account": "@class", **NIGHT, "zone": "America/Halifax"}]
    assert w.at == f"/notes/#n{w.rows()[0].id}"
    assert "20 November 2026, 23:10 https://chat.example/p/1 · @class" in w.said("/notes/")
    assert "shows" not in w.boxes("/notes/new/")


def test_an_adult_in_alberta_who_is_blackmailed_writes_the_demand_and_carries_the_numbers() -> None:
    w = writer(ADULT_ALBERTA)
    w.keep("/notes/new/", kind="threat", words="Pay by Sunday\nor else", demand="500", paid_how="gift card", **NIGHT)
    (row,) = w.texts()
    assert row == {"kind": "threat", "words": "Pay by Sunday\nor else", "demand": "500", "paid_how": "gift card",
                   **NIGHT, "zone": "America/Edmonton"}  # fmt: skip
    w.get("/notes/")
    assert "data-helpline" in w.page.data
    assert "shows" in w.boxes("/notes/new/")
    assert "Do not capture" not in w.said("/notes/")


def test_a_father_in_scotland_reads_words_about_his_child() -> None:
    w = writer(FATHER_SCOTLAND)
    assert "Do not open or capture the picture: no copy" in w.said("/notes/")
    assert "How it affects the person in the picture" in w.said("/notes/more/")
    assert w.boxes("/notes/new/")["zone"] == "Europe/London"
    assert "shows" not in w.boxes("/notes/new/")


def test_a_worker_in_ontario_is_asked_no_name_and_no_number() -> None:
    w = writer(WORKER_ONTARIO)
    assert "Leave out names, accounts and numbers." in w.said("/notes/")
    assert list(w.boxes("/notes/")) == ["words", "date", "time", "zone", "link"]
    asked = {*w.boxes("/notes/new/"), *w.boxes("/notes/more/told/")}
    assert asked & {"account", "shown_name", "account_id", "phone", "email", "profile", "person", "shows"} == set()
    back = w.keep("/notes/", words="They said: it is on a page", account="@x", phone="1")
    given = "Account name\n@x\n\nPhone number\n1"
    assert (back.status_code, w.texts(), given in back.content.decode()) == (200, [], True)
    w.keep("/notes/", words="They said: it is on a page")
    assert w.texts() == [{"words": "They said: it is on a page"}]


def test_a_friend_writes_link_account_and_time_and_nothing_about_anyone() -> None:
    w = writer(FRIEND)
    assert list(w.boxes("/notes/new/")) == ["date", "time", "zone", "sure", "platform", "link", "account"]
    assert "Do not take screenshots, and do not copy the picture." in w.said("/notes/")
    w.get("/notes/")
    assert "/notes/more/" not in w.page.links
    assert [w.client.get(f"/notes/more/{part}").url for part in ("", "told/", "held/")] == ["/notes/"] * 3


def test_a_sharer_who_was_forced_may_write() -> None:
    w = writer(SHARER_FORCED)
    w.keep("/notes/", link=LINK)
    assert w.texts() == [{"link": LINK}]


# --- what is kept -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", KEPT_AS_TYPED)
def test_a_text_comes_back_in_its_box_character_for_character(text: str) -> None:
    w, address = one_note(words=text, account=text, link=text, demand=text)
    kept = dict.fromkeys(("words", "account", "link", "demand"), text)
    assert w.texts() == [kept]
    found = w.boxes(address)
    assert {slug: found[slug] for slug in kept} == kept
    # Saved again without a change: nothing is altered on the way through the form.
    w.keep(address)
    assert w.texts() == [kept]


@pytest.mark.parametrize("path", ["/notes/", "/notes/more/", "/visit/"])
def test_what_was_typed_is_never_run_and_never_a_link(path: str) -> None:
    w, _ = one_note(words="<script>alert(1)</script>", link="javascript:alert(1)", account='"><img src=x>', **NIGHT)
    w.keep("/notes/more/", effect="<b>x</b>", relation="https://chat.example/")
    w.keep("/notes/more/told/", to="<i>y</i>", answer="https://chat.example/")
    page = w.look(path)
    assert [part for part in ("<script>alert", "<img src=x", "<b>x", "<i>y") if part in page] == []
    assert [link for link in w.page.links if link.startswith(("javascript:", "https://chat"))] == []


@pytest.mark.parametrize(
    ("texts", "slug", "said"),
    [
        ({"date": "2026-02-30"}, "date", "There is no such date"),
        ({"date": "Friday"}, "date", "There is no such date"),
        ({"time": "25:00"}, "time", "There is no such time"),
        ({"date": "2999-01-01"}, "date", "This day has not come yet"),
        ({"zone": "Atlantis", "time": "10:00"}, "zone", "We do not know this time zone"),
        ({"date": "2026-03-08", "time": "02:30"}, "time", "The clocks went forward"),
        ({"date": "2026-11-01", "time": "01:30"}, "time", "The clocks went back"),
    ],
)
def test_a_day_or_time_that_cannot_be_is_kept_and_said_beside_its_box(
    texts: dict[str, str], slug: str, said: str
) -> None:
    w = writer()
    answer = w.keep("/notes/", link=LINK, **texts)
    (row,) = w.rows()
    assert (w.at, answer.status_code, w.page.title) == (f"/notes/{row.id}/", 200, "Notes – Compass")
    assert {**row.texts, **texts} == row.texts
    page = w.look(w.at)
    assert f'id="w-{slug}">{said}' in page
    # A list of days or times would drop what is none: such a text stands in a plain box.
    assert Boxes(page).texts == {**Boxes(page).texts, **texts}
    assert "Check the date or the time" in w.said("/notes/")
    w.keep(f"/notes/{row.id}/", **NIGHT, zone="America/Halifax")
    assert (w.at, w.texts()[0]["date"]) == (f"/notes/#n{row.id}", "2026-11-20")


def test_too_much_text_is_refused_with_everything_still_in_its_box() -> None:
    w = writer()
    sent = {"words": "x" * 5001, "account": "@kept", "zone": "Europe/London"}
    answer = w.keep("/notes/new/", **sent)
    page = answer.content.decode()
    assert (answer.status_code, w.page.title, w.texts()) == (200, "Error: Notes – Compass", [])
    assert Boxes(page).texts == {**Boxes(page).texts, **sent}
    assert 'href="#f-words"' in page
    assert "This has 5,001 characters" in page
    w.send("/notes/new/", {**Boxes(page).texts, "words": "short"})
    assert w.texts() == [{"words": "short", "account": "@kept", "zone": "Europe/London"}]


def test_a_paste_of_a_megabyte_is_refused_by_a_page_and_loses_nothing_that_was_kept() -> None:
    w, address = one_note()
    assert w.post(address, words="x" * 1_000_000).status_code == 413
    assert w.texts() == [{"link": LINK}]


def test_an_empty_form_is_no_note() -> None:
    w = writer()
    answer = w.keep("/notes/")
    assert (answer.status_code, w.page.title, w.texts()) == (200, "Error: Notes – Compass", [])
    assert "There is nothing to add yet." in answer.content.decode()


def test_the_limit_is_said_before_it_bites_and_when_it_bites(monkeypatch) -> None:
    for module in (store, pages):
        monkeypatch.setattr(module, "MOST_ROWS", 5)
    w = writer()
    for number in range(4):
        assert "Nearly full" not in w.said("/notes/")
        w.keep("/notes/", link=str(number))
    assert "Nearly full: 4 of 5 notes" in w.said("/notes/")
    w.keep("/notes/", link="4")
    answer = w.keep("/notes/new/", link="the last straw")
    assert (answer.status_code, w.page.title, len(w.texts())) == (200, "Error: Notes – Compass", 5)
    assert Boxes(answer.content.decode()).texts["link"] == "the last straw"
    assert "There is no room for more." in answer.content.decode()


# --- two tabs, twice, at once -----------------------------------------------------------------------------------------


def test_a_form_sent_twice_is_one_note() -> None:
    w = writer()
    boxes = {**w.boxes("/notes/"), "link": LINK}
    assert [w.post("/notes/", **boxes).status_code for _ in range(2)] == [303, 303]
    assert w.texts() == [{"link": LINK}]


def test_changes_to_different_boxes_from_two_tabs_are_merged() -> None:
    w, address = one_note(link=LINK, words="old")
    first = {**w.boxes(address), "words": "from the first tab"}
    first_page = w.page
    w.keep(address, account="@second")
    w.page = first_page
    w.send(address, first)
    assert w.texts() == [{"link": LINK, "words": "from the first tab", "account": "@second"}]


def test_changes_to_the_same_box_from_two_tabs_are_both_kept_and_said() -> None:
    w, address = one_note(link=LINK, words="old")
    first, first_page = {**w.boxes(address), "words": "one"}, w.page
    w.keep(address, words="two")
    w.page = first_page
    answer = w.send(address, first)
    assert [row["words"] for row in w.texts()] == ["two", "one"]
    assert w.at == f"/notes/{w.rows()[1].id}/?both=1"
    assert "Both are in your notes." in answer.content.decode()


def test_words_for_a_note_that_was_removed_in_another_tab_make_a_new_note() -> None:
    w, address = one_note(link=LINK)
    boxes, page = {**w.boxes(address), "words": "typed here"}, w.page
    w.get(f"{address}remove/")
    w.post(f"{address}remove/")
    w.page = page
    w.send(address, boxes)
    assert w.texts() == [{"link": LINK, "words": "typed here"}]


def test_a_report_that_was_removed_in_another_tab_stays_a_report() -> None:
    w = writer()
    w.keep("/notes/more/told/", to="School")
    address = f"/notes/{w.rows('report')[0].id}/"
    boxes, page = w.boxes(address), w.page
    w.get(f"{address}remove/")
    w.post(f"{address}remove/")
    w.page = page
    w.send(address, {**boxes, "answer": "Yes"})
    assert (w.texts("report"), w.texts()) == ([{"to": "School", "answer": "Yes"}], [])


@pytest.mark.django_db(transaction=True)
def test_two_saves_at_once_both_survive() -> None:
    w, address = one_note(link=LINK)
    boxes, page = w.boxes(address), w.page
    cookie = w.client.cookies["visit"].value

    def save(**words: str) -> None:
        tab = Writer()
        tab.client.cookies["visit"], tab.page = cookie, page
        try:
            assert tab.post(address, **{**boxes, **words}).status_code == 303
            assert tab.post("/notes/", link=words.popitem()[1]).status_code == 303
        finally:
            connection.close()

    threads = [threading.Thread(target=save, kwargs=words) for words in ({"words": "one"}, {"account": "two"})]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, *others = w.texts()
    assert first == {"link": LINK, "words": "one", "account": "two"}
    assert sorted(row["link"] for row in others) == ["one", "two"]
    assert w.book.count("entry") == 3


# --- order, removal, the rest -----------------------------------------------------------------------------------------


def links(w: Writer) -> list[str]:
    return [row["link"] for row in w.texts()]


def test_notes_move_and_sort_by_time() -> None:
    w = writer()
    for link, date in (("late", "2026-11-22"), ("none", ""), ("early", "2026-11-20")):
        w.keep("/notes/", link=link, date=date, time="10:00" if date else "")
    w.get("/notes/")
    assert w.post(f"/notes/{w.rows()[2].id}/move/", to="up").url == f"/notes/#n{w.rows()[1].id}"
    assert links(w) == ["late", "early", "none"]
    w.post(f"/notes/{w.rows()[0].id}/move/", to="down")
    w.post(f"/notes/{w.rows()[2].id}/move/", to="up")
    assert links(w) == ["early", "none", "late"]
    assert w.post("/notes/sort/").url == "/notes/#list"
    assert links(w) == ["early", "late", "none"]


@pytest.mark.parametrize("to", ["", "left", "up up"])
def test_a_strange_move_changes_nothing(to: str) -> None:
    w, address = one_note()
    w.keep("/notes/", link="two")
    w.get("/notes/")
    assert w.post(f"{address}move/", to=to).url == "/notes/"
    assert links(w) == [LINK, "two"]


def test_looking_at_an_address_that_writes_changes_nothing() -> None:
    w, address = one_note()
    w.keep("/notes/", link="two")
    assert [w.client.get(path).url for path in (f"{address}move/", "/notes/sort/")] == ["/notes/", "/notes/#list"]
    assert w.client.get(f"{address}remove/").status_code == 200
    assert links(w) == [LINK, "two"]


def test_a_note_is_removed_after_a_question() -> None:
    w, address = one_note()
    assert f"Remove this? No date yet {LINK} You cannot get it back." in w.said(f"{address}remove/")
    assert w.post(f"{address}remove/").url == "/notes/"
    assert (w.texts(), w.client.get(address).url, w.client.get(f"{address}remove/").url) == ([], "/notes/", "/notes/")


def test_the_effect_the_reports_and_who_has_what() -> None:
    w = writer()
    w.keep("/notes/more/", relation="a classmate", effect="no sleep")
    assert w.at == "/notes/more/#about"
    w.keep("/notes/more/", how_long="a week")
    w.keep("/notes/more/told/", to="School", reference="A-1")
    w.keep("/notes/more/held/", what="a list", who="my aunt")
    assert w.texts("header") == [{"relation": "a classmate", "effect": "no sleep", "how_long": "a week"}]
    assert (w.texts("report"), w.texts("held")) == ([{"to": "School", "reference": "A-1"}], [{"what": "a list", "who": "my aunt"}])  # fmt: skip  # noqa: E501
    said = w.said("/notes/more/")
    assert ("School · A-1" in said, "a list · my aunt" in said) == (True, True)
    address = f"/notes/{w.rows('report')[0].id}/"
    w.keep(address, answer="They will ask")
    assert w.at == f"/notes/more/#n{w.rows('report')[0].id}"
    w.get(f"{address}remove/")
    assert (w.post(f"{address}remove/").url, w.texts("report")) == ("/notes/more/", [])


def test_boxes_that_are_no_longer_asked_keep_their_text_and_show_it() -> None:
    w, address = one_note(link=LINK, account="@x", phone="1", seen_by="two people")
    w.keep("/notes/more/", effect="no sleep")
    w.get("/guide/who/")
    w.reply("friend")
    page = w.look(address)
    assert "What you wrote before" in page
    assert [slug for slug in ("phone", "seen_by") if slug in Boxes(page).texts] == []
    assert "Phone number 1 Who saw it, as far as you know two people" in w.said(address)
    w.keep(address, account="@y")
    assert w.texts() == [{"link": LINK, "account": "@y", "phone": "1", "seen_by": "two people"}]
    assert "How it affects the person in the picture no sleep" in w.said("/notes/more/")
    assert "effect" not in w.boxes("/notes/more/")


def test_every_box_shows_its_text_on_the_page_of_what_is_kept() -> None:
    w = writer(ADULT_ALBERTA)
    texts = {box.slug: f"text of {box.slug}" for box in BOXES[ENTRY] if box.kind in ("line", "long")}
    w.keep("/notes/new/", **texts)
    w.keep("/notes/more/", effect="no sleep")
    said = w.said("/visit/")
    assert [text for text in (*texts.values(), "no sleep") if text not in said] == []


@pytest.mark.parametrize("way", ["/leave/", "/start-again/"])
def test_leaving_and_starting_again_wipe_all_of_it(way: str) -> None:
    w, _ = one_note(words="gone")
    w.get("/visit/")
    w.post(way)
    assert (Visit.objects.count(), SealedRecord.objects.count()) == (0, 0)


def test_a_form_of_a_visit_that_ended_is_told_so() -> None:
    w, address = one_note()
    w.get(address)
    w.client.get("/leave/")
    answer = w.post(address, words="late")
    assert (answer.status_code, SealedRecord.objects.count()) == (403, 0)
    assert "Your visit has ended" in answer.content.decode()


def test_a_form_without_its_token_writes_nothing() -> None:
    w = writer()
    w.get("/notes/")
    w.page = Page(w.client.get("/about/"))
    assert (w.post("/notes/", link=LINK).status_code, w.texts()) == (403, [])


@pytest.mark.parametrize("new", ["", "x", "../..", ID.upper(), ID + "0"])
def test_a_strange_id_for_a_new_note_is_not_used(new: str) -> None:
    w = writer()
    w.get("/notes/")
    w.page.fields.pop("new")
    w.post("/notes/", link=LINK, new=new)
    (row,) = w.rows()
    assert (row.texts, row.id == new) == ({"link": LINK}, False)


def test_nothing_that_is_typed_reaches_the_database_in_the_clear() -> None:
    one_note(words="marker-4711")
    assert SealedRecord.objects.count() == 1
    assert [note for note in SealedRecord.objects.all() if b"marker-4711" in bytes(note.box)] == []
