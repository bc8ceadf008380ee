"""A real site as the handbook starts it: settings of production, `prepare`, then `serve`, in a copy of the project."""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy.visitor import HOST, answers
from tests.project.server import copy_project, free_port

MOST_SECONDS_TO_START = 30


@dataclass(frozen=True)
class Site:
    """Its port, behind which it speaks http, and the folder of the pages that it saved."""

    port: int
    away: Path


@contextmanager
def running(folder: Path) -> Iterator[Site]:
    """A site for compass.example behind a proxy; all of it lies in `folder`."""
    top, port = copy_project(folder / "code"), free_port()
    settings = _settings(folder)
    subprocess.run([sys.executable, "manage.py", "prepare"], cwd=top, env=settings, check=True)
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(command, cwd=top, env=settings, stdout=said, stderr=said, start_new_session=True)
    try:
        _wait_until_it_listens(port, folder / "said")
        yield Site(port, folder / "away")
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _settings(folder: Path) -> dict[str, str]:
    ours = {
        "COMPASS_HOSTS": HOST,
        "COMPASS_BEHIND_PROXY": "1",
        "COMPASS_SECRET_KEY": secrets.token_urlsafe(48),
        "COMPASS_VISIT_PEPPERS": secrets.token_urlsafe(48),
        "COMPASS_DATABASE": str(folder / "compass.sqlite3"),
        "COMPASS_STATIC": str(folder / "static"),
        "COMPASS_STATIC_PAGES": str(folder / "away"),
    }
    around = {name: value for name, value in os.environ.items() if not name.startswith(("COMPASS_", "DJANGO_"))}
    return {**around, **ours}


def _wait_until_it_listens(port: int, said: Path) -> None:
    until = time.monotonic() + MOST_SECONDS_TO_START
    while not answers(port):
        if time.monotonic() > until:
            pytest.fail(f"The site does not listen: {said.read_text()}", pytrace=False)
        time.sleep(0.05)
