"""From rows of the database to what pages see. What no page may show (remarks for editors) never reached a row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from resources.core import contact_links
from resources.core.helpline import TALKED_ON, Channel, Details, Eligibility, Helpline, Language, OpeningHours
from resources.core.hosts import host_of
from resources.core.hours import summary
from resources.core.law import Law
from resources.core.origin import Check, Origin
from resources.core.source import Source
from resources.core.translations import name, text
from resources.models import Channel as ChannelRow
from resources.models import Clock
from resources.models import Helpline as HelplineRow
from resources.models import Language as LanguageRow
from resources.models import Law as LawRow
from resources.models import Platform as PlatformRow


# Not compared by what is in it: what was made with these names is kept under them.
@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of clocks (by zone) and of languages (by code), in the active language.

    `everywhere`: the clocks that are offered to people of any country, west to east.
    """

    clocks: Mapping[str, str]
    languages: Mapping[str, str]
    everywhere: tuple[str, ...] = ()


def names_of(clocks: Iterable[Clock], languages: Iterable[LanguageRow]) -> Names:
    """Every name, in the active language; the clocks must come in their order."""
    clocks = tuple(clocks)
    return Names(
        {row.zone: name(row.name) for row in clocks},
        {row.code: name(row.name) for row in languages},
        tuple(row.zone for row in clocks if row.everywhere),
    )


def line_of(row: HelplineRow, names: Names) -> Helpline:
    """A helpline in the active language; its channels must have been fetched with it."""
    channels = tuple(channel_of(way, names) for way in row.channels.all())
    always = any(way.open_all_hours and way.kind in TALKED_ON for way in channels)
    return Helpline(
        slug=row.slug,
        name=name(row.name),
        serves=text(row.serves),
        notes=text(row.notes),
        international=row.country == "INT",
        emergency=row.emergency,
        open_all_hours=always,
        hours_note="" if always else _hours_note(channels),
        confirmed=bool(channels),
        channels=channels,
        fit=fit_of(row),
        about=about_of(row, names),
    )


def fit_of(row: HelplineRow) -> Eligibility:
    """Whom a line serves and what for."""
    return Eligibility(
        national="*" in row.regions,
        youth_ok=row.youth_ok,
        adult_ok=row.adult_ok,
        for_roles=tuple(row.for_roles),
        crosses=row.crosses,
        topics=frozenset(row.topics),
        official=row.official_source,
        goes_between=row.goes_between,
        only_for=frozenset(row.only_for),
    )


def _hours_note(channels: tuple[Channel, ...]) -> str:
    """The hours in which somebody talks; those of a form only where nobody does."""
    talked_on_first = sorted(channels, key=lambda way: way.kind not in TALKED_ON)
    return next((way.hours_note for way in talked_on_first if way.hours_note), "")


def about_of(row: HelplineRow, names: Names) -> Details:
    """What a card tells of a line beside its numbers."""
    return Details(
        organisation=row.organisation,
        country=row.country,
        regions=tuple(row.regions),
        age_min=row.age_min,
        age_max=row.age_max,
        languages=tuple(Language(code, names.languages.get(code, "")) for code in row.languages),
        free=row.free,
        confidential=row.confidential,
        anonymous=row.anonymous,
        url=row.url or "",
        origin=replace(origin_of(row), number_unsure=row.number_unsure),
    )


def channel_of(row: ChannelRow, names: Names) -> Channel:
    """One way to reach a line, ready to be read and tapped."""
    clock = summary.clock(row.timezone, names.clocks) if row.timezone else ""
    keyword = name(row.keyword_by_language) or row.keyword or ""
    return Channel(
        kind=row.kind,
        href=contact_links.href(row.kind, row.value, row.dial, keyword, row.from_abroad),
        shown=contact_links.shown(row.kind, row.value, row.dial, row.from_abroad),
        label=text(row.label),
        keyword=keyword,
        open_all_hours=summary.all_hours(row.opening_hours, row.hours_uncertain),
        hours_note=summary.words(row.opening_hours, clock, row.hours_uncertain),
        times=OpeningHours(row.opening_hours or "", row.timezone or "", row.hours_uncertain, clock),
        at_night=summary.at_night(row.opening_hours, row.hours_uncertain),
    )


def origin_of(row: HelplineRow | PlatformRow) -> Origin:
    """Where a fact was read and when, and who called or opened it since."""
    check = row.checked and Check(date.fromisoformat(row.checked["on"]), row.checked["how"], row.checked["by"])
    return Origin(sources_of(row.sources), row.read_on, check or None)


def sources_of(field: list[dict[str, Any]]) -> tuple[Source, ...]:
    """Where a fact was read. Loading has marked the pages that are on a named host."""
    return tuple(map(_source, field))


def _source(seen: dict[str, Any]) -> Source:
    site = host_of(seen["url"]) or seen["url"]
    return Source(seen["url"], site, seen["page_date"] or "", seen.get("named", False), seen.get("read", True))


def law_of(row: LawRow) -> Law:
    """A law in plain words."""
    return Law(
        slug=row.slug,
        place=tuple(row.place),
        kind=row.kind,
        status=row.status,
        title=text(row.title),
        plain=text(row.plain),
        how_to_use=text(row.how_to_use),
        age_alone_from=row.age_alone_from,
        sources=sources_of(row.sources),
        read_on=row.read_on,
        for_subject=row.for_subject,
        for_roles=tuple(row.applies_to_roles),
        starts=row.starts,
    )
