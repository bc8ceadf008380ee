"""Where the words of a step are looked at: in one place when they read nothing of it, else wherever they may differ."""

import re
from pathlib import Path

from django.template.loader import get_template

from wizard.core.location import Location
from wizard.core.step_rules import StepRule
from wizard.review.proof.people_space import NOTHING, Given


def given_at(at: Location) -> Given:
    """What was answered to the questions about the place."""
    return {"place": () if at.assumed else (at.country,), "region": (at.region,) if at.region else ()}


def known_at(row: StepRule, at: Location) -> Given:
    """As `given_at`. For words that read no fact of the place it is left open, so that its marks are tried."""
    return given_at(at) if reads_the_place(f"plan/steps/{row.slug}.html") else NOTHING


# Where words may differ: places with a law, a body or a service of their own, a country of the EU, and the rest.
PLACES = tuple(
    Location(country, region, False)
    for country, region in (
        *(("CA", "CA-BC"), ("CA", "CA-MB"), ("CA", "CA-NS"), ("CA", "CA-QC"), ("GB", "GB-SCT"), ("US", "")),
        *(("AU", ""), ("NZ", ""), ("IE", ""), ("other", "")),
    )
)
NOWHERE = Location("CA", "", True)
# What a template may read of the place. The places here name no app, so words about apps are the same everywhere.
_TAG = re.compile(r"{[%{](.*?)[%}]}", re.DOTALL)
_SAID = re.compile(r'"[^"]*"')
_OF_THE_PLACE = re.compile(r"\b(?:at\.\w+|laws|duties|services|adult_duty)\b")
_INSIDE = re.compile(r'include "([a-z]+/_[a-z_]+\.html)"')


def places_of(row: StepRule) -> tuple[Location, ...]:
    """Where the words of a step are looked at: for words that do not read the place, one place is enough."""
    return (NOWHERE, *PLACES) if reads_the_place(f"plan/steps/{row.slug}.html") else (NOWHERE,)


def reads_the_place(name: str) -> bool:
    """True when a template, or one that it includes, reads facts about the place."""
    source = template_source(name)
    tags = (_SAID.sub("", tag) for tag in _TAG.findall(source))
    return any(map(_OF_THE_PLACE.search, tags)) or any(map(reads_the_place, _INSIDE.findall(source)))


def template_source(name: str) -> str:
    """The text of a template."""
    origin = get_template(name).template.origin  # type: ignore[attr-defined]
    return Path(origin.name).read_text(encoding="utf-8")
