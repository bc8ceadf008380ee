"""A thing has one name: the words of `terms.toml` that must not be used for it stand on no page."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from tests.content.test_reading_grade import pages

pytestmark = pytest.mark.django_db

TERMS = tomllib.loads(Path(__file__).with_name("terms.toml").read_text())["term"]
# Said by a site or a body of itself, so it cannot be said otherwise.
QUOTED = re.compile(r"“[^”]*”")
ADDRESS = re.compile(r"\S+\.\S+")


@lru_cache(maxsize=1)
def everything() -> tuple[tuple[str, str], ...]:
    """Page and sentence of every page that is read, without names and without what is quoted."""
    return tuple((name, sentence) for name, _most, said in pages() for sentence in said)


def mixed(sentence: str, never: list[str]) -> bool:
    """Does a sentence hold one of these words, outside quotation marks and names?"""
    plain = ADDRESS.sub("", QUOTED.sub("", sentence))
    words = "|".join(map(re.escape, never))
    # A capital inside a sentence is a name: "Internet Hotline".
    return re.search(rf"\b({words})\b", plain[:1].lower() + plain[1:]) is not None


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["say"])
def test_a_thing_has_one_name(term: dict[str, list[str]]) -> None:
    found = {sentence: name for name, sentence in everything() if mixed(sentence, term["never"])}
    assert found == {}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Call a hotline.", True),
        ("Hotlines can help.", True),
        ("The Internet Hotline takes it.", False),
        ("Tap “hotline”.", False),
        ("Chat online hotline.rainn.org", False),
        ("Call a helpline.", False),
    ],
)
def test_a_name_and_what_is_quoted_are_no_slip(sentence: str, found: bool) -> None:
    assert mixed(sentence, ["hotline", "hotlines"]) is found


def test_no_term_is_refused_where_another_is_said() -> None:
    said = {term["say"].casefold() for term in TERMS}
    assert [word for term in TERMS for word in term["never"] if word.casefold() in said] == []
