"""What the code says of itself has words in each language, and no words for what it no longer says."""

import re

import pytest
from django.utils.translation import override

from tests.project.source_tree import ROOT
from wizard.review import words
from wizard.review.book import build
from wizard.review.flowmap.read_code import NoWordsError

KINDS = ("names", "questions", "sentences")
OTHERS = [path.stem.removeprefix("words_") for path in words.FOLDER.glob("words_*.toml")]


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_says_what_the_code_says_and_nothing_else(code, monkeypatch):
    said: set[tuple[str, str]] = set()

    def noted(kind: str, english: str) -> str:
        said.add((kind, english))
        return words.table(code)[kind].get(english, english)

    monkeypatch.setattr(words, "_found", noted)
    with override(code):
        build.content(ROOT / "fixtures", code)
    there = {(kind, english) for kind in KINDS for english in words.table(code)[kind]}
    assert (said - there, there - said) == (set(), set())


@pytest.mark.parametrize("code", OTHERS)
def test_two_names_of_a_condition_are_not_the_same(code):
    content = build.content(ROOT / "fixtures")
    with override(code):
        names = [words.named(word.name) for word in content["step_words"]]
    assert len({*names}) == len(names) > 80


@pytest.mark.parametrize("kind", ["signs", *KINDS, "values"])
def test_french_keeps_its_typography(kind):
    said = words.table("fr")[kind].values()
    wrong = re.compile(r"[^\u00a0]:(?!//)|«[^\u00a0]|[^\u00a0]»|'|[ \u00a0][?!;]")
    assert [line for line in said if wrong.search(line)] == []


def test_english_stands_in_the_code():
    said = words.named("under_13_alone"), words.sentence("A copy may come back."), words.value("13-15")
    assert (said, words.spoken_condition("not under_13_alone")) == (
        ("under 13 alone", "A copy may come back.", "13-15"),
        "not under 13 alone",
    )


def test_french_has_its_own_words():
    with override("fr-tu"):
        said = words.named("_under_13"), words.question("age"), words.value("13-15"), words.value("US")
        condition = words.spoken_condition("(afraid or family) and not under_13")
    assert said == ("moins de 13 ans", "âge", "13 à 15 ans", "US")
    assert condition == "(«\u00a0a peur\u00a0» ou «\u00a0famille ou maison\u00a0») et pas «\u00a0moins de 13 ans\u00a0»"


def test_what_has_no_words_is_refused():
    with override("fr"), pytest.raises(NoWordsError, match=r"words_fr\.toml has no names for 'new flag'"):
        words.named("new_flag")
