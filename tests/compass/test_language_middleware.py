"""Every address exists in both languages, says which one it is in, and leads to the other where that is wanted."""

import re

import pytest

PATHS = ["/", "/now/", "/people/ca/", "/places/", "/privacy/", "/about/", "/after/"]
LINK = re.compile(r'<a(?: class="quiet")? href="([^"]+)" lang="([^"]+)" hreflang="([^"]+)" rel="alternate">([^<]+)</a>')


@pytest.fixture
def both(settings):
    assert settings.COMPASS_LANGUAGES == ["en", "fr"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.django_db
def test_a_page_says_its_language_and_leads_to_the_same_page_in_the_other(client, facts, both, path):
    english, french = client.get(path), client.get(f"/fr{path}")
    found = [
        (page["Content-Language"], re.search(r'<html lang="([^"]+)"', page.content.decode())[1])
        for page in (english, french)
    ]
    assert found == [("en", "en"), ("fr-CA", "fr-CA")]
    assert LINK.findall(english.content.decode()) == [(f"/fr{path}", "fr-CA", "fr-CA", "Français")]
    assert LINK.findall(french.content.decode()) == [(path, "en", "en", "English")]
    assert [page.cookies for page in (english, french)] == [{}, {}]


@pytest.mark.django_db
def test_without_the_setting_the_pages_are_there_and_nothing_leads_to_them(client, facts, settings):
    settings.COMPASS_LANGUAGES = ["en"]
    english, french = client.get("/"), client.get("/fr/")
    assert (french.status_code, french.get("X-Robots-Tag"), english.get("X-Robots-Tag")) == (200, "noindex", None)
    assert ("/fr/" in english.content.decode(), english.get("Vary")) == (False, "Accept-Encoding")


@pytest.mark.parametrize(
    ("asked", "status", "to"),
    [
        ("/fr", 301, "/fr/"),
        ("/FR/", 301, "/fr/"),
        ("/Fr/now/", 301, "/fr/now/"),
        ("/fr/now", 301, "/fr/now/"),
        ("/fr/fr/", 404, ""),
        ("/fr/healthz", 404, ""),
        ("/fr/people.json", 404, ""),
        ("/fr/static/css/compass.css", 404, ""),
        ("/fr/guide/", 303, "/fr/guide/who/"),
        ("/FR//elsewhere.example/", 301, "/fr//elsewhere.example/"),
        ("/fr//elsewhere.example/", 404, ""),
    ],
)
@pytest.mark.django_db
def test_odd_addresses_lead_to_a_sensible_page(client, facts, asked, status, to):
    answer = client.get(asked)
    assert (answer.status_code, answer.get("Location", "")) == (status, to)


@pytest.mark.django_db
def test_a_page_that_is_not_there_leads_to_the_front_page_of_the_other_language_and_never_writes_the_address(
    client, facts, both
):
    for asked in ("/fr/zzz-typed/", "/zzz-typed/", "/fr/people/zzz-typed/", "/people/zzz-typed/"):
        page = client.get(asked)
        assert (page.status_code, "zzz-typed" in page.content.decode()) == (404, False)
        (link,) = LINK.findall(page.content.decode())
        assert link[0] in ("/", "/fr/", "/people/", "/fr/people/")


@pytest.mark.parametrize(
    ("path", "accepts", "top"),
    [("/", "fr-CA", "/fr/"), ("/", "en", None), ("/", "xx", None), ("/fr/", "en", "/"), ("/fr/", "fr", None)],
)
@pytest.mark.django_db
def test_the_front_page_names_the_language_of_the_browser_first_and_redirects_nobody(
    client, facts, both, path, accepts, top
):
    # Asked twice: the second answer comes from memory.
    for _ in range(2):
        page = client.get(path, headers={"Accept-Language": accepts})
        said = page.content.decode()
        found = LINK.findall(said[: said.index("<h1")])
        assert (page.status_code, [link[0] for link in found]) == (200, [top] if top else [])
        assert page["Vary"] == "Accept-Language, Accept-Encoding"


@pytest.mark.django_db
def test_what_somebody_typed_into_an_address_is_kept_in_no_link(client, facts, both):
    for _ in range(2):
        page = client.get("/people/ca/?by=text&junk=typed-words")
        assert [link[0] for link in LINK.findall(page.content.decode())] == ["/fr/people/ca/?by=text"]
    assert [link[0] for link in LINK.findall(client.get("/people/ca/?junk=typed").content.decode())] == [
        "/fr/people/ca/"
    ]
    assert [link[0] for link in LINK.findall(client.get("/now/?junk=typed").content.decode())] == ["/fr/now/"]
