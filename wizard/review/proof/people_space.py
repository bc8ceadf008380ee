"""Everybody who can answer the guide: a yes/no variable for each answer, and which of them can stand together.

A set of people is a function over these variables (`diagrams.py`). When a question is asked, and what it offers then,
is read from the real questions: they are followed over answers that are decided only when they are read.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from wizard.core.flow import FactsForGuide, Question, Replies
from wizard.core.questions import BY_SLUG, FLOW
from wizard.review.proof.diagrams import NO, YES, Diagrams, Function
from wizard.review.proof.platform_kinds import stands_for

# Answers that are known from the start; () when the question has none, asked or not.
Given = Mapping[str, tuple[str, ...]]
NOTHING: Given = {}
# The values that something can have, and for whom it has each.
Cases = tuple[tuple[Any, Function], ...]


class PeopleSpace:
    """The people who can be in one world of facts; what was once found out about them is remembered."""

    def __init__(self, world: FactsForGuide) -> None:
        self.world = world
        self.sets = Diagrams()
        self._kinds = stands_for(world.platforms)
        self._cases: dict[Hashable, Cases] = {}
        self._reachable: dict[str, Function] = {}
        self.answers: list[tuple[str, str]] = []
        self._gave: dict[str, dict[str, Function]] = {}
        # The place first: it is often known, and then stands in nobody's way. The others in the order of the guide,
        # because what is asked and offered depends on what was answered before.
        for question in sorted(FLOW, key=lambda question: question.slug not in ("place", "region")):
            self._gave[question.slug] = {
                value: self._new_answer(question.slug, value)
                for value in dict.fromkeys(value for values, _who in self.offers(question.slug) for value in values)
            }

    def _new_answer(self, slug: str, value: str) -> Function:
        self.answers.append((slug, value))
        return self.sets.variable(len(self.answers) - 1)

    # --- who gave which answer ---

    def has(self, slug: str, *values: str) -> Function:
        """Those who gave one of these answers."""
        gave = self._gave[slug]
        wanted = dict.fromkeys(self._kinds.get(value, value) for value in values)
        return self.sets.any_of(gave[value] for value in wanted if value in gave)

    def exactly(self, slug: str, *values: str) -> Function:
        """Those who gave these answers and no other one; without values: who gave none, asked or not."""
        gave, wanted = self._gave[slug], {self._kinds.get(value, value) for value in values}
        if not wanted <= gave.keys():
            return NO
        each = (one if value in wanted else self.sets.other(one) for value, one in reversed(gave.items()))
        return self.sets.all_of(each)

    def unanswered(self, slug: str) -> Function:
        """Those who are asked and gave no answer."""
        return self.sets.both(self.asked(slug), self.exactly(slug))

    def given(self, known: Given) -> Function:
        """Those who gave exactly these answers to these questions."""
        return self.sets.all_of(self.exactly(slug, *values) for slug, values in known.items())

    # --- who can be ---

    def asked(self, slug: str) -> Function:
        """Those who are asked."""
        asked = BY_SLUG[slug].asked
        return dict(self.cases(("asked", slug), lambda walk: bool(asked(walk.replies, self.world)))).get(True, NO)

    def offers(self, slug: str) -> Cases:
        """The values that a question can offer together, and to whom. One platform stands for all of its kind."""
        choices = BY_SLUG[slug].choices

        def values(walk: "Walk") -> tuple[str, ...]:
            offered = (choice.value for choice in choices(walk.replies, self.world))
            return tuple(dict.fromkeys(self._kinds.get(value, value) for value in offered))

        return self.cases(("offers", slug), values)

    def reachable(self, slug: str) -> Function:
        """Those whose answer to this question can be: it was asked, offered, and let through by the form."""
        if slug not in self._reachable:
            alone = self.sets.all_of((self._asked_and_offered(slug), self._let_through(BY_SLUG[slug])))
            before = self.questions(alone) - {slug}
            self._reachable[slug] = self.sets.all_of((*map(self.reachable, sorted(before)), alone))
        return self._reachable[slug]

    def real(self, who: Function) -> Function:
        """Those of them who can be."""
        return self.sets.all_of((*map(self.reachable, sorted(self.questions(who))), who))

    def _asked_and_offered(self, slug: str) -> Function:
        gave, asked = self._gave[slug], self.asked(slug)
        possible = self.exactly(slug)
        for values, who in self.offers(slug):
            only_these = self.sets.all_of(self.sets.other(one) for value, one in gave.items() if value not in values)
            possible = self.sets.either(possible, self.sets.all_of((only_these, who, asked)))
        return possible

    def _let_through(self, question: Question) -> Function:
        gave = self._gave[question.slug]
        if not question.many:
            return self.sets.at_most_one(reversed(gave.values()))
        alone = (self.exactly(question.slug, value) for value in gave if value in question.gives_way)
        firm = (self.sets.other(one) for value, one in gave.items() if value in question.gives_way)
        return self.sets.any_of((self.sets.all_of(firm), *alone))

    def questions(self, who: Function) -> frozenset[str]:
        """The questions whose answers make a difference to a set."""
        return frozenset(self.answers[number][0] for number in self.sets.variables(who))

    # --- what follows from the answers ---

    def cases(self, key: Hashable, function: Callable[["Walk"], Any]) -> Cases:
        """Each value of a function of the answers, and those for whom it has it; "yes" before "no"."""
        if key not in self._cases:
            found: dict[Any, Function] = {}
            for walk, value in walks(self, function):
                found[value] = self.sets.either(found.get(value, NO), walk.who)
            self._cases[key] = tuple(sorted(found.items(), key=lambda case: case[0] is not True))
        return self._cases[key]


class Walk:
    """One way through a function of the answers. `who` are those who go it, `path` the halves that were taken."""

    def __init__(self, space: PeopleSpace, prefix: Sequence[bool], who: Function, *, real: bool) -> None:
        self.space, self.prefix, self.who = space, prefix, who
        self.path: list[bool] = []
        # Only people who can be; what is worked out for later need not look at that yet.
        self._looked_at: set[str] | None = set() if real else None

    @property
    def replies(self) -> "LazyReplies":
        """What they answered. Made anew each time: a walk that led back to itself would keep its space in memory."""
        return LazyReplies(self)

    def decide(self, those: Function) -> bool:
        """Are they among those? Follows one half when both can be."""
        if self._looked_at is not None and not (new := self.space.questions(those)) <= self._looked_at:
            self.who = self.space.sets.all_of((self.who, *map(self.space.reachable, sorted(new))))
            self._looked_at |= new
        sets = self.space.sets
        yes = sets.both(self.who, those)
        if yes in (NO, self.who):
            return yes != NO
        taken = self._take(yes)
        self.path.append(taken)
        self.who = yes if taken else sets.both(self.who, sets.other(those))
        return taken

    def _take(self, yes: Function) -> bool:
        return self.prefix[len(self.path)] if len(self.path) < len(self.prefix) else True

    def value(self, key: Hashable, function: Callable[["Walk"], Any]) -> Any:
        """What a function of the answers says. Those for whom it says the same stay together."""
        *others, (last, _who) = self.space.cases(key, function)
        return next((value for value, who in others if self.decide(who)), last)


def walks(
    space: PeopleSpace, function: Callable[[Walk], Any], who: Function = YES, *, real: bool = False
) -> Iterator[tuple[Walk, Any]]:
    """Every way through a function, each once, with what it says there."""
    waiting: list[tuple[bool, ...]] = [()]
    while waiting:
        walk = Walk(space, waiting.pop(), who, real=real)
        value = function(walk)
        path = tuple(walk.path)
        waiting += [(*path[:length], False) for length in range(len(walk.prefix), len(path))]
        yield walk, value


class LazyReplies(Replies):
    """Replies that are decided when they are read."""

    walk: Walk

    def __init__(self, walk: Walk) -> None:
        object.__setattr__(self, "walk", walk)

    def one(self, slug: str) -> str | None:
        """The only value; each one that is possible is followed in a way of its own."""
        values = dict.fromkeys(value for values, _who in self.walk.space.offers(slug) for value in values)
        return next((value for value in values if self.only(slug, value)), None)

    def has(self, slug: str, *wanted: str) -> bool:
        """True when any of the wanted values was given."""
        return self.walk.decide(self.walk.space.has(slug, *wanted))

    def only(self, slug: str, value: str) -> bool:
        """True when exactly this value was given."""
        return self.walk.decide(self.walk.space.exactly(slug, value))
