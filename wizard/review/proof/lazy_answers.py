"""A walk that is decided only as far as somebody asks, and the real flags over it."""

from collections.abc import Mapping, Sequence

from wizard.core.answers import Answers
from wizard.core.flow import Choice, FactsForGuide, Question, Replies
from wizard.core.questions import BY_SLUG
from wizard.review.proof.outcomes import NOT_ASKED, Outcomes, Test, one_of, sets_of, split_any, split_exact, without
from wizard.review.proof.platform_kinds import stands_for


class SymbolicWalk:
    """One walk that is decided only as far as somebody asks. `path` holds the halves that were taken."""

    def __init__(self, world: FactsForGuide, prefix: Sequence[bool] = (), known: Mapping[str, Outcomes] = {}) -> None:
        self.world = world
        self.prefix = tuple(prefix)
        self.path: list[bool] = []
        self.left: dict[str, Outcomes] = dict(known)
        self.settled: dict[tuple[str, tuple[str, ...]], bool] = {}
        self.replies = LazyReplies(self)

    def split(self, slug: str, test: Test) -> bool:
        """Does the outcome of this question pass the test? Follows one half when both are possible."""
        outcomes = self.outcomes(slug)
        passing = tuple(outcome for outcome in outcomes if outcome is not None and test(outcome))
        return self._halves(slug, passing, without(outcomes, passing))

    def split_by(self, slug: str, wanted: frozenset[str]) -> bool:
        """Was any of these values given? As `split`, but remembered: most questions are asked this way."""
        return self._halves(slug, *split_any(self.outcomes(slug), wanted))

    def split_only(self, slug: str, given: tuple[str, ...]) -> bool:
        """Was exactly this given? Remembered, too."""
        return self._halves(slug, *split_exact(self.outcomes(slug), given))

    def _halves(self, slug: str, passing: Outcomes, others: Outcomes) -> bool:
        if not passing or not others:
            return bool(passing)
        taken = self._decide(slug, passing)
        self.left[slug] = passing if taken else others
        return taken

    def _decide(self, slug: str, passing: Outcomes) -> bool:
        taken = self.prefix[len(self.path)] if len(self.path) < len(self.prefix) else True
        self.path.append(taken)
        return taken

    def outcomes(self, slug: str) -> Outcomes:
        """What the question can still turn out to be; whether it is asked at all is decided here."""
        if slug not in self.left:
            question = BY_SLUG[slug]
            asked = question.asked(self.replies, self.world)
            self.left[slug] = _possible(question, self.replies, self.world) if asked else NOT_ASKED
        return self.left[slug]


class GuidedWalk(SymbolicWalk):
    """A walk that takes the halves in which one real set of answers lies; records the path it took."""

    def __init__(self, world: FactsForGuide, given: Replies) -> None:
        super().__init__(world)
        self.given = given

    def _decide(self, slug: str, passing: Outcomes) -> bool:
        kinds = stands_for(self.world.platforms)
        given = {kinds.get(value, value) for value in self.given.values.get(slug, ())}
        taken = any(given == set(outcome or ()) for outcome in passing)
        self.path.append(taken)
        return taken


# The choices of a question are the same few objects; each is kept, so that its number is not given to another.
_KNOWN: dict[tuple[str, int], tuple[tuple[Choice, ...], Outcomes]] = {}
_MOST = 10_000


def _possible(question: Question, replies: Replies, world: FactsForGuide) -> Outcomes:
    """Every outcome of a question: skipped, or any set of values that the form lets through."""
    choices = question.choices(replies, world)
    key = question.slug, id(choices)
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        _KNOWN[key] = choices, _outcomes(question, choices, world)
    return _KNOWN[key][1]


def _outcomes(question: Question, choices: tuple[Choice, ...], world: FactsForGuide) -> Outcomes:
    values = tuple(choice.value for choice in choices)
    # One platform stands for all with the same marks, or the sets could not be counted.
    kinds = stands_for(world.platforms)
    values = tuple(value for value in values if kinds.get(value, value) == value)
    return sets_of(values, question.gives_way) if question.many else one_of(values)


class LazyReplies(Replies):
    """Replies that are decided when they are read."""

    walk: SymbolicWalk

    def __init__(self, walk: SymbolicWalk) -> None:
        object.__setattr__(self, "walk", walk)

    def one(self, slug: str) -> str | None:
        """The only value; each one that is possible is followed in a state of its own."""
        for outcome in self.walk.outcomes(slug):
            if outcome and self.only(slug, outcome[0]):
                return outcome[0]
        return None

    def has(self, slug: str, *wanted: str) -> bool:
        """True when any of the wanted values was given."""
        # What was asked once has one answer for the rest of the walk.
        settled = self.walk.settled
        if (slug, wanted) not in settled:
            settled[slug, wanted] = self.walk.split_by(slug, frozenset(wanted))
        return settled[slug, wanted]

    def only(self, slug: str, value: str) -> bool:
        """True when exactly this value was given."""
        return self.walk.split_only(slug, (value,))


class LazyUnanswered(frozenset[str]):
    """The questions that apply and have no answer, decided when asked."""

    walk: SymbolicWalk

    def __contains__(self, slug: object) -> bool:
        return self.walk.split_only(str(slug), ())


class LazyAnswers(Answers):
    """The real flags over a walk that is decided as they are read."""

    walk: SymbolicWalk

    def __init__(self, walk: SymbolicWalk) -> None:
        unanswered = LazyUnanswered()
        unanswered.walk = walk
        for name, value in (("walk", walk), ("replies", walk.replies), ("unanswered", unanswered)):
            object.__setattr__(self, name, value)

    @property
    def platform_named(self) -> bool:
        """As in `reading`."""
        return self.walk.split_by("where", frozenset(platform.slug for platform in self.walk.world.platforms))

    @property
    def report_remove_here(self) -> bool:
        """As in `reading`."""
        return self._filed(self.walk.world.report_remove)

    @property
    def law_known(self) -> bool:
        """As in `reading`."""
        return self._filed(self.walk.world.law_places, near=True)

    @property
    def child_body(self) -> bool:
        """As in `reading`."""
        return self._filed(self.walk.world.child_bodies)

    @property
    def adult_body(self) -> bool:
        """As in `reading`."""
        return self._filed(self.walk.world.adult_bodies)

    @property
    def crime_here(self) -> bool:
        """As in `reading`; nobody is taken to be there who did not say so."""
        return self.replies.has("place", *self.walk.world.crime_here, "other")

    @property
    def outing(self) -> bool:
        """As in `reading`."""
        return self._named("lgbtq")

    @property
    def sells(self) -> bool:
        """As in `reading`."""
        return self._named("sold_here")

    def _named(self, mark: str) -> bool:
        marked = (platform.slug for platform in self.walk.world.platforms if getattr(platform, mark))
        return self.walk.split_by("where", frozenset(marked))

    def _country_in(self, codes: frozenset[str]) -> bool:
        home = (self.walk.world.home,)
        return self.walk.split("place", lambda given: (given or home)[0] in codes)

    def _filed(self, places: frozenset[str], *, near: bool = False) -> bool:
        if self._country_in(places):
            return True
        in_parts = frozenset(place[:2] for place in places if "-" in place)
        if not self._country_in(in_parts):
            return False
        skipped_counts = near and self.walk.split("region", lambda given: given == ())
        return skipped_counts or self.walk.split("region", lambda given: bool(set(given) & places))
