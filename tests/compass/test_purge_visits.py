"""`manage.py purge_visits` removes what has ended and says nothing about it."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from compass.models import Visit
from compass.visits.session_store import SessionStore


# The log of SQLite cannot be emptied inside the transaction of a test.
@pytest.mark.django_db(transaction=True)
def test_ended_visits_are_removed_and_nothing_is_said(opened, age, capsys):
    age(ends_at=timezone.now())
    alive = SessionStore()
    alive.create()
    call_command("purge_visits")
    assert list(Visit.objects.values_list("pk", flat=True)) == [alive.row.row_id]
    assert capsys.readouterr() == ("", "")
