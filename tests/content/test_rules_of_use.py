"""How some places and bodies may be used, as the facts know it: who would be told, who is watching, who has no account.

Each rule is read off the real facts and off the pages made from them, so that a new place is held to it too.
"""

import re
from typing import Any

import pytest
from django.test import Client

from resources import selectors
from resources.core.guide_sections import for_adults, for_everybody
from resources.core.removal import LEAK, Platform
from tests.content.step_words import plain
from tests.content.test_steps_law_and_services import here, plan_of
from tests.people import ADULT_EX, ADULT_MAY_SAY_NO, TEEN_CLASSMATE_SHARED

pytestmark = pytest.mark.django_db

IN_AUSTRALIA = "In Australia you have to be 16"
# Where nobody under 16 in Australia has an account, by a law of 2024: the list of eSafety, and two that say so.
FROM_16 = {
    *("facebook", "instagram", "kick", "reddit", "snapchat", "threads", "tiktok", "twitch", "x", "youtube"),
    *("yubo", "wizz"),
}
ADULT_IN_US = {**ADULT_MAY_SAY_NO, **here("US")}


def cards(**fields: Any) -> list[Platform]:
    return [card for card in selectors.platforms() if all(getattr(card, name) == it for name, it in fields.items())]


def page_of(client: Client, card: Platform) -> str:
    return client.get(card.href).content.decode()


# --- who would be told ------------------------------------------------------------------------------------------------


def test_a_request_that_the_other_person_gets_to_see_is_for_adults_who_read_the_warning() -> None:
    telling = [(card, guide) for card in cards() for guide in card.guides if guide.tells_them]
    assert {("vimeo", "privacy"), ("tiktok", "copyright")} <= {(card.slug, guide.purpose) for card, guide in telling}
    for card, guide in telling:
        told = {step.text for step in guide.steps if step.tells_them}
        everybody = {step.text for section in for_everybody(card) for way in section.ways for step in way.steps}
        grown = {step.text for section in for_adults(card) for way in section.ways for step in way.steps}
        assert (guide.under_18_ok, told & everybody, told <= grown) == (False, set(), True), card.slug
        assert any(step.warning for step in guide.steps), card.slug


def test_vimeo_says_first_who_sees_a_claim_and_leads_to_the_flag(client: Client) -> None:
    (card,) = cards(slug="vimeo")
    everybody = plain(page_of(client, card)).partition("Only if you were 18 or older in the picture")[0]
    told = "If you send Vimeo a privacy claim, the person who posted the video gets to see it. Use the flag instead."
    assert card.warnings[0] == told
    assert (card.warnings[0] in everybody, "click the flag" in everybody) == (True, True)
    assert "form for privacy claims. Think" not in everybody


# --- who posts what they are sent -------------------------------------------------------------------------------------


def test_a_place_that_posts_requests_is_not_written_to() -> None:
    assert [card.slug for card in cards(kind=LEAK)] == ["no-answer-sites"]
    for card in cards(kind=LEAK):
        assert card.warnings[0].startswith("Do not write to such a site.")
        forms = {way.host for section in for_everybody(card) for way in section.ways if way.host}
        assert forms == {"support.google.com", "lookup.icann.org"}
        steps = [step.text for guide in card.guides for step in guide.steps]
        assert [text for text in steps if re.search(r"(write to|ask) the site\b", text) and "Do not" not in text] == []


def test_its_page_does_not_say_to_ask_again(client: Client) -> None:
    pages = {card.slug: plain(page_of(client, card)) for card in (*cards(kind=LEAK), *cards(slug="erome"))}
    assert {slug: "Ask again with another reason." in page for slug, page in pages.items()} == {
        "no-answer-sites": False,
        "erome": True,
    }


def test_the_way_round_a_site_stands_only_with_the_places_it_is_for_and_warns_first() -> None:
    name, warning = "Ask the companies behind a site", "may pass your message on to the owner of the site"
    calm = plan_of({**ADULT_MAY_SAY_NO, "where": "no-answer-sites"}).pages["remove"]
    elsewhere = plan_of({**ADULT_MAY_SAY_NO, "where": "reddit"}).pages["remove"]
    afraid = plan_of({**ADULT_EX, "device": "mine", "where": "no-answer-sites"})
    fold = next(
        fold for fold in re.split("<details>", afraid.pages["remove"]) if name in fold.partition("</summary>")[0]
    )
    assert (name in calm, name in elsewhere) == (True, False)
    assert fold.index(warning) < fold.index("Each of these can be asked")
    assert ("Contact it only after the safety plan." in fold, "talk to a helpline first" in fold) == (True, True)


# --- who is watching, who has no account ------------------------------------------------------------------------------


def test_who_has_a_school_account_reads_first_that_the_school_sees_it(client: Client) -> None:
    (card,) = cards(slug="school-accounts")
    page = plain(page_of(client, card))
    assert card.warnings[0].startswith("The school can see what is typed and opened on a school account")
    assert page.index(card.warnings[0]) < page.index("What has happened?")
    assert card.warnings[0] in plan_of({**TEEN_CLASSMATE_SHARED, "where": "school-accounts"}).pages["remove"]


def test_who_is_under_16_in_australia_has_a_way_without_an_account() -> None:
    warned = {card.slug: said for card in cards() for said in card.warnings if IN_AUSTRALIA in said}
    assert warned.keys() == FROM_16
    for slug, said in warned.items():
        (card,) = cards(slug=slug)
        without = [guide for guide in card.guides if guide.where != "app" and guide.account_needed is not True]
        assert bool(without) or "eSafety" in said, slug
        assert ("use a form that needs no account." in said) <= bool(without), slug
        assert "you are not in trouble" in said


@pytest.mark.parametrize(
    ("country", "age", "first"), [("AU", "13-15", "web"), ("AU", "16-17", "app"), ("NZ", "13-15", "app")]
)
def test_their_plan_shows_that_way_first(country: str, age: str, first: str) -> None:
    teen = {**TEEN_CLASSMATE_SHARED, **here(country), "age": age, "where": "snapchat"}
    (guided,) = plan_of(teen).context["guided_places"]
    assert [guide.where for guide in guided.guides] == [first]


# --- what was sold, who asks for the picture --------------------------------------------------------------------------


def test_no_hours_are_promised_for_what_was_sold() -> None:
    sold = [card.slug for card in cards(sold_here=True)]
    assert {"onlyfans", "fansly", "manyvids", "chaturbate", "cam-sites"} <= set(sold)
    clocks = {slug: plan_of({**ADULT_IN_US, "where": slug}).context["services"].clocks for slug in (*sold, "erome")}
    assert {slug: [route.service.slug for route in found] for slug, found in clocks.items()} == {
        **{slug: [] for slug in sold},
        "erome": ["us-take-it-down-act"],
    }


def test_hours_stand_only_where_a_law_in_force_sets_them(content: Any) -> None:
    assert {row["slug"]: row["deadline_hours"] for row in content["takedown"] if row["deadline_hours"]} == {
        "us-take-it-down-act": 48,
        "in-it-rules": 2,
        "garante-it": 48,
    }


def test_a_body_that_asks_for_the_picture_says_who_never_sends_it(content: Any) -> None:
    (row,) = [row for row in content["takedown"] if row["slug"] == "garante-it"]
    said = [part["en"] for part in row["required_elements"]]
    assert (row["age_alone_from"], row["needs_file_on_device"]) == (14, True)
    assert "No parent, worker or other adult ever sends a picture of someone under 18." in said[0]
    assert said[1].startswith("If you are under 18 in it, do not send it.")


def test_nobody_is_told_to_text_911_in_canada(content: Any) -> None:
    ways = [
        (line["slug"], way["kind"])
        for line in content["helplines"]
        if line["country"] == "CA"
        for way in line["channels"]
        if way["value"] == "911"
    ]
    assert {kind for _slug, kind in ways} == {"phone"}
