"""A site that `manage.py serve` started, as its unit does: with its own settings, and a reload that waits."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.project.server import MOST_SECONDS_TO_START, Server, free_port
from tests.project.source_tree import ROOT

MANAGE = (sys.executable, "manage.py")
UNIT = ROOT / "compass" / "deploy" / "compass.service"


def manage(checkout: Path, environment: Mapping[str, str], *words: str) -> None:
    """A command of `manage.py`, as an operator gives it; raises CalledProcessError."""
    subprocess.run([*MANAGE, *words], cwd=checkout, env=environment, check=True, timeout=60)


@dataclass
class Site(Server):
    """`make` is the server itself here."""

    environment: dict[str, str] = field(default_factory=dict)
    checkout: Path = Path()

    @classmethod
    def start(cls, checkout: Path, environment: Mapping[str, str], port: int | None = None) -> "Site":
        """A new server of a checkout that was prepared."""
        port, printed = port or free_port(), checkout.with_name(f"printed-{time.monotonic_ns()}")
        with printed.open("w") as out:
            process = subprocess.Popen(
                [*MANAGE, "serve", "--port", str(port)],
                cwd=checkout,
                env=environment,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        return cls(process, port, printed, {**environment}, checkout)

    @classmethod
    @contextmanager
    def running(cls, checkout: Path, environment: Mapping[str, str]) -> Iterator["Site"]:
        """A server of a fresh checkout, from its preparing to its end."""
        manage(checkout, environment, "prepare")
        site = cls.start(checkout, environment)
        try:
            site.wait_until_ready()
            yield site
        finally:
            site.end()

    def workers(self) -> list[int]:
        """The numbers of the workers, in the order of their making."""
        children = Path(f"/proc/{self.make.pid}/task/{self.make.pid}/children").read_text()
        return [int(number) for number in children.split()]

    def reload(self) -> None:
        """Sends SIGHUP and waits until other workers do the work."""
        with self.replaced():
            os.kill(self.make.pid, signal.SIGHUP)

    def reload_as_the_unit_does(self) -> None:
        """Every line of ExecReload, each only after the one before; raises CalledProcessError."""
        with self.replaced():
            for line in re.findall(r"^ExecReload=(.*)$", UNIT.read_text(), re.M):
                said = line.replace("/srv/compass/.venv/bin/python", sys.executable)
                words = shlex.split(said.replace("$MAINPID", str(self.make.pid)))
                subprocess.run(words, cwd=self.checkout, env=self.environment, check=True, timeout=60)

    @contextmanager
    def replaced(self) -> Iterator[None]:
        """What is done inside takes new workers; returns when they work."""
        before = {*self.workers()}
        yield
        until = time.monotonic() + MOST_SECONDS_TO_START
        while before & {*self.workers()} or len(self.workers()) < len(before):
            assert time.monotonic() < until
            time.sleep(0.1)
        self.wait_until_ready()

    def sheet(self, **headers: str) -> str:
        """The address of the style sheet that the front door names."""
        return self.get("/", **headers)[2].decode().split('rel="stylesheet" href="')[1].split('"')[0]
