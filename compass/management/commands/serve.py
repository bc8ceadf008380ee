"""`manage.py serve --host H --port N --workers N`: the way to start a site, on a developer's machine as in the world.

It looks at settings, database and facts, and then becomes the server (`compass.serve`). What keeps the site from
starting is said in one sentence, with exit code 2, and nothing has been started by then.
"""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from compass.environment import THIS_MACHINE
from compass.starting import WRONG, not_ready, port_trouble, wrong_host, wrong_settings


class Command(BaseCommand):
    """Everything that `compass.serve` takes may follow `--`."""

    help = "Serve the site, after manage.py prepare. Let a supervisor start it again when it ends."
    # The checks import every page; those that count at a start are asked by name.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, how many workers, and what else the server is told."""
        parser.add_argument("--host", default=THIS_MACHINE[0], help="the address to listen on")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--workers", default="2", help="processes: one for each core, or two")
        parser.add_argument("more", nargs="*", help="more words for granian, after --")

    def handle(self, *args: Any, **options: Any) -> None:
        """Never returns: the process becomes the server, or ends with code 2 after sentences on stderr."""
        if wrong := self._wrong(options["host"], options["port"]):
            self.stderr.write("\n".join(wrong))
            sys.exit(WRONG)
        # A new program, so that the workers are forked from one that has never read a secret.
        words = [f"--{name}={options[name]}" for name in ("host", "port", "workers")]
        os.execv(sys.executable, [sys.executable, "-m", "compass.serve", *words, *options["more"]])  # noqa: S606

    def _wrong(self, host: str, port: str) -> list[str]:
        if wrong := [*filter(None, (wrong_host(host), *wrong_settings()))]:
            return wrong
        return [*filter(None, (port_trouble(port, host, "--port 8001") or not_ready(),))]
