"""The one place that chooses a language for a text of the facts."""

from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.translation import get_language, pgettext

Text = Mapping[str, str]


class EnglishText(str):
    """A text of the facts on a page in another language. A template writes it with its language on it.

    So a voice reads it as English, and a browser hyphenates it so. What a filter for texts makes of it is plain again.
    """

    __slots__ = ()

    def __html__(self) -> str:
        return format_html('<span lang="en">{}</span>', str(self))


def language_code() -> str:
    """The code of the active language, "fr" for each voice of French."""
    return (get_language() or "en").lower().partition("-")[0]


def text(field: Text | None) -> str:
    """The text in the active language ("fr" for "fr-ca" too), in English where that is missing, "" for none."""
    if not field:
        return ""
    said = _said(field)
    return said or (field["en"] if language_code() == "en" else EnglishText(field["en"]))


def name(field: Text | None) -> str:
    """As `text`, for a name or a label: it stands in attributes as well, and is no sentence to mark."""
    return (_said(field) or field["en"]) if field else ""


def _said(field: Text) -> str | None:
    exact = (get_language() or "en").lower()
    return field.get(exact) or field.get(language_code())


def colon() -> str:
    """What stands after words that something follows, with the blank that French has before it."""
    return pgettext("after words", ":")
