"""A line for some people is shown only beside a line for everybody: the answers never say gender, language or people.

Pure. Whom a line is for only is a field of the facts (`only_for`); a topic about one group says the same.
"""

from collections.abc import Iterable

from resources.core.helpline import Helpline
from resources.core.helpline_choice import GROUPS

Lines = tuple[Helpline, ...]


def groups_of(line: Helpline) -> frozenset[str]:
    """The groups that a line is for only; empty for a line for everybody."""
    return line.fit.only_for | (line.fit.topics & GROUPS)


def fair(lines: Iterable[Helpline], said: frozenset[str], instead: Iterable[Helpline] = ()) -> Lines:
    """The lines that may stand together, best first. `said`: the groups that the answers belong to.

    A line for everybody comes first, then lines for groups that were said. Where there is none for everybody, the first
    line for women and the first for men stand together; a line for some alone stands after one that does `instead`.
    """
    lines = tuple(lines)
    for_all = tuple(line for line in lines if not groups_of(line))
    known = tuple(line for line in lines if groups_of(line) and groups_of(line) <= said)
    if for_all:
        return (*for_all[:1], *known, *for_all[1:])
    others = tuple(line for line in instead if not groups_of(line))
    pair = _women_and_men(lines, said)
    if len(pair) == 2:
        return (*pair, *known, *others)
    return (*others[:1], *known, *pair, *others[1:]) if others else ()


def _women_and_men(lines: Lines, said: frozenset[str]) -> Lines:
    firsts = (next((line for line in lines if groups_of(line) - said == {sex}), None) for sex in ("women", "men"))
    return tuple(line for line in firsts if line)


def serve_everybody(lines: Iterable[Helpline]) -> bool:
    """True when nobody is left out: one is for all, or one is for women and one for men, or there is none at all."""
    groups = [groups_of(line) for line in lines]
    sexes = frozenset(sex for group in groups for sex in group & {"women", "men"} if len(group - {"partner"}) == 1)
    return not groups or frozenset() in groups or len(sexes) == 2
