"""Nothing is stored in a browser before somebody starts the guide or asks for a ready text; then one cookie."""

import re

import pytest
from django.conf import settings
from django.test import Client

import resources.urls

PUBLIC = (
    *("/", "/now/", "/now/ca/", "/after/", "/after/ca/", "/people/", "/people/ca/", "/people/ca/bc/"),
    *("/places/", "/places/instagram/"),
)
ABOUT = ("/safety/", "/privacy/", "/about/", "/notes/check/", "/people.json", "/healthz", "/nothing-here/", "/guide/")


@pytest.mark.django_db
def test_no_cookie_before_the_guide_and_one_after():
    client = Client()
    public = [str(entry.pattern) for entry in resources.urls.urlpatterns]
    blanks = {"<str:country>": "ca", "<str:region>": "bc", "<str:path>": "instagram"}
    everywhere = [f"/{re.sub('<[^>]*>', lambda found: blanks[found[0]], pattern)}" for pattern in public]
    before = {path: [*client.get(path).cookies] for path in (*PUBLIC, *ABOUT, *everywhere)}
    assert {path: names for path, names in before.items() if names} == {}
    assert [*client.get("/guide/who/").cookies] == [settings.SESSION_COOKIE_NAME]


@pytest.mark.django_db
def test_no_cookie_with_the_page_of_a_place_and_one_with_its_button():
    client, page = Client(headers={"origin": "http://testserver"}), "/places/instagram/"
    looks = [
        client.get(page),
        client.get(f"{page}text/"),
        client.head(f"{page}text/"),
        client.get("/remove/at/instagram/"),
    ]
    assert [[*answer.cookies] for answer in looks] == [[]] * 4
    pressed = client.post(f"{page}text/", content_type="application/x-www-form-urlencoded")
    assert [*pressed.cookies] == [settings.SESSION_COOKIE_NAME]
