"""The rows of the facts straight from the fixtures, for a process whose database is away. As `resources.tables`.

The files are those that `load_content` reads. They are judged here, too: a site may serve older facts than they hold,
and a number that nobody judged is no help. Nothing here is ever saved. Raises UnreadableError when a file is missing
or has a slip.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from django.conf import settings
from django.db import models

from resources.loading.all_checks import problems
from resources.loading.fixtures import UnreadableError, read
from resources.loading.sync import rows_of
from resources.models import Channel, Clock, Country, Guide, Helpline, Language, Law, Platform, Region, TakedownService

Row = TypeVar("Row", bound=models.Model)


def countries() -> Iterable[Country]:
    """Every country with its regions."""
    return _with(Country, Region, "country_id", "regions")


def platforms() -> Iterable[Platform]:
    """Every platform with its guides."""
    return _with(Platform, Guide, "platform_id", "guides")


def services() -> Iterable[TakedownService]:
    """Every removal service and route, by slug."""
    return sorted(_rows(TakedownService), key=lambda row: row.slug)


def laws() -> Iterable[Law]:
    """Every law."""
    return _rows(Law)


def helplines(*of: str) -> Iterable[Helpline]:
    """The lines of these countries (of all when none is named) with their channels."""
    return [row for row in _with(Helpline, Channel, "helpline_id", "channels") if not of or row.country in of]


def served() -> Iterable[tuple[str, list[str], str | None, bool]]:
    """Country, regions, `crosses` and `withdrawn` of every line."""
    return [(row.country, row.regions, row.crosses, row.withdrawn) for row in _rows(Helpline)]


def clocks() -> Iterable[Clock]:
    """Every clock, in its order."""
    return _rows(Clock)


def languages() -> Iterable[Language]:
    """Every language."""
    return _rows(Language)


@lru_cache(maxsize=1)
def _content() -> dict[type[models.Model], list[dict[str, Any]]]:
    content = read(settings.ROOT / "fixtures")
    if slips := problems(content):
        raise UnreadableError(slips[0])
    return {model: list(rows.values()) for model, rows in rows_of(content)}


def _rows(model: type[Row]) -> list[Row]:
    return [model(**fields) for fields in _content()[model]]


def _with(model: type[Row], part: type[models.Model], owner: str, name: str) -> list[Row]:
    """Rows with their parts in place, as Django leaves them after `prefetch_related`."""
    parts: defaultdict[Any, list[models.Model]] = defaultdict(list)
    for one in _rows(part):
        parts[getattr(one, owner)].append(one)
    rows = _rows(model)
    for row in rows:
        found = part._default_manager.none()
        found._result_cache = parts[row.pk]
        row._prefetched_objects_cache = {name: found}  # type: ignore[attr-defined]
    return rows
