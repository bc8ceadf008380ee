"""What the facts hold, read from the database once and kept until `load_content` writes another digest.

That one row is asked for once a second; the rest comes from memory. This is the only module that reads the tables.
`version_key()` names what is current: the digest and the active language; every other function takes it.
"""

import time
from functools import lru_cache

from django.utils.translation import get_language

from resources.core.helpline import Helpline
from resources.core.law import Law
from resources.core.removal import Platform, RemovalService
from resources.from_removal_rows import platform_of, service_of
from resources.from_rows import law_of, line_of, place_of
from resources.models import Country, FactsVersion, TakedownService
from resources.models import Helpline as HelplineRow
from resources.models import Law as LawRow
from resources.models import Platform as PlatformRow
from resources.place import Place

INT = "INT"
Key = tuple[str, str]  # digest of the fixtures, language


# When the digest was read, and what it was.
_known: tuple[float, str] | None = None


def forget() -> None:
    """Asks for the digest again at the next call; for the process that has changed the facts itself."""
    global _known
    _known = None


def version_key() -> Key:
    """Digest and language; what was read under another key is old."""
    return _digest(), get_language() or "en"


def _digest() -> str:
    global _known
    known = _known
    # A page makes several calls: it asks once, and the next second asks again.
    if known is None or time.monotonic() - known[0] >= 1:
        digest = next(iter(FactsVersion.objects.values_list("digest", flat=True)[:1]), "")
        _known = known = time.monotonic(), digest
    return known[1]


@lru_cache(maxsize=16)
def places(key: Key) -> dict[str, Place]:
    """Every country by its code."""
    return {row.code: place_of(row) for row in Country.objects.all().prefetch_related("regions")}


@lru_cache(maxsize=16)
def platforms(key: Key) -> tuple[Platform, ...]:
    """Every platform with its guides, by name."""
    rows = PlatformRow.objects.all().prefetch_related("guides")
    return tuple(sorted(map(platform_of, rows), key=lambda card: card.name.casefold()))


@lru_cache(maxsize=16)
def services(key: Key) -> tuple[RemovalService, ...]:
    """Removal services and routes that can be used; one that is still a plan is left out for good."""
    return tuple(map(service_of, TakedownService.objects.exclude(status="bill").order_by("slug")))


@lru_cache(maxsize=16)
def laws(key: Key) -> tuple[Law, ...]:
    """Laws of regions before those of countries; a law that is still a plan is left out for good."""
    return tuple(sorted(map(law_of, LawRow.objects.exclude(status="bill")), key=Law.rank))


@lru_cache(maxsize=256)
def lines(key: Key, country: str) -> tuple[tuple[frozenset[str], Helpline], ...]:
    """Every line that may serve somewhere in the country, with the regions it serves, in the order of the editors."""
    rows = HelplineRow.objects.filter(country__in=[country, INT], withdrawn=False).prefetch_related("channels")
    ordered = sorted(rows, key=lambda row: (row.country == INT, row.position))
    return tuple((frozenset(row.regions), line_of(row)) for row in ordered)


@lru_cache(maxsize=1)
def every_line(key: Key) -> tuple[Helpline, ...]:
    """Every line of every place, by slug."""
    rows = HelplineRow.objects.filter(withdrawn=False).order_by("slug")
    return tuple(map(line_of, rows.prefetch_related("channels")))


@lru_cache(maxsize=16)
def served(key: Key) -> tuple[tuple[str, tuple[str, ...], str | None], ...]:
    """Country, regions and `crosses` of every line of a country: what the questions need to know."""
    rows = HelplineRow.objects.filter(withdrawn=False).exclude(country=INT)
    return tuple(
        (land, tuple(regions), crosses) for land, regions, crosses in rows.values_list("country", "regions", "crosses")
    )
