"""What a page costs when it is rendered anew, in the directory as it is and in one that has 10,000 lines more."""

import os
import statistics
import tempfile
import time
from pathlib import Path

import django

PATHS, ROUNDS, PAIRS, MORE = ("/people/ca/", "/now/ca/"), 10, 5, 10_000


def prepare(folder: Path) -> tuple[float, float]:
    """A fresh database with the facts in it; gives the seconds that loading took, and those of this process alone."""
    os.environ["COMPASS_DATABASE"] = str(folder / "grown.sqlite3")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    began, own = time.perf_counter(), time.process_time()
    call_command("load_content", verbosity=0)
    return time.perf_counter() - began, time.process_time() - own


def render_time(path: str) -> float:
    """Median milliseconds of a page that nothing is kept of: neither the page nor what was read for it."""
    from django.test import Client

    from resources import page_cache, repository

    times = []
    for _ in range(ROUNDS):
        page_cache.forget()
        repository.forget()
        for function in vars(repository).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()
        began = time.perf_counter()
        if Client().get(path).status_code != 200:
            raise RuntimeError(path)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def measure() -> dict[str, list[tuple[float, float]]]:
    """For each page, pairs of (as it is, grown) milliseconds, measured in turn."""
    from django.db import transaction

    from tests.benchmarks.many_lines import add_lines

    found: dict[str, list[tuple[float, float]]] = {path: [] for path in PATHS}
    for path in PATHS:
        render_time(path)
    for _ in range(PAIRS):
        before = {path: render_time(path) for path in PATHS}
        with transaction.atomic():
            add_lines(MORE)
            for path in PATHS:
                found[path].append((before[path], render_time(path)))
            transaction.set_rollback(True)
    return found


def main() -> None:
    """Prints the time of loading, and for each page both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        seconds, own = prepare(Path(folder))
        print(f"loading all fixtures into an empty database: {seconds:.2f} s, {own:.2f} s of work (less than 3 s)")
        print(f"a page read and rendered anew, with the facts as they are and with {MORE:,} lines more elsewhere:")
        for path, pairs in measure().items():
            own, grown = (statistics.median(side) for side in zip(*pairs, strict=True))
            ratio = statistics.median(after / before for before, after in pairs)
            print(f"{path:>13}: {own:6.2f} ms, {grown:6.2f} ms   ratio: {ratio:4.2f} (less than 1.30 is the aim)")


if __name__ == "__main__":
    main()
