"""`make capacity`: a thousand people on one machine, at the pace of people, and how long each kind of answer takes.

`python -m tests.benchmarks.capacity [PEOPLE [PACE [SECONDS]]]`. It measures SQLite, or the server of
`python -m tests.postgresql --lasting`. The people are on the same cores, too. Nothing is asserted: times move with the
machine.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.benchmarks.people import Times, crowd
from tests.postgresql import VARIABLE
from tests.project.server import copy_project
from tests.project.site import Site

PEOPLE, PACE, SECONDS = 1000, 4.0, 60.0


@contextmanager
def site() -> Iterator[Site]:
    """A running site with two workers, as its unit starts it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "PATH": os.environ["PATH"],
            "COMPASS_LOCAL": "1",
            "COMPASS_SECRET_KEY": "k" * 50,
            "COMPASS_VISIT_PEPPERS": "p" * 50,
            "COMPASS_DATABASE": os.environ.get(VARIABLE, f"{folder}/made/compass.sqlite3"),
            "COMPASS_STATIC": f"{folder}/made/static",
        }
        if visits := os.environ.get("COMPASS_VISITS_DATABASE"):
            environment["COMPASS_VISITS_DATABASE"] = visits
        with Site.running(copy_project(Path(folder) / "site"), environment) as running:
            yield running


def spent(site: Site) -> float:
    """Seconds of the processor that the workers have used so far."""
    ticks = 0
    for worker in site.workers():
        fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def show(times: Times, seconds: float) -> None:
    """Prints a line for each kind of answer, in milliseconds."""
    total = sum(map(len, times.by_kind.values()))
    print(f"{total / seconds:.0f} requests a second; the workers use {times.used / seconds:.2f} cores")
    kinds = {**times.by_kind, "all": [took for found in times.by_kind.values() for took in found]}
    for kind, found in kinds.items():
        found.sort()
        half, most, last = (found[int(len(found) * part)] * 1000 for part in (0.5, 0.99, 0.999))
        print(f"{kind:>20}: {len(found):6} times, p50 {half:4.0f} ms, p99 {most:4.0f} ms, p99.9 {last:4.0f} ms")
    print(f"failures: {dict(times.failures) or 'none'}", flush=True)


def main(words: list[str]) -> None:
    """Serves, lets the people come, and prints what they met."""
    given = [*map(float, words), *(PEOPLE, PACE, SECONDS)[len(words) :]]
    people, pace, seconds = int(given[0]), given[1], given[2]
    with site() as running:
        print(f"{people} people, a request every {pace:g} s each, for {seconds:g} s; load {os.getloadavg()[0]:.2f}")
        show(asyncio.run(crowd(running.port, people, pace, seconds, partial(spent, running))), seconds)


if __name__ == "__main__":
    main(sys.argv[1:])
