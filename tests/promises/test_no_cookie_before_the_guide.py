"""Nothing is stored in a browser before the guide is started; then one cookie, and no more."""

import pytest
from django.conf import settings
from django.test import Client

PUBLIC = ("/", "/now/", "/now/ca/", "/people/", "/people/ca/", "/people/ca/bc/", "/places/", "/places/instagram/")
ABOUT = ("/safety/", "/privacy/", "/about/", "/notes/check/", "/people.json", "/healthz", "/nothing-here/", "/guide/")


@pytest.mark.django_db
def test_no_cookie_before_the_guide_and_one_after():
    client = Client()
    before = {path: [*client.get(path).cookies] for path in (*PUBLIC, *ABOUT)}
    assert {path: names for path, names in before.items() if names} == {}
    assert [*client.get("/guide/who/").cookies] == [settings.SESSION_COOKIE_NAME]
