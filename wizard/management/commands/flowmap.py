"""`manage.py flowmap`: writes the questions and steps with their conditions, for people who do not read code."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wizard.review.flowmap.chart import chart_of
from wizard.review.flowmap.files import FOLDER, draw, stale


class Command(BaseCommand):
    """`manage.py flowmap [--check]`"""

    help = "Write the map of questions and steps: its tables, and the diagram in README.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One switch."""
        parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the map is not up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the files that changed; raises CommandError for a stale one when checking, or an unfit README.md."""
        try:
            files = draw(chart_of(), FOLDER)
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        old = stale(files, FOLDER)
        if options["check"] and old:
            raise CommandError(f"Not up to date: {', '.join(old)}. Run: python manage.py flowmap")
        for name in old:
            (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_text(files[name], encoding="utf-8", newline="\n")
        self.stdout.write(f"{len(old)} of {len(files)} files written" if old else "The map is up to date")
