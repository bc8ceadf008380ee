"""From a path through the questions to what the plan reads: the flags, and where help is looked for."""

from dataclasses import dataclass

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide, Path


@dataclass(frozen=True, slots=True)
class Location:
    """Where help is looked for. `assumed` is True when the home country stands in for a skipped answer."""

    country: str  # ISO 3166-1, or "other"
    region: str  # ISO 3166-2, or ""
    assumed: bool
    platforms: tuple[str, ...] = ()

    def among(self, places: frozenset[str]) -> bool:
        """True when the facts file something under this country or this region."""
        return self.country in places or bool(self.region and self.region in places)

    def near(self, places: frozenset[str]) -> bool:
        """As `among`; when the region is not known, something under any part of the country counts too."""
        parts = not self.region and any(place.startswith(f"{self.country}-") for place in places)
        return self.among(places) or parts


def location_of(path: Path, world: FactsForGuide) -> Location:
    """Country, region and named platforms; the home country when the place was skipped."""
    replies = path.replies
    country = replies.one("place")
    slugs = {platform.slug for platform in world.platforms}
    named = tuple(value for value in replies.values.get("where", ()) if value in slugs)
    return Location(country or world.home, replies.one("region") or "", country is None, named)


def read_answers(path: Path, world: FactsForGuide) -> Answers:
    """The flags of a path, with what the facts say about its place."""
    at = location_of(path, world)
    return Answers(
        replies=path.replies,
        unanswered=frozenset(stop.question.slug for stop in path.stops if stop.skipped),
        platform_named=bool(at.platforms),
        report_remove_here=at.among(world.report_remove),
        law_known=at.near(world.law_places),
        child_body=at.among(world.child_bodies),
        adult_body=at.among(world.adult_bodies),
        crime_here=path.replies.has("place", *world.crime_here, "other"),
        outing=_named(world, path, "lgbtq"),
        sells=_named(world, path, "sold_here"),
    )


def _named(world: FactsForGuide, path: Path, mark: str) -> bool:
    """A platform with this mark of the facts was named."""
    return path.replies.has("where", *(platform.slug for platform in world.platforms if getattr(platform, mark)))
