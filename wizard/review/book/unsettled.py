"""What the code cannot prove and a professional has to judge: a list that reviewers keep, in `unsettled.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compass.languages import BY_CODE, ENGLISH
from wizard.core.step_rules import STEP_RULES

FILE = Path(__file__).with_name("unsettled.toml")
TEXTS, FIELDS = ("about", "judge", "question"), {"about", "judge", "question", "steps"}


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One open question: what it is about, who should judge it, and the steps it touches.

    `french` is True where the French words are in question, and somebody has to judge who speaks it at work.
    """

    about: str
    judge: str
    question: str
    steps: tuple[str, ...]
    french: bool = False


def read_unsettled(code: str = ENGLISH.code, file: Path = FILE) -> tuple[Unsettled, ...]:
    """Every open question in a language, in the order of the file. Raises ValueError with a sentence for a slip."""
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("unsettled", [])
    for at, row in enumerate(rows, 1):
        for slip in _slips(row):
            raise ValueError(f"{file.name}, {at}: {slip}")
    return tuple(
        Unsettled(
            **{name: row[name].get(code) or row[name][ENGLISH.code] for name in TEXTS},
            steps=tuple(row["steps"]),
            french="french" in row,
        )
        for row in rows
    )


def _slips(row: dict[str, Any]) -> Iterator[str]:
    known = {step.slug for step in STEP_RULES}
    if row.keys() - {"french"} != FIELDS:
        yield f"it needs {', '.join(sorted(FIELDS))}"
        return
    for name in TEXTS:
        if not isinstance(row[name], dict) or not row[name].get(ENGLISH.code) or row[name].keys() - BY_CODE.keys():
            yield f"{name} needs its languages, and English always"
    if strange := set(row["steps"]) - known:
        yield f"{', '.join(sorted(strange))} is not a step"
