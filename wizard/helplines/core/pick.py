"""The few lines that a step shows: four at most, the rest behind one link. Pure: one way to pick them.

Which lines a step has stands in `steps.py`. A template shows the parts by name (`lines.steps.people.talk`), or
all of them under their labels (`lines.steps.crisis.labelled`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from resources.core.helpline import Helpline
from resources.core.needs import HelplinesByNeed
from wizard.core.flow import Words
from wizard.helplines.core.found import Found
from wizard.helplines.core.harm_slots import Slot
from wizard.helplines.core.key import NumberKey
from wizard.helplines.core.pools import lines_in

MOST = 4
Lines = tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class LabelledLines:
    """Lines that stand under one label, "" for none."""

    label: Words
    lines: Lines


@dataclass(frozen=True, slots=True)
class StepHelplines:
    """What one step shows, by part. `left_out`: there are more lines of these kinds, so the link belongs here."""

    parts: Mapping[str, Lines] = field(default_factory=dict)
    labels: Mapping[str, Words] = field(default_factory=dict)
    left_out: bool = False

    def __getitem__(self, part: str) -> Lines:
        return self.parts[part]

    @property
    def lines(self) -> Lines:
        """Every line of the step, in the order it was picked."""
        return tuple(line for part in self.parts.values() for line in part)

    @property
    def labelled(self) -> tuple[LabelledLines, ...]:
        """All but the emergency number, each part under its label."""
        return tuple(
            LabelledLines(self.labels.get(name, ""), lines)
            for name, lines in self.parts.items()
            if lines and name != "emergency"
        )


@dataclass(frozen=True, slots=True)
class PlanHelplines(HelplinesByNeed):
    """The helplines of one plan: by need, and by the step that shows them."""

    steps: Mapping[str, StepHelplines] = field(default_factory=dict)


def pick(parts: tuple[Slot, ...], found: Found) -> StepHelplines:
    """Each line once, four at most."""
    made: dict[str, Lines] = {}
    labels: dict[str, Words] = {}
    taken: Lines = ()
    offered: list[Helpline] = []
    for part in parts:
        lines = [line for pool in part.pools for line in lines_in(pool, found)] if part.when(found.key, taken) else []
        offered += lines
        fresh = {line.slug: line for line in lines if line not in taken}
        made[part.name] = tuple(fresh.values())[: min(part.most, MOST - len(taken))]
        labels[part.name] = _label(part, made[part.name], found.key)
        taken += made[part.name]
    return StepHelplines(made, labels, any(line not in taken for line in offered))


def _label(part: Slot, lines: Lines, key: NumberKey) -> Words:
    """A line that does not take helpers says that it is the person who can call."""
    theirs = part.says_who_calls and key.helper and not any(key.role in line.fit.for_roles for line in lines)
    return _("They can call") if theirs else part.label.said_to(key)
