"""What the code cannot prove and a professional has to judge: a list that reviewers keep, in `unsettled.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from wizard.core.step_rules import STEP_RULES

FILE = Path(__file__).with_name("unsettled.toml")
FIELDS = {"about", "judge", "question", "steps"}


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One open question: what it is about, who should judge it, and the steps it touches."""

    about: str
    judge: str
    question: str
    steps: tuple[str, ...]


def read_unsettled(file: Path = FILE) -> tuple[Unsettled, ...]:
    """Every open question, in the order of the file. Raises ValueError with a sentence for the first slip."""
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("unsettled", [])
    known = {row.slug for row in STEP_RULES}
    for at, row in enumerate(rows, 1):
        if set(row) != FIELDS or not all(row[name] for name in FIELDS - {"steps"}):
            raise ValueError(f"{file.name}, {at}: it needs {', '.join(sorted(FIELDS))}")
        if strange := set(row["steps"]) - known:
            raise ValueError(f"{file.name}, {at}: {', '.join(sorted(strange))} is not a step")
    return tuple(Unsettled(row["about"], row["judge"], row["question"], tuple(row["steps"])) for row in rows)
