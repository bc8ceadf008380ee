"""The card "Do this first" as the page shows it: its words, its number, and the step that it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass

from resources.core.helpline import TALKED_ON, Channel, Helpline
from wizard.core.answers import Answers
from wizard.core.plan import Plan, Step
from wizard.helplines.core.groups import is_for_one_sex
from wizard.helplines.core.pick import LabelledLines, PlanHelplines
from wizard.plan.core.first_card import first_card
from wizard.plan.core.first_card_parts import FirstCard, Part


@dataclass(frozen=True, slots=True)
class FirstNumber:
    """What the button dials, writes to or opens."""

    line: Helpline
    channel: Channel


@dataclass(frozen=True, slots=True)
class CardOnPage:
    """The card with the facts. `stands_for`: it is the first step of the plan itself, which is not shown again."""

    card: FirstCard
    step: Step
    stands_for: bool
    number: FirstNumber | None
    emergency: tuple[Helpline, ...]
    others: tuple[LabelledLines, ...]


def card_on_page(a: Answers, plan: Plan, lines: PlanHelplines) -> CardOnPage:
    """The card of somebody who has this plan. Everybody's plan has a step that the card can lead to."""
    card = first_card(a)
    step = next(step for slug in card.steps if (step := plan.step(slug)))
    number = first_number(lines, card.parts, text_first=a.minor_now and a.device_mine)
    dialled = (number.line,) if number else ()
    emergency = lines.steps["people"]["emergency"] if card.emergency else ()
    own = lines.steps[card.others].labelled if card.others else _beside_one_sex(lines, card.parts[:1])
    others = tuple(LabelledLines(part.label, left) for part in own if (left := _without(part.lines, dialled)))
    return CardOnPage(card, step, _shown_first(plan) == step, number, _without(emergency, dialled), others)


def _beside_one_sex(lines: PlanHelplines, parts: tuple[Part, ...]) -> tuple[LabelledLines, ...]:
    """Where a line for women, or for men, is in the part of the button, all its lines stand together."""
    found = tuple(_lines_of(lines, parts))
    return (LabelledLines("", found),) if any(map(is_for_one_sex, found)) else ()


def _without(lines: tuple[Helpline, ...], dialled: tuple[Helpline, ...]) -> tuple[Helpline, ...]:
    """Those that the button does not dial. One without a number stays: its note says what to do."""
    return tuple(line for line in lines if line not in dialled)


def _shown_first(plan: Plan) -> Step:
    return (plan.open_steps or plan.steps)[0]


def first_number(lines: PlanHelplines, parts: tuple[Part, ...], *, text_first: bool) -> FirstNumber | None:
    """The first line that can be called or written to; else the first one that can be opened; None for no parts."""
    fitting = (line for part in parts for line in _for_the_button(tuple(_lines_of(lines, (part,)))))
    found = [FirstNumber(line, way) for line in fitting if (way := _way(line, text_first))]
    talked = (one for one in found if one.channel.kind in ("phone", "text"))
    return next(talked, next(iter(found), None))


def _for_the_button(part: tuple[Helpline, ...]) -> tuple[Helpline, ...]:
    """Lines for everybody first; before them one for women or men, where only that one is open at all hours."""
    everybody = tuple(line for line in part if not is_for_one_sex(line))
    others = tuple(line for line in part if is_for_one_sex(line))
    asleep = not any(line.open_all_hours for line in everybody)
    awake = tuple(line for line in others if line.open_all_hours and asleep)
    return (*awake, *everybody, *(line for line in others if line not in awake))


def _lines_of(lines: PlanHelplines, parts: tuple[Part, ...]) -> Iterator[Helpline]:
    for step, part in parts:
        shown = lines.steps[step]
        yield from shown.parts.get(part, ()) if part else (line for line in shown.lines if not line.emergency)


def _way(line: Helpline, text_first: bool) -> Channel | None:
    """A tap that reaches a person, in the order that fits; a site only where there is nothing else."""
    liked = ("text", "phone") if text_first else ("phone", "text")
    order = [*liked, *(kind for kind in TALKED_ON if kind not in liked), "web"]
    ways = [way for way in line.channels if way.kind in order]
    return min(ways, key=lambda way: order.index(way.kind), default=None)
