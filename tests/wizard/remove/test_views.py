"""The pages, tried as the people who need them would."""

from datetime import UTC, datetime
from unittest.mock import patch

import pytest

from tests.content.test_page_weight import too_heavy
from tests.people import (
    ADULT_ALBERTA,
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    TEEN_NOVA_SCOTIA,
    WORKER_ONTARIO,
)
from tests.wizard.records.visitor import Writer
from wizard.core.answers import Answers
from wizard.core.flow import walk
from wizard.core.html_sentences import sentences
from wizard.core.location import read_answers
from wizard.core.phrases import read_phrases
from wizard.core.questions import FLOW
from wizard.core.step_rules import STEP_RULES
from wizard.journey.facts import facts_for_guide
from wizard.journey.journey import ANSWERS

pytestmark = pytest.mark.django_db

LINK = "https://www.reddit.com/r/x/1"
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
IRISH = {**ADULT_MAY_SAY_NO, "place": "IE", "region": ""}
WHOLE = {
    "signed": "A. B.",
    "reach": "a@example.org",
    "faith": "yes",
    "way": "us",
    "date": "2026-11-20",
    "time": "08:10",
    "zone": "America/Vancouver",
}


@pytest.fixture(autouse=True)
def _at_one_moment():
    with patch("wizard.remove.pages.timezone.now", return_value=NOW):
        yield


def visitor(person: dict[str, str]) -> Writer:
    writer = Writer()
    writer.walk(person)
    return writer


def asked(person: dict[str, str], place: str = "reddit", **words: str) -> Writer:
    """A visitor who began one request; stands on its page."""
    writer = visitor(person)
    writer.keep(f"/remove/at/{place}/", **{"links": LINK, **words})
    return writer


class TestTheDoor:
    PATHS = ("/remove/", "/remove/at/reddit/", f"/remove/{'0' * 32}/", f"/remove/{'0' * 32}/away/", "/remove/x/y/")

    @pytest.mark.parametrize("path", PATHS)
    @pytest.mark.parametrize("person", [CHILD_ALONE, FRIEND, SHARER], ids=["child", "friend", "sharer"])
    def test_locked_it_leads_to_its_kind_line(self, person, path):
        writer = visitor(person)
        writer.get("/visit/")
        answers = [writer.client.get(path), writer.post(path, links=LINK)]
        assert {(answer.status_code, answer.url) for answer in answers} == {(303, "/plan/#remove")}

    @pytest.mark.parametrize("path", PATHS)
    def test_without_a_visit_it_leads_to_the_guide(self, path):
        answer = Writer().client.get(path)
        assert (answer.status_code, answer.url) == (303, "/guide/")

    def test_the_plan_leads_to_it_exactly_where_it_is_open(self):
        led = {
            name: "remove" in visitor(person).get("/plan/remove/").content.decode().split('data-tool="')[-1][:6]
            for name, person in PEOPLE.items()
        }
        opened = {name: visitor(person).client.get("/remove/").status_code == 200 for name, person in PEOPLE.items()}
        assert led == opened

    @pytest.mark.parametrize("path", ["/remove/at/nothing/", "/remove/x/", f"/remove/{'0' * 32}/"])
    def test_an_address_that_is_none_leads_to_the_list(self, path):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.get(path)
        assert writer.at.split("#")[0] == "/remove/"


class TestTheList:
    def test_the_places_of_the_answers_come_first_then_searches(self):
        writer = visitor({**ADULT_MAY_SAY_NO, "where": "reddit website"})
        writer.get("/remove/")
        assert [link for link in writer.page.links if link.startswith("/remove/at/")] == [
            "/remove/at/reddit/",
            "/remove/at/website-generic/",
            *(f"/remove/at/{name}/" for name in ("bing", "duckduckgo", "google-search", "yandex")),
        ]

    def test_without_a_picture_online_there_is_no_search(self):
        writer = visitor(TEEN_BLACKMAILED)
        writer.get("/remove/")
        assert [link for link in writer.page.links if link.startswith("/remove/at/")] == [
            "/remove/at/snapchat/",
            "/remove/at/instagram/",
        ]

    @pytest.mark.parametrize(
        ("chosen", "leads"), [("ph", "/remove/at/ph/"), ("", "/remove/#more"), ("x/y", "/remove/#more")]
    )
    def test_any_place_can_be_added(self, chosen, leads):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.get("/remove/")
        assert writer.post("/remove/", place=chosen).url == leads

    @pytest.mark.parametrize(
        ("person", "named", "never"),
        [
            (TEEN_BLACKMAILED, "Take It Down", "StopNCII"),
            (ADULT_MAY_SAY_NO, "StopNCII", "Take It Down"),
            (MOTHER, "Take It Down", "StopNCII"),
        ],
    )
    def test_the_matching_service_of_the_age_and_never_the_other(self, person, named, never):
        said = visitor(person).said("/remove/")
        assert (named in said, never in said) == (True, False)
        assert "on my phone" in said or "on their phone" in said

    def test_a_sharer_takes_down_their_own_posts(self):
        said = visitor({**SHARER_FORCED, "what": "threat shared"}).said("/remove/")
        assert ("Take your posts down" in said, "under 18 in this picture" in said) == (True, False)


class TestACard:
    def test_steps_texts_and_boxes_on_one_page(self):
        said = visitor(ADULT_MAY_SAY_NO).said("/remove/at/reddit/")
        parts = [
            "How to ask",
            "Ready texts",
            "A plain request to remove it",
            "Put in your own words",
            "Laws that can help here",
        ]
        assert [part for part in parts if part in said] == parts

    def test_a_place_without_known_steps_has_general_ones(self):
        said = visitor(ADULT_MAY_SAY_NO).said("/remove/at/grindr/")
        assert "Use the help page of the place, or tap “Report” on the post or the profile." in said

    def test_what_the_notes_know_stands_there_already(self):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.keep("/notes/", link=LINK, account="@name")
        writer.keep("/notes/", link="https://elsewhere.example.org/1")
        boxes = writer.boxes("/remove/at/reddit/")
        assert (boxes["links"], boxes["account"]) == (LINK, "@name")

    def test_a_warning_stands_before_its_step(self):
        page = visitor(TEEN_BLACKMAILED).look("/remove/at/snapchat/")
        assert page.index("talk to a helpline before you block") < page.index("you can block the account")

    def test_a_form_that_holds_nothing_says_so(self):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.keep("/remove/at/reddit/", links="  ")
        assert (writer.answer.status_code, writer.texts("request")) == (200, [])
        assert "There is nothing to keep yet." in writer.answer.content.decode()

    def test_the_same_form_sent_twice_is_one_request(self):
        writer = visitor(ADULT_MAY_SAY_NO)
        boxes = writer.boxes("/remove/at/reddit/")
        answers = [writer.post("/remove/at/reddit/", **{**boxes, "links": LINK}) for _time in range(2)]
        assert (answers[0].url == answers[1].url, len(writer.rows("request"))) == (True, 1)

    @pytest.mark.parametrize(
        ("person", "offered"),
        [
            (ADULT_MAY_SAY_NO, True),
            ({**ADULT_MAY_SAY_NO, "afraid": "yes"}, False),
            ({**ADULT_MAY_SAY_NO, "what": "shared demand-money"}, False),
            (TEEN_CLASSMATE_SHARED, False),
            (WORKER_ONTARIO, False),
        ],
    )
    def test_a_copyright_notice_only_where_a_name_does_no_harm(self, person, offered):
        assert ("A copyright notice" in visitor(person).said("/remove/at/reddit/")) is offered

    @pytest.mark.parametrize(
        ("person", "eu"), [(IRISH, True), (ADULT_MAY_SAY_NO, False), ({**IRISH, "place": "GB"}, False)]
    )
    def test_the_eu_notice_in_eu_places(self, person, eu):
        assert ("The notice under EU law" in visitor(person).said("/remove/at/reddit/")) is eu


class TestARequest:
    def test_the_us_request_appears_when_its_four_parts_are_there(self):
        writer = asked(ADULT_MAY_SAY_NO)
        before = writer.said(writer.at)
        writer.keep(writer.at, **WHOLE)
        after = writer.said(writer.at)
        title = "Request for removal under the TAKE IT DOWN Act"
        assert (title in before, "This is still missing." in before, title in after) == (False, True, True)

    def test_the_clock_on_its_page_and_in_the_list(self):
        writer = asked(ADULT_MAY_SAY_NO)
        writer.keep(writer.at, **{**WHOLE, "date": "2026-11-21"})
        clock = "The 48 hours end Monday 23 November, 08:10, Vancouver time. About 24 hours are left."
        assert (clock in writer.said(writer.at), clock in writer.said("/remove/")) == (True, True)

    def test_late_it_says_whom_to_complain_to(self):
        writer = asked(ADULT_MAY_SAY_NO)
        writer.keep(writer.at, **WHOLE)
        said = writer.said(writer.at)
        assert "The 48 hours ended Sunday 22 November, 08:10, Vancouver time." not in said
        writer.keep(writer.at, date="2026-11-19")
        said = writer.said(writer.at)
        assert "The 48 hours ended Saturday 21 November, 08:10, Vancouver time." in said
        assert "you can complain to the FTC" in said
        assert ("https://takeitdown.ftc.gov" in writer.page.links, "/plan/regulator/" in writer.page.links) == (
            True,
            True,
        )

    def test_in_ireland_the_complaint_goes_to_the_regulator_there(self):
        writer = asked(IRISH)
        writer.keep(writer.at, way="eu", state="refused")
        assert "https://cnam.ie/onlinecomplaints" in writer.page.links

    def test_elsewhere_in_the_eu_nobody_is_sent_to_ireland(self):
        writer = asked({**IRISH, "place": "DE"})
        writer.keep(writer.at, way="eu", state="refused")
        assert [link for link in writer.page.links if "cnam.ie" in link] == []

    def test_a_site_that_wants_money_is_not_written_to(self):
        writer = asked({**ADULT_MAY_SAY_NO, "where": "website"}, "website-generic")
        writer.keep(writer.at, asks="yes")
        said = writer.said(writer.at)
        assert ("Do not write to it." in said, "A letter to the company that hosts the site" in said) == (True, True)
        assert "Please remove it, and every copy" not in said

    def test_everything_typed_is_kept_and_said_beside_its_box(self):
        writer = asked(ADULT_MAY_SAY_NO)
        nasty = {
            "links": "javascript:alert(1)\nhttp://localhost/x\nhttps://a.org/1",
            "found": "<b>x</b>\n=1+1 🙂",
            "date": "2026-02-30",
            "time": "25:00",
            "reach": "\u202eabc",
        }
        writer.keep(writer.at, **nasty)
        boxes, page = writer.boxes(writer.at), writer.look(writer.at)
        assert {slug: boxes[slug] for slug in nasty} == nasty
        assert page.count('class="hint wrong"') == 3
        assert ("<b>x</b>" in page, [link for link in writer.page.links if "a.org" in link or "script" in link]) == (
            False,
            [],
        )

    def test_five_hundred_links_are_kept_and_told(self):
        many = "\n".join(f"https://a.org/{number}" for number in range(500))
        writer = asked(ADULT_MAY_SAY_NO, links=many)
        assert (writer.boxes(writer.at)["links"], "These are 500 addresses." in writer.said(writer.at)) == (many, True)

    def test_what_is_too_long_stays_in_its_box_and_is_not_kept(self):
        writer = asked(ADULT_MAY_SAY_NO)
        at = writer.at
        writer.keep(at, note="x" * 1001, answer="They wrote")
        assert (writer.answer.status_code, writer.texts("request")) == (200, [{"place": "Reddit", "links": LINK}])
        assert ("x" * 1001 in writer.answer.content.decode(), writer.page.title) == (True, "Error: Request – Compass")
        assert "They wrote" in writer.answer.content.decode()

    def test_words_for_a_request_that_is_gone_make_a_new_one(self):
        writer = asked(ADULT_MAY_SAY_NO)
        at, boxes = writer.at, writer.boxes(writer.at)
        writer.post(f"{at}away/")
        assert writer.rows("request") == ()
        writer.look("/remove/at/reddit/")
        writer.send(at, {**boxes, "place": "Reddit", "found": "Here"})
        (texts,) = writer.texts("request")
        assert (texts["place"], texts["found"], texts["links"]) == ("Reddit", "Here", LINK)

    def test_two_tabs_that_change_one_box_keep_both(self):
        writer = asked(ADULT_MAY_SAY_NO)
        at, boxes = writer.at, writer.boxes(writer.at)
        old = dict(writer.page.fields)
        writer.keep(at, answer="one")
        writer.page.fields = old
        writer.send(at, {**boxes, "answer": "two"})
        assert sorted(texts["answer"] for texts in writer.texts("request")) == ["one", "two"]
        assert ("?both=1" in writer.at, {texts["place"] for texts in writer.texts("request")}) == (True, {"Reddit"})

    def test_it_is_asked_before_one_is_taken_off(self):
        writer = asked(ADULT_MAY_SAY_NO)
        at = writer.at
        writer.look(f"{at}away/")
        assert len(writer.rows("request")) == 1
        assert (writer.post(f"{at}away/").url, writer.rows("request")) == ("/remove/", ())

    def test_what_is_kept_shows_all_of_it(self):
        writer = asked(ADULT_MAY_SAY_NO)
        writer.keep(writer.at, **WHOLE)
        said = writer.said("/visit/")
        parts = ["What you asked for", "Reddit", LINK, "The US request with 48 hours", "a@example.org"]
        assert [part for part in parts if part in said] == parts

    def test_a_place_that_the_facts_lost_is_asked_like_any_website(self):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.look("/remove/at/reddit/")
        writer.send(f"/remove/{'1' * 32}/", {"place": "An app of the past", "links": LINK})
        assert writer.texts("request") == [{"place": "An app of the past", "links": LINK}]
        assert "Any website, forum or file host" in writer.said(writer.at)
        assert "An app of the past" in writer.said("/remove/")


class TestAWatchedPhone:
    def test_nothing_is_written_and_nothing_of_the_notes_is_shown(self):
        writer = visitor(ADULT_EX)
        page = writer.look("/remove/at/instagram/")
        assert ("So nothing is kept here." in page, 'name="links"' in page, "Ready texts" in page) == (
            True,
            False,
            True,
        )
        writer.get("/remove/")
        answer = writer.post("/remove/at/instagram/", links=LINK)
        assert (answer.status_code, answer.url, writer.rows("request")) == (303, "/remove/at/instagram/", ())

    def test_a_request_from_before_cannot_be_opened(self):
        writer = asked(ADULT_MAY_SAY_NO)
        at = writer.at
        writer.get("/guide/device/")
        writer.reply("watched", slug="device")
        assert (writer.client.get(at).url, len(writer.rows("request"))) == ("/remove/", 1)

    def test_who_skipped_the_question_is_told_why(self):
        writer = visitor({**ADULT_MAY_SAY_NO, "device": ""})
        writer.get("/remove/")
        assert "/guide/device/" in writer.page.links


OPEN = {
    "teen": TEEN_BLACKMAILED,
    "classmate": {**TEEN_NOVA_SCOTIA, "where": "snapchat"},
    "adult": ADULT_MAY_SAY_NO,
    "alberta": ADULT_ALBERTA,
    "ex": ADULT_EX,
    "mother": {**MOTHER, "what": "shared demand-money"},
    "worker": WORKER_ONTARIO,
    "sharer": {**SHARER_FORCED, "where": "snapchat"},
    "irish": IRISH,
}
RULES = [rule for rule in read_phrases(row.slug for row in STEP_RULES) if rule.never and not rule.steps]
PLACES = ("snapchat", "reddit", "ph", "website-generic", "google-search", "cloudflare", "grindr")


@pytest.mark.parametrize("who", OPEN)
def test_every_page_keeps_the_rules_of_the_house_and_its_weight(who):
    writer = visitor(OPEN[who])
    paths = ["/remove/", *(f"/remove/at/{place}/" for place in PLACES)]
    if who != "ex":
        writer.keep("/remove/at/reddit/", links=LINK)
        writer.keep(writer.at, date="2026-11-10", zone="UTC", time="08:00")
        paths += [writer.at, f"{writer.at}away/", "/visit/"]
    a = writer_answers(writer)
    broken = []
    for path in paths:
        said = sentences(writer.look(path).split("<main")[1].split("</main>")[0])
        broken += [(path, rule.name, rule.broken(said, a)) for rule in RULES if rule.broken(said, a)]
    assert (broken, too_heavy(writer.client, paths)) == ([], [])


def writer_answers(writer: Writer) -> Answers:
    world = facts_for_guide()
    return read_answers(walk(FLOW, writer.book.visit.get(ANSWERS, {}), world), world)
