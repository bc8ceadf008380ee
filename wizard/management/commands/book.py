"""`manage.py book`: writes the reviewer's book, to read and sign what this site tells people."""

import gc
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compass.languages import BY_CODE, ENGLISH
from resources.loading.fixtures import UnreadableError
from wizard.review.book.build import book
from wizard.review.flowmap.read_code import NoWordsError


class Command(BaseCommand):
    """`manage.py book [--language fr] [--to FILE] [--pdf FILE]`"""

    help = "Write the reviewer's book: every question, step, rule and fact, as HTML (standard output) or as PDF."
    # It looks at code and fixtures only, so it also runs where no site is set up.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """In which language, and where to."""
        parser.add_argument("--language", choices=[*BY_CODE], default=ENGLISH.code, help="the language of the book")
        parser.add_argument("--to", type=Path, metavar="FILE", help="write the HTML to this file")
        parser.add_argument("--pdf", type=Path, metavar="FILE", help="write a PDF to this file")
        parser.add_argument("--from", dest="folder", type=Path, default=settings.ROOT / "fixtures", metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError for unreadable facts, words that the book does not have, or a file it cannot write."""
        try:
            html = book(settings.COMPASS_NAME, timezone.now().date(), options["folder"], options["language"])
        except (NoWordsError, UnreadableError, ValueError) as error:
            raise CommandError(str(error)) from error
        if options["to"]:
            self._write(options["to"], html.encode())
        if options["pdf"]:
            self._write(options["pdf"], self._drawn(html))
        if not (options["to"] or options["pdf"]):
            self.stdout.write(html, ending="")

    def _drawn(self, html: str) -> bytes:
        from wizard.pdf.render import load

        # Here and not in the helper of the site, which stops after the time that a visitor waits.
        try:
            draw = load()
            # Little of it is thrown away before the end, and looking for that costs a tenth of the time.
            gc.disable()
            return draw(html.encode())
        except (ImportError, OSError) as error:
            raise CommandError("A library that draws is not installed: see “Run it” in README.md.") from error
        finally:
            gc.enable()

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as error:
            raise CommandError(f"{path} could not be written: {error.strerror}.") from error
        self.stderr.write(f"{path}: {len(content) // 1024} kB")
