"""What notes cost: a save where a hundred stand already, and the sheet of a hundred in the process that draws."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

ROUNDS, ENTRIES, BOXES = 25, 99, 12
# (filled boxes an entry, seconds that are the aim)
SHEETS = ((12, 3.0), (33, 10.0))
MOST_MEGABYTES = 300


def save_times() -> tuple[float, float]:
    """Median milliseconds of the POST that keeps the first note, and of one that comes after 99 others, in turn."""
    from tests.people import ADULT_ALBERTA
    from tests.wizard.notes.samples import full, writer

    fresh, used = (writer(ADULT_ALBERTA, full(already, BOXES)) for already in (0, ENTRIES))
    ((_kind, texts),) = full(1, BOXES)
    found: dict[int, list[float]] = {0: [], 1: []}
    for _ in range(ROUNDS):
        for side, writing in enumerate((fresh, used)):
            # Every form has an id of its own, and is a little different from the one before.
            writing.look("/notes/new/")
            before = {row.id for row in writing.rows()}
            began = time.perf_counter()
            answer = writing.post("/notes/new/", **texts)
            found[side].append((time.perf_counter() - began) * 1000)
            if answer.status_code != 303:
                raise RuntimeError(f"A note was not kept: {answer.status_code}")
            for row in writing.rows():
                if row.id not in before:
                    writing.book.remove(row)
    return statistics.median(found[0]), statistics.median(found[1])


def sheet_html(boxes: int) -> str:
    """The page that becomes the sheet of a hundred entries."""
    from django.test import RequestFactory

    from tests.wizard.notes.samples import NOW, full
    from wizard.notes.core.log import make_log
    from wizard.notes.exports import sheet_html as drawn

    return drawn(RequestFactory().get("/"), make_log(NOW, full(100, boxes)))


def draw_here() -> None:
    """Draws the page on standard input; prints seconds, those of this process alone, and its most megabytes."""
    from wizard.pdf.render import load

    draw, page = load(), sys.stdin.buffer.read()
    began, own = time.perf_counter(), time.process_time()
    draw(page)
    print(
        time.perf_counter() - began,
        time.process_time() - own,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def main() -> None:
    """Prints all of it beside what is the aim. Nothing is asserted: timings move with the machine."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COMPASS_DATABASE"] = str(Path(folder) / "notes.sqlite3")
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("load_content", verbosity=0)
        first, last = save_times()
        print(f"  first note: {first:6.2f} ms a save\n   100th note: {last:6.2f} ms a save")
        print(f"        ratio: {last / first:6.2f} (1.30 or less is the aim)", flush=True)
        for boxes, aim in SHEETS:
            ran = subprocess.run([sys.executable, "-m", __spec__.name, "draw"], input=sheet_html(boxes).encode(),
                                 check=True, capture_output=True)  # fmt: skip
            seconds, own, megabytes = map(float, ran.stdout.split())
            print(
                f"sheet of 100 × {boxes} boxes: {seconds:5.2f} s ({own:.2f} s of work), {megabytes:4.0f} MB "
                f"({aim:.0f} s and {MOST_MEGABYTES} MB or less are the aim)",
                flush=True,
            )


if __name__ == "__main__":
    draw_here() if sys.argv[1:] == ["draw"] else main()
