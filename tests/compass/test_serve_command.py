"""`manage.py serve` becomes the server, or says in a sentence why not and has started nothing."""

import os
import subprocess
import sys

import pytest
from django.core.management import call_command

from tests.project.source_tree import ROOT

pytestmark = pytest.mark.django_db
KEYS = {"COMPASS_SECRET_KEY": "k" * 50, "COMPASS_VISIT_PEPPERS": "p" * 40, "COMPASS_HOSTS": "compass.example"}


@pytest.fixture
def became(monkeypatch):
    """What this process would have become."""
    became = []
    monkeypatch.setattr(os, "execv", lambda program, words: became.append((program, words)))
    return became


def test_it_becomes_the_server_with_the_words_it_was_given(became, free_port):
    call_command("serve", "--workers=4", f"--port={free_port}", "--", "--log-level", "error")
    words = ["-m", "compass.serve", "--host=127.0.0.1", f"--port={free_port}", "--workers=4", "--log-level", "error"]
    assert became == [(sys.executable, [sys.executable, *words])]


def test_it_says_everything_that_is_wrong_and_starts_nothing(became, settings, capsys):
    settings.COMPASS_LEAVE_TO = "weather"
    with pytest.raises(SystemExit) as ended:
        call_command("serve", "--host=0.0.0.0")
    first, second = capsys.readouterr().err.splitlines()
    assert (ended.value.code, became, second) == (2, [], "COMPASS_LEAVE_TO must be an https address.")
    assert first.startswith("COMPASS_LOCAL=1 serves this machine only")


def test_a_port_in_use_and_facts_that_are_missing_are_said_one_by_one(became, settings, taken_port, free_port, capsys):
    settings.COMPASS_HOME_COUNTRY = "XX"
    for port in (taken_port, free_port):
        with pytest.raises(SystemExit):
            call_command("serve", f"--port={port}")
    said = capsys.readouterr().err.splitlines()
    assert (became, said) == (
        [],
        [
            f"Port {taken_port} is in use. Stop what uses it, or choose another: --port 8001",
            "Home country XX is not in the facts. Correct it, then run: manage.py prepare",
        ],
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"COMPASS_SECRET_KEY": ""}, "Set COMPASS_SECRET_KEY in the environment, or COMPASS_SECRET_KEY_FILE to a file"),
        ({"COMPASS_LOCAL": "1"}, "COMPASS_LOCAL=1 is for a developer's machine only: take compass.example out of"),
        ({"COMPASS_DATABASE": "no/such/folder/x"}, "The database cannot be read. Is it there, and did you run:"),
    ],
)
def test_a_real_process_ends_with_code_2_and_one_line(wrong, sentence, free_port):
    ended = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", free_port],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **KEYS, **wrong},
        capture_output=True,
        text=True,
        timeout=60,
    )
    (line,) = [line for line in ended.stderr.splitlines() if " ERROR " not in line]
    assert (ended.returncode, ended.stdout, line.startswith(sentence)) == (2, "", True)
