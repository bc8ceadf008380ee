"""No word of ours reaches a French page without going through the catalogue, and none touches another."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.test import Client

from compass.languages import FRENCH, in_language
from resources import page_cache
from resources.core.hours import status
from resources.loading.fixtures import read
from tests.conftest import FIXTURES
from tests.content.french.pseudo import CLOSES, OPENS, joined, outside, pseudo, spoken
from tests.content.french.reading import blocks, words
from tests.content.french.visits import EVERYBODY, FEW, SAME_AGE
from tests.html.collecting import Collector, Shelf
from tests.html.page_kinds import PUBLIC

pytestmark = pytest.mark.django_db
_WORD = re.compile(r"[^\W\d_]{2,}")
# Addresses, the number that a file is checked with, and a day that `FORMS` types.
_NO_WORDS = re.compile(r"\S+\.\w{2,}\S*|\S+@\S+|\b[0-9a-f]{64}\b|30 February, 25:99")
# Words of an app's own menus are marked where a page shows a fact.
_MENU_WORDS = re.compile("“[^“”]*”")


FROM_FACTS = ("fr", "name", "organisation")


@cache
def facts() -> re.Pattern[str]:
    """Every French text of the facts, and every name: they come from no catalogue."""
    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, dict):
            found.update(value[key] for key in FROM_FACTS if isinstance(value.get(key), str))
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            look(inner)

    look(dict(read(FIXTURES)))
    found |= {_MENU_WORDS.sub("“…”", text) for text in found} | {settings.COMPASS_NAME}
    known = sorted((text for text in found if _WORD.search(text)), key=len, reverse=True)
    # A page begins a sentence with a language.
    # Names may touch: each stands in an element of its own.
    return re.compile(rf"(?<![.@])(?:{'|'.join(map(re.escape, known))})(?!(?-i:[a-zà-ÿ])|@|\.\w)", re.IGNORECASE)


def untranslated(page: str) -> Iterator[str]:
    """Words of ours in no brackets, and texts that touch."""
    for block in blocks(page):
        if any(piece.ready for piece in block):
            continue
        said = outside(words(block))
        if _WORD.search(said) and _WORD.search(_NO_WORDS.sub(" ", facts().sub(" ", said))):
            yield words(block)
        yield from (f"joined: {piece.text}" for piece in block if joined(piece.text))


def forget() -> None:
    """Pages and hours that are kept by the language alone."""
    page_cache.forget()
    for kept in vars(status).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


@pytest.fixture
def strange(db: None) -> Iterator[None]:
    """Every page of French is in that language, and nothing that was kept of the other one is shown."""
    forget()
    # What is kept of the facts is kept under their digest.
    with spoken(), mock.patch("resources.repository._digest", return_value="strange"):
        yield
    forget()


def found_on(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """By text: the pages that hold it."""
    found: dict[str, list[str]] = {}
    for name, page in pages.items():
        for text in untranslated(page):
            found.setdefault(text, []).append(name)
    return found


@pytest.mark.thorough
def test_no_public_page_holds_a_text_of_no_catalogue(strange):
    paths = [path for each in PUBLIC.values() for path in each()]
    pages = {path: Client().get(in_language(path, FRENCH)).content.decode() for path in paths}
    assert (found_on(pages), len(pages) > 300) == ({}, True)


@pytest.mark.thorough
@pytest.mark.parametrize("name", FEW)
def test_no_page_of_a_visit_holds_a_text_of_no_catalogue(strange, name):
    shelf = Shelf()
    Collector(shelf, name, FRENCH).everything(EVERYBODY[name], SAME_AGE)
    assert (found_on(shelf.pages), len(shelf.pages) > 90) == ({}, True)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<p>{OPENS}Ñé pàÿ{CLOSES} now</p>", 1),
        (f"<p>{OPENS}Ñé {OPENS}pàÿ{CLOSES} ñôw{CLOSES}</p>", 0),
        (f"<p>{OPENS}Ñé{CLOSES}{OPENS}pàÿ{CLOSES}</p>", 1),
        (f"<p>{OPENS}Ñé{CLOSES} {OPENS}pàÿ{CLOSES} 988.</p>", 0),
        ('<p translate="no">Kids Help Phone</p><p lang="en">Call them</p><p>a@b.example</p>', 0),
    ],
)
def test_what_went_through_no_catalogue_is_seen(page, found):
    assert len(list(untranslated(f'<html lang="fr-CA">{page}</html>'))) == found


def test_blanks_and_tags_stay_and_a_list_of_words_is_left_alone():
    assert pseudo("Call %(name)s <b>now</b>") == f"{OPENS}Çàll %(name)s <b>ñôw</b>~~~~~~{CLOSES}"
    assert pseudo("one | two | three") == "one | two | three"
