import pytest

from resources import selectors
from resources.contexts import platforms
from resources.contexts.platforms import places_context
from tests.resources.fact_counts import PLATFORMS

pytestmark = pytest.mark.django_db


def test_places_are_listed_by_how_likely_they_are_then_by_name(facts):
    context = places_context()
    likely, others = ([row.name for row in context[part]] for part in ("likely", "others"))
    assert likely == sorted((row["name"] for row in facts["platforms"] if row["likely"] == 1), key=str.casefold)
    assert others == sorted((row["name"] for row in facts["platforms"] if row["likely"] != 1), key=str.casefold)
    assert (context["asked"], context["found"], len(likely + others)) == (False, (), PLATFORMS)


def test_under_the_names_that_were_found_the_list_is_one():
    context = places_context("insta")
    assert [card.name for card in context["found"]] == ["Instagram"]
    assert (context["likely"], len(context["others"]), context["asked"]) == ((), PLATFORMS, True)


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("insta", ["instagram"]),
        ("snap chat", ["snapchat"]),
        ("watsapp", ["whatsapp"]),
        ("FB", ["facebook"]),
        ("tele gram", ["telegram", "telegraph"]),
        ("twitter", ["x"]),
        ("yt", ["youtube"]),
        ("4chan", ["image-boards"]),
        ("omegle", ["stranger-chats"]),
        ("google", ["google-search", "google-drive-photos"]),
        ("zzzz", []),
    ],
)
def test_a_place_is_found_by_its_names(typed, slugs):
    assert [card.slug for card in places_context(typed)["found"]] == slugs


def test_every_name_and_every_other_name_is_found(facts):
    for row in facts["platforms"]:
        for name in (row["name"], *row["aliases"]):
            assert row["slug"] in [card.slug for card in places_context(name)["found"]], name


@pytest.mark.parametrize("typed", ["", " ", "insta", "zzzz", "\x00", "x" * 10_000])
def test_there_is_always_a_way_on(typed):
    context = places_context(typed)
    assert context["general"].slug == "website-generic"
    assert [card.slug for card in context["searches"]] == ["bing", "google-search", "duckduckgo", "yandex"]
    assert len(context["likely"] + context["others"]) == PLATFORMS


def test_a_script_compares_every_name_once():
    rows = {row.name: row.find for part in ("likely", "others") for row in places_context()[part]}
    assert [rows[name] for name in ("Snapchat", "Facebook", "X (Twitter)")] == [
        "snapchat",
        "facebook meta fb",
        "xtwitter xcom",
    ]


@pytest.mark.parametrize(
    ("slug", "everybody", "adults"),
    [
        ("snapchat", ["take-it-down-ncmec"], ["stopncii"]),
        ("yubo", ["take-it-down-ncmec"], []),
        ("bumble", [], ["stopncii"]),
        ("whatsapp", [], []),
    ],
)
def test_a_matching_service_stands_where_its_age_is(slug, everybody, adults):
    (card,) = selectors.named_places([slug])
    context = platforms.place_context(card)
    parts = [[joined.service.slug for joined in context[part]] for part in ("matching", "adult_matching")]
    assert parts == [everybody, adults]


def test_it_says_as_of_when_a_place_is_known_to_take_part():
    context = platforms.place_context(selectors.platform("snapchat"))
    days = [joined.as_of for part in ("matching", "adult_matching") for joined in context[part]]
    assert days == ["2024", "5 September 2024"]


@pytest.mark.parametrize(("path", "few"), [("snapchat", False), ("threads", True), ("duckduckgo", True)])
def test_where_there_is_little_to_choose_the_first_one_stands_open(path, few):
    assert platforms.place_context(selectors.platform(path))["few"] == few
