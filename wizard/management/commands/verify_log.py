"""`manage.py verify_log`: was a file of the log changed since its number was written down?"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wizard.notes.core.export_csv import UnreadableLogError
from wizard.notes.core.integrity import Checked, IntegrityVerdict, check

CHANGED, UNREADABLE = 1, 2
SENTENCES = {
    IntegrityVerdict.CHANGED: "changed: these words do not fit the number in the file.",
    IntegrityVerdict.OTHER: (
        "changed: these words fit the number in the file, but not the number that was written down."
    ),
    IntegrityVerdict.SAVED_AGAIN: "changed: the words fit the number, but some program saved the file again.",
}


class Command(BaseCommand):
    """`manage.py verify_log FILE [--sha256 HEX]`: exits with 0 unchanged, 1 changed, 2 no log."""

    help = "Say whether a JSON or CSV file of the log is unchanged."
    # It looks at one file and at nothing of the site.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, and what it is compared with."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--sha256", default="", metavar="HEX", help="the number as it was written down")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints one line with the verdict. Raises CommandError when the file is no log or cannot be read."""
        checked = self._check(options["file"], options["sha256"])
        if checked.verdict is not IntegrityVerdict.UNCHANGED:
            self.stdout.write(f"{SENTENCES[checked.verdict]}\nNumber of these words: {checked.found}")
            sys.exit(CHANGED)
        if options["sha256"]:
            self.stdout.write("unchanged: the words are those whose number was written down.")
        else:
            self.stdout.write(
                f"unchanged: the words fit the number in the file.\nNow compare it with the number that was written "
                f"down elsewhere: {checked.found}"
            )

    def _check(self, file: Path, known: str) -> Checked:
        try:
            return check(file.read_bytes(), known)
        except UnreadableLogError as error:
            raise CommandError(f"{file} is not a log that this site wrote.", returncode=UNREADABLE) from error
        except OSError as error:
            raise CommandError(f"{file} could not be read: {error.strerror}.", returncode=UNREADABLE) from error
