"""The files that gettext reads: one catalogue for each voice of a language.

`compass/locale/fr/…/django.po` holds every text; `fr_TU` and `fr_VO` hold the texts that differ in their voice. Each
`django.mo` beside them is whole: what its own file has not comes from that of the language. So one look-up finds a
text, and nothing of Django's own catalogue stands in for one of ours.
"""

import gettext
import struct
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import to_locale

from compass.languages import LANGUAGES

LOCALE = Path(__file__).resolve().parent / "locale"


def file_of(voice: str, suffix: str) -> Path:
    """The catalogue of a voice: "po" as people write it, "mo" as gettext reads it."""
    return LOCALE / to_locale(voice) / "LC_MESSAGES" / f"django.{suffix}"


def voices() -> Iterator[str]:
    """Every voice that has a catalogue: all but English, whose texts stand in the code."""
    for language in LANGUAGES:
        if language.prefix:
            yield from language.voices


def broken() -> tuple[Path, ...]:
    """The catalogues that are missing, or that gettext cannot read."""
    return tuple(path for path in (file_of(voice, "mo") for voice in voices()) if not _is_whole(path))


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(gettext.GNUTranslations(file).info())
    except (OSError, struct.error, UnicodeDecodeError, ValueError):
        return False
