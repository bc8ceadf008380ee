"""Deletes visits that have ended. Run it every few minutes; requests do it too, now and then."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from compass.database import writing
from compass.models import Visit
from compass.visits import leaving


class Command(BaseCommand):
    """`manage.py purge_visits`"""

    help = "Deletes visits that have ended, with their notes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many visits were deleted, and nothing else about them."""
        with writing():
            gone = Visit.objects.expired(timezone.now()).erase()
        leaving.sweep()
        self.stdout.write(f"{gone} deleted")
