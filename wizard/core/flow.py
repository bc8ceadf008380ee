"""The way through: which questions are on the path, which answers count, which question comes next.

Pure: no request, no database. Stored answers are a plain mapping `{slug: [value, …]}`; an empty list means "skipped".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Stored = Mapping[str, Sequence[str]]


class Words(Protocol):
    """Text that becomes a string when shown (a lazy translation, or a plain string)."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlatformChoice:
    """A platform as an answer to `where`. The `likely` fields are for the order, see `resources.core.place_order`.

    `lgbtq`: made for LGBTQ+ people. `sold_here`: made for people who sell pictures of themselves. `found_by`: what a
    script compares with what is typed.
    """

    slug: str
    name: str
    likely: int
    lgbtq: bool = False
    sold_here: bool = False
    likely_in: tuple[str, ...] = ()
    likely_age: str = ""
    adults_only: bool = False
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class FactsForGuide:
    """What the questions and the plan need to know of the facts; codes are ISO 3166.

    `crime_here`: the countries where same-sex love is a crime. Nothing is known of "other", which is read as one.
    """

    home: str
    countries: tuple[tuple[str, str], ...] = ()
    regions: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    platforms: tuple[PlatformChoice, ...] = ()
    law_places: frozenset[str] = frozenset()
    child_bodies: frozenset[str] = frozenset()
    adult_bodies: frozenset[str] = frozenset()
    report_remove: frozenset[str] = frozenset()
    crime_here: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Replies:
    """What was really answered, up to the question at hand: skipped and open questions are not in it."""

    values: Mapping[str, tuple[str, ...]]

    def one(self, slug: str) -> str | None:
        """The only value of a question, or None when it has none."""
        given = self.values.get(slug, ())
        return given[0] if given else None

    def has(self, slug: str, *wanted: str) -> bool:
        """True when any of the wanted values was given."""
        return any(value in wanted for value in self.values.get(slug, ()))

    def only(self, slug: str, value: str) -> bool:
        """True when exactly this value was given."""
        return self.values.get(slug, ()) == (value,)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be ticked: the value is the contract, the words are for people.

    `found_by` is for a name that can be looked for by typing; "" for an answer that always stands there.
    """

    value: str
    words: Words
    hint: Words = ""
    group: str = ""
    found_by: str = ""

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the guide. `gives_way` names values that fall silent when others are ticked beside them."""

    slug: str
    heading: Callable[[Replies], Words]
    hint: Callable[[Replies], Words]
    choices: Callable[[Replies, FactsForGuide], tuple[Choice, ...]]
    asked: Callable[[Replies, FactsForGuide], bool]
    many: bool = False
    gives_way: frozenset[str] = frozenset()

    def settle(self, values: Sequence[str]) -> tuple[str, ...]:
        """The values without doubles, and without those that give way beside another one."""
        unique = tuple(dict.fromkeys(values))
        firm = tuple(value for value in unique if value not in self.gives_way)
        return firm or unique[:1]


@dataclass(frozen=True, slots=True)
class PathStep:
    """A question that applies, and what became of it: `values` count; `open` means it still has to be asked."""

    question: Question
    values: tuple[str, ...]
    open: bool

    @property
    def skipped(self) -> bool:
        """True when nothing counts, whether it was skipped or not reached."""
        return not self.values


@dataclass(frozen=True, slots=True)
class Path:
    """All questions that apply now, in order."""

    stops: tuple[PathStep, ...]

    @property
    def replies(self) -> Replies:
        """Everything that was really answered."""
        return Replies({stop.question.slug: stop.values for stop in self.stops if stop.values})

    @property
    def first_open(self) -> str | None:
        """Slug of the first question that still has to be asked, or None."""
        return next((stop.question.slug for stop in self.stops if stop.open), None)

    @property
    def slugs(self) -> tuple[str, ...]:
        """Slugs of all questions that apply, in order."""
        return tuple(stop.question.slug for stop in self.stops)

    @property
    def reached(self) -> tuple[PathStep, ...]:
        """The questions that may be shown now: everything up to the first open one."""
        slugs = self.slugs
        end = slugs.index(self.first_open) + 1 if self.first_open else len(slugs)
        return self.stops[:end]

    def stop(self, slug: str) -> PathStep | None:
        """The stop of that question, or None when the question does not apply."""
        return next((stop for stop in self.stops if stop.question.slug == slug), None)

    def before(self, slug: str) -> Replies:
        """What was answered before that question."""
        earlier = self.stops[: self.slugs.index(slug)]
        return Replies({stop.question.slug: stop.values for stop in earlier if stop.values})


def walk(flow: Sequence[Question], stored: Stored, world: FactsForGuide) -> Path:
    """Replay the stored answers over the questions; nothing that was saved is trusted to still apply."""
    stops: list[PathStep] = []
    counted: dict[str, tuple[str, ...]] = {}
    replies = Replies(counted)
    for question in flow:
        if not question.asked(replies, world):
            continue
        given = stored.get(question.slug)
        values = _still_offered(question, given or (), replies, world)
        # An answer that lost its last value is asked again; an empty answer was a skip and stays one.
        is_open = given is None or (bool(given) and not values)
        stops.append(PathStep(question, values, is_open))
        if values:
            counted[question.slug] = values
    return Path(tuple(stops))


def _still_offered(question: Question, given: Sequence[str], replies: Replies, world: FactsForGuide) -> tuple[str, ...]:
    if not given:
        return ()
    offered = {choice.value for choice in question.choices(replies, world)}
    kept = [value for value in given if value in offered]
    return question.settle(kept) if kept else ()


def record(
    flow: Sequence[Question], stored: Stored, slug: str, values: Sequence[str], world: FactsForGuide
) -> dict[str, list[str]]:
    """The stored answers after one more answer (no values: skipped), without those that no longer count."""
    return prune(flow, {**stored, slug: list(values)}, world)


def prune(flow: Sequence[Question], stored: Stored, world: FactsForGuide) -> dict[str, list[str]]:
    """Only the answers and skips that still count."""
    path = walk(flow, stored, world)
    return {stop.question.slug: list(stop.values) for stop in path.stops if not stop.open}
