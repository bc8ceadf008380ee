"""A reader learns in which languages a line answers where that is not what everybody expects."""

import pytest
from django.utils.translation import override

from resources.core.helpline import Language
from resources.core.spoken_languages import in_words, note

NAMES = {"en": "English", "fr": "French", "iu": "Inuktitut"}
FRENCH_NAMES = {"en": "anglais", "fr": "français"}


def languages(codes, names):
    return [Language(code, names.get(code, "")) for code in codes]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((), ""),
        (("xx",), ""),
        (("en",), "English"),
        (("en", "fr"), "English and French"),
        (("en", "iu", "fr"), "English, Inuktitut and French"),
        (("en", "multiple"), "English and more languages"),
        (("multiple",), "several languages"),
        (("multiple", "xx"), "several languages"),
    ],
)
def test_languages_are_named_in_words(codes, words):
    assert in_words(languages(codes, NAMES)) == words


@pytest.mark.parametrize(
    ("codes", "english", "french"),
    [
        (("en",), "", "Langues\u00a0: anglais."),
        (("en", "fr"), "", "Langues\u00a0: anglais et français."),
        (("fr",), "Languages: French.", "Langues\u00a0: français."),
        ((), "", ""),
    ],
)
def test_a_card_says_what_a_reader_has_to_know_before_a_call(codes, english, french):
    assert note(languages(codes, NAMES)) == english
    with override("fr-tu"):
        assert note(languages(codes, FRENCH_NAMES)) == french
