"""A visitor whose browser sends forms as browsers do, and a place to count what is written."""

import os
import socket
import subprocess
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from compass.models import Visit
from compass.visits.session_store import SessionStore

FORM = "application/x-www-form-urlencoded"


class Visitor(Client):
    """A browser: urlencoded forms, the token of the last page in each, one cookie jar."""

    token = ""

    def __init__(self):
        super().__init__(enforce_csrf_checks=True, raise_request_exception=False)

    def start(self):
        """Opens the first question, which opens a visit."""
        response = self.get("/first/")
        self.token = response.content.decode()
        return response

    def send(self, path, data=None, **extra):
        """Posts a form with the token."""
        fields = {"csrfmiddlewaretoken": self.token, **(data or {})}
        return self.post(path, urlencode(fields, doseq=True), content_type=FORM, **extra)

    @property
    def cookie(self):
        """The visit's cookie; an empty text when the browser has none."""
        return self.cookies["visit"].value if "visit" in self.cookies else ""

    @property
    def visit(self):
        """The visit as another request would find it."""
        return SessionStore(self.cookie)


class Writes(CaptureQueriesContext):
    """The statements that change something."""

    @property
    def found(self):
        words = ("INSERT", "UPDATE", "DELETE")
        return [query["sql"] for query in self.captured_queries if query["sql"].startswith(words)]


def again(visit):
    """The same visit in the next request."""
    return SessionStore(visit.session_key)


def database_bytes():
    """Every byte of the database's files. A second process reads them: closing them here would drop SQLite's locks."""
    folder, name = os.path.split(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite":
        folder, name = written_by_the_server(), ""
    files = [os.path.join(at, file) for at, _, found in os.walk(folder) for file in found if file.startswith(name)]
    assert files, "no database was found"
    # A server takes files away while they are read.
    return subprocess.run(["cat", *files], check=connection.vendor == "sqlite", capture_output=True).stdout


def written_by_the_server():
    """The folder of a PostgreSQL server on this machine, after it wrote down what it had in memory."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        return cursor.fetchone()[0]


@pytest.fixture
def visitor(db):
    return Visitor()


@pytest.fixture
def started(visitor):
    visitor.start()
    return visitor


@pytest.fixture
def writes():
    return Writes(connection)


@pytest.fixture
def opened(db):
    """A visit with one answer, as the database has it."""
    visit = SessionStore()
    visit["who"] = "self"
    visit.save()
    return SessionStore(visit.session_key)


@pytest.fixture
def age():
    """Sets the ends of every visit, as time would."""
    return lambda **ends: Visit.objects.update(**ends)


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return str(port)


@pytest.fixture
def static(settings, tmp_path):
    """A folder of static files, and a place to collect them."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("p { margin: 0 }")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "made" / "static"
    settings.STATIC_ROOT.parent.mkdir()
    return source
