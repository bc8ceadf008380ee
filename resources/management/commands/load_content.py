"""Loads the facts from the fixtures: all of them, or nothing and a sentence for each slip."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from resources.loading.content import Content
from resources.loading.fixtures import UnreadableError, digest, read
from resources.models import FactsVersion


class Command(BaseCommand):
    """Validates, adds, changes and removes in one transaction; `--if-changed` returns at once when nothing moved."""

    help = "Load countries, helplines, platforms and laws from the fixtures."
    # System checks import every view; a start without changes must not wait for them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from, and whether to look first."""
        parser.add_argument("--if-changed", action="store_true", help="do nothing when these fixtures are loaded")
        parser.add_argument("--no-pages", dest="pages", action="store_false", help="write no static pages afterwards")
        parser.add_argument("--from", dest="folder", type=Path, default=settings.ROOT / "fixtures", metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError, listing every slip, and then leaves the database as it was."""
        try:
            version = digest(options["folder"])
            if options["if_changed"] and FactsVersion.objects.filter(digest=version).exists():
                return
            content = read(options["folder"])
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        # The parsers behind these rules are slow to load, and a start without changes needs none.
        from resources.loading.all_checks import problems

        slips = problems(content)
        if slips:
            raise CommandError("\n".join(["Nothing was loaded.", *slips]))
        self._load(content, version, options["verbosity"])
        if options["pages"] and settings.COMPASS_STATIC_PAGES:
            self._write_pages()

    def _write_pages(self) -> None:
        try:
            call_command("export_static")
        except CommandError as error:
            raise CommandError(f"The facts were loaded, but no static pages were written. {error}") from error

    def _load(self, content: Content, version: str, verbosity: int) -> None:
        from resources import selectors
        from resources.loading.sync import load

        for sentence in load(content, version):
            if verbosity:
                self.stdout.write(sentence)
        selectors.forget()
