"""A cold first visit to a French page fits the first flight, too: the room that English pages leave is enough."""

import pytest
from django.test import Client

from compass.languages import FRENCH, in_language
from resources import selectors
from tests.content.test_page_weight import FOR_FRENCH, MOST_BYTES, MOST_WITH_GZIP, page_of, weight
from tests.people import ADULT_EX, CHILD_ALONE, MOTHER, TEEN_BLACKMAILED, WORKER
from tests.visitor import Walker

pytestmark = pytest.mark.django_db
MOST = {"br": MOST_BYTES + FOR_FRENCH, "gzip": MOST_WITH_GZIP + FOR_FRENCH}


def too_heavy(client: Client, paths: list[str]) -> list[tuple[str, str, int]]:
    """The French pages that weigh more than any page may: (path, encoding, bytes)."""
    found = []
    for path in paths:
        for encoding, most in MOST.items():
            response = client.get(in_language(path, FRENCH), HTTP_ACCEPT_ENCODING=f"gzip, {encoding}")
            assert 'lang="fr-CA"' in page_of(response)
            size, _requests = weight(response, encoding)
            found += [(path, encoding, size)] if size > most else []
    return found


def test_pages_that_are_opened_first(facts: None) -> None:
    assert too_heavy(Client(), ["/", "/now/", "/now/ca/", "/after/", "/people/", "/people/ca/", "/people/ca/qc/"]) == []


@pytest.mark.thorough
def test_public_pages() -> None:
    lands = [land.code.lower() for land in selectors.places()]
    regions = [f"{land.code.lower()}/{code[3:].lower()}" for land in selectors.places() for code, _name in land.regions]
    paths = ["/places/", "/safety/", "/privacy/", "/about/", "/not-here/"]
    paths += [f"/{page}/{land}/" for page in ("now", "after", "people") for land in lands]
    paths += [f"/people/{region}/" for region in regions] + [card.href for card in selectors.platforms()]
    paths += [f"/people/{place}/sources/" for place in (*lands, *regions)]
    assert too_heavy(Client(), paths) == []


@pytest.mark.thorough
@pytest.mark.parametrize("person", [TEEN_BLACKMAILED, CHILD_ALONE, ADULT_EX, MOTHER, WORKER])
def test_pages_of_a_visit(person: dict[str, str]) -> None:
    walker = Walker(FRENCH).walk(person)
    walker.get("/plan/")
    steps = [f"/plan/{slug}/" for slug in walker.page.data["data-step"]]
    assert too_heavy(walker.client, [*steps, "/plan/", "/visit/"]) == []
