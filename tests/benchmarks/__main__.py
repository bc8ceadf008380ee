"""`make bench`: one answer of the guide against one of a plain wizard; then a journey, pages from
memory, many facts, and notes.

What is compared is measured in turn, in the same run.
"""

import statistics
import subprocess
import sys

PAIRS, ROUNDS = 5, 12


def measure(side: str) -> float:
    """Median milliseconds of one side, in a process of its own."""
    command = [sys.executable, "-m", f"tests.benchmarks.{side}", str(ROUNDS)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Prints both medians, their spread and the ratio. Nothing is asserted: timings move with the machine."""
    ours, plain = [], []
    for _ in range(PAIRS):
        ours.append(measure("our_guide"))
        plain.append(measure("plain_wizard"))
    for name, times in (("guide", ours), ("plain wizard", plain)):
        middle = statistics.median(times)
        print(f"{name:>13}: {middle:6.2f} ms an answer ({min(times):.2f} to {max(times):.2f})")
    print(
        f"        ratio: {statistics.median(ours) / statistics.median(plain):6.2f} (1.00 or less is the aim)",
        flush=True,
    )
    for part in ("journey", "served", "grown", "notes"):
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{part}"], check=True)


if __name__ == "__main__":
    main()
