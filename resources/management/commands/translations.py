"""`manage.py translations`: what each translation lacks; `--write` brings its files up to date and compiles them."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from compass.catalogues import LOCALE, file_of, voices
from compass.languages import LANGUAGES, Language
from compass.management.gathering import gathered
from compass.management.translating import brought_up_to_date, compiled, key_of, state
from resources.loading.fixtures import read
from resources.loading.translated import FactText, Looked, lack, read_list, texts, written_list

Texts = tuple[polib.POEntry, ...]
Facts = tuple[FactText, ...]

# In the order of `State` and of `Lack`.
OF_CODE = ("without a translation", "to look at again", "no longer in the code")
OF_FACTS = ("without a translation", "whose English has changed")


class Command(BaseCommand):
    """A line for each file whose texts lack something; exits with 1 where there is one."""

    help = "Say what the translations lack. With --write, bring the files of translators up to date and compile them."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do."""
        parser.add_argument("--write", action="store_true", help="change the files in compass/locale/")
        parser.add_argument(
            "--looked-at", action="store_true", help="facts whose English has changed are right as they are"
        )
        parser.add_argument("--all", action="store_true", help="name every text, not only how many there are in a file")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when something is left to do."""
        if absent := [file_of(voice, "po") for voice in voices() if not file_of(voice, "po").exists()]:
            raise CommandError(f"{absent[0]} is missing. CONTRIBUTING says how a language begins.")
        code, facts, left = gathered(), tuple(texts(read(settings.ROOT / "fixtures"))), 0
        for language in LANGUAGES:
            if language.prefix:
                if options["write"]:
                    _write(language, code, facts, looked_at=options["looked_at"])
                for line in (*_said(language, code), *_said_of_facts(language, facts, every=options["all"])):
                    left += 1
                    self.stdout.write(line)
        if left:
            raise CommandError("The translations are not complete.")
        self.stdout.write(f"{len(code)} texts of the site and {len(facts)} of the facts: all are translated.")


def _write(language: Language, code: Texts, facts: Facts, *, looked_at: bool) -> None:
    for voice in language.voices:
        brought_up_to_date(code, voice, whole=voice == language.code).save(str(file_of(voice, "po")), newline="\n")
    for voice in language.voices:
        file_of(voice, "mo").write_bytes(compiled(language, voice))
    _list(language).write_text(written_list(facts, language.code, _looked(language), all_looked_at=looked_at))


def _said(language: Language, code: Texts) -> Iterator[str]:
    files = {key_of(text): text.occurrences[0][0] for text in code}
    for voice in language.voices:
        found = state(code, voice, whole=voice == language.code)
        for what, keys in zip(OF_CODE, found, strict=True):
            for name, many in sorted(Counter(files.get(key, "gone") for key in keys).items()):
                yield f"{voice}: {name}: {many} {what}"
        if file_of(voice, "mo").read_bytes() != compiled(language, voice):
            yield f"{voice}: django.mo is older than django.po. Run: make translations"


def _said_of_facts(language: Language, facts: Facts, *, every: bool) -> Iterator[str]:
    found = lack(facts, language.code, _looked(language))
    for what, wheres in zip(OF_FACTS, found, strict=True):
        if every:
            yield from (f"{language.code}: {where}: {what}" for where in wheres)
        else:
            for name, many in sorted(Counter(where.partition(", ")[0] for where in wheres).items()):
                yield f"{language.code}: {name}: {many} {what}"


def _list(language: Language) -> Path:
    return LOCALE / language.code / "facts.txt"


def _looked(language: Language) -> Looked:
    path = _list(language)
    return read_list(path.read_text() if path.exists() else "")
