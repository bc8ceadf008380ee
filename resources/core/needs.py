"""Which lines answer which need, and the one crisis line to name first. Pure: a table of topics, and two choices."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from resources.core.helpline_choice import TALKED_ON, Line, Seeker, chosen, rank, right_age, special
from wizard.plan.core.step_helplines import Few

Wanted = Callable[[Line], bool]
# The facts have no field for this: they talk to the other person, when asked to.
GO_BETWEENS = frozenset({"bc-intimate-images-protection-service", "cyberscan-nova-scotia", "nz-netsafe"})


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that fit one person in one place, by need, each in its order. A line may answer several needs."""

    emergency: tuple[Line, ...] = ()
    crisis: tuple[Line, ...] = ()
    child_tipline: tuple[Line, ...] = ()
    image: tuple[Line, ...] = ()
    bodies: tuple[Line, ...] = ()  # bodies of the place that act on pictures: child tiplines, regulators, services
    matching: tuple[Line, ...] = ()  # Take It Down, Report Remove, or StopNCII: never both sides of 18
    removal: tuple[Line, ...] = ()  # no step asks for it: `all` holds it, and so the page of the place
    legal: tuple[Line, ...] = ()
    youth_legal: tuple[Line, ...] = ()
    sexual_violence: tuple[Line, ...] = ()
    family_violence: tuple[Line, ...] = ()
    child_protection: tuple[Line, ...] = ()
    police: tuple[Line, ...] = ()
    fraud: tuple[Line, ...] = ()
    parents: tuple[Line, ...] = ()
    counselling: tuple[Line, ...] = ()
    compensation: tuple[Line, ...] = ()
    between: tuple[Line, ...] = ()  # services that can talk to the other person in place of the one who asks
    indigenous: tuple[Line, ...] = ()
    lgbtq: tuple[Line, ...] = ()
    all: tuple[Line, ...] = ()  # every line, once, emergency first; worldwide lists only where a need has one
    emergency_note: str = ""
    has_night_line: bool = False
    steps: Mapping[str, Few] = field(default_factory=dict)  # what each step shows
    place_name: str = ""  # "" when the place is not one of ours
    more_href: str = ""  # the page with every line of the place


class CrisisPair(NamedTuple):
    """The numbers of the one-line bar. `text` is a second line, named only where the first takes no texts at night."""

    emergency: tuple[Line, ...]
    crisis: Line | None
    text: Line | None


def about(*topics: str, but: tuple[str, ...] = ()) -> Wanted:
    """A line with any of the topics and none of the others; never an emergency number, which has its own place."""
    return lambda line: not line.emergency and bool(line.fit.topics & set(topics)) and not line.fit.topics & set(but)


def _body(line: Line) -> bool:
    return line.fit.crosses is not None and not line.international and "picture-matching" not in line.fit.topics


NEEDS: dict[str, Wanted] = {
    "emergency": lambda line: line.emergency,
    "crisis": about("crisis", "suicide"),
    "image": about("image-abuse", but=("police", "fraud", "picture-matching")),
    "child_tipline": about("child-exploitation-report", but=("child-protection",)),
    "bodies": _body,
    "matching": about("picture-matching"),
    "removal": about("image-removal", but=("police", "picture-matching")),
    "sexual_violence": about("sexual-violence"),
    "family_violence": about("family-violence"),
    "child_protection": about("child-protection"),
    "youth_legal": lambda line: {"legal", "youth"} <= line.fit.topics,
    "legal": about("legal"),
    "police": about("police"),
    "fraud": about("fraud"),
    "parents": about("parents"),
    "counselling": about("counselling"),
    "indigenous": about("indigenous"),
    "lgbtq": about("lgbtq"),
    "compensation": about("compensation"),
    "between": lambda line: line.slug in GO_BETWEENS,
}


def lines_by_need(fitting: Iterable[Line], who: Seeker) -> dict[str, Any]:
    """The fields of `Lines` that hold lines, out of the lines that fit."""
    fitting = tuple(fitting)
    found: dict[str, tuple[Line, ...]] = {need: chosen(fitting, wanted, who) for need, wanted in NEEDS.items()}
    found |= {"crisis": _crisis(fitting, who), "counselling": tuple(sorted(found["counselling"], key=_for_anybody))}
    if not who.subject_under_18:
        found |= {"child_tipline": (), "child_protection": ()}
    others = [line for line in fitting if "directory" not in line.fit.topics]
    return {**found, "all": tuple({line.slug: line for need in (*found.values(), others) for line in need}.values())}


def _for_anybody(line: Line) -> tuple[bool, ...]:
    """Sorts lines to talk to: those for one group or one subject come after the others that answer as early."""
    return not line.confirmed, line.international, not line.open_all_hours, special(line)


def _crisis(fitting: tuple[Line, ...], who: Seeker) -> tuple[Line, ...]:
    """Lines for anybody, when there are some: those for one group stand under their own need as well.

    The first takes calls at any hour where one does; if it takes no texts then, the second does.
    """
    found = chosen(fitting, NEEDS["crisis"], who)
    if not any(_known_here(line, who) for line in found):
        # A counsellor who answers at any hour is a crisis line in all but name.
        found += tuple(line for line in fitting if _known_here(line, who) and _counsels_at_night(line))
    general = tuple(line for line in found if not special(line))
    enough = any(_known_here(line, who) for line in general)
    first, *others = [*sorted(general if enough else found, key=lambda line: _call_first(line, who)), None]
    if first is None:
        return ()
    if not first.always_by("text"):
        others.sort(key=lambda line: not (line and right_age(line, who) and _texts(line)))
    return (first, *filter(None, others))


def _known_here(line: Line, who: Seeker) -> bool:
    return line.confirmed and not line.international and right_age(line, who)


def _counsels_at_night(line: Line) -> bool:
    return line.open_all_hours and "counselling" in line.fit.topics


def has_night_line(lines: Iterable[Line], who: Seeker) -> bool:
    """True when somebody answers at any hour: not counting emergency numbers, nor child lines for an adult."""
    return any(line.open_all_hours and not line.emergency and right_age(line, who) for line in lines)


def first_to_name(lines: Lines, who: Seeker) -> CrisisPair:
    """The numbers for the bar. A list of lines is named only where nobody talks to people of this age."""
    fitting = [line for line in lines.crisis if right_age(line, who)] or list(lines.crisis)
    people = (line for line in fitting if any(way.kind in TALKED_ON for way in line.channels))
    first = next(people, next(iter(fitting), None))
    if first is None or first.always_by("text"):
        return CrisisPair(lines.emergency, first, None)
    texts = (line for line in lines.crisis if _texts(line) and right_age(line, who))
    return CrisisPair(lines.emergency, first, next(texts, None))


def _texts(line: Line) -> bool:
    """Open to anybody by text, day and night."""
    return line.always_by("text") and not special(line)


def _call_first(line: Line, who: Seeker) -> tuple[bool, ...]:
    """A call answered at any hour, for anybody of this age; then texts too; then the usual order."""
    return (
        not line.confirmed,
        not any(way.kind in TALKED_ON for way in line.channels),
        not right_age(line, who),
        line.international,
        who.text_first and not line.always_by("text"),
        not line.always_by("phone"),
        special(line),
        "youth" not in line.fit.topics and who.minor,
        not line.always_by("text"),
        not line.fit.national,
        *rank(line, who),
    )
