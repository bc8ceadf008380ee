"""`manage.py walk_once`: a made-up person walks to the plan and back, and leaves. For a job every few minutes."""

import sys
from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from wizard.management.asking import in_process, over_network
from wizard.management.walk import Walk, WalkError


class Command(BaseCommand):
    """`manage.py walk_once [--url https://compass.example]`"""

    help = "Walk a made-up person through the site; one line, and exit code 1 where something is not as it should be."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which site."""
        parser.add_argument("--url", help="the site at this address; without it, the one of these settings")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises SystemExit(1) after one line on stderr."""
        begun = monotonic()
        try:
            walk = Walk(over_network(options["url"]) if options["url"] else in_process)
            walk.go()
        except (WalkError, ValueError) as wrong:
            self.stderr.write(str(wrong))
            sys.exit(1)
        took = monotonic() - begun
        self.stdout.write(f"To the plan, back and out: {walk.pages} pages in {took:.1f} seconds. Nothing stays.")
