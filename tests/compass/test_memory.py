"""A process that keeps its memory private says so and hands it on to what it forks; importing does nothing."""

import subprocess
import sys

import pytest

from compass import health, memory

TOLD = "from compass.memory import is_private; print(is_private())"


def told(before, after=""):
    """What a new process says about its memory, line by line."""
    code = f"{before}\n{TOLD}\n{after}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_importing_the_server_changes_nothing():
    assert told("import compass.serve") == ["False"]


def test_what_is_forked_is_private_too():
    forked = f"import os, sys\nsys.stdout.flush()\nif not os.fork():\n    {TOLD}\nelse:\n    os.wait()"
    assert told("import compass.memory; compass.memory.keep_private()", forked) == ["True", "True"]


def test_a_program_that_is_started_by_it_has_to_do_it_again():
    started = f"import subprocess, sys\nsys.stdout.flush()\nsubprocess.run([sys.executable, '-c', {TOLD!r}])"
    assert told("import compass.memory; compass.memory.keep_private()", started) == ["True", "False"]


def test_a_system_that_refuses_stops_the_start(monkeypatch):
    monkeypatch.setattr(memory, "_prctl", lambda option: -1)
    monkeypatch.setattr(memory.resource, "setrlimit", lambda which, limits: None)
    with pytest.raises(OSError, match="cannot be closed"):
        memory.keep_private()


@pytest.mark.parametrize(("private", "remark"), [(True, ""), (False, "memory is open to others")])
def test_the_operator_is_told(monkeypatch, private, remark):
    monkeypatch.setattr(health, "is_private", lambda: private)
    assert health.memory().partition(":")[0] == remark
