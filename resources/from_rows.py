"""From rows of the database to what pages see. What no page may show (remarks for editors) never reached a row."""

from urllib.parse import urlsplit

from resources.core import contact_links
from resources.core.helpline import TALKED_ON, Channel, Details, Eligibility, Helpline, OpeningHours
from resources.core.hours import summary
from resources.core.law import Law
from resources.core.source import Source
from resources.core.translations import text
from resources.models import Channel as ChannelRow
from resources.models import Country
from resources.models import Helpline as HelplineRow
from resources.models import Law as LawRow
from resources.place import Place


def line_of(row: HelplineRow) -> Helpline:
    """A helpline in the active language; its channels must have been fetched with it."""
    channels = tuple(channel_of(way) for way in row.channels.all())
    always = any(way.open_all_hours and way.kind in TALKED_ON for way in channels)
    return Helpline(
        slug=row.slug,
        name=text(row.name),
        serves=text(row.serves),
        notes=text(row.notes),
        international=row.country == "INT",
        emergency=row.emergency,
        open_all_hours=always,
        hours_note="" if always else _hours_note(channels),
        confirmed=bool(channels),
        channels=channels,
        fit=fit_of(row),
        about=about_of(row),
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
    )


def _hours_note(channels: tuple[Channel, ...]) -> str:
    """The hours in which somebody talks; those of a form only where nobody does."""
    talked_on_first = sorted(channels, key=lambda way: way.kind not in TALKED_ON)
    return next((way.hours_note for way in talked_on_first if way.hours_note), "")


def about_of(row: HelplineRow) -> Details:
    """What a card tells of a line beside its numbers."""
    return Details(
        organisation=row.organisation,
        country=row.country,
        regions=tuple(row.regions),
        age_min=row.age_min,
        age_max=row.age_max,
        languages=tuple(row.languages),
        free=row.free,
        confidential=row.confidential,
        anonymous=row.anonymous,
        url=row.url or "",
        sources=sources_of(row.sources),
        checked_on=row.checked_on,
    )


def channel_of(row: ChannelRow) -> Channel:
    """One way to reach a line, ready to be read and tapped."""
    return Channel(
        kind=row.kind,
        href=contact_links.href(row.kind, row.value, row.dial, row.keyword, row.from_abroad),
        shown=contact_links.shown(row.kind, row.value, row.dial, row.from_abroad),
        label=text(row.label),
        keyword=row.keyword or "",
        open_all_hours=summary.all_hours(row.opening_hours, row.hours_uncertain),
        hours_note=summary.words(row.opening_hours, row.timezone, row.hours_uncertain),
        times=OpeningHours(row.opening_hours or "", row.timezone or "", row.hours_uncertain),
        at_night=summary.at_night(row.opening_hours, row.hours_uncertain),
    )


def sources_of(field: list[dict[str, str | None]]) -> tuple[Source, ...]:
    """Where a fact was read."""
    return tuple(Source(str(seen["url"]), _site(str(seen["url"])), seen["page_date"] or "") for seen in field)


def _site(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.")


def place_of(row: Country) -> Place:
    """A country with its regions by name; they must have been fetched with it."""
    regions = list(row.regions.all())
    by_name = tuple(sorted(((region.code, text(region.name)) for region in regions), key=lambda pair: pair[1]))
    notes = tuple((region.code, text(region.emergency_note)) for region in regions)
    return Place(row.code, text(row.name), row.eu, text(row.emergency_note), by_name, notes, row.postal_code)


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
        checked_on=row.checked_on,
        for_subject=row.for_subject,
        for_roles=tuple(row.applies_to_roles),
    )
