"""The helplines of one plan: who looks for them, where, and which of them each step shows."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache, partial

from resources import repository, selectors
from resources.core.helpline_choice import Seeker
from resources.core.needs import NEEDS, HelplinesByNeed
from resources.repository import Key
from wizard.core.answers import Answers
from wizard.core.location import Location
from wizard.helplines.core.found import ByNeed, Found
from wizard.helplines.core.key import FLAGS, NumberKey, key_of
from wizard.helplines.core.pick import PlanHelplines, StepHelplines, pick
from wizard.helplines.core.steps import STEPS


class StepsAt(Mapping[str, StepHelplines]):
    """The lines of every step at one place for one person, each worked out when a template asks for it."""

    def __init__(self, country: str, region: str, whole: NumberKey) -> None:
        self._place, self._whole = (country, region), whole

    def __getitem__(self, step: str) -> StepHelplines:
        return lines_of_step(step, STEPS[step].seen(self._whole), *self._place)

    def __iter__(self) -> Iterator[str]:
        return iter(STEPS)

    def __len__(self) -> int:
        return len(STEPS)


def whole_key(a: Answers) -> NumberKey:
    """The key of one person with every flag, from which each step sees its own."""
    return key_of(a, tuple(FLAGS))


def helplines_for_plan(at: Location, a: Answers) -> PlanHelplines:
    """The helplines that fit these answers at this place."""
    return helplines_for_key(at.country, at.region, whole_key(a))


def helplines_on_paper(at: Location, a: Answers) -> PlanHelplines:
    """The same for what is printed: others may find it, so no line tells who somebody loves."""
    key = whole_key(a)
    return helplines_for_key(at.country, at.region, replace(key, outing=key.outing and "hidden"))


def helplines_for_key(country: str, region: str, key: NumberKey) -> PlanHelplines:
    """The same for a key with every flag; `country` and `region` as in `selectors.lines_for`."""
    found = selectors.lines_for_seeker(country, region, key.who)
    own = {one.name: getattr(found, one.name) for one in fields(HelplinesByNeed)}
    return PlanHelplines(**own, steps=StepsAt(country, region, key))


def lines_of_step(step: str, key: NumberKey, country: str, region: str) -> StepHelplines:
    """What a step shows to somebody with this key, which holds what the step reads and nothing else."""
    return _lines_of_step(repository.version_key(), step, key, country, region)


@lru_cache(maxsize=4096)
def _lines_of_step(facts: Key, step: str, key: NumberKey, country: str, region: str) -> StepHelplines:
    return pick(STEPS[step].parts(key), Found(key, partial(_by_need, facts, country, region)))


@lru_cache(maxsize=2048)
def _by_need(facts: Key, country: str, region: str, who: Seeker) -> ByNeed:
    found = selectors.lines_for_seeker(country, region, who)
    return {need: getattr(found, need) for need in (*NEEDS, "all")}
