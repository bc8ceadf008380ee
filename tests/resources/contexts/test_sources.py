"""What stands on the page of sources of a place."""

import pytest

from resources import selectors
from resources.contexts.sources import sources_context
from resources.core.letters import alphabetical

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("country", "region"), [("CA", "CA-BC"), ("CA", ""), ("GB", "GB-SCT"), ("MT", "")])
def test_every_line_of_the_place_stands_there_by_name(country, region):
    lines = sources_context(selectors.place(country), region)["lines"]
    names = [alphabetical(line.name) for line in lines]
    slugs = {line.slug for line in selectors.directory(country, region).all}
    assert (sorted(names), {line.slug for line in lines}, len(lines)) == (names, slugs, len(slugs))


def test_the_way_back_is_the_page_of_the_place():
    land = selectors.place("CA")
    assert [sources_context(land, region)["place"] for region in ("CA-BC", "")] == [
        ("British Columbia", "/people/ca/bc/"),
        ("Canada", "/people/ca/"),
    ]
