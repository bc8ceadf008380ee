"""What a place has for one person, and who of it is meant for them. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from resources.core.helpline import TALKED_ON, Helpline
from resources.core.helpline_choice import Seeker, right_age
from wizard.helplines.core.groups import Lines, fair
from wizard.helplines.core.key import NumberKey

ByNeed = Mapping[str, Lines]


@dataclass(frozen=True, slots=True)
class Found:
    """What a place has for one person: `lines_of` gives the lines by need that fit a seeker."""

    key: NumberKey
    lines_of: Callable[[Seeker], ByNeed]

    def need(self, name: str) -> Lines:
        """The lines of one need of the place that fit this person."""
        return self.lines_of(self.key.who)[name]

    def apt(self, need: str) -> Lines:
        """Of these, what is meant for this person and may stand together."""
        return self.fair(line for line in self.need(need) if meant(line, self.key.who))

    def fair(self, lines: Iterable[Helpline], instead: Iterable[Helpline] = ()) -> Lines:
        """Of these lines, what may stand together; see `for_some.fair`."""
        return fair(lines, self.key.said, instead)

    def as_grown(self) -> "Found":
        """The same place for somebody of 18 or older: for an age that nobody gave."""
        return Found(self.key, lambda _who: self.lines_of(self.key.grown))

    @property
    def minor(self) -> bool:
        """The person is under 18, or nobody gave an age."""
        return self.key.minor


def meant(line: Helpline, who: Seeker) -> bool:
    """No adult is sent to a line about children."""
    return right_age(line, who) and (who.minor or "child-protection" not in line.fit.topics)


def talks(line: Helpline) -> bool:
    """People answer there, by voice or in writing."""
    return any(way.kind in TALKED_ON for way in line.channels)
