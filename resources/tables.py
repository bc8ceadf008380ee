"""The rows of the facts as the database holds them, each with what belongs to it. No other module reads these tables.

Every function raises django.db.Error when the database is away. `resources.loading.in_memory` gives the same rows
without one.
"""

from collections.abc import Iterable

from resources.models import Clock, Country, FactsVersion, Helpline, Language, Law, Platform, TakedownService


def digest() -> str:
    """Which fixtures are loaded; "" when none are."""
    return next(iter(FactsVersion.objects.values_list("digest", flat=True)[:1]), "")


def countries() -> Iterable[Country]:
    """Every country with its regions."""
    return Country.objects.all().prefetch_related("regions")


def platforms() -> Iterable[Platform]:
    """Every platform with its guides."""
    return Platform.objects.all().prefetch_related("guides")


def services() -> Iterable[TakedownService]:
    """Every removal service and route, by slug."""
    return TakedownService.objects.order_by("slug")


def laws() -> Iterable[Law]:
    """Every law."""
    return Law.objects.all()


def helplines(*of: str) -> Iterable[Helpline]:
    """The lines of these countries (of all when none is named) with their channels."""
    rows = Helpline.objects.filter(country__in=of) if of else Helpline.objects.all()
    return rows.prefetch_related("channels")


def served() -> Iterable[tuple[str, list[str], str | None, bool]]:
    """Country, regions, `crosses` and `withdrawn` of every line, without what belongs to it."""
    return Helpline.objects.values_list("country", "regions", "crosses", "withdrawn")


def clocks() -> Iterable[Clock]:
    """Every clock, in its order."""
    return Clock.objects.order_by("position")


def languages() -> Iterable[Language]:
    """Every language."""
    return Language.objects.all()
