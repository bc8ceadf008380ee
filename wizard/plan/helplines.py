"""The helplines of one plan: who looks for them, where, and which of them each step shows."""

from dataclasses import fields
from functools import lru_cache

from resources import repository, selectors
from resources.core.helpline_choice import Seeker
from resources.core.needs import NEEDS, HelplinesByNeed
from resources.repository import Key
from wizard.core.answers import Answers
from wizard.core.location import Location
from wizard.plan.core.step_helplines import PlanHelplines, helplines_for_steps


def seeker_of(a: Answers) -> Seeker:
    """Who looks for a line."""
    return Seeker(
        minor=a.minor_now,
        # Somebody who was made to do it needs the help of anyone it was done to.
        role="self" if a.forced else a.role,
        subject_under_18=a.subject_under_18,
        text_first=a.minor_now and a.device_mine,
        only_passed_on=a.only_passed_on,
        passed_on=a.put_right or a.sent_others,
    )


def helplines_for_plan(at: Location, a: Answers) -> PlanHelplines:
    """The helplines that fit these answers at this place."""
    return helplines_for_seeker(at.country, at.region, seeker_of(a))


def helplines_for_seeker(country: str, region: str, who: Seeker) -> PlanHelplines:
    """The same for any seeker; `country` and `region` as in `selectors.lines_for`."""
    return _with_steps(repository.version_key(), country, region, who)


@lru_cache(maxsize=1024)
def _with_steps(key: Key, country: str, region: str, who: Seeker) -> PlanHelplines:
    found = selectors.lines_for_seeker(country, region, who)
    by_need = {need: getattr(found, need) for need in (*NEEDS, "all")}
    own = {one.name: getattr(found, one.name) for one in fields(HelplinesByNeed)}
    return PlanHelplines(**own, steps=helplines_for_steps(by_need, who))
