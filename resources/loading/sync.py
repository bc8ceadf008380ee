"""Turns checked fixtures into rows: what is new is added, what differs is changed, what is gone is removed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from django.db import models

from compass.database import FACTS, PATIENT, alone, writing
from resources.core.hosts import Hosts
from resources.core.law import PASSED
from resources.loading.content import Content, Row
from resources.models import Channel as ChannelRow
from resources.models import Clock, Country, FactsVersion, Language, Region, TakedownService
from resources.models import Guide as GuideRow
from resources.models import Helpline as HelplineRow
from resources.models import Law as LawRow
from resources.models import Platform as PlatformRow

# The fields in which a source can stand.
NESTED = ("sources", "regions", "adult_duty_seen")

Rows = dict[Any, Row]  # by primary key, fields by the name of their column


@alone(PATIENT)
@writing(using=FACTS)
def load(content: Content, version: str) -> list[str]:
    """Makes the tables equal to the content, which must be free of problems; gives a line a table of what changed."""
    said = [_sync(model, rows) for model, rows in rows_of(content)]
    FactsVersion.objects.exclude(digest=version).delete()
    FactsVersion.objects.get_or_create(digest=version)
    return said


def rows_of(content: Content) -> Iterator[tuple[type[models.Model], Rows]]:
    """Each table with its rows by primary key, in the order in which they can be written."""
    content = _marked(content)
    yield Country, {row["code"]: _fields(Country, row) for row in content["countries"]}
    yield Region, {row["code"]: _fields(Region, row) for row in _regions(content["countries"])}
    yield HelplineRow, {row["slug"]: _fields(HelplineRow, row) for row in _helplines(content["helplines"])}
    yield ChannelRow, {row["key"]: row for row in _channels(content["helplines"])}
    yield PlatformRow, {row["slug"]: _fields(PlatformRow, row) for row in content["platforms"]}
    yield GuideRow, {row["key"]: _fields(GuideRow, row) for row in _guides(content["platforms"])}
    yield TakedownService, {row["slug"]: _fields(TakedownService, row) for row in content["takedown"]}
    yield LawRow, {row["slug"]: _fields(LawRow, {**row, "starts": _starts(row)}) for row in content["law"]}
    places = enumerate(content["clocks"])
    yield Clock, {row["zone"]: _fields(Clock, {**row, "position": position}) for position, row in places}
    yield Language, {row["code"]: _fields(Language, row) for row in content["languages"]}


def _marked(content: Content) -> Content:
    """The same rows; each page that stands as a source says if its host is named."""
    hosts = Hosts(content.hosts or ())

    def mark(value: Any) -> Any:
        if isinstance(value, list):
            return [mark(part) for part in value]
        if not isinstance(value, dict):
            return value
        page = {"named": bool(hosts.kind_of(value["url"]))} if "page_date" in value else {}
        return {**value, **{name: mark(part) for name, part in value.items() if name in NESTED}, **page}

    return Content({kind: mark(rows) for kind, rows in content.items()})


def _regions(countries: list[Row]) -> Iterator[Row]:
    for country in countries:
        for region in country["regions"]:
            yield {"country_id": country["code"], **region}


def _helplines(helplines: list[Row]) -> Iterator[Row]:
    places: defaultdict[str, Iterator[int]] = defaultdict(count)
    for line in helplines:
        yield {**line, "position": next(places[line["country"]])}


def _starts(law: Row) -> date | None:
    """The day from which a law that was passed counts, where `in_force` is a whole day."""
    known = law["status"] == PASSED and re.fullmatch(r"\d{4}-\d{2}-\d{2}", law["in_force"] or "")
    return date.fromisoformat(law["in_force"]) if known else None


def _channels(helplines: list[Row]) -> Iterator[Row]:
    for line in helplines:
        for position, way in enumerate(line["channels"]):
            place = {"key": f"{line['slug']}/{position}", "helpline_id": line["slug"], "position": position}
            yield {**place, "from_abroad": False, "keyword_by_language": {}, **way}


def _guides(platforms: list[Row]) -> Iterator[Row]:
    for platform in platforms:
        for position, guide in enumerate(platform["guides"]):
            place = {"key": f"{platform['slug']}/{position}", "platform_id": platform["slug"], "position": position}
            yield {**place, **guide}


def _fields(model: type[models.Model], row: Row) -> Row:
    """The fields that the table has; what only editors read stays behind. What may be left out has its default."""
    columns = model._meta.concrete_fields
    absent = {field.attname: field.db_default if field.has_db_default() else None for field in columns}
    full: Row = {**absent, **row}
    names = [field.attname for field in columns]
    return {name: date.fromisoformat(full[name]) if name == "read_on" else full[name] for name in names}


def _sync(model: type[models.Model], rows: Rows) -> str:
    """Adds, changes and removes; gives "Helpline: 254 rows, 3 added, 1 changed, 0 removed"."""
    table = model._default_manager
    old = {row[model._meta.pk.attname]: row for row in table.values()}
    added = [key for key in rows if key not in old]
    changed = [key for key, row in rows.items() if key in old and row != old[key]]
    gone = [key for key in old if key not in rows]
    # Removing first frees a path that moved to another platform.
    table.filter(pk__in=gone).delete()
    for key in changed:
        table.filter(pk=key).update(**rows[key])
    table.bulk_create([model(**rows[key]) for key in added], batch_size=100)
    return f"{model.__name__}: {len(rows)} rows, {len(added)} added, {len(changed)} changed, {len(gone)} removed"
