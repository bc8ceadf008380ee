"""`manage.py check_content`: what an editor should look at next, in plain sentences; exits 1 when a fact is old."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from resources.loading.all_checks import problems
from resources.loading.content import Content
from resources.loading.fixtures import UnreadableError, read


def whole_days(words: str) -> int:
    """A number of days, 0 or more; raises ArgumentTypeError."""
    if not (words.isascii() and words.isdigit()):
        raise ArgumentTypeError(f"{words} is not a number of days")
    return int(words)


def a_day(words: str) -> date:
    """A day like 2026-11-22; raises ArgumentTypeError."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ArgumentTypeError(f"{words} is not a day like 2026-11-22") from error


class Command(BaseCommand):
    """Reads the fixtures, not the database, and changes nothing. For an editor, and for a job once a week."""

    help = "Tell which facts are old, have only an unofficial source, or are missing for a country."
    # It looks at files only, so it also runs where no site is set up.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How old is old, what counts, and where the addresses go."""
        parser.add_argument("--days", type=whole_days, default=180, help="a fact checked longer ago is old (180)")
        parser.add_argument("--strict", action="store_true", help="exit 1 for every finding, not only for old facts")
        parser.add_argument("--links", type=Path, metavar="FILE", help="write every web address, one a line")
        parser.add_argument("--today", type=a_day, metavar="DAY", help="as if it were this day, like 2026-11-22")
        parser.add_argument("--from", dest="folder", type=Path, default=settings.ROOT / "fixtures", metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when a fact is old, or with a sentence for each slip in the fixtures."""
        from resources.loading.audit import addresses, audit

        content = self._content(options["folder"])
        if options["links"]:
            self._write(options["links"], addresses(content))
        groups = audit(content, options["today"] or timezone.now().date(), options["days"])
        for group in groups:
            self.stdout.write("\n".join([group.says, *(f"  {entry}" for entry in group.entries), "\n"]))
        failing = [group for group in groups if group.urgent or options["strict"]]
        if failing:
            raise CommandError(f"To do: {sum(len(group.entries) for group in failing)}. They stand above.")
        self.stdout.write(f"No fact is older than {options['days']} days.")

    def _content(self, folder: Path) -> Content:
        try:
            content = read(folder)
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        slips = problems(content)
        if slips:
            raise CommandError("\n".join(["These cannot be loaded. Correct them first.", *slips]))
        return content

    def _write(self, path: Path, found: list[str]) -> None:
        try:
            path.write_text("".join(f"{address}\n" for address in found), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{path}: cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{len(found)} addresses are in {path}.\n")
