"""One visitor's journey as one object: the path, the flags, the place and the plan, read once for each request."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from compass import languages
from compass.visits.lifecycle import visit_of
from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide, Path, record, walk
from wizard.core.location import Location, location_of, read_answers
from wizard.core.plan import Plan, build_plan
from wizard.core.questions import FLOW
from wizard.core.voice import french_voice
from wizard.journey.facts import facts_for_guide

ANSWERS, DONE = "answers", "done"


class Journey:
    """What is known of a visit. Reads the sealed session; every change is a small edit that the session merges."""

    def __init__(self, request: HttpRequest) -> None:
        self.session = visit_of(request)
        self.stored: dict[str, list[str]] = self.session.get(ANSWERS, {})
        self.world: FactsForGuide = facts_for_guide()
        if languages.current() is languages.FRENCH:
            # Each request anew, so that nothing said before `age` was answered stays in the voice of then.
            languages.speak(french_voice(self.answers))

    @property
    def live(self) -> bool:
        """True when a visit is open."""
        return self.session.is_open

    @cached_property
    def path(self) -> Path:
        """Which questions apply, and which answers count."""
        return walk(FLOW, self.stored, self.world)

    @cached_property
    def answers(self) -> Answers:
        """The flags that rules and templates read."""
        return read_answers(self.path, self.world)

    @cached_property
    def at(self) -> Location:
        """Country, region and platforms."""
        return location_of(self.path, self.world)

    @cached_property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return build_plan(self.answers)

    @property
    def done(self) -> frozenset[str]:
        """Slugs of the steps that were ticked and are still on the plan."""
        return frozenset(self.session.get(DONE, ())) & frozenset(self.plan.slugs)

    def answer(self, slug: str, values: tuple[str, ...]) -> None:
        """Keeps one answer (no values: skipped) and forgets what no longer counts."""
        world = self.world
        self._change(lambda stored: record(FLOW, stored, slug, values, world))

    def name_place(self, slug: str) -> None:
        """Adds one app or site to those of `where`; nothing that was answered is taken back."""
        world = self.world
        self._change(lambda stored: record(FLOW, stored, "where", [*stored.get("where", ()), slug], world))

    def tick(self, slug: str, done: bool) -> None:
        """Marks a step of the plan as done or not; ticks of vanished steps are dropped on the way."""
        on_plan = frozenset(self.plan.slugs)

        def edit(state: dict[str, Any]) -> None:
            kept = on_plan & frozenset(state.get(DONE, ())) - {slug}
            state[DONE] = sorted(kept | {slug} if done else kept)

        self.session.change(edit)

    def _change(self, change: Callable[[dict[str, list[str]]], dict[str, list[str]]]) -> None:
        def edit(state: dict[str, Any]) -> None:
            state[ANSWERS] = change(state.get(ANSWERS, {}))

        self.session.change(edit)
        self.stored = self.session[ANSWERS]
        for name in ("path", "answers", "at", "plan"):
            self.__dict__.pop(name, None)
