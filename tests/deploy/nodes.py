"""Two machines of one site: each with its own copy of the code and files, both on one PostgreSQL, behind HAProxy."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.project.server import copy_project, free_port
from tests.project.site import Site, manage
from tests.project.source_tree import ROOT
from tests.project.visitors import Visitor
from tests.system_packages import need_program

SECRETS = {"COMPASS_SECRET_KEY": "k" * 50, "COMPASS_VISIT_PEPPERS": "p" * 50}
# Before the proxy has asked each machine once, in seconds.
MOST = 10


@dataclass
class Nodes:
    """Both machines, the port of https before them, and their database."""

    one: Site
    two: Site
    port: int
    database: str

    def visitor(self) -> Visitor:
        """Somebody who comes through the proxy."""
        return Visitor(self.port, secure=True)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Every process of the database stands still: connections are taken by the system, and nobody answers."""
        folder = Path(unquote(urlsplit(self.database).netloc.split("@")[1]))
        postmaster = (folder / "data" / "postmaster.pid").read_text().split()[0]
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        numbers = [int(number) for number in (postmaster, *children)]
        _signal(numbers, signal.SIGSTOP)
        try:
            yield
        finally:
            _signal(numbers, signal.SIGCONT)


def _signal(numbers: list[int], number: int) -> None:
    for process in numbers:
        with suppress(ProcessLookupError):
            os.kill(process, number)


def environment(folder: Path, database: str) -> dict[str, str]:
    """The settings of one machine of a real site."""
    return {
        "PATH": os.environ["PATH"],
        "COMPASS_HOSTS": "127.0.0.1",
        "COMPASS_BEHIND_PROXY": "1",
        "COMPASS_DATABASE": database,
        "COMPASS_STATIC": str(folder / "made" / "static"),
        **SECRETS,
    }


def begin(folder: Path, database: str) -> Site:
    """One machine: makes all ready and starts. Of two that do so at the same time one goes first."""
    checkout, own = copy_project(folder / "site"), environment(folder, database)
    manage(checkout, own, "prepare")
    site = Site.start(checkout, own)
    site.wait_until_ready()
    return site


@contextmanager
def two_nodes(folder: Path, database: str) -> Iterator[Nodes]:
    """Both are prepared and started at the same time."""
    with ThreadPoolExecutor(2) as pool:
        places = [folder / name for name in ("one", "two")]
        one, two = pool.map(lambda place: begin(place, database), places)
    nodes = Nodes(one, two, 0, database)
    try:
        with haproxy(folder, one.port, two.port) as nodes.port:
            yield nodes
    finally:
        # Not `two`: another may have been started in its place.
        nodes.one.end()
        nodes.two.end()


@contextmanager
def haproxy(folder: Path, *behind: int) -> Iterator[int]:
    """The port of https of the project's file before two servers. Where none answers there is nobody here."""
    port, program = free_port(), need_program("haproxy", "haproxy")
    (folder / "haproxy.cfg").write_text(configuration(folder, port, *behind))
    subprocess.run([program, "-c", "-q", "-f", folder / "haproxy.cfg"], check=True, capture_output=True)
    with (folder / "haproxy.out").open("w") as said:
        process = subprocess.Popen([program, "-db", "-f", folder / "haproxy.cfg"], stdout=said, stderr=said)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def configuration(folder: Path, port: int, one: int, two: int) -> str:
    """The project's file with what has to differ here: ports, the certificate, the user."""
    text = (ROOT / "compass" / "deploy" / "haproxy.cfg").read_text()
    swaps = (
        (r"^ +(chroot|user|group) .*$", ""),
        (r"bind :::80 v4v6", f"bind 127.0.0.1:{free_port()}"),
        (r"bind :::443 v4v6", f"bind 127.0.0.1:{port}"),
        (r"/etc/haproxy/compass\.pem", certificate(folder)),
        (r"192\.0\.2\.1:8000", f"127.0.0.1:{one}"),
        (r"192\.0\.2\.2:8000", f"127.0.0.1:{two}"),
        (r"127\.0\.0\.1:8001", f"127.0.0.1:{free_port()}"),
    )
    for old, new in swaps:
        text, times = re.subn(old, new, text, flags=re.M)
        if not times:
            raise ValueError(f"The file has no {old}.")
    return text


def certificate(folder: Path) -> str:
    """A key and its certificate in one file, as HAProxy wants them."""
    path, openssl = folder / "compass.pem", need_program("openssl", "openssl")
    key = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=compass.example")
    made = subprocess.run([openssl, *key, "-keyout", "-"], check=True, capture_output=True).stdout
    path.write_bytes(made)
    return str(path)


def _wait(port: int) -> None:
    until = time.monotonic() + MOST
    while time.monotonic() < until:
        with suppress(OSError):
            if Visitor(port, secure=True).ask("GET", "/now/ca/").status == 200:
                return
        time.sleep(0.05)
    raise TimeoutError("HAProxy finds no machine.")
