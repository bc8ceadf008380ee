"""`manage.py prepare --port N`: everything between a fresh checkout and a server, in one process.

It refuses a port that is taken, makes or updates the database, loads the facts and collects the static files
(the last two only when they changed), then says where the site will be. It never starts the server itself. A slip in
the facts does not keep a site down that has good ones: it starts with those, and says so.
"""

import hashlib
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connections

from compass.checks import VARIABLES
from compass.database import FACTS, VISITS, alone, waiting
from compass.health import trouble
from compass.static_storage import STRIPPING

HOST = "127.0.0.1"
# How long another machine may take to make its tables and load its facts, in seconds.
MOST_FOR_OTHERS = 60.0
OLD_FACTS = """
=====================================================================
THE FACTS IN fixtures/ WERE NOT LOADED. The site starts with the facts
that were loaded before, and they may be old. Correct what stands above
and start again. /healthz says "older facts" until then.
====================================================================="""


def port_trouble(text: str) -> str:
    """What is wrong with this port, as one sentence; an empty text when a server can have it."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        return f"PORT must be a number from 1 to 65535, not {text!r}."
    with socket.socket() as door:
        # Without this, a server that ended a second ago would still count. A server that listens still counts.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, int(text)))
        except PermissionError:
            return f"Port {text} is not open to you. Choose one above 1023: make run PORT=8001"
        except OSError:
            return f"Port {text} is in use. Stop what uses it, or choose another: make run PORT=8001"
    return ""


@contextmanager
def usable(alias: str) -> Iterator[None]:
    """Raises CommandError, in one sentence, for whatever the database refuses inside."""
    try:
        yield
    except Error as error:
        # The first line: a reason without a password. Those below are hints and statements.
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise CommandError(f"The database of {VARIABLES[alias]} cannot be used: {reason}", returncode=2) from error


def static_fingerprint() -> str:
    """SHA-256 (hex) over the names and bytes of every static file, and over the tools that pack them."""
    digest = hashlib.sha256(f"{version('django')} {version('whitenoise')} {STRIPPING}".encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            with storage.open(name) as file:
                content = file.read()
            digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def collect_static() -> bool:
    """Collect the static files unless the last ones collected were the same; True when it did."""
    mark = Path(settings.STATIC_ROOT).with_name("static.sha256")
    wanted = static_fingerprint()
    if mark.is_file() and mark.read_text() == wanted and Path(settings.STATIC_ROOT).is_dir():
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(wanted)
    return True


class Command(BaseCommand):
    help = "Make the database, the facts and the static files ready for the server."
    # The checks import every page: `make test` and the operator run them, a start stays quick.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default="8000", help="the port of 127.0.0.1 that the server will use")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises SystemExit after one line on stderr: 1 for a port or facts, 2 for a database that cannot be used."""
        try:
            if taken := port_trouble(options["port"]):
                raise CommandError(taken)
            self._fill_databases()
            collect_static()
        except CommandError as reason:
            self.stderr.write(str(reason))
            sys.exit(reason.returncode)
        self.stdout.write(f"Compass is at http://{HOST}:{options['port']}/  (Ctrl-C stops it)")

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
            call_command("load_content", "--if-changed", verbosity=0)
        except CommandError as slips:
            if trouble():
                raise
            self.stderr.write(f"{slips}\n{OLD_FACTS}")
