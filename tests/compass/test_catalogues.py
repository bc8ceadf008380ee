"""Each voice has a catalogue of its own that is whole; one that is missing or broken is told before the site starts."""

import shutil

import pytest
from django.utils.translation import gettext, override

from compass import catalogues
from compass.checks import languages as check
from compass.starting import wrong_settings


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Catalogues that a test may spoil."""
    shutil.copytree(catalogues.LOCALE, tmp_path / "compass" / "locale")
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path / "compass" / "locale")
    monkeypatch.setattr("compass.checks.LOCALE", tmp_path / "compass" / "locale")


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        ("en", "Do not pay. Do not send more."),
        ("fr", "Ne payez pas. N’envoyez rien de plus."),
        ("fr-tu", "Ne paie pas. N’envoie rien de plus."),
        ("fr-vo", "Ne payez pas. N’envoyez rien de plus."),
    ],
)
def test_each_voice_says_it_in_its_way(voice, said):
    with override(voice):
        assert gettext("Do not pay. Do not send more.") == said


def test_every_voice_but_english_has_a_catalogue():
    assert (list(catalogues.voices()), catalogues.broken(), check(None)) == (["fr-tu", "fr", "fr-vo"], (), [])


def _cut(path):
    path.write_bytes(path.read_bytes()[:40])


@pytest.mark.parametrize(
    "spoil", [lambda path: path.unlink(), _cut, lambda path: path.write_bytes(b""), lambda path: path.write_text("Tu")]
)
def test_a_missing_or_broken_one_is_told_in_one_sentence_before_a_start(copied, spoil):
    spoil(catalogues.file_of("fr-tu", "mo"))
    (said,) = check(None)
    sentence = (
        "The catalogue compass/locale/fr_TU/LC_MESSAGES/django.mo is missing or broken. "
        "Unpack the code again, or run: make translations"
    )
    assert (said.msg, said.id) == (sentence, "compass.E008")
    assert sentence in list(wrong_settings())


def test_a_language_that_is_none_of_ours_is_told_in_one_sentence(settings):
    settings.COMPASS_LANGUAGES = ["en", "xx"]
    assert [found.msg for found in check(None)] == ["COMPASS_LANGUAGES names 'xx'. It can name: en, fr."]
