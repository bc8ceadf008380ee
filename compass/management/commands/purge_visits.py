"""Deletes visits that have ended. Run it every few minutes; requests do it too, now and then."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error

from compass.starting import WRONG
from compass.visits import purging


class Command(BaseCommand):
    """`manage.py purge_visits`"""

    help = "Deletes visits that have ended, with their notes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints nothing: a count every few minutes would be a count of visitors.

        Raises SystemExit(2) after one line when a database is away; the next run deletes what this one did not.
        """
        try:
            purging.everything()
        except Error as error:
            # The first line has neither a statement nor a row.
            reason = next(iter(str(error).splitlines()), type(error).__name__)
            self.stderr.write(f"Ended visits could not be deleted this time: {reason}")
            sys.exit(WRONG)
