"""Leave ends the visit within a second, whatever stalls."""

import threading
import time

import pytest

from compass.models import Visit
from tests.visitor import Walker
from tests.writers import locked


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


@pytest.mark.django_db(transaction=True)
def test_leave_does_not_wait_for_a_locked_database():
    walker = Walker().walk({"who": "self"})
    cookie = walker.client.cookies["visit"].value
    with locked():
        took, status = seconds(walker.client)
        walker.client.cookies["visit"] = cookie
        closed = walker.client.get("/plan/")
    assert (took < 1, status, closed.status_code, closed["Location"]) == (True, 303, 303, "/guide/")
    for thread in [thread for thread in threading.enumerate() if thread.name == "leaving"]:
        thread.join(5)
    assert Visit.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_beacon_of_the_script_does_not_wait_either():
    walker = Walker().walk({"who": "self"})
    with locked():
        start = time.monotonic()
        answer = walker.client.generic("POST", "/leave/")
        took = time.monotonic() - start
    assert (took < 1, answer.status_code, answer.cookies["visit"]["max-age"]) == (True, 204, 0)
    for thread in [thread for thread in threading.enumerate() if thread.name == "leaving"]:
        thread.join(5)
    assert Visit.objects.count() == 0
