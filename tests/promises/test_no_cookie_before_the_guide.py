"""Nothing is stored in a browser before the guide is started; then one cookie, and no more."""

import re

import pytest
from django.conf import settings
from django.test import Client

import resources.urls

PUBLIC = ("/", "/now/", "/now/ca/", "/people/", "/people/ca/", "/people/ca/bc/", "/places/", "/places/instagram/")
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
