"""Our side of the benchmark: the real guide, its real settings, middleware and sealed visits on a fresh database."""

import os
import sys
import tempfile
from pathlib import Path

import django

ANSWERS = {
    "who": "self", "danger": "none", "device": "mine", "place": "CA", "region": "CA-MB", "age": "13-15",
    "what": "threat", "holder": "stranger",
}  # fmt: skip


def main(rounds: int) -> None:
    """Prints the median milliseconds of one answer and the page after it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COMPASS_DATABASE"] = str(Path(folder) / "ours.sqlite3")
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        from django.core.management import call_command

        from tests.benchmarks.timing import answer_times

        call_command("migrate", verbosity=0)
        call_command("load_content", verbosity=0)
        print(answer_times("/guide/who/", rounds, lambda slug: {f"{slug}-answer": ANSWERS[slug]}, tuple(ANSWERS)[:-1]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
