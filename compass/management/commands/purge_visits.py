"""Deletes visits that have ended. Run it every few minutes; requests do it too, now and then."""

from typing import Any

from django.core.management.base import BaseCommand

from compass.visits import purging


class Command(BaseCommand):
    """`manage.py purge_visits`"""

    help = "Deletes visits that have ended, with their notes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints nothing: a count every few minutes would be a count of visitors."""
        purging.everything()
