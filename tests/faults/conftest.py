"""A running site on a small disk of its own, where this machine lets us mount one."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.on_the_file import ROOT
from tests.project.server import Server, copy_project

DISK = "48m"


def mounts(top: Path) -> bool:
    """True when a small disk could be mounted there."""
    asked = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", top]
    return ROOT and subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, bool]]:
    """A folder, and whether it is a disk of its own."""
    top = tmp_path_factory.mktemp("disk")
    mounted = mounts(top)
    yield top, mounted
    if mounted:
        subprocess.run(["umount", "--lazy", top], check=True)


@pytest.fixture(scope="module")
def site(small_disk: tuple[Path, bool]) -> Iterator[Server]:
    """A running site; its database is `.local/compass.sqlite3` on that disk."""
    server = Server.begin(copy_project(small_disk[0]))
    try:
        server.wait_until_ready()
        yield server
    finally:
        server.end()
