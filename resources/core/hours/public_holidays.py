"""Which days are public holidays where a line works: of its provinces or nations, or of its country. Pure.

The calendars come from the package `holidays`. A place that it does not know has no holidays here.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from resources.core.helpline import Details

BEFORE, AFTER = timedelta(days=1), timedelta(days=21)
NOBODY: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Near:
    """Holidays around one day. `certain`: every place has the day off. `perhaps`: somebody there may, too."""

    certain: tuple[date, ...]
    perhaps: frozenset[date]


@lru_cache(maxsize=512)
def _supported() -> dict[str, list[str]]:
    return holidays.list_supported_countries()


def places(about: Details, region: str = "") -> tuple[str, ...]:
    """Whose holidays count for a line: ("CA-BC",), ("CA",), or ("CA", "CA-BC") for a visitor from there.

    An international line keeps the holidays of nobody: ().
    """
    if about.country == "INT":
        return ()
    if "*" not in about.regions:
        return about.regions
    return (about.country, region) if region.startswith(f"{about.country}-") else (about.country,)


@lru_cache(maxsize=1024)
def near(where: tuple[str, ...], day: date) -> Near:
    """The holidays of these places from the day before to three weeks after."""
    first, last = day - BEFORE, day + AFTER
    years = {first.year, last.year}
    public = [frozenset[date]().union(*(_public(place, year) for year in years)) for place in where]
    perhaps = frozenset[date]().union(*public, *(_perhaps(place, year) for place in where for year in years))
    certain = frozenset.intersection(*public) if public else NOBODY
    return Near(
        tuple(sorted(each for each in certain if first <= each <= last)),
        frozenset(each for each in perhaps if first <= each <= last),
    )


def _public(place: str, year: int) -> frozenset[date]:
    country, _dash, part = place.partition("-")
    return _calendar(country, part, year, ("public",))


def _perhaps(place: str, year: int) -> frozenset[date]:
    """Days of offices as well, and for a whole country the days that half of its regions or more keep."""
    country, _dash, part = place.partition("-")
    offices = _calendar(country, part, year, ("public", "government"))
    return offices if part else offices | _of_most(country, year)


@lru_cache(maxsize=128)
def _of_most(country: str, year: int) -> frozenset[date]:
    parts = _supported().get(country, [])
    kept = Counter(day for part in parts for day in _calendar(country, part, year, ("public",)))
    return frozenset(day for day, times in kept.items() if 2 * times >= len(parts))


@lru_cache(maxsize=1024)
def _calendar(country: str, part: str, year: int, kinds: tuple[str, ...]) -> frozenset[date]:
    if country not in _supported():
        return NOBODY
    # A region without a calendar of its own keeps the days of its country.
    subdiv = part if part in _supported()[country] else None
    known = holidays.country_holidays(country, subdiv).supported_categories
    days = holidays.country_holidays(country, subdiv, years=year, categories=[kind for kind in kinds if kind in known])
    return frozenset(days)
