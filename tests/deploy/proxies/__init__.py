"""Every proxy that has a file in compass/deploy, on ports and in folders of a test."""

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy.proxies import caddy, haproxy, nginx
from tests.deploy.proxies.place import Place, certificate
from tests.deploy.visitor import answers
from tests.project.server import free_port

# By name: writes the files of a proxy, and says how it is started. Several programs may make one proxy.
KINDS: dict[str, Callable[[Place], list[list[str]]]] = {
    "nginx": nginx.commands,
    "haproxy": haproxy.commands,
    "caddy": caddy.commands,
}
MOST_SECONDS_TO_START = 15
# Files that a test gave it, and certificates. Caddy keeps what it was told as autosave.json.
GIVEN = {".conf", ".cfg", ".pem", ".crt", ".key", ".json"}


@dataclass(frozen=True)
class Proxy:
    """A running proxy: its port of https, its port of http, and the folder of all that it writes."""

    name: str
    port: int
    plain_port: int
    folder: Path

    def wrote(self) -> str:
        """All that it said or put into a file of its own, without what the test put there."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.suffix not in GIVEN]
        return "\n".join(path.read_text(errors="replace") for path in files)


@contextmanager
def in_front_of(name: str, folder: Path, behind: Iterable[int], away: Path) -> Iterator[Proxy]:
    """A proxy of that name before sites on these ports; it shows the pages in `away` while none of them answers."""
    folder.mkdir(parents=True, exist_ok=True)
    certificate(folder)
    place = Place(folder, tuple(behind), away, free_port(), free_port())
    with ExitStack() as running:
        for number, command in enumerate(KINDS[name](place)):
            running.enter_context(_started(command, folder / f"{number}.said"))
        _wait_until_it_listens(place)
        yield Proxy(name, place.port, place.plain_port, folder)


@contextmanager
def _started(command: list[str], said: Path) -> Iterator[None]:
    with said.open("w") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait(15)


def _wait_until_it_listens(place: Place) -> None:
    until = time.monotonic() + MOST_SECONDS_TO_START
    while not (answers(place.port) and answers(place.plain_port)):
        if time.monotonic() > until:
            said = "\n".join(path.read_text() for path in place.folder.glob("*.said"))
            pytest.fail(f"The proxy does not listen: {said}", pytrace=False)
        time.sleep(0.05)
