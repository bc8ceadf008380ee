"""The pages, tried as the people who need them would."""

import re
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest

from compass.visits.session_store import SessionStore
from resources import selectors
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
from tests.visitor import FORM
from tests.wizard.records.visitor import Writer
from wizard.core.answers import Answers
from wizard.core.flow import record, walk
from wizard.core.html_sentences import sentences
from wizard.core.location import read_answers
from wizard.core.phrase_tables import read_phrases
from wizard.core.questions import FLOW
from wizard.core.step_rules import STEP_RULES
from wizard.journey.facts import facts_for_guide
from wizard.journey.journey import ANSWERS

pytestmark = pytest.mark.django_db

LINK = "https://www.reddit.com/r/x/1"
WHAT = "This is a nude or sexual picture of me."
HERE = {"Origin": "http://testserver"}
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


def press(writer: Writer, place: str, headers: dict[str, str] | None = None) -> Any:
    """The button on the page of a place; from our own page unless the headers say otherwise."""
    return writer.client.post(f"/places/{place}/text/", content_type=FORM, headers=HERE if headers is None else headers)


def stored(writer: Writer) -> dict[str, list[str]]:
    """The answers that the visit keeps."""
    answers: dict[str, list[str]] = SessionStore(writer.client.cookies["visit"].value).get(ANSWERS, {})
    return answers


def begun(**answers: list[str]) -> Writer:
    """Somebody who pressed the button for Instagram, and answered this much."""
    writer = Writer()
    press(writer, "instagram")
    visit = SessionStore(writer.client.cookies["visit"].value)
    visit.change(lambda state: state[ANSWERS].update(answers))
    visit.save()
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


class TestTheButtonOfAPlace:
    """`/places/<place>/` has a form without a token: the page is the same for everybody."""

    def test_it_opens_a_visit_that_knows_the_place_and_nothing_else(self):
        writer = Writer()
        answer = press(writer, "instagram")
        assert (answer.status_code, answer.url) == (303, "/remove/at/instagram/")
        assert ([*answer.cookies], stored(writer)) == (["visit"], {"where": ["instagram"]})

    @pytest.mark.parametrize("place", ["instagram", "website-generic", "google-search"])
    def test_the_page_of_every_kind_of_place_has_it(self, place):
        writer = Writer()
        page = writer.look(f"/places/{place}/")
        assert (f'action="/places/{place}/text/"' in page, page.count('class="go"'), "csrf" in page) == (True, 1, False)
        assert press(writer, place).url == f"/remove/at/{place}/"
        assert writer.client.get(f"/remove/at/{place}/").status_code == 200

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://elsewhere.example"},
            {"Origin": "null"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site", **HERE},
            {"Sec-Purpose": "prefetch", **HERE},
            {},
        ],
    )
    def test_a_form_from_elsewhere_opens_nothing_and_takes_no_visit_away(self, headers):
        writer = Writer()
        answers = [press(writer, "instagram", headers)]
        writer.walk(ADULT_MAY_SAY_NO)
        before = stored(writer)
        # A browser leaves the cookie out of a form from elsewhere: a new visit would take its place.
        writer.client.cookies.clear()
        answers.append(press(writer, "instagram", headers))
        assert {(a.status_code, a.url, *a.cookies) for a in answers} == {(303, "/places/instagram/")}
        assert before["where"] == ["reddit"]

    @pytest.mark.parametrize("headers", [HERE, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}])
    def test_our_own_page_may(self, headers):
        assert press(Writer(), "instagram", headers).url == "/remove/at/instagram/"

    @pytest.mark.parametrize("method", ["get", "head"])
    def test_a_look_at_its_address_opens_nothing(self, method):
        answer = getattr(Writer().client, method)("/places/instagram/text/", headers=HERE)
        assert (answer.status_code, answer.url, [*answer.cookies]) == (303, "/places/instagram/", [])

    def test_a_place_that_is_none_leads_to_the_list(self):
        answer = press(Writer(), "nowhere")
        assert (answer.status_code, answer.url, [*answer.cookies]) == (303, "/places/", [])

    def test_a_visit_that_lives_keeps_all_and_learns_the_place(self):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.keep("/notes/", link=LINK)
        before, cookie = stored(writer), writer.client.cookies["visit"].value
        answers = [press(writer, place) for place in ("instagram", "reddit", "instagram")]
        assert (stored(writer), writer.client.cookies["visit"].value, len(writer.rows())) == (
            {**before, "where": ["reddit", "instagram"]},
            cookie,
            1,
        )
        assert [answer.url for answer in answers] == [f"/remove/at/{x}/" for x in ("instagram", "reddit", "instagram")]
        assert "Ready texts" in writer.said("/remove/at/instagram/")

    def test_a_visit_that_ended_is_followed_by_a_new_one(self):
        writer = Writer()
        writer.client.cookies["visit"] = "a" * 32
        said = writer.said(press(writer, "instagram").url)
        assert (stored(writer), "Your earlier answers were cleared." in said) == ({"where": ["instagram"]}, True)
        writer.post(writer.at, skip="1")
        assert "Your earlier answers were cleared." not in writer.said("/remove/at/instagram/")

    @pytest.mark.parametrize("person", [CHILD_ALONE, FRIEND, SHARER], ids=["child", "friend", "sharer"])
    def test_where_the_tool_is_locked_it_leads_to_the_kind_line(self, person):
        writer = visitor(person)
        writer.get(press(writer, "instagram").url)
        assert writer.at == "/plan/#remove"


class TestTheAge:
    def test_it_is_asked_first_with_numbers_on_top_and_the_way_to_the_plan(self):
        writer = begun()
        page = writer.look("/remove/at/instagram/")
        assert page.index('class="strip"') < page.index("How old are you now?") < page.index("How old were you in the")
        assert ("<textarea" in page, 'href="/plan/"' in page, 'href="/leave/"' in page) == (False, True, True)
        assert writer.page.offered == {
            "age-answer": ["under-13", "13-15", "16-17", "18-plus"],
            "age-then-answer": ["under-18", "18-plus"],
        }

    @pytest.mark.parametrize(
        ("chosen", "kept", "begins"),
        [
            ({"skip": "1"}, {"age": []}, WHAT),
            ({"skip": "1", "age-answer": "18-plus"}, {"age": []}, WHAT),
            ({"age-answer": "16-17"}, {"age": ["16-17"]}, "I am under 18 now. I was under 18 in this picture."),
            ({"age-answer": "16-17", "age-then-answer": "18-plus"}, {"age": ["16-17"]}, "I am under 18 now."),
            ({"age-answer": "18-plus"}, {"age": ["18-plus"], "age-then": []}, WHAT),
            (
                {"age-answer": "18-plus", "age-then-answer": "under-18"},
                {"age": ["18-plus"], "age-then": ["under-18"]},
                "I was under 18 in this picture.",
            ),
            (
                {"age-answer": "18-plus", "age-then-answer": "18-plus"},
                {"age": ["18-plus"], "age-then": ["18-plus"]},
                WHAT,
            ),
        ],
    )
    def test_what_is_said_is_an_answer_of_the_guide_and_the_text_says_no_more(self, chosen, kept, begins):
        writer = begun()
        writer.get("/remove/at/instagram/")
        assert writer.post("/remove/at/instagram/", **chosen).url == "/remove/at/instagram/"
        assert stored(writer) == {"where": ["instagram"], **kept}
        texts = re.findall(r"<textarea[^>]*>\n([^<]*)", writer.look("/remove/at/instagram/"))
        assert ({text.startswith(begins) for text in texts if "threat" not in text}, "18" in begins) == (
            {True},
            any("18" in text for text in texts),
        )

    def test_a_skipped_age_is_not_asked_again_whichever_way_somebody_came(self):
        writer = visitor({**TEEN_CLASSMATE_SHARED, "age": ""})
        said = writer.said("/remove/at/snapchat/")
        assert ("Ready texts" in said, "How old" in said, "I was under 18" in said) == (True, False, False)

    @pytest.mark.parametrize(
        ("sent", "error"),
        [
            ({}, "Choose an answer, or use “Skip / not sure”."),
            ({"age-then-answer": "18-plus"}, "Choose an answer, or use “Skip / not sure”."),
            ({"age-answer": "40"}, "Choose one of the answers on this page."),
            ({"age-answer": ["16-17", "18-plus"]}, "Choose one of the answers on this page."),
            ({"age-answer": "18-plus", "age-then-answer": "x"}, "Choose one of the answers on this page."),
        ],
    )
    def test_a_slip_is_said_beside_its_question_and_nothing_is_kept(self, sent, error):
        writer = begun()
        writer.get("/remove/at/instagram/")
        answer = writer.post("/remove/at/instagram/", **sent)
        page = answer.content.decode()
        assert (answer.status_code, page.count(error), "<title>Error: Request – Compass" in page) == (200, 2, True)
        assert stored(writer) == {"where": ["instagram"]}

    def test_without_its_token_nothing_is_kept(self):
        writer = begun()
        answer = writer.client.post("/remove/at/instagram/", "ages=age&skip=1", content_type=FORM)
        assert (answer.status_code, stored(writer)) == (403, {"where": ["instagram"]})

    def test_an_adult_who_did_not_reach_the_second_question_is_asked_that_one_alone(self):
        writer = begun(age=["18-plus"])
        writer.get("/remove/at/instagram/")
        assert [*writer.page.offered] == ["age-then-answer"]
        empty = writer.post("/remove/at/instagram/")
        writer.post("/remove/at/instagram/", **{"age-then-answer": "18-plus"})
        assert (empty.status_code, stored(writer)["age"], stored(writer)["age-then"]) == (200, ["18-plus"], ["18-plus"])

    def test_to_skip_the_second_question_leaves_the_first_answer(self):
        writer = begun(age=["18-plus"])
        writer.get("/remove/at/instagram/")
        writer.post("/remove/at/instagram/", skip="1")
        assert stored(writer) == {"where": ["instagram"], "age": ["18-plus"], "age-then": []}

    def test_a_helper_is_asked_about_the_other_person(self):
        said = begun(who=["child"]).said("/remove/at/instagram/")
        assert ("How old are they now?" in said, "How old were they in the picture?" in said) == (True, True)

    def test_who_passed_a_picture_on_is_asked_how_old_both_are(self):
        writer = begun(who=["sharer"])
        writer.get("/remove/at/instagram/")
        assert [*writer.page.offered] == ["age-answer", "age-then-answer"]

    def test_it_can_be_changed_on_the_card(self):
        writer = begun(age=["18-plus"], **{"age-then": ["18-plus"]})
        writer.get("/remove/at/instagram/")
        (change,) = [link for link in writer.page.links if "ages" in link]
        writer.get(change)
        assert writer.page.checked == {"age-answer": ["18-plus"], "age-then-answer": ["18-plus"]}
        writer.post(change, **{"age-answer": "16-17"})
        assert stored(writer) == {"where": ["instagram"], "age": ["16-17"]}

    def test_a_child_alone_lands_on_the_kind_line_with_a_way_on(self):
        writer = begun()
        writer.get("/remove/at/instagram/")
        writer.get(writer.post("/remove/at/instagram/", **{"age-answer": "under-13"}).url)
        assert writer.at == "/plan/#remove"
        said, page = writer.said("/plan/"), writer.look("/plan/")
        assert "Asking for removal is a job for the grown-up who helps you." in said
        assert ('id="remove"' in page, 'class="strip"' in page) == (True, True)
        assert page.index('id="remove"') < page.index('class="alt" href="/plan/tell-someone/"')

    def test_words_from_an_old_tab_are_kept_although_the_age_is_open(self):
        writer = begun(device=["mine"])
        writer.get("/remove/at/instagram/")
        hidden = {name: values for name, values in writer.page.fields.items() if name != "ages"}
        writer.page.fields = hidden
        writer.post("/remove/at/instagram/", links=LINK)
        assert writer.texts("request") == [{"place": "Instagram", "links": LINK}]


class TestWithoutAnAge:
    """Nobody said how old anybody was: rules stay those for a child, and no text claims either side of 18."""

    NAMES = ("Take It Down", "StopNCII", "Report Remove")

    @pytest.mark.parametrize("age", [{"age": []}, {"age": ["18-plus"], "age-then": []}])
    def test_no_card_says_an_age_or_names_a_service_of_one_side(self, age):
        writer, found = begun(**age), []
        cards = selectors.platforms()
        for card in cards:
            page = writer.look(f"/remove/at/{card.path}/")
            texts = "".join(re.findall("<textarea.*?</textarea>", page, re.S))
            found += [(card.slug, name) for name in self.NAMES if name in page.replace("US Take It Down Act", "")]
            found += [(card.slug, "18") for _once in [0] if "18" in texts or "adult" in texts]
            # Nobody is between two phones, so there is nobody to write to.
            found += [(card.slug, "no text") for _once in [0] if bool(texts) == (card.kind == "nearby")]
        assert (found, len(cards) > 40) == ([], True)

    @pytest.mark.parametrize("age", [{"age": []}, {"age": ["18-plus"], "age-then": []}])
    def test_the_list_of_places_names_none_either(self, age):
        said = begun(**age).said("/remove/")
        assert ("Instagram" in said, [name for name in self.NAMES if name in said]) == (True, [])

    def test_the_page_says_that_it_can_be_added(self):
        said = begun(age=[]).said("/remove/at/instagram/")
        assert "If you were under 18 in it, say so in the text, even if your profile shows another age." in said
        assert "Add the age" in said

    def test_no_threat_is_told_of_before_somebody_spoke_of_one(self):
        page = begun(age=[]).look("/remove/at/instagram/")
        heads = re.findall(r"<details( open)?><summary>(Report an account that makes threats|A plain request)", page)
        assert heads == [("", "Report an account that makes threats"), (" open", "A plain request")]

    @pytest.mark.parametrize(("what", "opened"), [({}, 0), ({"what": ["demand-money"]}, 1)])
    def test_no_way_to_ask_stands_open_before_somebody_said_what_happened(self, what, opened):
        page = begun(age=[], **what).look("/remove/at/instagram/")
        assert page[page.index("How to ask</h2>") :].count("<details open") == opened
        assert ("If someone is threatening you, look first for the reason" in page) is not bool(what)

    def test_what_is_kept_is_shown_although_the_guide_has_not_come_to_it(self):
        said = begun(age=["16-17"]).said("/visit/")
        held = ("How old are you now? 16 or 17", "Where is it happening? Instagram")
        assert ([words for words in held if words in said], "Skipped" in said) == ([*held], False)

    def test_a_text_that_waits_for_words_is_not_shown_where_none_can_be_typed(self):
        said = begun(age=[]).said("/remove/at/instagram/")
        assert ("This is still missing" in said, "So nothing is kept here." in said) == (False, True)

    def test_the_plan_of_somebody_who_said_only_a_place_is_the_plan_of_skips(self):
        """The proof follows skips: what it proved of those holds for who came from the page of a place."""
        world = facts_for_guide()
        for said in ({}, {"age": ["16-17"]}, {"age": ["18-plus"]}, {"age": ["18-plus"], "age-then": ["18-plus"]}):
            given = {"where": ["instagram"], **said}
            skipped = dict(given)
            while slug := walk(FLOW, skipped, world).first_open:
                skipped = record(FLOW, skipped, slug, (), world)
            short, whole = walk(FLOW, given, world), walk(FLOW, skipped, world)
            assert read_answers(short, world) == read_answers(whole, world)


class TestNotesFirst:
    @pytest.mark.parametrize("device", ["mine", "watched"])
    def test_who_wrote_nothing_is_led_to_the_notes(self, device):
        writer = visitor({**ADULT_MAY_SAY_NO, "device": device})
        writer.get("/remove/at/reddit/")
        assert "/notes/" in writer.page.links
        assert writer.page.data["data-tool"] == ["notes"]

    def test_who_has_notes_is_not(self):
        writer = visitor(ADULT_MAY_SAY_NO)
        writer.keep("/notes/", link=LINK)
        writer.get("/remove/at/reddit/")
        assert "/notes/" not in writer.page.links


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
            "Add your details",
            "Laws and other ways that can help here",
        ]
        assert [part for part in parts if part in said] == parts

    def test_a_place_without_known_steps_has_general_ones(self):
        said = visitor(ADULT_MAY_SAY_NO).said("/remove/at/grindr/")
        assert "Use the help page of the app or site, or tap “Report” on the post or the profile." in said

    def test_nothing_says_to_write_to_a_place_that_posts_its_requests(self):
        writer = visitor({**ADULT_MAY_SAY_NO, "where": "no-answer-sites"})
        said = writer.said("/remove/at/no-answer-sites/")
        assert ("Do not write to such a site." in said, "A plain request" in said) == (True, False)
        assert said.index("Do not write to such a site.") < said.index("A letter to the company that hosts the site")
        one = writer.said(writer.post("/remove/at/no-answer-sites/", links=LINK).url)
        assert ("Do not write to it." in one, "into the form of the place" in one) == (True, False)

    def test_who_forwarded_a_picture_is_not_sent_to_such_a_place_either(self):
        said = visitor(SHARER_FORCED).said("/remove/at/no-answer-sites/")
        assert "How to ask" not in said

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
        assert "There is nothing to add yet." in writer.answer.content.decode()

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
        assert ("A notice under EU law" in visitor(person).said("/remove/at/reddit/")) is eu


class TestARequest:
    def test_the_us_request_appears_when_its_four_parts_are_there(self):
        writer = asked(ADULT_MAY_SAY_NO)
        before = writer.said(writer.at)
        writer.keep(writer.at, **WHOLE)
        after = writer.said(writer.at)
        title = "Request for removal under the TAKE IT DOWN Act"
        assert (title in before, "Something is still missing." in before, title in after) == (False, True, True)

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
        assert (writer.boxes(writer.at)["links"], "You have put in 500 links." in writer.said(writer.at)) == (
            many,
            True,
        )

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
        parts = ["What you asked for", "Reddit", LINK, "A request under US law, with a 48-hour limit", "a@example.org"]
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
    "place alone": {"where": "instagram"},
    "place and adult": {"where": "instagram", "age": "18-plus", "age-then": "18-plus"},
    "place and teen": {"where": "instagram", "age": "16-17"},
}
RULES = [rule for rule in read_phrases(row.slug for row in STEP_RULES) if rule.never and not rule.steps]
PLACES = ("snapchat", "reddit", "ph", "website-generic", "google-search", "cloudflare", "grindr")


@pytest.mark.parametrize("who", OPEN)
def test_every_page_keeps_the_rules_of_the_house_and_its_weight(who):
    writer = visitor(OPEN[who])
    paths = ["/remove/", *(f"/remove/at/{place}/" for place in PLACES)]
    if not writer_answers(writer).watched:
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
