import pytest

from wizard.remove.core.prefill import PlaceNames, known

CHAT = PlaceNames("messaging", ("Snapchat", "snapchat", "Snap"))
PHOTO = PlaceNames("social", ("Instagram", "instagram", "IG"))
SITE = PlaceNames("generic", ("Any website", "website-generic"))
SEARCH = PlaceNames("search", ("Google Search", "google-search"))
NOTES = (
    {"platform": "snap", "account": "@one"},
    {"platform": "", "link": "https://www.instagram.com/p/1", "account": " @two "},
    {"platform": "Instagram", "account": "@two", "link": "https://instagram.com/p/2\n"},
    {"link": "https://board.example.org/t/5", "account": "nobody"},
    {"link": "http://localhost/own", "platform": "IG"},
    {"words": "Give me money"},
)
PAGES = "https://www.instagram.com/p/1\nhttps://instagram.com/p/2\nhttps://board.example.org/t/5"


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (CHAT, {"account": "@one"}),
        (
            PHOTO,
            {"links": "https://www.instagram.com/p/1\nhttps://instagram.com/p/2", "account": "@two"},
        ),
        (SITE, {"links": "https://board.example.org/t/5"}),
        (SEARCH, {"links": PAGES}),
        (PlaceNames("social", ("Reddit",)), {}),
    ],
)
def test_a_request_begins_with_what_the_notes_say_of_its_place(place, found):
    assert known(NOTES, place, (CHAT, PHOTO, SITE, SEARCH)) == found


def test_no_notes_nothing_known():
    assert known((), PHOTO, (CHAT, PHOTO)) == {}
