"""Deletes visits that have ended. Run it every few minutes; requests do it too, now and then."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from compass.models import Visit


class Command(BaseCommand):
    """`manage.py purge_visits`"""

    help = "Deletes visits that have ended, with their notes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many visits were deleted, and nothing else about them."""
        self.stdout.write(f"{Visit.objects.expired(timezone.now()).erase()} deleted")
