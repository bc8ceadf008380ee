"""The page about this site names the facts that its pages show."""

import re

import pytest

from resources import health, repository
from resources.loading.fixtures import digest
from resources.page_cache import forget
from tests.conftest import FIXTURES

pytestmark = pytest.mark.django_db


def mark(client):
    forget()
    found = re.search(r"The mark of its facts is (\w+)\.", client.get("/about/").content.decode())
    return found and found[1]


def test_it_names_the_beginning_of_the_digest(client):
    loaded = repository.version_key()[0]
    assert (mark(client), len(loaded)) == (loaded[:12], 64)


def test_it_names_those_of_the_files_while_none_are_loaded_and_none_where_they_cannot_be_read(client, monkeypatch):
    files = digest(FIXTURES)
    monkeypatch.setattr(repository, "version_key", lambda: (repository.FILES, "en"))
    read = mark(client)
    monkeypatch.setattr(health, "_files", lambda minute: "")
    assert (read, mark(client)) == (files[:12], None)
