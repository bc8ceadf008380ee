import pytest

from resources import selectors
from resources.contexts import platforms
from resources.contexts.platforms import places_context
from resources.core.name_search import folded
from resources.core.place_order import leading
from tests.resources.fact_counts import PLATFORMS

pytestmark = pytest.mark.django_db


def folded_rows(context):
    """The rows in the folds, as they stand one below another."""
    return [row for _letters, rows in context["folds"] for row in rows]


def test_places_are_listed_by_how_likely_they_are_then_by_name(facts):
    context = places_context()
    first = [card.name for card in leading(selectors.platforms(), "CA", "")]
    assert ([row.name for row in context["likely"]], len(first)) == (first, 12)
    others = [name for name in (row["name"] for row in facts["platforms"]) if name not in first]
    assert [row.name for row in folded_rows(context)] == sorted(others, key=folded)
    assert (context["asked"], context["found"]) == (False, ())


@pytest.mark.parametrize(("home", "more"), [("CA", {"Text messages (SMS)"}), ("JP", {"LINE"}), ("GB", set())])
def test_the_first_names_are_those_of_the_home_country(settings, home, more):
    settings.COMPASS_HOME_COUNTRY = home
    anywhere = {card.name for card in leading(selectors.platforms(), "", "")}
    assert {row.name for row in places_context()["likely"]} == anywhere | more


def test_under_the_names_that_were_found_the_list_is_one():
    context = places_context("insta")
    assert [card.name for card in context["found"]] == ["Instagram"]
    assert (context["likely"], len(folded_rows(context)), context["asked"]) == ((), PLATFORMS, True)


TYPED = {
    **dict.fromkeys(("insta", "ig", "Ínsta", "instergram", "a picture of me on insta"), "instagram"),
    **dict.fromkeys(("snap", "snap chat", "SNAP", "https://www.snapchat.com/add/x"), "snapchat"),
    **dict.fromkeys(("watsapp", "whats app", "what's app"), "whatsapp"),
    **dict.fromkeys(("FB", "meta", "face book"), "facebook"),
    **dict.fromkeys(("x", "twitter", "x.com/somebody"), "x"),
    **dict.fromkeys(("tele gram", "tg", "t.me/somebody"), "telegram"),
    **dict.fromkeys(("discord server", "diskord"), "discord"),
    **dict.fromkeys(("sms", "text", "texts", "text message"), "text-messages"),
    **dict.fromkeys(("email", "e-mail", "e mail", "gmail"), "email"),
    **dict.fromkeys(("onlyfan", "onlyfans.com/x", "of"), "onlyfans"),
    **{"tik tok": "tiktok", "yt": "youtube", "imessage": "icloud-imessage", "4chan": "image-boards", "line": "line"},
    **{"google": "google-search", "google drive": "google-drive-photos", "psn": "playstation", "ome tv": "ometv"},
}


@pytest.mark.parametrize("typed", TYPED)
def test_what_people_type_finds_the_place_first(typed):
    assert places_context(typed)["found"][0].slug == TYPED[typed]


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("x", {"xbox", "xvideos", "xhamster"}),
        ("line", {"linkedin"}),
        ("a picture of me on insta", {"onlyfans"}),
    ],
)
def test_a_whole_word_does_not_find_what_merely_holds_it(typed, others):
    found = {card.slug for card in places_context(typed)["found"]}
    assert (bool(found), found & others) == (True, set())


def test_what_is_no_name_finds_nothing():
    assert places_context("zzzz")["found"] == ()


def test_every_name_and_every_other_name_is_found(facts):
    for row in facts["platforms"]:
        for name in (row["name"], *row["aliases"]):
            assert row["slug"] in [card.slug for card in places_context(name)["found"]], name


@pytest.mark.parametrize("typed", ["", " ", "insta", "zzzz", "\x00", "x" * 10_000])
def test_there_is_always_a_way_on(typed):
    context = places_context(typed)
    assert context["general"].slug == "website-generic"
    assert [card.slug for card in context["searches"]] == ["bing", "google-search", "duckduckgo", "yandex"]
    assert len([*context["likely"], *folded_rows(context)]) == PLATFORMS


def test_a_script_compares_every_name():
    rows = {row.name: row.found_by for row in places_context()["likely"]}
    assert [rows[name] for name in ("Snapchat", "Facebook", "X (Twitter)")] == [
        "snapchat snap",
        "facebook fb meta",
        "xtwitter x twitter xcom com",
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
