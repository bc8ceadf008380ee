"""From rows of countries and regions to what pages see, in the active language."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from resources.core.adult_duty import AdultDuty
from resources.core.letters import alphabetical
from resources.core.translations import name, text
from resources.from_rows import sources_of
from resources.models import Country, Region
from resources.place import Place

Said = TypeVar("Said")


def place_of(row: Country) -> Place:
    """A country with its regions by name; they must have been fetched with it."""
    regions = list(row.regions.all())
    named = ((region.code, name(region.name)) for region in regions)
    return Place(
        code=row.code,
        name=name(row.name),
        name_in_text=name(row.name_in_text),
        eu=row.eu,
        emergency_note=text(row.emergency_note),
        regions=tuple(sorted(named, key=lambda pair: alphabetical(pair[1]))),
        region_names_in_text=_of_regions(regions, lambda region: name(region.name_in_text)),
        region_notes=_of_regions(regions, lambda region: text(region.emergency_note)),
        postal_code=row.postal_code,
        timezones=tuple(row.timezones),
        region_timezones=_of_regions(regions, lambda region: region.timezone),
        likely=row.likely,
        crime_here=row.crime_here,
        adult_duty=duty_of(row),
        region_duties=_of_regions(regions, duty_of),
    )


def _of_regions(regions: list[Region], said: Callable[[Region], Said | None]) -> tuple[tuple[str, Said], ...]:
    """What is said of each region, by its code, where something is."""
    found = ((region.code, said(region)) for region in regions)
    return tuple((code, words) for code, words in found if words)


def duty_of(row: Country | Region) -> AdultDuty | None:
    """The duty to report for an adult who cannot protect themself, None where it is not known."""
    if not row.adult_duty:
        return None
    read = row.adult_duty_seen
    return AdultDuty(
        duty=row.adult_duty,
        note=text(row.adult_duty_note),
        sources=sources_of(read["sources"]),
        read_on=date.fromisoformat(read["read_on"]),
    )
