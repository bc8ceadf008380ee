"""The languages of the site: how an address names one, and in which voice a page speaks.

English stands at the addresses without a prefix, French at the same ones below `/fr/`. No cookie and no header chooses:
the address does, so a link, a saved page and a page from memory are always in the language that they say.

A voice is what gettext takes for a language. French has three, because it must choose how to address people:

    fr      "vous": adults, parents and workers; what somebody is told to say to a young person is said with "tu"
    fr-vo   "vous", and "vous" in what is said to the person as well: the worker of an adult
    fr-tu   "tu": who is under 18, and whoever has not said

`fr` holds every text; the other two hold what differs (`compass/locale/`, see CONTRIBUTING "Translations").
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import LocalePrefixPattern
from django.utils import translation


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site. `code`: of its facts, and before its addresses; `tag`: for browsers (BCP 47).

    `name`: in the language itself. `voices`: the first one speaks to who has said nothing of themselves.
    """

    code: str
    tag: str
    name: str
    voices: tuple[str, ...]

    @property
    def prefix(self) -> str:
        """What stands before its addresses, after the first slash."""
        return "" if self.code == settings.LANGUAGE_CODE else f"{self.code}/"

    @property
    def to_adults(self) -> str:
        """The voice that speaks to a grown-up, whoever else the page is for: the one that has every text."""
        return self.code


# Where they differ from the code of the language.
TAGS = {"fr": "fr-CA"}
VOICES = {"fr": ("fr-tu", "fr", "fr-vo")}

LANGUAGES = tuple(
    Language(code, TAGS.get(code, code), name, VOICES.get(code, (code,))) for code, name in settings.LANGUAGES
)
BY_CODE = {language.code: language for language in LANGUAGES}
ENGLISH, FRENCH = BY_CODE["en"], BY_CODE["fr"]


def language_of(path: str) -> Language:
    """The language that an address is in, whether it leads anywhere or not."""
    first = path[1:].partition("/")[0]
    return next((each for each in LANGUAGES if each.prefix and first == each.code), ENGLISH)


def current() -> Language:
    """The language that is spoken now."""
    return BY_CODE.get((translation.get_language() or "").partition("-")[0], ENGLISH)


def code() -> str:
    """The code of the language that is spoken now, without its voice: what facts and kept pages go by."""
    return current().code


def speak(voice: str) -> None:
    """Speaks in a voice of the language of this request from here on; nothing happens where it has no such voice."""
    if voice in current().voices:
        translation.activate(voice)


def in_language(path: str, language: Language) -> str:
    """The address of the same page in another language."""
    rest = path[1 + len(language_of(path).prefix) :]
    # Two slashes at the start would name another host.
    return f"/{language.prefix}{rest.lstrip('/')}"


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A link to the same page in another language. `first`: this browser asks for that language before this one."""

    language: Language
    href: str
    first: bool


def linked() -> tuple[Language, ...]:
    """The languages that pages lead to: `COMPASS_LANGUAGES`. The others are there for who knows their address."""
    return tuple(each for each in LANGUAGES if each.code in settings.COMPASS_LANGUAGES)


def others(request: HttpRequest, address: str) -> tuple[OtherLanguage, ...]:
    """A link for each other language. `address`: of the page that is shown, with its query if it has one of ours."""
    wanted = preferred(request) if "HTTP_ACCEPT_LANGUAGE" in request.META else ""
    here = current()
    return tuple(
        OtherLanguage(each, in_language(address, each), each.code == wanted) for each in linked() if each != here
    )


def show_at(request: HttpRequest, address: str) -> None:
    """Tells a page that its own address is another one than the browser asked for, which may hold what was typed."""
    request.shown_at = address  # type: ignore[attr-defined]


def preferred(request: HttpRequest) -> str:
    """The code of the language of ours that this browser asks for first, "" when it is that of the page."""
    asked = translation.get_language_from_request(request).partition("-")[0]
    return asked if asked in settings.COMPASS_LANGUAGES and asked != code() else ""


class LanguagePrefix(LocalePrefixPattern):
    """The part of an address that names the language, for the addresses of `compass.urls`."""

    @property
    def language_prefix(self) -> str:
        """As `Language.prefix`, of the language that is spoken now."""
        return current().prefix
