"""The one place that chooses a language for a text of the facts."""

from collections.abc import Mapping

from django.utils.translation import get_language

Text = Mapping[str, str]


def text(field: Text | None) -> str:
    """The text in the active language ("fr" for "fr-ca" too), in English where that is missing, "" for none."""
    if not field:
        return ""
    language = (get_language() or "en").lower()
    return field.get(language) or field.get(language.partition("-")[0]) or field["en"]
