"""In which voices each language speaks to whom: a text is looked at in every voice, for those who read that one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wizard.core.answers import Answers
from wizard.core.patterns import ENGLISH, FRENCH
from wizard.core.phrases import Phrase
from wizard.core.voice import french_voice


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of `compass.languages`, the language it belongs to, and who is spoken to in it."""

    name: str
    language: str
    heard_by: Callable[[Answers], bool]


def everybody(a: Answers) -> bool:
    """A language with one voice speaks to everybody in it."""
    return True


def _hears(name: str) -> Callable[[Answers], bool]:
    return lambda a: french_voice(a) == name


VOICES = (
    Voice("en", ENGLISH, everybody),
    *(Voice(name, FRENCH, _hears(name)) for name in ("fr-tu", "fr", "fr-vo")),
)


def voices_of(phrases: Iterable[Phrase]) -> tuple[Voice, ...]:
    """The voices of the languages that these rules are written in."""
    languages = {phrase.language for phrase in phrases}
    return tuple(voice for voice in VOICES if voice.language in languages)


def in_language(phrases: Iterable[Phrase], voice: Voice) -> tuple[Phrase, ...]:
    """The rules for the words of a voice."""
    return tuple(phrase for phrase in phrases if phrase.language == voice.language)
