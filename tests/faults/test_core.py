"""The short form of `test_database`, in one process: leaving and typed words while the database is away."""

from time import monotonic

import pytest
from django.conf import settings
from django.db import connection

from compass.visits import leaving, marks
from tests.people import TEEN_BLACKMAILED
from tests.resources.test_database_away import copy, disk_full, folder_gone, garbage, gone, locked
from tests.visitor import Page, Walker

__all__ = ["copy"]
pytestmark = pytest.mark.skipif(
    "postgresql" in settings.DATABASES["default"]["ENGINE"], reason="about the files of SQLite"
)


@pytest.fixture
def walker(copy, settings, monkeypatch):
    """Somebody who has a form for a note open. Nobody tries on in the background."""
    settings.VISIT_MARKS_DIR = copy.parent / "leaving"
    monkeypatch.setattr(leaving, "go_on", lambda: None)
    monkeypatch.setattr(marks, "_mine", {})
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.client.raise_request_exception = False
    walker.client.defaults["HTTP_ORIGIN"] = "http://testserver"
    walker.get("/notes/new/")
    connection.close()
    return walker


@pytest.mark.parametrize("fault", [gone, folder_gone, garbage, disk_full])
def test_words_are_given_back_beside_numbers(copy, walker, fault):
    with fault(copy):
        answer = walker.post("/notes/new/", words="They want money by nine.")
        connection.close()
    assert (answer.status_code, "They want money by nine." in answer.content.decode()) == (500, True)
    assert len(Page(answer).data["data-helpline"]) > 1


@pytest.mark.parametrize("fault", [gone, folder_gone, garbage, disk_full, locked])
def test_leaving_takes_less_than_a_second_and_closes_the_visit(copy, walker, fault):
    cookie = walker.client.cookies["visit"].value
    with fault(copy):
        begun = monotonic()
        answer = walker.client.get("/leave/")
        took = monotonic() - begun
        walker.client.cookies["visit"] = cookie
        later = walker.client.get("/plan/")
        connection.close()
    assert (answer.status_code, answer.cookies["visit"]["max-age"], took < 1, later.status_code) == (303, 0, True, 303)
