"""The guide over HTTP: the behaviours that any shell must have, whatever library is inside it."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from compass.models import Visit
from compass.visits.session_store import SessionStore
from tests.people import CHILD_ALONE, PEOPLE, TEEN_BLACKMAILED
from tests.resources.fact_numbers import opens
from tests.visitor import FORM, Page, Walker
from wizard.journey.journey import ANSWERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def walker() -> Walker:
    return Walker()


def test_start_goes_to_the_first_question(walker: Walker) -> None:
    response = walker.client.get("/guide/")
    assert (response.status_code, response.url) == (303, "/guide/who/")


def test_no_cookie_before_the_first_question(walker: Walker) -> None:
    walker.client.get("/")
    walker.client.get("/guide/")
    walker.client.get("/guide/age/")
    walker.client.get("/plan/")
    assert (len(walker.client.cookies), Visit.objects.count()) == (0, 0)
    walker.client.get("/guide/who/")
    assert (list(walker.client.cookies), Visit.objects.count()) == (["visit"], 1)


def test_one_form_with_the_answer_and_both_buttons(walker: Walker) -> None:
    walker.get("/guide/")
    assert walker.page.forms == ["post"]
    assert walker.page.offered == {"who-answer": ["self", "child", "client", "friend", "sharer"]}


def test_the_title_says_nothing(walker: Walker) -> None:
    walker.get("/guide/")
    assert walker.page.title == "Question 1 – Compass"


def test_an_early_deep_link_goes_to_the_first_open_question(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    walker.get("/guide/where/")
    assert walker.at == "/guide/danger/"


def test_an_unknown_step_goes_to_the_first_open_question(walker: Walker) -> None:
    walker.get("/guide/")
    assert walker.client.get("/guide/nonsense/").url == "/guide/who/"
    assert walker.post("/guide/nonsense/", **{"nonsense-answer": "self"}).url == "/guide/who/"


def test_a_post_to_a_step_that_does_not_apply_stores_nothing(walker: Walker) -> None:
    walker.get("/guide/")
    response = walker.post("/guide/forced/", **{"forced-answer": "no"})
    assert (response.status_code, response.url) == (303, "/guide/who/")


def test_a_forged_step_in_the_form_stores_nothing(walker: Walker) -> None:
    walker.get("/guide/")
    walker.page.fields["guide_view-current_step"] = ["age"]
    response = walker.post("/guide/who/", **{"who-answer": "self"})
    assert response.url == "/guide/who/"


def test_a_branch_question_appears(walker: Walker) -> None:
    walker.get("/guide/")
    for answer in ("self", "none", "mine", "CA"):
        walker.reply(answer)
    assert walker.at == "/guide/region/"


def test_danger_leads_to_a_number_at_once(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    response = walker.reply("deadline")
    assert response.url == "/guide/now/"
    assert "tel:911" in walker.page.links
    assert walker.page.forms == []
    assert {"/plan/", "/guide/"} <= set(walker.page.links)


def test_no_danger_leads_on(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    assert walker.reply("none").url == "/guide/device/"
    assert walker.client.get("/guide/now/").url == "/guide/device/"


def test_from_danger_on_every_page_carries_the_numbers(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    walker.reply("meet")
    seen = []
    for path in ("/guide/device/", "/guide/who/", "/plan/"):
        walker.get(path)
        seen.append("tel:911" in walker.page.links)
    assert seen == [True, True, True]


def test_skip_needs_no_choice_and_wins_over_one(walker: Walker) -> None:
    walker.get("/guide/")
    assert walker.post("/guide/who/", skip="1", **{"who-answer": "sharer"}).url == "/guide/danger/"
    walker.get("/guide/who/")
    assert walker.page.checked == {}


def test_a_given_answer_is_still_ticked_on_the_way_back(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    walker.reply("none")
    walker.reply("shared", "watched")
    walker.get("/guide/device/")
    assert walker.page.checked == {"device-answer": ["shared", "watched"]}


def test_back_is_a_link(walker: Walker) -> None:
    walker.get("/guide/")
    assert "/" in walker.page.links
    walker.reply("self")
    assert "/guide/who/" in walker.page.links


def test_show_my_plan_now_from_the_third_question_on(walker: Walker) -> None:
    walker.get("/guide/")
    shown = ["/plan/" in walker.page.links]
    for answer in ("self", "none"):
        walker.reply(answer)
        shown.append("/plan/" in walker.page.links)
    assert shown == [False, False, True]


def test_changing_an_early_answer_returns_at_once(walker: Walker) -> None:
    walker.walk_by_hand(TEEN_BLACKMAILED)
    walker.get("/guide/device/")
    assert walker.reply("shared").url == "/guide/check/"


def test_a_change_that_opens_a_branch_asks_only_that(walker: Walker) -> None:
    walker.walk_by_hand(TEEN_BLACKMAILED)
    walker.get("/guide/holder/")
    assert walker.reply("peer").url == "/guide/holder-age/"
    walker.reply("young")
    walker.reply("no")
    assert walker.at == "/guide/check/"


def test_an_abandoned_answer_is_gone(walker: Walker) -> None:
    walker.walk_by_hand({**TEEN_BLACKMAILED, "holder": "peer", "holder-age": "young", "afraid": "yes"})
    walker.get("/guide/holder/")
    walker.reply("stranger")
    walker.get("/guide/holder/")
    walker.reply("peer")
    assert walker.at == "/guide/holder-age/"


def test_each_answer_has_a_change_link(walker: Walker) -> None:
    walker.walk_by_hand(TEEN_BLACKMAILED)
    changes = [link for link in walker.page.links if link.startswith("/guide/") and link != "/guide/"]
    slugs = ["who", "danger", "device", "place", "region", "age", "what", "holder", "already", "where"]
    assert changes == [f"/guide/{slug}/" for slug in slugs]


def test_the_check_page_before_its_time_goes_to_the_first_open_question(walker: Walker) -> None:
    walker.get("/guide/")
    assert walker.client.get("/guide/check/").url == "/guide/who/"


def test_all_skipped_reaches_the_check_page_and_a_plan(walker: Walker) -> None:
    walker.walk_by_hand({})
    assert walker.at == "/guide/check/"
    assert walker.get("/plan/").status_code == 200


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_reaches_the_check_page(walker: Walker, name: str) -> None:
    walker.walk_by_hand(PEOPLE[name])
    assert walker.at == "/guide/check/"


BAD: list[tuple[str, Any]] = [
    ("nothing chosen", []),
    ("an unknown value", ["alien"]),
    ("two values where one is asked", ["self", "child"]),
    ("a null byte", ["self\x00"]),
    ("an emoji", ["🙂"]),
    ("a script", ["<script>alert(1)</script>"]),
    ("a long text", ["x" * 5000]),
]


@pytest.mark.parametrize(("why", "values"), BAD, ids=[row[0] for row in BAD])
def test_a_wrong_choice_is_explained_and_not_stored(walker: Walker, why: str, values: list[str]) -> None:
    walker.get("/guide/")
    response = walker.post("/guide/who/", **{"who-answer": values})
    page = Page(response)
    assert (response.status_code, page.title[:6]) == (200, "Error:")
    assert b"alert(1)" not in response.content
    assert walker.client.get("/guide/").url == "/guide/who/"


def test_one_bad_value_of_many_stores_none_of_them(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    assert walker.reply("meet", "alien").status_code == 200
    assert walker.client.get("/guide/").url == "/guide/danger/"


def test_unknown_fields_are_not_stored(walker: Walker) -> None:
    walker.get("/guide/")
    walker.post("/guide/who/", **{"who-answer": "self", "age-answer": "18-plus", "note": "marker"})
    walker.get("/guide/danger/")
    session = walker.client.session
    assert session["answers"] == {"who": ["self"]}


def test_an_unknown_country_is_refused(walker: Walker) -> None:
    walker.get("/guide/")
    for answer in ("self", "none", "mine"):
        walker.reply(answer)
    assert walker.reply("ZZ").status_code == 200


def test_a_hundred_thousand_fields_are_refused(walker: Walker) -> None:
    walker.get("/guide/")
    body = "&".join(f"a{n}=" for n in range(100_000))
    response = walker.client.post("/guide/who/", body, content_type=FORM)
    assert response.status_code in (400, 413)


def test_a_late_post_explains_itself(walker: Walker) -> None:
    walker.get("/guide/")
    Visit.objects.all().delete()
    response = walker.post("/guide/who/", **{"who-answer": "self"})
    assert response.status_code == 403
    assert b"cleared" in response.content
    assert Visit.objects.count() == 0


def test_a_visit_that_ended_is_explained_on_the_first_question(walker: Walker) -> None:
    walker.walk_by_hand(TEEN_BLACKMAILED)
    Visit.objects.all().delete()
    response = walker.get("/plan/")
    assert walker.at == "/guide/who/"
    assert b"cleared" in response.content


@pytest.mark.parametrize("cookie", ["x", "a" * 32, "a" * 10_000, "é", "' OR 1=1"])
def test_a_strange_cookie_starts_anew(cookie: str) -> None:
    client = Client()
    client.cookies["visit"] = cookie
    assert client.get("/plan/").url == "/guide/"
    assert client.get("/guide/who/").status_code == 200


def test_two_tabs_do_not_lose_an_answer(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    other = dict(walker.page.fields)
    walker.reply("none")
    walker.page.fields = other
    assert walker.post("/guide/danger/", **{"danger-answer": "none"}).url == "/guide/device/"
    walker.get("/guide/who/")
    assert walker.page.checked == {"who-answer": ["self"]}


def test_get_writes_nothing_and_post_writes_once(walker: Walker) -> None:
    walker.get("/guide/")
    walker.reply("self")
    with CaptureQueriesContext(connection) as seen:
        walker.client.get("/guide/danger/")
    assert writes(seen) == []
    with CaptureQueriesContext(connection) as seen:
        walker.post("/guide/danger/", **{"danger-answer": "none"})
    assert len(writes(seen)) == 1


def writes(seen: Any) -> list[str]:
    return [q["sql"] for q in seen.captured_queries if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE", "REPLACE")]


def test_a_child_alone_is_asked_seven_questions_at_most(walker: Walker) -> None:
    walker.walk_by_hand(CHILD_ALONE)
    slugs = ["who", "danger", "device", "place", "region", "age", "what", "holder"]
    assert [link.split("/")[2] for link in walker.page.links if link.startswith("/guide/")] == slugs


def test_where_the_first_line_takes_no_texts_another_one_does(walker: Walker) -> None:
    walker.get("/guide/")
    for answers in (["self"], ["deadline"], ["mine"], ["GB"]):
        walker.get("/guide/")
        walker.reply(*answers)
    walker.get("/guide/now/")
    assert [link for link in walker.page.links if link.startswith(("tel:", "sms:"))] == [
        opens("gb-999"),
        opens("gb-childline"),
        opens("gb-shout", "text"),
    ]


def test_the_question_about_danger_has_numbers_itself(walker: Walker) -> None:
    walker.get("/guide/")
    assert [link for link in walker.page.links if link.startswith("tel:")] == []
    walker.reply("self")
    assert "tel:911" in walker.page.links
    walker.reply("none")
    assert [link for link in walker.page.links if link.startswith("tel:")] == []


@pytest.mark.parametrize("name", PEOPLE)
def test_what_other_tests_start_from_is_what_the_pages_keep(name: str) -> None:
    by_hand, written = Walker().walk_by_hand(PEOPLE[name]), Walker().walk(PEOPLE[name])
    assert (by_hand.at, kept(by_hand)) == (written.at, kept(written))


def kept(walker: Walker) -> dict[str, list[str]]:
    """The answers that the visit holds."""
    visit = SessionStore(walker.client.cookies[settings.SESSION_COOKIE_NAME].value)
    return dict(visit.get(ANSWERS))


def test_until_the_place_is_known_the_page_of_numbers_offers_another_country_first():
    walker = Walker()
    walker.get("/guide/")
    walker.reply("self", slug="who")
    walker.reply("deadline", slug="danger")
    html = walker.get("/guide/now/").content.decode()
    main = html[html.index("<main") :]
    assert walker.page.links.index("/now/") < next(i for i, link in enumerate(walker.page.links) if link[:4] == "tel:")
    assert main.index("Not in Canada?") < main.index("tel:")


def test_once_the_place_is_known_nothing_stands_above_its_numbers():
    walker = Walker().walk({"who": "self", "danger": "deadline", "place": "CA"})
    assert "Not in" not in walker.get("/guide/now/").content.decode()
