"""`manage.py export_directory`: the same bytes as `/people.json`, for a copy, a comparison or another system."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from resources import repository
from resources.hsds import directory
from resources.repository import FILES as NOT_LOADED


class Command(BaseCommand):
    """`manage.py export_directory [--to FILE]`"""

    help = "Write every helpline as HSDS services (JSON), to a file or to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("--to", type=Path, metavar="FILE", help="write this file instead of standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when no facts are loaded, so that no good copy is lost, or the file cannot be written."""
        if repository.version_key()[0] == NOT_LOADED:
            raise CommandError("No facts are loaded. Run: python manage.py load_content")
        content = directory().plain
        if options["to"] is None:
            self.stdout.write(content.decode("ascii"), ending="")
            return
        try:
            options["to"].write_bytes(content)
        except OSError as error:
            raise CommandError(f"{options['to']} could not be written: {error.strerror}.") from error
