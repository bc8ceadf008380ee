"""`manage.py export_static --to DIR`: pages with numbers as plain files, for a proxy to show while the site is away."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compass.whole_folder import ForeignFolderError, made_anew
from resources import repository, selectors
from resources.health import PAGES_MARK
from resources.management.static_pages import files
from resources.repository import FILES as NOT_LOADED


class Command(BaseCommand):
    """`manage.py export_static [--to DIR]`; `prepare` and `load_content` do it where COMPASS_STATIC_PAGES is set."""

    help = "Write the front door, the next ten minutes and the home country's helplines as files that need no server."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("--to", type=Path, metavar="DIR", help="instead of the folder of COMPASS_STATIC_PAGES")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError, and leaves the folder as it was, when there are no facts or it cannot be written."""
        to = options["to"] or settings.COMPASS_STATIC_PAGES
        if not to:
            raise CommandError("Where to? Say --to DIR, or set COMPASS_STATIC_PAGES.")
        digest, home = repository.version_key()[0], selectors.place(settings.COMPASS_HOME_COUNTRY)
        if digest == NOT_LOADED or home is None:
            raise CommandError("No facts are loaded for the home country. Run: python manage.py load_content")
        try:
            with made_anew(Path(to), PAGES_MARK) as folder:
                for file in files(home, timezone.now()):
                    (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
                    (folder / file.path).write_bytes(file.content)
                (folder / PAGES_MARK).write_text(f"{digest}\n")
        except ForeignFolderError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{to} could not be written: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError("The style sheet was not collected. Run: python manage.py prepare") from error
