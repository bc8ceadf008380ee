"""What every test may ask for. The facts are loaded once into the test database, before the first test that uses it."""

import threading
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from resources import page_cache, selectors
from resources.loading.content import Content
from resources.loading.fixtures import read
from tests.system_packages import THOROUGH

# Files that prepare much: one worker takes all of each. Never one that empties the tables: such tests come last.
TOGETHER = {
    *(
        "tests/project/test_layers.py",
        "tests/content/test_reading_grade.py",
        "tests/wizard/review/book/test_build.py",
        "tests/wizard/helplines/test_for_plan.py",
    ),
    *("tests/content/test_steps_people.py", "tests/html/test_page_kinds.py", "tests/content/french/test_catalogue.py"),
    "tests/deploy/test_container.py",
}
# Files that start a site of their own, and all of tests/deploy: one worker takes them all.
SERVERS = {"tests/project/test_make_run.py", "tests/faults/test_database.py", "tests/faults/test_processes.py"}
# A busy machine is no failure.
hypothesis_settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("patient")
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without COMPASS_THOROUGH=1, tests that look at more of the same are left out, and counted as deselected."""
    if not THOROUGH:
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]
    other, reason = ("postgresql", "PostgreSQL") if connection.vendor == "sqlite" else ("sqlite", "the files of SQLite")
    for item in items:
        if item.get_closest_marker(other):
            item.add_marker(pytest.mark.skip(reason=f"about {reason}"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Whoever listens to a server that was silent may not go on into the next test, which may not ask it at all."""
    for thread in threading.enumerate():
        if thread.name == "listening":
            thread.join(20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "InGroups":
    """How the tests are dealt out to the workers."""
    return InGroups(config, log)


class InGroups(LoadScopeScheduling):
    """Each test by itself, but for those that share a server, or what their file prepares.

    The groups of pytest-xdist 3.8 do not work with pytest 9.2: it writes them into a field that is gone.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        if file.startswith("tests/browser/"):
            # Two workers wait for a browser at the same time; more of them would not make it quicker.
            return f"browser {crc32(file.encode()) % 2}"
        if file in SERVERS or file.startswith("tests/deploy/"):
            return "server"
        return file if file in TOGETHER else nodeid


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database with the real facts in it; each worker of xdist fills its own."""
    with django_db_blocker.unblock():
        call_command("load_content", verbosity=0)


@pytest.fixture(autouse=True)
def _facts_are_read_again():
    """The digest of the facts is kept for a second, and pages for longer: long enough to reach the next test."""
    selectors.forget()
    page_cache.forget()


@pytest.fixture(autouse=True)
def _facts_after_a_flush(request):
    """A test with real transactions empties the tables when it ends, so the next one of its kind loads again."""
    marker = request.node.get_closest_marker("django_db")
    flushes = {"transactional_db", "live_server", "django_db_reset_sequences"} & set(request.fixturenames)
    if flushes or (marker and marker.kwargs.get("transaction")):
        request.getfixturevalue("transactional_db")
        call_command("load_content", if_changed=True, verbosity=0)


@pytest.fixture(scope="session")
def content() -> Content:
    """The fixtures as they stand in the files, for tests that compare with them. Never change it: copy."""
    return read(FIXTURES)


@pytest.fixture
def facts(db, content) -> Content:
    """As `content`, for a test that also reads the loaded facts."""
    return content
