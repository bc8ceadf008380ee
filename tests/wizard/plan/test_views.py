"""The plan over HTTP: its steps, ticks, locked tools, helplines, and the page that shows what is held."""

from collections.abc import Mapping

import pytest

from resources.models import Helpline as HelplineRow
from tests.content.step_words import plain
from tests.people import (
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    PEOPLE,
    SHARER,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
)
from tests.visitor import Walker
from wizard.core.step_rules import STEP_RULES

pytestmark = pytest.mark.django_db


def with_plan(person: Mapping[str, str]) -> Walker:
    walker = Walker().walk(person)
    walker.get("/plan/")
    return walker


@pytest.mark.parametrize("name", [name for name in PEOPLE if name != "child under 13 alone"])
def test_one_element_a_step_in_the_order_of_the_table(name: str) -> None:
    shown = with_plan(PEOPLE[name]).page.data["data-step"]
    assert shown == [row.slug for row in STEP_RULES if row.slug in set(shown)]


def test_a_child_alone_sees_four_things_then_the_fold() -> None:
    walker = with_plan(CHILD_ALONE)
    assert walker.page.data["data-step"][:4] == ["danger-now", "stop-contact", "tell-someone", "people"]
    folded = walker.page.data["data-step"][4:]
    assert folded == [row.slug for row in STEP_RULES if row.slug in set(folded)]
    assert walker.page.data["data-tool"] == ["talk"]


FOR_THE_ADULT = "This part is for you, the adult."


def test_next_leads_a_child_alone_through_their_own_steps_and_no_further() -> None:
    walker = with_plan(CHILD_ALONE)
    own = walker.page.data["data-step"][:4]
    for slug, after in zip(own, [*own[1:], ""], strict=True):
        said = main_of(walker, slug)
        assert (f'href="/plan/{after}/"><span><b>Next:' in said, "Next:" in said, FOR_THE_ADULT in said) == (
            bool(after),
            bool(after),
            False,
        )


def test_a_page_of_the_fold_begins_by_saying_that_it_is_for_the_adult_and_leads_to_no_step_of_the_child() -> None:
    walker = with_plan(CHILD_ALONE)
    own, folded = walker.page.data["data-step"][:4], walker.page.data["data-step"][4:]
    for slug in folded:
        said = main_of(walker, slug)
        assert FOR_THE_ADULT in said.split("<h1>")[0], slug
        assert [other for other in own if f'href="/plan/{other}/"><span><b>Next:' in said] == []
    assert FOR_THE_ADULT not in main_of(with_plan(TEEN_BLACKMAILED), "safe-device")


def main_of(walker: Walker, slug: str) -> str:
    """The page of a step without the list of steps beside it."""
    return walker.get(f"/plan/{slug}/").content.decode().split('<nav class="side also"')[0]


# Each tool is linked from its step, and only where it is open.
TALK_STEPS = ("tell-someone", "with-your-child", "worker-duties", "be-a-good-friend")
TOOL_OF_STEP = {"write-it-down": "notes", "say-no": "message", "remove": "remove", **dict.fromkeys(TALK_STEPS, "talk")}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_tool_is_linked_from_its_step_where_it_is_open(name: str) -> None:
    walker = with_plan(PEOPLE[name])
    for slug in walker.page.data["data-step"]:
        walker.get(f"/plan/{slug}/")
        wanted = [TOOL_OF_STEP[slug]] if slug in TOOL_OF_STEP else []
        # A child alone has one tool; the others are for the grown-up, on a visit of their own.
        wanted = [tool for tool in wanted if PEOPLE[name] is not CHILD_ALONE or tool == "talk"]
        assert walker.page.data.get("data-tool", []) == wanted, slug


def test_no_tool_is_linked_on_paper() -> None:
    walker = with_plan(TEEN_BLACKMAILED)
    walker.get("/plan/print/")
    assert "data-tool" not in walker.page.data


@pytest.mark.parametrize("name", PEOPLE)
def test_every_step_has_a_page_with_words(name: str) -> None:
    walker = with_plan(PEOPLE[name])
    for slug in walker.page.data["data-step"]:
        response = walker.client.get(f"/plan/{slug}/")
        assert response.status_code == 200
        assert len(plain(response.content.decode().split("<main")[1].split("</main>")[0]).split()) > 25, slug


def test_without_a_visit_there_is_no_plan() -> None:
    client = Walker().client
    assert [client.get(path).url for path in ("/plan/", "/plan/people/", "/visit/", "/notes/")] == ["/guide/"] * 4


def test_a_live_visit_without_answers_has_a_plan() -> None:
    walker = Walker()
    walker.get("/guide/")
    assert walker.get("/plan/").status_code == 200
    assert walker.page.data["data-step"][:2] == ["danger-now", "crisis"]


def test_a_step_that_is_not_on_the_plan_leads_back() -> None:
    walker = with_plan(SHARER)
    paths = ("/plan/remove/", "/plan/nonsense/")
    assert [walker.client.get(path).url for path in paths] == ["/plan/"] * 2
    assert walker.post("/plan/remove/", done="1").url == "/plan/"


# --- ticks ------------------------------------------------------------------------------------------------------------


def done_of(walker: Walker) -> list[str]:
    return walker.client.session.get("done", [])


def test_a_step_is_ticked_and_unticked() -> None:
    walker = with_plan(TEEN_BLACKMAILED)
    assert walker.post("/plan/tell-someone/", done="1").url == "/plan/"
    assert done_of(walker) == ["tell-someone"]
    walker.post("/plan/block/", done="1")
    walker.post("/plan/tell-someone/", done="0")
    assert done_of(walker) == ["block"]


def test_a_doubled_click_is_one_tick() -> None:
    walker = with_plan(TEEN_BLACKMAILED)
    for _ in range(2):
        assert walker.post("/plan/block/", done="1").status_code == 303
    assert done_of(walker) == ["block"]


@pytest.mark.parametrize("value", ["2", "", "yes", "<b>"])
def test_a_strange_tick_changes_nothing(value: str) -> None:
    walker = with_plan(TEEN_BLACKMAILED)
    assert walker.post("/plan/block/", done=value).url == "/plan/"
    assert done_of(walker) == []


def test_a_tick_of_a_vanished_step_is_dropped() -> None:
    walker = with_plan(TEEN_BLACKMAILED)
    walker.post("/plan/beat-the-clock/", done="1")
    walker.get("/guide/danger/")
    walker.reply("none")
    walker.get("/plan/")
    walker.post("/plan/block/", done="1")
    assert done_of(walker) == ["block"]


# --- tools ------------------------------------------------------------------------------------------------------------

LOCKED = [
    (CHILD_ALONE, {"notes", "message", "remove"}),
    (TEEN_BLACKMAILED, {"message"}),
    (WORKER, {"message", "remove"}),
    (SHARER, {"notes", "message", "remove"}),
    (ADULT_MAY_SAY_NO, set()),
]


@pytest.mark.parametrize(("person", "locked"), LOCKED)
def test_a_locked_tool_leads_to_its_kind_line(person: dict[str, str], locked: set[str]) -> None:
    walker = with_plan(person)
    for tool in ("notes", "message", "remove"):
        answers = walker.client.get(f"/{tool}/"), walker.post(f"/{tool}/any/")
        where = [answer.headers.get("Location") for answer in answers]
        assert (where == [f"/plan/#{tool}"] * 2) is (tool in locked)
        assert (tool in walker.page.ids) is (tool in locked)


# --- helplines and words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PEOPLE)
def test_helplines_are_those_of_the_place(name: str) -> None:
    walker = with_plan(PEOPLE[name])
    slugs = {slug for step in walker.page.data["data-step"] for slug in helplines_of(walker, f"/plan/{step}/")}
    countries = set(HelplineRow.objects.filter(slug__in=slugs).values_list("country", flat=True))
    assert countries - {"INT"} == {PEOPLE[name]["place"]}


def helplines_of(walker: Walker, path: str) -> list[str]:
    walker.get(path)
    return walker.page.data.get("data-helpline", [])


@pytest.mark.parametrize("name", PEOPLE)
def test_the_matching_service_fits_the_age_in_the_picture(name: str) -> None:
    walker = with_plan(PEOPLE[name])
    text = "".join(
        walker.client.get(path).content.decode()
        for path in ("/plan/", *(f"/plan/{slug}/" for slug in walker.page.data["data-step"]))
    )
    grown = PEOPLE[name].get("age-then") == "18-plus"
    assert ("StopNCII" in text, "Take It Down" in text or "takeitdown.ncmec" in text) in (
        (grown, False),
        (False, not grown),
    )


def test_the_home_country_stands_in_with_a_link_to_change() -> None:
    walker = Walker().walk({**TEEN_BLACKMAILED, "place": ""})
    response = walker.get("/plan/")
    assert "Canada" in plain(response.content.decode())
    assert "/guide/place/" in walker.page.links


OPENINGS = [
    (TEEN_BLACKMAILED, "This is not your fault"),
    (TEEN_CLASSMATE_SHARED, "This is not your fault"),
    (SHARER, "You can start to put this right"),
    (WORKER, "Asking is the right thing"),
]


@pytest.mark.parametrize(("person", "first"), OPENINGS)
def test_the_plan_opens_without_blame(person: dict[str, str], first: str) -> None:
    response = Walker().walk(person).get("/plan/")
    assert first in plain(response.content.decode())


def test_the_visit_page_shows_all_that_is_held_and_ends_it() -> None:
    walker = with_plan(TEEN_BLACKMAILED)
    walker.post("/plan/block/", done="1")
    text = plain(walker.get("/visit/").content.decode())
    assert all(words in text for words in ("13 to 15", "Manitoba", "Snapchat", "Report the account, then block it"))
    assert walker.post("/start-again/").url == "/"
    assert walker.client.get("/plan/").url == "/guide/"


def test_a_step_that_says_call_a_number_on_this_page_has_one() -> None:
    met_online = {**TEEN_CLASSMATE_SHARED, "holder": "stranger", "holder-age": ""}
    page = Walker().walk(met_online).get("/plan/stop-contact/").content.decode()
    assert ("Call or text a number on this page now" in page, 'href="tel:' in page) == (True, True)


def test_who_is_told_to_plan_first_has_the_numbers_on_every_page() -> None:
    careful = {**FRIEND, "what": "shared", "holder": "partner", "afraid": "yes", "danger": "none"}
    walker = Walker().walk(careful)
    page = walker.get("/plan/safety-plan/").content.decode()
    assert ('class="strip"' in page, "/plan/safety-plan/" in walker.get("/plan/").content.decode()) == (True, True)


@pytest.mark.parametrize(
    ("place", "device", "links"),
    [
        ({"place": "NG"}, "home", 0),
        ({"place": "IN"}, "home", 0),
        ({"place": "AU"}, "home", 1),
        ({"place": "CA", "region": "CA-BC"}, "mine", 0),  # the line stands there by name
    ],
)
def test_the_quiet_link_is_there_only_where_a_line_waits_behind_it(
    place: dict[str, str], device: str, links: int
) -> None:
    person = {**ADULT_MAY_SAY_NO, "region": "", "holder": "stranger", "what": "threat", "where": "grindr"}
    walker = Walker().walk({**person, "device": device, "already": "none", **place})
    walker.get("/plan/tell-someone/")
    assert [link[-11:] for link in walker.page.links if "about=" in link] == ["?about=plus"] * links
