"""Which lines answer which need, and the one crisis line to name first. Pure: a table of topics, and two choices."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from resources.core.crisis_lines import crisis_lines, texts_at_night
from resources.core.helpline import TALKED_ON, Helpline
from resources.core.helpline_choice import Seeker, ranked_for_need, right_age, speaks, special

Wanted = Callable[[Helpline], bool]


@dataclass(frozen=True, slots=True)
class HelplinesByNeed:
    """The lines that fit one person in one place, by need, each in its order. A line may answer several needs."""

    emergency: tuple[Helpline, ...] = ()
    crisis: tuple[Helpline, ...] = ()
    pictures: tuple[Helpline, ...] = ()  # as `image`, with those who also help when money was lost
    child_tipline: tuple[Helpline, ...] = ()
    image: tuple[Helpline, ...] = ()
    bodies: tuple[Helpline, ...] = ()  # bodies of the place that act on pictures: child tiplines, regulators, services
    matching: tuple[Helpline, ...] = ()  # Take It Down, Report Remove, or StopNCII: never both sides of 18
    removal: tuple[Helpline, ...] = ()  # no step asks for it: `all` holds it, and so the page of the place
    legal: tuple[Helpline, ...] = ()
    youth_legal: tuple[Helpline, ...] = ()
    sexual_violence: tuple[Helpline, ...] = ()
    family_violence: tuple[Helpline, ...] = ()
    victims: tuple[Helpline, ...] = ()  # people for whoever a crime has hurt
    child_protection: tuple[Helpline, ...] = ()
    police: tuple[Helpline, ...] = ()
    fraud: tuple[Helpline, ...] = ()
    parents: tuple[Helpline, ...] = ()
    counselling: tuple[Helpline, ...] = ()
    compensation: tuple[Helpline, ...] = ()
    between: tuple[Helpline, ...] = ()  # services that can talk to the other person in place of the one who asks
    indigenous: tuple[Helpline, ...] = ()
    lgbtq: tuple[Helpline, ...] = ()
    adult_protection: tuple[Helpline, ...] = ()  # for an adult whom an illness or a disability stops from keeping safe
    bereavement: tuple[Helpline, ...] = ()
    sex_work: tuple[Helpline, ...] = ()
    work: tuple[Helpline, ...] = ()
    immigration: tuple[Helpline, ...] = ()
    behaviour_change: tuple[Helpline, ...] = ()  # for who hurt somebody: nobody else meets these
    all: tuple[Helpline, ...] = ()  # every line, once, emergency first; worldwide lists only where a need has one
    emergency_note: str = ""
    has_night_line: bool = False
    place_name: str = ""  # "" when the place is not one of ours
    more_href: str = ""  # the page with every line of the place


class CrisisPair(NamedTuple):
    """The numbers of the one-line bar. `text` is a second line, named only where the first takes no texts at night."""

    emergency: tuple[Helpline, ...]
    crisis: Helpline | None
    text: Helpline | None


def topics_any(*topics: str, but: tuple[str, ...] = ()) -> Wanted:
    """A line with any of the topics and none of the others; never an emergency number, which has its own place."""
    return lambda line: not line.emergency and bool(line.fit.topics & set(topics)) and not line.fit.topics & set(but)


def _body(line: Helpline) -> bool:
    return line.fit.crosses is not None and not line.international and "picture-matching" not in line.fit.topics


NEEDS: dict[str, Wanted] = {
    "emergency": lambda line: line.emergency,
    "crisis": topics_any("crisis", "suicide"),
    "image": topics_any("image-abuse", but=("police", "fraud", "picture-matching")),
    "pictures": topics_any("image-abuse", but=("police", "picture-matching")),
    "child_tipline": topics_any("child-exploitation-report", but=("child-protection",)),
    "bodies": _body,
    "matching": topics_any("picture-matching"),
    "removal": topics_any("image-removal", but=("police", "picture-matching")),
    "sexual_violence": topics_any("sexual-violence"),
    "family_violence": topics_any("family-violence"),
    "victims": topics_any("victim-services", but=("directory",)),
    "child_protection": topics_any("child-protection"),
    "youth_legal": lambda line: {"legal", "youth"} <= line.fit.topics,
    "legal": topics_any("legal"),
    "police": topics_any("police"),
    "fraud": topics_any("fraud"),
    "parents": topics_any("parents"),
    "counselling": topics_any("counselling"),
    "indigenous": topics_any("indigenous"),
    "lgbtq": topics_any("lgbtq"),
    "adult_protection": topics_any("adult-protection"),
    "bereavement": topics_any("bereavement"),
    "sex_work": topics_any("sex-work"),
    "work": topics_any("work"),
    "immigration": topics_any("immigration"),
    "behaviour_change": topics_any("behaviour-change"),
    "compensation": topics_any("compensation"),
    "between": lambda line: line.fit.goes_between,
}


def lines_by_need(fitting: Iterable[Helpline], who: Seeker) -> dict[str, Any]:
    """The fields of `HelplinesByNeed` that hold lines, out of the lines that fit."""
    fitting = tuple(line for line in fitting if _in_place(line, who))
    found: dict[str, tuple[Helpline, ...]] = {
        need: ranked_for_need(fitting, wanted, who) for need, wanted in NEEDS.items()
    }
    found |= {
        "crisis": crisis_lines(found["crisis"], fitting, who),
        "counselling": tuple(sorted(found["counselling"], key=lambda line: _for_anybody(line, who))),
    }
    if not who.subject_under_18:
        found |= {"child_tipline": (), "child_protection": ()}
    others = [line for line in fitting if "directory" not in line.fit.topics]
    return {**found, "all": tuple({line.slug: line for need in (*found.values(), others) for line in need}.values())}


def _in_place(line: Helpline, who: Seeker) -> bool:
    """False for a body for adults where a child is meant, and for a line about selling beside a child's picture."""
    for_adults = who.minor and "adult-protection" in line.fit.topics and not line.fit.youth_ok
    selling = who.subject_under_18 and "sex-work" in line.fit.topics
    return who.anybody or not (for_adults or selling)


def _for_anybody(line: Helpline, who: Seeker) -> tuple[bool, ...]:
    """Sorts lines to talk to: those for one group or one subject come after the others that answer as early."""
    open_to_all = not line.confirmed, line.international, not line.open_all_hours, special(line)
    return *open_to_all, not line.hours_known, not speaks(line, who)


def has_night_line(lines: Iterable[Helpline], who: Seeker) -> bool:
    """True when somebody answers at any hour, whoever calls: not counting emergency numbers, lines for some only or
    about one harm only, bodies that look into harm to adults, nor child lines for an adult."""
    return any(line.open_all_hours and _talks_to_anybody(line) and right_age(line, who) for line in lines)


def _talks_to_anybody(line: Helpline) -> bool:
    one_harm = special(line) and not line.fit.topics & {"crisis", "suicide", "counselling"}
    return not (line.emergency or line.fit.only_for or "adult-protection" in line.fit.topics or one_harm)


def first_to_name(lines: HelplinesByNeed, who: Seeker) -> CrisisPair:
    """The numbers for the bar. A list of lines is named only where nobody talks to people of this age."""
    fitting = [line for line in lines.crisis if right_age(line, who)] or list(lines.crisis)
    people = (line for line in fitting if any(way.kind in TALKED_ON for way in line.channels))
    first = next(people, next(iter(fitting), None))
    if first is None or first.always_by("text"):
        return CrisisPair(lines.emergency, first, None)
    texts = (line for line in lines.crisis if texts_at_night(line) and right_age(line, who))
    return CrisisPair(lines.emergency, first, next(texts, None))


class Numbers(NamedTuple):
    """The numbers of one country for somebody whose age is not known: lines for young people come first."""

    emergency: tuple[Helpline, ...]
    crisis: Helpline | None
    text: Helpline | None  # a line for texts, where the first one takes none at night
    more: tuple[Helpline, ...]  # every further crisis line: for texts, and for adults
    place_name: str
    assumed: bool  # the home country stands in for an answer
