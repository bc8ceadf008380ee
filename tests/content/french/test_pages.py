"""Every French page speaks to one reader in one language: no other voice, no English that does not say so, no seam."""

import re
from collections.abc import Mapping
from unittest import mock

import pytest
from django.test import Client

from tests.content.french.page_rules import FOR_THE_GROWN_UP, english, other_voice, two_voices, wrong_signs
from tests.content.french.reading import blocks, to_the_reader, words
from tests.content.french.rules import TU, VOUS
from tests.content.french.visits import EVERYBODY, FEW, few_public, public, reads_vous, visit, whole_visit
from tests.visitor import FORM

pytestmark = pytest.mark.django_db
# Before `age` is answered nobody knows; and no sad page looks who is there.
OF_ANY_VOICE = re.compile(r" /guide/| (?:400|403|404|409|411|413|415|500|503) ")


def seams(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """English and wrong signs by page."""
    found = {name: [*english(page), *wrong_signs(page)] for name, page in pages.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def mixed(pages: Mapping[str, str], *, vous: bool) -> dict[str, list[str]]:
    """What speaks in the other voice, by page."""
    found = {name: other_voice(page, vous=vous or FOR_THE_GROWN_UP in page) for name, page in pages.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_pages_that_anybody_may_open_say_tu_and_nothing_in_english():
    assert (mixed(few_public(), vous=False), seams(few_public())) == ({}, {})


@pytest.mark.parametrize("name", FEW[2:])
def test_pages_of_a_visit_speak_to_whoever_reads_them(name):
    assert (mixed(visit(name), vous=reads_vous(EVERYBODY[name])), seams(visit(name))) == ({}, {})


@pytest.mark.thorough
def test_all_pages_that_anybody_may_open_say_tu_and_nothing_in_english():
    assert (mixed(public(), vous=False), seams(public())) == ({}, {})


@pytest.mark.thorough
@pytest.mark.parametrize("name", EVERYBODY)
def test_every_page_that_somebody_can_meet_has_one_voice_and_one_language(name):
    pages = whole_visit(name)
    known = {page: html for page, html in pages.items() if not OF_ANY_VOICE.search(page)}
    assert (mixed(known, vous=reads_vous(EVERYBODY[name])), seams(pages)) == ({}, {})
    assert [page for page, html in pages.items() if two_voices(html)] == []


def test_a_sad_page_that_does_not_know_who_reads_it_says_neither():
    client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_ORIGIN="http://testserver")
    answers = [
        client.get("/fr/nothing-here/"),
        client.post("/fr/guide/who/", "who-answer=self", content_type=FORM),
        client.generic("POST", "/fr/notes/new/", "words=" + "x" * 900_000, content_type=FORM),
        client.generic("POST", "/fr/notes/new/", "words=" + "x+%3C" * 60_000, content_type=FORM),
        client.generic("POST", "/fr/notes/new/", "a=b", content_type="image/png"),
    ]
    with mock.patch("compass.arriving.arrives", return_value=False):
        answers.append(client.post("/fr/guide/who/", "a=b", content_type=FORM))
    pages = [answer.content.decode() for answer in answers]
    assert {answer.status_code for answer in answers} == {403, 404, 413, 415, 503}
    said = [
        text for page in pages for text in to_the_reader(page.split("<main")[1]) if TU.search(text) or VOUS.search(text)
    ]
    assert said == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>Ne paie pas.</p><p>You do not have to answer.</p>", ["You do not have to answer."]),
        ('<p>Ne paie pas. <span lang="en">You do not have to answer.</span></p>', []),
        ('<p translate="no">Do not pay the other person</p>', []),
        ("<p>Appuie sur « Signaler » (“Report this to the app”).</p>", []),
        ("<blockquote>Please remove it, and tell me when it is done.</blockquote>", []),
        ('<a aria-label="Open the page at meta.com">Ouvrir</a>', ["Open the page at meta.com"]),
        ("<button>Continue</button>", ["Continue"]),
        ("<p>Le service Take It Down est gratuit.</p>", []),
        ("<p>Call for help if you are in danger.", ["Call for help if you are in danger."]),
    ],
)
def test_english_is_seen_where_it_does_not_say_so(page, found):
    assert list(english(f'<html lang="fr-CA">{page}</html>')) == found


FOLD = '<details class="sheet rows"><summary>Pour l’adulte qui t’aide</summary>'


@pytest.mark.parametrize(
    ("page", "vous", "found"),
    [
        ("<p>Tu peux arrêter.</p>", True, 1),
        ("<p>Vous pouvez arrêter.</p>", False, 1),
        ("<p>Vous pouvez dire : « Tu peux arrêter. »</p>", True, 0),
        ("<p>Appelez ce numéro.</p>", False, 1),
        ("<textarea>Je vous demande de retirer ceci.</textarea>", False, 0),
        ('<details class="sheet rows"><summary>Pour l’adulte qui t’aide</summary><p>Appelez.</p></details>', False, 0),
        (
            '<details class="sheet rows"><summary>Pour l’adulte qui t’aide</summary><p>Dis-le à ta mère.</p></details>',
            False,
            1,
        ),
    ],
)
def test_the_other_voice_is_seen(page, vous, found):
    assert len(other_voice(f'<html lang="fr-CA">{page}</html>', vous=vous)) == found


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>Pour parler: 988</p>", 1),
        ("<p>Pour parler\u00a0: 988</p>", 0),
        ("<p>Arrête.Continue.</p>", 1),
        ("<p>Arrête.</p><p>Continue.</p>", 0),
        ("<p>Vraiment ?</p>", 1),
    ],
)
def test_a_seam_is_seen(page, found):
    assert len(list(wrong_signs(f'<html lang="fr-CA">{page}</html>'))) == found


def test_a_page_is_read_by_its_paragraphs():
    page = '<html lang="fr"><p>Un <b>mot</b><br>deux</p><img src=x><p lang="en">No</p><input placeholder="Ici"></html>'
    assert [words(block) for block in blocks(page)] == ["Un mot", "deux", "…", "Ici"]
