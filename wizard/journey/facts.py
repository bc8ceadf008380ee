"""What the questions and the plan need to know of the facts, read once for each version of them."""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings

from resources import repository
from resources.core.letters import alphabetical
from resources.core.name_search import found_by
from resources.core.removal import Platform
from resources.core.union import UNION
from resources.repository import Key
from wizard.core.flow import FactsForGuide, PlatformChoice

# Steps name this service in their words, so its places are looked up by its slug.
_REPORT_REMOVE = "report-remove-uk"


def facts_for_guide() -> FactsForGuide:
    """What the questions need to know of the facts; home country first, the others by name."""
    return _facts(repository.version_key(), settings.COMPASS_HOME_COUNTRY)


@lru_cache(maxsize=16)
def _facts(key: Key, home: str) -> FactsForGuide:
    lands = sorted(repository.places(key).values(), key=lambda land: (land.code != home, alphabetical(land.name)))
    lines = repository.served(key)
    with_regions = {country for country, regions, _crosses in lines if "*" not in regions}
    return FactsForGuide(
        home=home,
        countries=tuple((land.code, land.name) for land in lands),
        regions={land.code: land.regions for land in lands if land.code in with_regions},
        platforms=tuple(map(_choice, repository.platforms(key))),
        law_places=_law_places(key),
        child_bodies=_bodies(lines, "under-18"),
        adult_bodies=_bodies(lines, "adult"),
        report_remove=_report_remove(key),
        crime_here=frozenset(land.code for land in lands if land.crime_here),
    )


def _choice(card: Platform) -> PlatformChoice:
    return PlatformChoice(
        slug=card.slug,
        name=card.name,
        likely=card.likely,
        lgbtq=card.lgbtq,
        sold_here=card.sold_here,
        likely_in=card.likely_in,
        likely_age=card.likely_age,
        adults_only=card.adults_only,
        found_by=found_by((card.name, *card.aliases)),
    )


def _bodies(lines: Iterable[tuple[str, tuple[str, ...], str | None]], side: str) -> frozenset[str]:
    """Where a body acts on pictures of this side of 18: codes of countries, or of regions for regional bodies."""
    serving = [(country, regions) for country, regions, crosses in lines if crosses in (side, "any")]
    return frozenset(code for country, regions in serving for code in ([country] if "*" in regions else regions))


def _law_places(key: Key) -> frozenset[str]:
    """Where a law can be shown; the code of a union stands for each of its members."""
    named = {
        code for card in repository.laws(key) if card.for_roles and card.status != "unknown" for code in card.place
    }
    members = {land.code for land in repository.places(key).values() if land.unions & named}
    return frozenset(named - {UNION} | members)


def _report_remove(key: Key) -> frozenset[str]:
    """Where Report Remove can be used today."""
    used = (card for card in repository.services(key) if card.slug == _REPORT_REMOVE and card.status == "in-force")
    return frozenset(place for card in used for place in card.place)
