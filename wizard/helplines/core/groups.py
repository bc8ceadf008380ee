"""A line for some people is shown only beside a line for everybody: the answers never say gender, language or people.

Pure. Whom a line is for only is a field of the facts (`only_for`); a topic about one group says the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.core.helpline import Helpline
from resources.core.helpline_choice import GROUPS

Lines = tuple[Helpline, ...]


def groups_of(line: Helpline) -> frozenset[str]:
    """The groups that a line is for only; empty for a line for everybody."""
    return line.fit.only_for | (line.fit.topics & GROUPS)


def is_for_one_sex(line: Helpline) -> bool:
    """True for a line for women only, or for men only: the answers never say which."""
    return bool(groups_of(line) & {"women", "men"})


@dataclass(frozen=True, slots=True)
class Said:
    """The groups that the answers speak of: those that somebody may belong to, and those that they do for sure."""

    maybe: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()

    def unmet(self, line: Helpline) -> frozenset[str]:
        """The groups of a line that nobody said for sure; without any, it is for everybody who gave these answers."""
        return groups_of(line) - self.sure


def fair(lines: Iterable[Helpline], said: Said, instead: Iterable[Helpline] = ()) -> Lines:
    """The lines that may stand together, best first.

    A line for everybody comes first, then lines for groups that may fit; where all for everybody close at night, one
    for women or men that does not stands before them. Where there is none for everybody, the first for women and the
    first for men stand together; one for some alone has one beside it that does `instead`.
    """
    lines = tuple(lines)
    for_all = tuple(line for line in lines if not said.unmet(line))
    known = tuple(line for line in lines if said.unmet(line) and said.unmet(line) <= said.maybe)
    pair = _women_and_men(lines, said)
    if for_all:
        return (*_awake(pair, for_all), *for_all[:1], *known, *for_all[1:])
    others = tuple(line for line in instead if not said.unmet(line))
    if len(pair) == 2:
        return (*pair, *known, *others)
    some = (*known, *pair)
    return (*some[:1], *others[:1], *some[1:], *others[1:]) if others else ()


def _awake(lines: Lines, for_all: Lines) -> Lines:
    """At night, where every line for everybody is closed, a line for some is there beside them."""
    return () if any(line.open_all_hours for line in for_all) else tuple(line for line in lines if line.open_all_hours)


def _women_and_men(lines: Lines, said: Said) -> Lines:
    """The first line for each sex, whatever else of it the answers may speak of."""
    firsts = (next((line for line in lines if _is_for(line, sex, said)), None) for sex in ("women", "men"))
    return tuple(line for line in firsts if line)


def _is_for(line: Helpline, sex: str, said: Said) -> bool:
    return said.unmet(line) - said.maybe == {sex}


def serve_everybody(lines: Iterable[Helpline], said: Said = Said()) -> bool:
    """True when nobody is left out: one is for all, or one is for women and one for men, or there is none at all."""
    lines = tuple(lines)
    sexes = {sex for line in lines for sex in ("women", "men") if _is_for(line, sex, said)}
    return not lines or any(not said.unmet(line) for line in lines) or len(sexes) == 2
