"""`make tests DATABASE=postgresql` has a server of its own for as long as it runs, or one sentence."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests import postgresql
from tests.project.source_tree import ROOT
from tests.system_packages import missing

ASK = """
import os, psycopg
with psycopg.connect(os.environ["COMPASS_TEST_DATABASE"]) as server:
    print(server.info.host, *server.execute("SELECT usename FROM pg_user").fetchone())
raise SystemExit(7)
"""


@pytest.fixture
def installed():
    try:
        postgresql.programs()
    except SystemExit:
        missing("PostgreSQL", "postgresql")


def test_the_server_lives_as_long_as_the_command_whose_exit_code_counts(installed):
    words = [sys.executable, "-m", "tests.postgresql", sys.executable, "-c", ASK]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    folder, user = done.stdout.split()
    assert (done.returncode, user) == (7, "postgres")
    assert (folder.startswith(f"{tempfile.gettempdir()}/compass-pg-"), Path(folder).exists()) == (True, False)


def test_a_missing_server_is_one_sentence(monkeypatch):
    monkeypatch.setattr(Path, "glob", lambda self, pattern: [])
    monkeypatch.setattr(postgresql.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"^PostgreSQL is missing\. On Debian and Ubuntu: apt-get install postgresql$"):
        postgresql.programs()


def test_another_database_is_refused_in_one_sentence():
    done = subprocess.run(["make", "tests", "DATABASE=mysql"], cwd=ROOT, capture_output=True, text=True)
    first = done.stderr.splitlines()[0]
    assert (done.returncode, done.stdout, first) == (2, "", "DATABASE must be sqlite or postgresql.")
