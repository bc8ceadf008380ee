"""The pages without a visit, over HTTP."""

import re

import pytest

from resources import selectors
from resources.contexts import people
from tests.resources.fact_counts import COUNTRIES, PLATFORMS, REGIONS

pytestmark = pytest.mark.django_db

PAGES = ["/now/", "/after/", "/people/", "/places/", "/safety/", "/privacy/", "/about/"]


def helplines(response):
    return re.findall(r'data-helpline="([^"]+)"', response.content.decode())


@pytest.mark.parametrize(
    "address",
    [
        *(*PAGES, "/now/gb/", "/people/ca/", "/people/ca/bc/", "/people/ca/sources/", "/people/ca/bc/sources/"),
        *("/after/gb/", "/places/ph/", "/places/boards/"),
    ],
)
def test_a_page_is_there_without_a_visit_and_leaves_no_cookie(client, address):
    response = client.get(address)
    assert (response.status_code, dict(response.cookies)) == (200, {})


@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_only_be_read(client, address):
    assert client.head(address).status_code == 200


@pytest.mark.parametrize(
    "address", ["/now/", "/after/", "/people/", "/people/ca/", "/people/ca/sources/", "/places/", "/places/snapchat/"]
)
def test_nothing_can_be_posted_to_a_page(client, address):
    response = client.post(address, "a=b", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 405


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("/now/GB/", "/now/gb/"),
        ("/after/GB/", "/after/gb/"),
        ("/people/CA/", "/people/ca/"),
        ("/people/ca/BC/", "/people/ca/bc/"),
        ("/people/CA/bc/", "/people/ca/bc/"),
        ("/people/CA/sources/", "/people/ca/sources/"),
        ("/people/ca/BC/sources/", "/people/ca/bc/sources/"),
        ("/places/Snapchat/", "/places/snapchat/"),
    ],
)
def test_capitals_lead_to_the_small_letters(client, typed, right):
    response = client.get(typed)
    assert (response.status_code, response["Location"]) == (302, right)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/now/zz/",
            "/after/zz/",
            "/after/other/",
            "/people/zz/",
            "/people/other/",
            "/people/ca/zz/",
            "/people/us/ny/",
            "/people/ca/sct/",
        ),
        *("/people/zz/sources/", "/people/zz/bc/sources/", "/people/ca/zz/sources/", "/people/gb/bc/sources/"),
        *("/places/pornhub/", "/places/image-boards/"),
    ],
)
def test_what_is_not_known_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_the_home_country_is_shown_until_another_is_chosen(client):
    assert helplines(client.get("/now/")) == ["emergency-911", "kids-help-phone", "988-suicide-crisis-helpline"]
    assert helplines(client.get("/now/gb/")) == ["gb-999", "gb-childline", "gb-shout", "gb-samaritans"]


def test_a_page_of_a_place_starts_with_the_emergency_number(client):
    found = helplines(client.get("/people/ca/bc/"))
    assert (found[0], "victimlinkbc" in found, len(found) == len(set(found))) == ("emergency-911", True, True)


def test_every_place_has_its_page_and_every_platform_too(client):
    lands = [link.href for link in people.countries("people-country")]
    parts = [land.href("people-region", code) for land in selectors.places() for code, _name in land.regions]
    cards = [card.href for card in selectors.platforms()]
    read = [f"{address}sources/" for address in lands + parts]
    assert (len(lands), len(parts), len(cards)) == (COUNTRIES, REGIONS, PLATFORMS)
    assert {client.get(address).status_code for address in lands + parts + read + cards} == {200}


def test_no_line_has_an_address_of_its_own_and_no_address_tells(client):
    telling = "image|nude|sex|abuse|porn|threat|blackmail|police|report|evidence|victim|crime|help-now"
    pages = ["/people/ca/on/", "/people/ca/on/sources/", "/people/gb/sources/", "/places/", "/now/", "/after/"]
    links = [link for page in pages for link in re.findall(r'href="(/[^"]*)"', client.get(page).content.decode())]
    assert ([link for link in links if re.search(telling, link)], len(links) > 60) == ([], True)
