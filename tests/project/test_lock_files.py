"""The lock files: every package by hash, nothing about where it comes from, one version for running and testing."""

import re

import pytest

from tests.project.source_tree import text

LOCKS = ["requirements.txt", "requirements-dev.txt"]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\$", re.M)


def pins(path: str) -> dict[str, str]:
    """Package name to version."""
    return dict(PIN.findall(text(path)))


def wanted(path: str) -> dict[str, str]:
    """Package name, as a lock file writes it, to version: what a person asked for."""
    lines = (line for line in text(path).splitlines() if re.match(r"\w", line))
    asked = (re.fullmatch(r"([\w-]+)(?:\[\w+\])?==(\S+)", line) for line in lines)
    return {found[1].lower(): found[2] for found in asked}


@pytest.mark.parametrize("path", LOCKS)
def test_a_lock_names_no_index_no_address_and_no_folder(path):
    assert re.findall(r"^--.*|^/.*|.*://.*|.* @ .*", text(path), re.M) == []


@pytest.mark.parametrize("path", LOCKS)
def test_every_line_of_a_lock_is_a_pin_a_hash_or_a_note(path):
    form = r"[a-z0-9-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    #.*|# The following packages.*|"
    assert [line for line in text(path).splitlines() if not re.fullmatch(form, line)] == []


@pytest.mark.parametrize("path", LOCKS)
def test_every_package_has_a_hash(path):
    assert [name for name, rest in re.findall(r"^(\S+)==\S+ (\\\n +--hash)?", text(path), re.M) if not rest] == []


@pytest.mark.parametrize(("asked", "lock"), [("requirements.in", LOCKS[0]), ("requirements-dev.in", LOCKS[1])])
def test_what_was_asked_for_is_what_is_locked(asked, lock):
    locked = pins(lock)
    assert {name: locked.get(name) for name in wanted(asked)} == wanted(asked)


def test_the_tests_run_on_the_versions_that_serve():
    locked = pins("requirements-dev.txt")
    assert {name: locked.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


@pytest.mark.parametrize("path", ["requirements.in", "requirements-dev.in"])
def test_every_package_asked_for_has_one_exact_version(path):
    lines = [line for line in text(path).splitlines() if line and not line.startswith("#")]
    form = r"[\w-]+(\[\w+\])?==[\d.]+|-[cr] requirements\.(in|txt)"
    assert [line for line in lines if not re.fullmatch(form, line)] == []
