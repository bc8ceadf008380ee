"""From rows of the database to what pages see. What no page may show (sources, remarks for editors) ends here."""

from resources import hours, numbers
from resources.cards import LawCard, Place, PlatformCard
from resources.lines import TALKED_ON, Channel, Fit, Line
from resources.models import Channel as ChannelRow
from resources.models import Country, Helpline, Law, Platform
from resources.texts import text


def line_of(row: Helpline) -> Line:
    """A helpline in the active language; its channels must have been fetched with it."""
    channels = tuple(channel_of(way) for way in row.channels.all())
    always = any(way.open_all_hours and way.kind in TALKED_ON for way in channels)
    return Line(
        slug=row.slug,
        name=text(row.name),
        serves=text(row.serves),
        notes=text(row.notes),
        international=row.country == "INT",
        emergency=row.emergency,
        open_all_hours=always,
        hours_note="" if always else next((way.hours_note for way in channels if way.hours_note), ""),
        confirmed=bool(channels),
        channels=channels,
        fit=Fit(
            national="*" in row.regions,
            youth_ok=row.youth_ok,
            adult_ok=row.adult_ok,
            for_roles=tuple(row.for_roles),
            crosses=row.crosses,
            topics=frozenset(row.topics),
            official=row.official_source,
        ),
    )


def channel_of(row: ChannelRow) -> Channel:
    """One way to reach a line, ready to be read and tapped."""
    return Channel(
        kind=row.kind,
        href=numbers.href(row.kind, row.value, row.dial, row.keyword, row.from_abroad),
        shown=numbers.shown(row.kind, row.value, row.dial, row.from_abroad),
        label=text(row.label),
        keyword=row.keyword or "",
        open_all_hours=hours.all_hours(row.opening_hours, row.hours_uncertain),
        hours_note=hours.words(row.opening_hours, row.timezone, row.hours_uncertain),
    )


def place_of(row: Country) -> Place:
    """A country with its regions by name; they must have been fetched with it."""
    regions = list(row.regions.all())
    by_name = tuple(sorted(((region.code, text(region.name)) for region in regions), key=lambda pair: pair[1]))
    notes = tuple((region.code, text(region.emergency_note)) for region in regions)
    return Place(row.code, text(row.name), row.eu, text(row.emergency_note), by_name, notes)


def platform_of(row: Platform) -> PlatformCard:
    """An app or a site."""
    return PlatformCard(
        slug=row.slug,
        path=row.path,
        name=row.name,
        kind=row.kind,
        aliases=tuple(row.aliases),
        likely=row.likely,
        covered_by_us_48h=row.covered_by_us_48h,
        blackmail_form=row.blackmail_form,
        report_deletes_or_exposes=text(row.report_deletes_or_exposes),
        warnings=tuple(map(text, row.warnings)),
        checked_on=row.checked_on,
    )


def law_of(row: Law) -> LawCard:
    """A law in plain words."""
    return LawCard(
        slug=row.slug,
        place=tuple(row.place),
        kind=row.kind,
        status=row.status,
        title=text(row.title),
        plain=text(row.plain),
        how_to_use=text(row.how_to_use),
        age_alone_from=row.age_alone_from,
        checked_on=row.checked_on,
        for_subject=row.for_subject,
        for_roles=tuple(row.applies_to_roles),
    )
