"""The table of what each country has of its own: for the page of countries, and for the README."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from resources import repository
from resources.core.coverage import Coverage, Has, coverage_of
from resources.place import Place


class CoverageRow(NamedTuple):
    """One country: its name, what it has as words, what it lacks, and all of it as it stands in the facts."""

    name: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    coverage: Coverage


def coverage_rows() -> tuple[CoverageRow, ...]:
    """Every country by name, in the active language."""
    return _rows(repository.version_key())


@lru_cache(maxsize=4)
def _rows(key: repository.Key) -> tuple[CoverageRow, ...]:
    lands = sorted(repository.places(key).values(), key=lambda land: land.name)
    lines, laws = repository.every_line(key), repository.laws(key)
    return tuple(_row(land, coverage_of(land.code, land.eu, lines, laws)) for land in lands)


def _row(land: Place, found: Coverage) -> CoverageRow:
    parts = (
        (_("a helpline for children"), found.child),
        (_("a helpline at night"), found.night),
        (_("a service that acts on pictures"), found.pictures),
        (_("a law about it"), found.law),
    )
    has = tuple(_limited(name, part) for name, part in parts if part is not Has.NO)
    return CoverageRow(land.name, has, tuple(name for name, part in parts if part is Has.NO), found)


def _limited(name: str, has: Has) -> str:
    """The name, and the limit where it is not for everybody there."""
    limits = {Has.PART: _("in some parts"), Has.YOUNG: _("under 18"), Has.UNION: _("European")}
    return f"{name} ({limits[has]})" if has in limits else name
