"""A first visit fits into the first flight of a connection: 14,600 bytes, four requests."""

import pytest
from django.test import Client

from tests.content.test_page_weight import FOR_FRENCH, MOST_BYTES, MOST_REQUESTS, VISIT_SCRIPT, too_heavy


@pytest.mark.django_db
def test_first_visits_are_light():
    paths = ["/", "/now/", "/after/", "/after/gb/", "/people/", "/people/ca/", "/people/ca/bc/"]
    paths += ["/places/", "/places/instagram/", "/guide/who/"]
    found = [too_heavy(Client(), [path]) for path in paths]
    assert [path for path in paths if VISIT_SCRIPT in Client().get(path).content.decode()] == []
    assert (found, MOST_BYTES + FOR_FRENCH, MOST_REQUESTS) == ([[]] * len(paths), 14_600, 4)
