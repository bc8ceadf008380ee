"""Leave ends the visit within a second, whatever stalls."""

import sqlite3
import time
from contextlib import closing

import pytest
from django.db import connection

from compass.models import Visit
from tests.visitor import Walker


def seconds(client):
    """How long the way out takes."""
    start = time.monotonic()
    response = client.get("/leave/")
    return time.monotonic() - start, response.status_code


@pytest.mark.django_db
def test_leave_ends_the_visit_within_a_second():
    walker = Walker().walk({"who": "self"})
    took, status = seconds(walker.client)
    assert (took < 1, status, Visit.objects.count()) == (True, 303, 0)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="leaving waits five seconds for a database that somebody else has locked"
)
@pytest.mark.django_db(transaction=True)
def test_leave_does_not_wait_for_a_locked_database():
    walker = Walker().walk({"who": "self"})
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, uri=True)) as other:
        other.execute("BEGIN IMMEDIATE")
        took, _status = seconds(walker.client)
        other.execute("ROLLBACK")
    assert took < 1
