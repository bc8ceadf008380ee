"""Which tools are open on a plan, and which are locked."""

from wizard.core.answers import Answers
from wizard.core.plan import TABLE, Row

# Each tool opens with its step.
DOORS = {"notes": "write-it-down", "message": "say-no", "remove": "remove"}


def is_open(tool: str, answers: Answers, table: tuple[Row, ...] = TABLE) -> bool:
    """A tool opens exactly when its step is on the plan; talk always; under 13 alone only talk."""
    if tool == "talk" or answers.under_13_alone:
        return tool == "talk"
    return any(row.slug == DOORS[tool] and row.shown_when(answers) for row in table)


def open_tools(answers: Answers) -> frozenset[str]:
    """Which tools may be used."""
    return frozenset(tool for tool in (*DOORS, "talk") if is_open(tool, answers))
