"""The numbers of a visit that go along from page to page, and the name of its place."""

from django.utils.translation import gettext_lazy as _

from resources import selectors
from resources.core.needs import Numbers
from wizard.core import rules
from wizard.core.flow import Words
from wizard.helplines.core.key import key_of
from wizard.helplines.core.pick import StepHelplines
from wizard.helplines.core.steps import STEPS
from wizard.helplines.for_plan import lines_of_step
from wizard.journey.journey import Journey


def place_name(journey: Journey) -> Words:
    """The country as a sentence names it, and the region before it where one was given."""
    land, region = selectors.place(journey.at.country), journey.at.region or ""
    if land is None:
        return _("another country")
    return f"{land.in_text(region)}, {land.name}" if land.region_name(region) else land.in_text()


def danger_lines(journey: Journey) -> StepHelplines:
    """The lines for who the danger comes from, as the step about danger has them."""
    key = key_of(journey.answers, STEPS["danger_now"].reads)
    return lines_of_step("danger_now", key, journey.at.country, journey.at.region)


def numbers(journey: Journey) -> Numbers:
    """The numbers for the place of this visit: where somebody may be hurt, the line for that; else a crisis line."""
    at, a = journey.at, journey.answers
    pair = selectors.crisis_pair(at.country, at.region, a.minor_now)
    name = str(place_name(journey))
    if not (a.contact_danger or a.fear) or a.self_harm or a.hurt_self:
        return Numbers(*pair, (), name, at.assumed)
    harm = next((line for line in danger_lines(journey).lines if not line.emergency), pair.crisis)
    return Numbers(pair.emergency, harm, pair.text, (), name, at.assumed)


def danger_ticked(journey: Journey) -> bool:
    """True when anything but `none` was ticked on `danger`: from then on every page carries the numbers."""
    return journey.path.replies.has("danger", "self-harm", "unsafe", "meet", "deadline")


def carried_numbers(journey: Journey) -> Numbers | None:
    """The numbers that go along from page to page after the guide: in danger, pressed, or when nobody said."""
    a = journey.answers
    # Steps about somebody met online, and the safety plan, tell people to call a number.
    pressed = a.sextorted or a.threatened or a.stranger or rules.needs_safety_plan(a)
    shown = danger_ticked(journey) or a.danger_skipped or pressed
    return numbers(journey) if shown else None
