"""A page from memory against an empty view: requests a second on the server that `make run` starts."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compass.serve import FLAGS
from tests.benchmarks.rate import rate
from tests.project.server import free_port

# Many short turns: what else the machine does then meets all sides alike.
PAIRS, TURNS, SECONDS = 5, 8, 0.25
EMPTY, PAGES = "/empty/", ("/", "/now/ca/", "/people/ca/", "/people/ca/?age=u18")


def serve_command(port: int) -> list[str]:
    """The command of `make serve`, with the site that has an empty view."""
    return [sys.executable, "-m", "granian", *FLAGS, "--port", str(port), "tests.benchmarks.site:application"]


@contextmanager
def server() -> Iterator[int]:
    """The port of a running site with the facts loaded into a new database."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"COMPASS_DATABASE": str(Path(folder) / "served.sqlite3"), "DJANGO_SETTINGS_MODULE": "tests.settings"}
        for command in ("migrate", "load_content"):
            subprocess.run([sys.executable, "manage.py", command, "-v0"], check=True, env={**os.environ, **own})
        port = free_port()
        process = subprocess.Popen(serve_command(port), env={**os.environ, **own}, start_new_session=True)
        try:
            _wait(port)
            yield port
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(10)


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            rate(port, EMPTY, 0.01)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The server did not start.")


def in_turn(port: int) -> dict[str, float]:
    """Requests a second of every address, each measured in several short turns."""
    turns = [{path: rate(port, path, SECONDS) for path in (EMPTY, *PAGES)} for _ in range(TURNS)]
    return {path: statistics.mean(turn[path] for turn in turns) for path in turns[0]}


def main() -> None:
    """Prints the rates and, for each page, the median of the ratios of pairs that were measured in turn."""
    with server() as port:
        in_turn(port)
        measured = [in_turn(port) for _ in range(PAIRS)]
    rates = {path: [pair[path] for pair in measured] for path in (EMPTY, *PAGES)}
    print("kept page against an empty view, requests a second:")
    for path, found in rates.items():
        ratio = statistics.median(ours / empty for ours, empty in zip(found, rates[EMPTY], strict=True))
        beside = "" if path == EMPTY else f"   ratio: {ratio:4.2f} (0.70 or more is the aim)"
        print(f"{path:>19}: {statistics.median(found):6.0f} ({min(found):.0f} to {max(found):.0f}){beside}")


if __name__ == "__main__":
    main()
