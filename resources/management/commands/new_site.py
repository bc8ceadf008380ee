"""`manage.py new_site`: writes the settings of a new site, with fresh secrets. It runs before there are any settings.

It asks for what no flag says, where somebody is there to ask. It never overwrites anything. A slip is one sentence and
exit code 2, and then nothing was written.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from compass.env_file import is_plain
from compass.environment import is_host_name, words
from compass.starting import WRONG
from resources.health import home_numbers
from resources.loading.fixtures import UnreadableError
from resources.management.new_site_files import NotWrittenError, for_compose, for_units
from resources.repository import FILES

# Where the units of compass/deploy look for it.
USUAL = Path("/etc/compass/env")
QUESTIONS = {
    "host": "Host name of the site, such as compass.example: ",
    "operator": "Name of your organisation (may stay empty): ",
    "country": "Home country, two letters, such as CA: ",
}


class Command(BaseCommand):
    """`manage.py new_site [--host NAME] [--operator NAME] [--country CA] [--to FILE] [--for-compose]`"""

    help = "Write the settings of a new site, with fresh secrets, into a file for its owner only."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The answers, so that nothing has to be asked; and where to."""
        parser.add_argument("--host", help="host name of the site; several with commas between them")
        parser.add_argument("--operator", help="who runs it, as /about/ says it")
        parser.add_argument("--country", help="the country whose numbers are shown first: two letters")
        parser.add_argument("--to", type=Path, default=USUAL, metavar="FILE", help=f"instead of {USUAL}")
        parser.add_argument("--for-compose", action="store_true", help="secrets as files beside it, for compose.yaml")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises SystemExit(2) after one sentence on stderr."""
        to = options["to"].absolute()
        try:
            host, operator, country = (self._answer(name, options[name]) for name in QUESTIONS)
            country = country.upper()
            if wrong := next(_wrong(host, operator, country), ""):
                raise NotWrittenError(wrong)
            given = {"COMPASS_HOSTS": host, "COMPASS_OPERATOR": operator, "COMPASS_HOME_COUNTRY": country}
            (for_compose if options["for_compose"] else for_units)(to, given)
        except NotWrittenError as reason:
            self.stderr.write(str(reason))
            sys.exit(WRONG)
        self.stdout.write(f"{to} is written. Keep it, and show it to nobody.")

    def _answer(self, name: str, given: str | None) -> str:
        """What a flag says, else what somebody types; without anybody there, only the operator may stay unnamed."""
        if given is not None:
            return given.strip()
        if not sys.stdin.isatty():
            if name == "operator":
                return ""
            raise NotWrittenError(f"Say --{name}: nobody is here to ask.")
        try:
            return input(QUESTIONS[name]).strip()
        except (EOFError, KeyboardInterrupt):
            self.stdout.write("")
            raise NotWrittenError("Nothing was written.") from None


def _wrong(host: str, operator: str, country: str) -> Iterator[str]:
    """Sentences about answers that no site could start with."""
    for name in words(host) or [host]:
        if not is_host_name(name):
            yield f"The host must be a name such as compass.example, without https://, port or path; not {name!r}."
    if not is_plain(operator):
        yield 'The name of the organisation must be one line without ", $, ` and \\.'
    if not country:
        yield "The home country must be two letters, such as CA."
    try:
        if trouble := home_numbers((FILES, "en"), country):
            yield f"The {trouble}."
    except UnreadableError as error:
        yield str(error)
