"""The real server, started the way `make run` starts it, in a copy of the project that has never been used."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path

import pytest

from tests.project.source_tree import ROOT, files

MOST_SECONDS_TO_START = 30


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def copy_project(top: Path) -> Path:
    """A copy of the project without anything that was made."""
    for path in files():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, top / path)
    return top


@dataclass
class Server:
    """A running `make serve`: the process of make, its group (the same number) and its port."""

    make: subprocess.Popen
    port: int
    out: Path
    """What it printed, beside the checkout. A file: a pipe that nobody reads would fill up and hold the server."""

    @classmethod
    def begin(cls, checkout: Path, port: int | None = None) -> "Server":
        """Starts a server in a checkout, with the packages of this Python and none of our settings."""
        port = port or free_port()
        ours = ("COMPASS_", "DJANGO_", "MAKE", "PYTHONWARN")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        number, name = tempfile.mkstemp(dir=checkout.parent)
        make = subprocess.Popen(
            ["make", "serve", f"PORT={port}", f"VENV={sys.prefix}"],
            cwd=checkout,
            env=clean,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=number,
            stderr=subprocess.STDOUT,
        )
        os.close(number)
        return cls(make, port, Path(name))

    @property
    def address(self) -> str:
        """Where the site is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
        """Status, headers and body of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def wait_until_ready(self) -> None:
        """Returns when /healthz answers; fails the test, with what was printed, when it does not."""
        until = time.monotonic() + MOST_SECONDS_TO_START
        while time.monotonic() < until and self.make.poll() is None:
            try:
                if self.get("/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        pytest.fail(f"no answer from /healthz: {self.end()}", pytrace=False)

    def child(self) -> int:
        """The one process below make: the server itself."""
        (number,) = Path(f"/proc/{self.make.pid}/task/{self.make.pid}/children").read_text().split()
        return int(number)

    def pythons(self) -> list[int]:
        """The server and its workers."""
        top = self.child()
        workers = Path(f"/proc/{top}/task/{top}/children").read_text().split()
        return [top, *map(int, workers)]

    @contextmanager
    def stalled(self) -> Iterator[None]:
        """Every process of it stands still: connections are taken by the system, and nobody answers."""
        os.killpg(self.make.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self.make.pid, signal.SIGCONT)

    def end(self) -> str:
        """Stop whatever is left and answer all that was printed."""
        if self.is_alive():
            os.killpg(self.make.pid, signal.SIGKILL)
        self.make.wait()
        return self.out.read_text()

    def is_alive(self) -> bool:
        """True while any process of the group runs."""
        self.make.poll()
        try:
            os.killpg(self.make.pid, 0)
        except ProcessLookupError:
            return False
        return True
