"""In which voices each language speaks to whom: a text is looked at in every voice, for those who read that one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, override

from wizard.core.answers import Answers
from wizard.core.html_sentences import Sentences
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


def spoken_now() -> str:
    """The voice that is spoken now."""
    return get_language() or settings.LANGUAGE_CODE


def in_voice(voice: str, said: Callable[[], Sentences]) -> Sentences:
    """What is said when that voice is spoken."""
    with override(voice):
        return said()


class Text:
    """What somebody reads, in each voice; it is rendered when it is asked for, once."""

    def __init__(self, render: Callable[[], Sentences], said: Mapping[str, Sentences]) -> None:
        self._render = render
        self._said = dict(said)

    def in_voice(self, voice: str) -> Sentences:
        """The sentences, in a voice of `compass.languages`."""
        if voice not in self._said:
            self._said[voice] = in_voice(voice, self._render)
        return self._said[voice]
