"""Addresses in two languages: which one they are in, where the same page stands in the other, and what leads there."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from compass.languages import ENGLISH, FRENCH, in_language, language_of, linked, others, speak

BOTH = ["en", "fr"]


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", ENGLISH),
        ("/fr/", FRENCH),
        ("/fr", FRENCH),
        ("/fr/plan/", FRENCH),
        ("/fr/fr/", FRENCH),
        ("/france/", ENGLISH),
        ("/people/fr/", ENGLISH),
        ("//fr/", ENGLISH),
        ("", ENGLISH),
    ],
)
def test_an_address_is_in_one_language(path, language):
    assert language_of(path) == language


@pytest.mark.parametrize(
    ("english", "french"), [("/", "/fr/"), ("/plan/", "/fr/plan/"), ("/people/fr/?by=text", "/fr/people/fr/?by=text")]
)
def test_the_same_page_stands_at_the_same_address_with_another_prefix(english, french):
    assert (in_language(english, FRENCH), in_language(french, ENGLISH)) == (french, english)
    assert (in_language(english, ENGLISH), in_language(french, FRENCH)) == (english, french)


@pytest.mark.parametrize("path", ["/fr//elsewhere.example/", "//elsewhere.example/", "/fr"])
def test_no_link_leads_to_another_host(path):
    assert [in_language(path, each)[:2] for each in (ENGLISH, FRENCH)] in (["/e", "/f"], ["/", "/f"])


@pytest.mark.parametrize("voice", FRENCH.voices)
def test_every_voice_has_the_addresses_and_the_tag_of_its_language(voice):
    with translation.override(voice):
        assert (reverse("plan"), reverse("healthz"), reverse("people-json")) == (
            "/fr/plan/",
            "/healthz",
            "/people.json",
        )


def test_only_a_voice_of_the_language_can_be_spoken():
    with translation.override("en"):
        speak("fr-tu")
        assert translation.get_language() == "en"
    with translation.override("fr-tu"):
        speak("fr")
        assert translation.get_language() == "fr"


@pytest.mark.parametrize(
    ("accepts", "first"),
    [
        ("fr", True),
        ("fr-CA,en;q=0.5", True),
        ("de,fr;q=0.5,en;q=0.4", True),
        ("en,fr;q=0.9", False),
        ("de", False),
        ("*", False),
        ("f" * 5000, False),
        ("", False),
        (None, False),
    ],
)
def test_a_language_stands_first_where_the_browser_asks_for_it(settings, accepts, first):
    settings.COMPASS_LANGUAGES = BOTH
    request = RequestFactory().get("/", headers={"Accept-Language": accepts} if accepts is not None else {})
    with translation.override("en"):
        assert [(link.href, link.first) for link in others(request, "/")] == [("/fr/", first)]


def test_a_language_that_is_not_linked_is_linked_nowhere(settings):
    settings.COMPASS_LANGUAGES = ["en"]
    request = RequestFactory().get("/", headers={"Accept-Language": "fr"})
    assert (linked(), others(request, "/")) == ((ENGLISH,), ())
