"""What the law of a place asks of somebody who learns that an adult who cannot protect themself is being harmed."""

from dataclasses import dataclass
from datetime import date

from resources.core.source import Source

MUST, SHOULD, MAY = "must", "should", "may"
DUTIES = (MUST, SHOULD, MAY)


@dataclass(frozen=True, slots=True)
class AdultDuty:
    """The duty to report for an adult who cannot protect themself.

    `duty`: MUST where a law makes some people or everybody report, SHOULD where the rules of their work do, MAY where
    nobody has to. `note` says in plain words who tells whom. `read_on`: the day its sources were read.
    """

    duty: str
    note: str
    sources: tuple[Source, ...]
    read_on: date
