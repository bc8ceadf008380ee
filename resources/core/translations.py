"""The one place that chooses a language for a text of the facts."""

from collections.abc import Mapping

from django.utils.translation import get_language

Text = Mapping[str, str]


def language_code() -> str:
    """The code of the active language, "fr" for each voice of French."""
    return (get_language() or "en").lower().partition("-")[0]


def text(field: Text | None) -> str:
    """The text in the active language ("fr" for "fr-ca" too), in English where that is missing, "" for none."""
    if not field:
        return ""
    exact = (get_language() or "en").lower()
    return field.get(exact) or field.get(language_code()) or field["en"]
