"""Needs cut finer than a page of numbers has them: what only the few lines of a step ask for. Pure: a table of pools.

To add a pool: one function of what was found for the person, one row here.
"""

from collections.abc import Callable

from wizard.helplines.core import picture_pools as pictures
from wizard.helplines.core import talk_pools as people
from wizard.helplines.core.found import Found, meant
from wizard.helplines.core.groups import Lines, groups_of


def lines_in(pool: str, found: Found) -> Lines:
    """The lines of a pool, or of a need of the place, each in its order."""
    return POOLS[pool](found) if pool in POOLS else found.need(pool)


def _lgbtq(found: Found) -> Lines:
    """Lines for LGBTQ+ people whom nothing else narrows."""
    lines = (line for line in found.need("lgbtq") if meant(line, found.key.who))
    return tuple(line for line in lines if groups_of(line) <= {"lgbtq"})


def _legal_for_age(found: Found) -> Lines:
    return pictures.lawyer(found) if found.key.lawyer else pictures.youth_legal(found) or pictures.legal(found)


POOLS: dict[str, Callable[[Found], Lines]] = {
    "talk": people.talk,
    "own_talk": people.own_talk,
    "child_line": people.child_line,
    "awake_child_line": people.awake_child_line,
    "grown_talk": people.grown_talk,
    "hurt": lambda found: found.apt("sexual_violence"),
    # In a step about the body a lawyer is no help.
    "care": lambda found: tuple(line for line in found.apt("sexual_violence") if "legal" not in line.fit.topics),
    "hurt_or_victim": people.hurt_or_victim,
    "around": people.around,
    "violence": people.violence,
    "grown_violence": people.grown_violence,
    "grown_hurt": people.grown_hurt,
    "dating": people.dating,
    "safety": people.safety,
    "parents": people.parents,
    "counselling": people.counselling,
    "tiplines": pictures.tiplines,
    "own_tiplines": lambda found: tuple(line for line in pictures.tiplines(found) if not line.international),
    "link_tiplines": lambda found: tuple(sorted(pictures.tiplines(found), key=lambda it: it.fit.crosses is None)),
    "own_matching": pictures.own_matching,
    # An adult who passed on an adult's picture meets no line for children.
    "image": lambda found: found.apt("image"),
    "specialist": pictures.specialist,
    "lgbtq": _lgbtq,
    "adult_protection": lambda found: found.fair(found.need("adult_protection")),
    "change": people.change,
    "youth_legal": pictures.youth_legal,
    "legal": pictures.legal,
    "legal_for_age": _legal_for_age,
    "lawyer": pictures.lawyer,
    # A fraud office is the wrong door where nobody asked for money.
    "police_near": lambda found: tuple(line for line in found.apt("police") if line not in found.need("fraud")),
    "police_money": lambda found: tuple(line for line in found.need("police") if line in found.need("fraud")),
}
