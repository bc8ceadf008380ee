"""The page about this site names the facts that are loaded, and none where none are."""

import re

import pytest

from resources import repository
from resources.page_cache import forget

pytestmark = pytest.mark.django_db


def mark(client):
    forget()
    found = re.search(r"The mark of its facts is (\w+)\.", client.get("/about/").content.decode())
    return found and found[1]


def test_it_names_the_beginning_of_the_digest(client):
    digest = repository.version_key()[0]
    assert (mark(client), len(digest)) == (digest[:12], 64)


def test_it_names_none_while_no_facts_are_loaded(client, monkeypatch):
    monkeypatch.setattr(repository, "version_key", lambda: (repository.FILES, "en"))
    assert mark(client) is None
