"""The real flags over answers that are decided only as far as somebody asks."""

from collections.abc import Callable
from inspect import getattr_static
from typing import Any

from wizard.core.answers import FLAGS, Answers
from wizard.core.flow import FactsForGuide, Replies
from wizard.review.proof.diagrams import NO, YES, Function
from wizard.review.proof.people_space import PeopleSpace, Walk
from wizard.review.proof.platform_kinds import stands_for


def judged(a: Answers, rule: Callable[[Answers], Any]) -> Any:
    """What a rule says of somebody. In a proof it is decided as one thing, whatever it is worked out from."""
    if isinstance(a, LazyAnswers):
        return a.walk.value(rule, lambda walk: rule(LazyAnswers(walk)))
    return rule(a)


def those(space: PeopleSpace, rule: Callable[[Answers], Any]) -> Function:
    """Everybody of whom a rule says yes."""
    return dict(space.cases(rule, lambda walk: bool(rule(LazyAnswers(walk))))).get(True, NO)


class GuidedWalk(Walk):
    """The way that one real set of answers goes; records the path it took."""

    def __init__(self, space: PeopleSpace, given: Replies) -> None:
        super().__init__(space, (), YES, real=True)
        kinds = stands_for(space.world.platforms)
        self._given = {(slug, kinds.get(value, value)) for slug, values in given.values.items() for value in values}

    def _take(self, yes: Function) -> bool:
        return self.space.sets.holds(yes, lambda number: self.space.answers[number] in self._given)


class LazyUnanswered(frozenset[str]):
    """The questions that apply and have no answer, decided when asked."""

    walk: Walk

    def __contains__(self, slug: object) -> bool:
        return self.walk.decide(self.walk.space.unanswered(str(slug)))


class _AsDefined(Answers):
    """Each flag as it is worked out from others; what is known of the place, from the facts."""

    walk: Walk

    def __init__(self, walk: Walk) -> None:
        unanswered = LazyUnanswered()
        unanswered.walk = walk
        for name, value in (("walk", walk), ("replies", walk.replies), ("unanswered", unanswered)):
            object.__setattr__(self, name, value)

    @property
    def _world(self) -> FactsForGuide:
        return self.walk.space.world

    @property
    def platform_named(self) -> bool:
        """As in `reading`."""
        return self.replies.has("where", *(platform.slug for platform in self._world.platforms))

    @property
    def report_remove_here(self) -> bool:
        """As in `reading`."""
        return self._filed(self._world.report_remove)

    @property
    def law_known(self) -> bool:
        """As in `reading`."""
        places = self._world.law_places
        return self._filed(places) or self._filed_in_a_part(places)

    @property
    def child_body(self) -> bool:
        """As in `reading`."""
        return self._filed(self._world.child_bodies)

    @property
    def adult_body(self) -> bool:
        """As in `reading`."""
        return self._filed(self._world.adult_bodies)

    @property
    def crime_here(self) -> bool:
        """As in `reading`; nobody is taken to be there who did not say so."""
        return self.replies.has("place", *sorted(self._world.crime_here), "other")

    @property
    def outing(self) -> bool:
        """As in `reading`."""
        return self._named("lgbtq")

    @property
    def sells(self) -> bool:
        """As in `reading`."""
        return self._named("sold_here")

    def _named(self, mark: str) -> bool:
        return self.replies.has("where", *(one.slug for one in self._world.platforms if getattr(one, mark)))

    def _country_in(self, codes: frozenset[str]) -> bool:
        assumed = self._world.home in codes and self.walk.decide(self.walk.space.exactly("place"))
        return assumed or self.replies.has("place", *sorted(codes))

    def _filed(self, places: frozenset[str]) -> bool:
        return self._country_in(places) or self.replies.has("region", *sorted(places))

    def _filed_in_a_part(self, places: frozenset[str]) -> bool:
        in_parts = frozenset(place[:2] for place in places if "-" in place)
        return self._country_in(in_parts) and self.walk.decide(self.walk.space.exactly("region"))


class LazyAnswers(_AsDefined):
    """The flags, each decided as one thing when it is read."""


class _Decided:
    """A flag that those who are left either have or have not, whatever it is worked out from."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, answers: LazyAnswers, owner: Any = None) -> Any:
        return answers.walk.value(("flag", self.name), self._worked_out)

    def _worked_out(self, walk: Walk) -> Any:
        return getattr_static(_AsDefined, self.name).__get__(LazyAnswers(walk))


for _name in FLAGS:
    setattr(LazyAnswers, _name, _Decided(_name))
