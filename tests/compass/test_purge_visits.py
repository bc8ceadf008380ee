"""`manage.py purge_visits` removes what has ended and says nothing about it."""

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from compass.models import Visit
from compass.visits import purging
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


def test_a_database_that_is_away_is_one_line(monkeypatch, capsys):
    def fails():
        raise OperationalError("no server at port 5432\n\tIs it running?")

    monkeypatch.setattr(purging, "everything", fails)
    with pytest.raises(SystemExit) as ended:
        call_command("purge_visits")
    says = "Ended visits could not be deleted this time: no server at port 5432\n"
    assert (ended.value.code, capsys.readouterr()) == (2, ("", says))
