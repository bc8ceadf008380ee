"""`manage.py prepare`: everything between a fresh checkout and a server, in one process; also beside a running one.

It makes or updates the database, loads the facts and collects the static files (the last two only when they changed).
Where a folder is set for them, it writes the pages that a proxy shows while the site is away.
With `--files-only` it collects the static files and touches no database, for an image that is made elsewhere.
With `--port` it first refuses a port that is taken, and says at the end where the site will be. It never starts the
server itself. A slip in the facts does not keep a site down that has good ones: it starts with those, and says so.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connections

from compass import collecting
from compass.checks import VARIABLES
from compass.database import FACTS, VISITS, alone, waiting
from compass.environment import THIS_MACHINE
from compass.health import trouble
from compass.memory import own_files
from compass.starting import WRONG, port_trouble, wrong_host

# How long another machine may take to make its tables and load its facts, in seconds.
MOST_FOR_OTHERS = 60.0
OLD_FACTS = """
=====================================================================
THE FACTS IN fixtures/ WERE NOT LOADED. The site starts with the facts
that were loaded before, and they may be old. Correct what stands above
and start again. /healthz says "older facts" until then.
====================================================================="""


@contextmanager
def usable(alias: str) -> Iterator[None]:
    """Raises CommandError, in one sentence, for whatever the database refuses inside."""
    try:
        yield
    except Error as error:
        # The first line: a reason without a password. Those below are hints and statements.
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise CommandError(f"The database of {VARIABLES[alias]} cannot be used: {reason}") from error


class Command(BaseCommand):
    help = "Make the database, the facts and the static files ready for the server."
    # The checks import every page: `make test` and the operator run them, a start stays quick.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the site will be, to see whether it can; nothing where it runs already."""
        parser.add_argument("--host", default=THIS_MACHINE[0], help="the address that the server will listen on")
        parser.add_argument("--port", help="the port that the server will use; without it, none is looked at")
        parser.add_argument("--files-only", action="store_true", help="collect the static files, and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises SystemExit(2) after one line on stderr when the port, the database or the facts are not usable."""
        host, port = options["host"], options["port"]
        own_files()
        try:
            if wrong := wrong_host(host) or (port is not None and port_trouble(port, host)):
                raise CommandError(wrong)
            collecting.collect() if options["files_only"] else self._make()
        except OSError as error:
            self._refuse(f"{error.filename} cannot be written: {error.strerror}.")
        except CommandError as reason:
            self._refuse(str(reason))
        if port is not None:
            self.stdout.write(f"Compass is at http://{host}:{port}/  (Ctrl-C stops it)")

    def _make(self) -> None:
        _folder_of_the_database()
        self._fill_databases()
        collecting.collect()
        if settings.COMPASS_STATIC_PAGES:
            call_command("export_static")

    def _refuse(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(WRONG)

    def _fill_databases(self) -> None:
        """Tables, then facts. Raises CommandError."""
        # All are opened before one is touched.
        for alias in connections:
            with usable(alias):
                connections[alias].ensure_connection()
        # Of two machines that start at the same time, one goes first.
        with usable(FACTS), alone(MOST_FOR_OTHERS), waiting(using=FACTS), waiting(using=VISITS):
            for alias in connections:
                with usable(alias):
                    call_command("migrate", database=alias, interactive=False, verbosity=0)
            self._load_facts()

    def _load_facts(self) -> None:
        """Raises CommandError when the files cannot be loaded and nothing good was loaded before."""
        try:
            call_command("load_content", "--if-changed", "--no-pages", verbosity=0)
        except CommandError as slips:
            if trouble():
                raise
            self.stderr.write(f"{slips}\n{OLD_FACTS}")


def _folder_of_the_database() -> None:
    for entry in settings.DATABASES.values():
        if str(entry["ENGINE"]).endswith("sqlite3") and entry["NAME"] != ":memory:":
            Path(str(entry["NAME"])).parent.mkdir(parents=True, exist_ok=True)
