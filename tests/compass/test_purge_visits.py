"""`manage.py purge_visits` removes what has ended and says only how much that was."""

from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from compass.models import Visit
from compass.visits.session_store import SessionStore


def test_ended_visits_are_removed_and_counted(opened, age):
    age(ends_at=timezone.now())
    alive = SessionStore()
    alive.create()
    said = StringIO()
    call_command("purge_visits", stdout=said)
    assert (said.getvalue(), list(Visit.objects.values_list("pk", flat=True))) == ("1 deleted\n", [alive.row.row_id])
