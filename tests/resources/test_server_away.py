"""Numbers need no server: each public page is the same when it is gone, says nothing, or holds every lock."""

import socket
import threading
import time
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from resources import repository
from tests.resources.test_database_away import PAGES, PERSONAL, bodies
from tests.resources.test_repository import read_nothing_yet
from tests.writers import somebody_else

pytestmark = pytest.mark.postgresql


@contextmanager
def elsewhere(monkeypatch, port):
    """The address of the database leads to this port."""
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", port)
    connection.close()
    yield
    connection.close()
    monkeypatch.undo()


@contextmanager
def gone(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with elsewhere(monkeypatch, taken.getsockname()[1]):
            yield


@contextmanager
def silent(monkeypatch):
    # The system takes the connection; nobody ever reads from it.
    with socket.create_server(("127.0.0.1", 0)) as server, elsewhere(monkeypatch, server.getsockname()[1]):
        yield


@contextmanager
def locked(monkeypatch):
    with somebody_else() as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE resources_factsversion, resources_helpline, compass_visit IN ACCESS EXCLUSIVE MODE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture(params=[gone, silent, locked])
def fault(request, transactional_db, monkeypatch):
    """What happens to the server."""
    call_command("load_content", if_changed=True, verbosity=0)
    read_nothing_yet()
    yield lambda: request.param(monkeypatch)
    # Whoever still tries to delete a left visit may not go on into the next test.
    for thread in [each for each in threading.enumerate() if each.name.startswith("leaving")]:
        thread.join(15)


@pytest.mark.parametrize(("warm", "cookie"), [(True, ""), (False, "a" * 32)])
def test_every_public_page_is_the_same_without_a_server(fault, warm, cookie):
    well = bodies(PAGES)
    if not warm:
        read_nothing_yet()
    repository.forget()
    with fault():
        ill = bodies(PAGES, cookie)
    assert ill == well


def test_leaving_ends_within_a_second_and_a_page_of_a_visit_fails_soon(fault):
    client = Client(raise_request_exception=False)
    client.cookies["visit"] = "a" * 32
    with fault():
        begun = time.monotonic()
        status = client.get("/leave/").status_code
        left = time.monotonic() - begun
        client.cookies["visit"] = "b" * 32
        answers = {client.get(path).status_code for path in PERSONAL}
        took = time.monotonic() - begun
    assert (status, left < 1, answers, took < 2.5 * len(PERSONAL) + 1) == (303, True, {500}, True)
