"""The languages that are spoken on a line, in words. Pure."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.translation import gettext as _

from resources.core.translations import language_code

# In place of a code: there are more than the facts name.
MULTIPLE = "multiple"


class Named(Protocol):
    """A language: `code` is ISO 639, or MULTIPLE; `name` is "" where the facts have none."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


def in_words(languages: Iterable[Named]) -> str:
    """Languages in words: "English, French and Cree". One that has no name is left out."""
    known = [each for each in languages if each.code == MULTIPLE or each.name]
    if [each.code for each in known] == [MULTIPLE]:
        return _("several languages")
    names = [_("more languages") if each.code == MULTIPLE else each.name for each in known]
    *others, last = names or [""]
    return _("%(others)s and %(last)s") % {"others": ", ".join(others), "last": last} if others else last


def note(languages: Iterable[Named]) -> str:
    """What a card says of them: nothing to a reader of English where English is spoken, else all of them."""
    spoken = tuple(languages)
    expected = language_code() == "en" and "en" in {each.code for each in spoken}
    words = "" if expected else in_words(spoken)
    return _("Languages: %(languages)s.") % {"languages": words} if words else ""
