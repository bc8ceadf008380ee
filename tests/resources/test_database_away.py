"""Numbers need no database: each public page is the same when its file is gone, garbage, full or locked."""

import resource
import sqlite3
import time
from contextlib import closing, contextmanager

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from compass import database
from compass.database import REST, SHORT
from resources import page_cache, repository
from resources.contexts.people import home_numbers
from tests.resources.test_repository import read_nothing_yet
from tests.visitor import Page

pytestmark = pytest.mark.sqlite

PAGES = [
    *("/", "/now/", "/now/ca/", "/people/", "/people/ca/", "/people/ca/bc/", "/people/gb/?open=now", "/now/nowhere/"),
    *(
        "/after/",
        "/after/gb/",
        "/after/nowhere/",
        "/places/",
        "/places/instagram/",
        "/places/?q=insta",
        "/safety/",
        "/privacy/",
        "/about/",
        "/people.json",
    ),
]
PERSONAL = ["/guide/who/", "/plan/", "/notes/", "/visit/"]


@contextmanager
def gone(path):
    path.unlink()
    yield


@contextmanager
def folder_gone(path):
    path.unlink()
    path.parent.rmdir()
    yield


@contextmanager
def garbage(path):
    path.write_bytes(b"<html>not a database</html>" * 400)
    yield


@contextmanager
def disk_full(path):
    # No file of this process may grow: SQLite cannot even make the index of its log.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def locked(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM compass_visit")
        yield


@pytest.fixture
def copy(tmp_path, transactional_db, django_db_blocker):
    """This process works on a copy of the database of the tests."""
    path = tmp_path / "folder" / "compass.sqlite3"
    path.parent.mkdir()
    with django_db_blocker.unblock():
        # A test with real transactions may have emptied the tables before this one.
        call_command("load_content", if_changed=True, verbosity=0)
        source = connection.settings_dict["NAME"]
        connection.close()
        with closing(sqlite3.connect(source, uri=True)) as old, closing(sqlite3.connect(path)) as new:
            old.backup(new)
        # Put back by hand: what cleans up after this comes before what a monkeypatch puts back.
        connection.settings_dict["NAME"] = str(path)
        yield path
        connection.close()
        connection.settings_dict["NAME"] = source


@pytest.fixture(params=[gone, folder_gone, garbage, disk_full, locked])
def fault(request):
    """What happens to the file."""
    return request.param


def bodies(paths, cookie=""):
    """Status and body of each page, rendered anew."""
    client, found = Client(), {}
    if cookie:
        client.cookies["visit"] = cookie
    for path in paths:
        page_cache.forget()
        response = client.get(path)
        found[path] = response.status_code, response.content
    return found


@pytest.mark.parametrize(("warm", "cookie"), [(True, ""), (False, "a" * 32)])
def test_every_public_page_is_the_same_without_a_database(copy, fault, warm, cookie, caplog):
    read_nothing_yet()
    well = bodies(PAGES)
    if not warm:
        read_nothing_yet()
    repository.forget()
    connection.close()
    with fault(copy):
        ill = bodies(PAGES, cookie)
        connection.close()
    assert ill == well
    said = {record.name for record in caplog.records if record.name.partition(".")[0] != "django"}
    assert (said <= {"resources.repository", "compass.visits.middleware"}, len(said) > 0) == (True, True)


def test_a_locked_database_is_waited_for_a_moment_and_once_a_second(copy, caplog):
    read_nothing_yet()
    connection.close()
    begin = time.monotonic()
    with locked(copy):
        bodies(PAGES)
        connection.close()
    waits = [record for record in caplog.records if record.name == "resources.repository"]
    assert (SHORT, 0 < len(waits) <= (time.monotonic() - begin) / REST + 1) == (0.3, True)


def test_a_page_that_breaks_has_the_numbers_of_the_home_country(copy, fault):
    read_nothing_yet()
    connection.close()
    client = Client(raise_request_exception=False)
    client.cookies["visit"] = "a" * 32
    with fault(copy):
        answers = [client.get(path) for path in PERSONAL]
        connection.close()
    numbers = home_numbers()
    wanted = [line.slug for line in (*numbers.emergency, numbers.crisis, numbers.text) if line]
    assert {(answer.status_code, *Page(answer).data["data-helpline"]) for answer in answers} == {(500, *wanted)}


def test_pages_come_from_the_database_again_a_second_after_it_is_back(copy, monkeypatch):
    read_nothing_yet()
    hidden = copy.parent.with_name("hidden")
    connection.close()
    copy.parent.rename(hidden)
    away = repository.version_key()
    connection.close()
    hidden.rename(copy.parent)
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 2)
    assert (away[0], repository.version_key()[0] == away[0]) == (repository.FILES, False)


def test_what_was_read_is_not_read_again_from_the_files(copy, monkeypatch):
    read_nothing_yet()
    key = repository.version_key()
    before = repository.places(key)
    monkeypatch.setattr(repository, "_files", lambda: pytest.fail("the files were asked", pytrace=False))
    database.note_failure()
    assert repository.places(key) is before
