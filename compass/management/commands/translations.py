"""`manage.py translations`: what each translation lacks; `--write` brings its files up to date and compiles them."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from typing import Any

import polib
from django.core.management.base import BaseCommand, CommandError

from compass.catalogues import file_of
from compass.languages import LANGUAGES, Language
from compass.management.gathering import gathered
from compass.management.translating import brought_up_to_date, compiled, key_of, state

Texts = tuple[polib.POEntry, ...]

# In the order of `State`.
LACKS = ("without a translation", "to look at again", "no longer in the code")


class Command(BaseCommand):
    """Exits with 1 where a text is missing or a compiled file is old, unless it has just been written."""

    help = "Say what the translations lack. With --write, bring the files of translators up to date and compile them."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do."""
        parser.add_argument("--write", action="store_true", help="change the files in compass/locale/")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when something is left to do."""
        texts, left = gathered(), 0
        for language in LANGUAGES:
            if language.prefix:
                if options["write"]:
                    _write(language, texts)
                for line in _said(language, texts):
                    left += 1
                    self.stdout.write(line)
        if left:
            raise CommandError("The translations are not complete.")
        self.stdout.write(f"{len(texts)} texts: every translation is complete.")


def _write(language: Language, texts: Texts) -> None:
    for voice in language.voices:
        brought_up_to_date(texts, voice, whole=voice == language.code).save(str(file_of(voice, "po")), newline="\n")
    for voice in language.voices:
        file_of(voice, "mo").write_bytes(compiled(language, voice))


def _said(language: Language, texts: Texts) -> Iterator[str]:
    """A line for each file of the code whose texts lack something, and for each compiled file that is old."""
    files = {key_of(text): text.occurrences[0][0] for text in texts}
    for voice in language.voices:
        found = state(texts, voice, whole=voice == language.code)
        for what, keys in zip(
            ("without a translation", "to look at again", "no longer in the code"), found, strict=True
        ):
            for name, many in sorted(Counter(files.get(key, "gone") for key in keys).items()):
                yield f"{voice}: {name}: {many} {what}"
        if file_of(voice, "mo").read_bytes() != compiled(language, voice):
            yield f"{voice}: django.mo is older than django.po. Run: make translations"
