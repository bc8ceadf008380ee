"""Which removal services a plan shows, and in which part."""

from datetime import date
from typing import Any

import pytest

from resources.core.removal import PARTS, Platform, RemovalService
from tests.wizard.plan.core.test_step_guides import app
from wizard.plan.core.removal_routes import Route, Routes, routes_for_plan

NOTHING: dict[str, Any] = {
    **dict.fromkeys(RemovalService.__dataclass_fields__, ""),
    **dict.fromkeys(("what_you_need", "required_elements", "sources"), ()),
    **dict.fromkeys(("age_alone_from", "deadline_hours", "order_deadline_hours", "use_after_hours"), None),
    **{"for_subject": "any", "needs_file_on_device": False, "read_on": date(2026, 11, 22)},
    **{"part": "bodies", "only_minors_now": False, "only_on": ()},
}


def service(slug: str, *places: str, reaches: bool = False, complain: str = "", **fields: Any) -> RemovalService:
    """A service with nothing to say."""
    said = {"slug": slug, "place": places or ("*",), "status": "in-force", "contacts_other_person": reaches}
    return RemovalService(**{**NOTHING, **said, "complain_to": complain, **fields})


def routes(
    *cards: RemovalService, country: str = "CA", named: tuple[Platform, ...] = (), minor: bool = False
) -> Routes:
    return routes_for_plan(cards, country, named, minor=minor)


def parts(found: Routes) -> dict[str, list[str]]:
    """The slugs of each part that has any."""
    named = {part: getattr(found, part) for part in sorted(set(PARTS) - {"complaint"})}
    return {part: [route.service.slug for route in cards] for part, cards in named.items() if cards}


@pytest.mark.parametrize("part", [part for part in PARTS if part != "complaint"])
def test_a_service_stands_in_the_part_that_the_facts_name(part: str) -> None:
    assert parts(routes(service("a-new-one-of-the-facts", "CA", part=part))) == {part: ["a-new-one-of-the-facts"]}


def test_a_complaint_is_no_route_by_itself() -> None:
    assert routes(service("an-office", "CA", part="complaint")) == Routes()


@pytest.mark.parametrize("status", ["bill", "enacted-not-in-force", "guidance", "unknown"])
def test_only_what_is_in_force_is_a_route(status: str) -> None:
    assert parts(routes(service("netsafe-nz", "NZ", status=status), country="NZ")) == {}


@pytest.mark.parametrize("part", ["matching", "search", "bodies"])
def test_some_are_only_for_whoever_is_under_18_now(part: str) -> None:
    card = service("a-service", part=part, only_minors_now=True)
    assert [parts(routes(card, minor=minor)) != {} for minor in (True, False)] == [True, False]


def test_a_tipline_of_another_country_is_no_route() -> None:
    card = service("cybertipline-ncmec", "US", "*", part="tiplines")
    assert [parts(routes(card, country=country)) for country in ("US", "CA")] == [
        {"tiplines": ["cybertipline-ncmec"]},
        {},
    ]


@pytest.mark.parametrize(
    ("country", "named", "shown"),
    [
        ("US", (), True),
        ("CA", (), False),
        ("CA", (app("snapchat", covered_by_us_48h=True),), True),
        ("CA", (app("telegram", covered_by_us_48h=None), app("cloudflare", covered_by_us_48h=False)), False),
    ],
)
def test_the_us_clock_runs_there_and_for_firms_it_binds(country: str, named: tuple[Platform, ...], shown: bool) -> None:
    found = routes(service("us-take-it-down-act", "US", "*", part="clocks"), country=country, named=named)
    assert bool(found.clocks) == shown


def test_no_clock_is_shown_for_a_picture_that_was_sold() -> None:
    act = service("us-take-it-down-act", "US", "*", part="clocks")
    assert (
        parts(routes_for_plan([act], "US", (), minor=False, sold=True)),
        bool(routes(act, country="US").clocks),
    ) == (
        {},
        True,
    )


def test_a_route_leads_to_where_to_complain_only_where_that_serves() -> None:
    notice, office = (
        service("eu-dsa-article-16", "EU", complain="ie-cnam-complaint", part="notices"),
        service("ie-cnam-complaint", "IE", part="complaint"),
    )
    assert routes(notice, office, country="IE").notices == (Route(notice, office),)
    assert routes(notice, country="DE").notices == (Route(notice, None),)


def test_a_form_of_one_firm_is_for_its_own_sites() -> None:
    card = service("us-aylo-order", part="sites", only_on=("pornhub",))
    assert parts(routes(card, named=(app("pornhub"),))) == {"sites": ["us-aylo-order"]}
    assert parts(routes(card, named=(app("reddit"),))) == {}


def test_named_places_that_take_part_are_those_of_the_service_shown() -> None:
    named = (app("yubo", matching=("take-it-down-ncmec",)), app("bumble", matching=("stopncii",)), app("kik"))
    assert routes(service("take-it-down-ncmec", part="matching"), named=named).joined == ("Yubo",)
    assert routes(service("stopncii", part="matching"), named=named).joined == ("Bumble",)


@pytest.mark.parametrize(("reaches", "expected"), [((False, False), False), ((False, True), True), ((), False)])
def test_it_is_known_whether_a_body_may_reach_the_other_person(reaches: tuple[bool, ...], expected: bool) -> None:
    cards = [service(f"body-{number}", "CA", reaches=reach) for number, reach in enumerate(reaches)]
    assert routes(*cards).may_reach_them == expected


def test_a_notice_that_reaches_them_is_no_body() -> None:
    assert not routes(service("us-dmca-512c3", part="copyright", reaches=True)).may_reach_them


def test_the_facts_name_parts_only_for_what_is_no_body_and_a_site_only_where_it_counts(content) -> None:
    parts_named = {row["slug"]: row["part"] for row in content["takedown"] if "part" in row}
    assert ("bodies" in parts_named.values(), len(parts_named) > 10) == (False, True)
    adult = [row["slug"] for row in content["platforms"] if row["kind"] == "adult"]
    fakes = ["ai-makers", "ai-chats", "grok"]
    silent = ["no-answer-sites", "image-boards", "erome", "motherless", "eporner", "spankbang", "xnxx", "catbox"]
    only_on = {row["slug"]: row["only_on"] for row in content["takedown"] if "only_on" in row}
    assert only_on == {
        "us-aylo-order": ["pornhub"],
        "round-the-site": silent,
        "card-rules-seven-days": adult,
        "app-store-complaint": fakes,
        "oaic-au": fakes,
        "privacy-complaint-ca": [*fakes, "x"],
        "privacy-complaint-qc": fakes,
    }
    # What is for named places only stands with them, and among no bodies of a country.
    assert {parts_named.get(slug) for slug in only_on} == {"sites"}
