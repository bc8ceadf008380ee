"""`manage.py walk_once`: a made-up person walks to the plan and back, and leaves. For a job every few minutes."""

import sys
from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from compass.languages import ENGLISH, linked
from wizard.management.asking import in_language, in_process, over_network
from wizard.management.walk import Walk, WalkError


class Command(BaseCommand):
    """`manage.py walk_once [--url https://compass.example]`, in each language that pages lead to."""

    help = "Walk a made-up person through the site; one line, and exit code 1 where something is not as it should be."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which site."""
        parser.add_argument("--url", help="the site at this address; without it, the one of these settings")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises SystemExit(1) after one line on stderr."""
        begun, pages = monotonic(), 0
        for language in linked():
            try:
                ask = over_network(options["url"]) if options["url"] else in_process
                walk = Walk(in_language(ask, language))
                walk.go()
            except (WalkError, ValueError) as wrong:
                self.stderr.write(str(wrong) if language == ENGLISH else f"In {language.name}: {wrong}")
                sys.exit(1)
            pages += walk.pages
        took = monotonic() - begun
        self.stdout.write(f"To the plan, back and out: {pages} pages in {took:.1f} seconds. Nothing stays.")
