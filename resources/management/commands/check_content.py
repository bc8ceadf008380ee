"""`manage.py check_content`: what an editor should look at next, in plain sentences; exits 1 when a fact is due."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resources.loading.all_checks import problems
from resources.loading.content import FILES, Content
from resources.loading.fixtures import UnreadableError, read


def a_day(words: str) -> date:
    """A day like 2026-11-22; raises ArgumentTypeError."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ArgumentTypeError(f"{words} is not a day like 2026-11-22") from error


class Command(BaseCommand):
    """Reads the fixtures, not the database, and changes nothing. For an editor, and for a job once a week."""

    help = "Tell which facts are due, have only an unofficial source, or are missing for a country."
    # It looks at files only, so it also runs where no site is set up.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which day, which kind, what counts, and where tables and addresses go."""
        parser.add_argument("--kind", choices=FILES, default="", help="only what is due of this kind")
        parser.add_argument("--strict", action="store_true", help="exit 1 for every finding, not only for what is due")
        parser.add_argument("--csv", type=Path, metavar="FILE", help="write what is due as a table, one fact a row")
        parser.add_argument("--links", type=Path, metavar="FILE", help="write every web address, one a line")
        parser.add_argument("--today", type=a_day, metavar="DAY", help="as if it were this day, like 2026-11-22")
        parser.add_argument("--from", dest="folder", type=Path, default=settings.ROOT / "fixtures", metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when a fact is due, or with a sentence for each slip in the fixtures."""
        from resources.loading.audit import addresses, audit
        from resources.loading.due import due, table

        content = self._content(options["folder"])
        if options["links"]:
            self._write(options["links"], "\n".join([*addresses(content), ""]))
        today = options["today"] or timezone.now().date()
        if options["csv"]:
            self._write(options["csv"], table(due(content, today, options["kind"])))
        groups = audit(content, today, options["kind"])
        for group in groups:
            self.stdout.write("\n".join([group.says, *(f"  {entry}" for entry in group.entries), "\n"]))
        failing = [group for group in groups if group.urgent or options["strict"]]
        if failing:
            raise CommandError(f"To do: {sum(len(group.entries) for group in failing)}. They stand above.")
        self.stdout.write(f"Nothing is due on {today}.")

    def _content(self, folder: Path) -> Content:
        try:
            content = read(folder)
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        slips = problems(content)
        if slips:
            raise CommandError("\n".join(["These cannot be loaded. Correct them first.", *slips]))
        return content

    def _write(self, path: Path, text: str) -> None:
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{path}: cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path} is written.\n")
