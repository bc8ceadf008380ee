"""The numbers of a visit that go along from page to page, and the name of its place."""

from django.utils.translation import gettext_lazy as _

from resources import selectors
from resources.core.needs import Numbers
from wizard.core import rules
from wizard.core.flow import Words
from wizard.journey.journey import Journey


def place_name(journey: Journey) -> Words:
    """The country, and the region where one was given."""
    countries = dict(journey.world.countries)
    country = countries.get(journey.at.country, _("another country"))
    region = dict(journey.world.regions.get(journey.at.country, ())).get(journey.at.region)
    return f"{region}, {country}" if region else country


def numbers(journey: Journey) -> Numbers:
    """The numbers for the place of this visit."""
    at = journey.at
    pair = selectors.crisis_pair(at.country, at.region, journey.answers.minor_now)
    return Numbers(*pair, (), str(place_name(journey)), at.assumed)


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
