"""Two machines of one site: each with its own copy of the code and files, both on one PostgreSQL, behind HAProxy."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.deploy.proxies import in_front_of
from tests.project.server import copy_project
from tests.project.site import Site, manage
from tests.project.source_tree import ROOT
from tests.project.visitors import Visitor

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

    @property
    def database_folder(self) -> Path:
        """Where the server of the database has its files and its log."""
        return Path(unquote(urlsplit(self.database).netloc.split("@")[1]))

    def visitor(self) -> Visitor:
        """Somebody who comes through the proxy."""
        return Visitor(self.port, secure=True)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Every process of the database stands still: connections are taken by the system, and nobody answers."""
        postmaster = (self.database_folder / "data" / "postmaster.pid").read_text().split()[0]
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


def server_settings() -> list[str]:
    """What the project's file for PostgreSQL says, each as name=value."""
    lines = (ROOT / "compass" / "deploy" / "postgresql.conf").read_text().splitlines()
    return [line.replace(" = ", "=") for line in lines if line and not line.startswith("#")]


def environment(folder: Path, database: str) -> dict[str, str]:
    """The settings of one machine of a real site."""
    return {
        "PATH": os.environ["PATH"],
        "COMPASS_HOSTS": "127.0.0.1",
        "COMPASS_BEHIND_PROXY": "1",
        "COMPASS_DATABASE": database,
        "COMPASS_STATIC": str(folder / "made" / "static"),
        "COMPASS_STATIC_PAGES": str(folder.parent / "away" if folder.name == "one" else folder / "away"),
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
        with in_front_of("haproxy", folder / "proxy", (one.port, two.port), folder / "away") as proxy:
            nodes.port = proxy.port
            _wait_until_served(proxy.port)
            yield nodes
    finally:
        # Not `two`: another may have been started in its place.
        nodes.one.end()
        nodes.two.end()


def _wait_until_served(port: int) -> None:
    until = time.monotonic() + MOST
    while time.monotonic() < until:
        with suppress(OSError):
            if Visitor(port, secure=True).ask("GET", "/now/ca/").status == 200:
                return
        time.sleep(0.05)
    raise TimeoutError("HAProxy finds no machine.")
