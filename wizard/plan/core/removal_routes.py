"""The removal services and legal routes of one plan, by the part that shows each. Pure: one table, and who meets what.

Only what is in force is among them. A service that the table does not know is a body of its place, so a new one in
the facts needs no code.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.core.removal import Platform, RemovalService

# What each service is to a plan. `complaint` stands inside the route that names it.
PURPOSE = {
    "take-it-down-ncmec": "matching",
    "report-remove-uk": "matching",
    "stopncii": "matching",
    "iwf": "tiplines",
    "cybertip-ca": "tiplines",
    "needhelpnow": "tiplines",
    "cybertipline-ncmec": "tiplines",
    "project-arachnid": "returning",
    "us-take-it-down-act": "clocks",
    "in-it-rules": "clocks",
    "eu-dsa-article-16": "notices",
    "us-dmca-512c3": "copyright",
    "us-aylo-order": "sites",
    "us-ftc-complaint": "complaint",
    "ie-cnam-complaint": "complaint",
    "google-minors-removal": "search",
    "google-intimate-images": "search",
    "eu-search-delisting": "search",
}
# They ask for somebody who is under 18 today, not only in the picture.
ONLY_MINORS_NOW = {"report-remove-uk", "google-minors-removal"}
# The facts file the route under the world, but it is only for these apps or sites.
ONLY_ON = {"us-aylo-order": frozenset({"pornhub"})}


@dataclass(frozen=True, slots=True)
class Route:
    """A service, and where to complain when it does not act (None: the facts name nobody here)."""

    service: RemovalService
    then: RemovalService | None


@dataclass(frozen=True, slots=True)
class Routes:
    """What the steps of a plan show, near ones first."""

    matching: tuple[Route, ...] = ()
    tiplines: tuple[Route, ...] = ()  # for pictures of somebody under 18
    bodies: tuple[Route, ...] = ()  # services, regulators and courts of the place
    clocks: tuple[Route, ...] = ()  # a law gives the site so many hours
    notices: tuple[Route, ...] = ()  # a law says how to tell a site, without a clock
    copyright: tuple[Route, ...] = ()  # gives a name away: the page asks first if that does no harm
    sites: tuple[Route, ...] = ()  # for apps and sites that were named
    search: tuple[Route, ...] = ()
    returning: tuple[Route, ...] = ()  # looks for copies that come back
    joined: tuple[str, ...] = ()  # named apps and sites that take part in one of `matching`

    @property
    def may_reach_them(self) -> bool:
        """True when one of the bodies may contact the other person."""
        return any(route.service.contacts_other_person for route in self.bodies)


def routes_for_plan(
    services: Iterable[RemovalService], country: str, named: Iterable[Platform], *, minor: bool
) -> Routes:
    """Sorts the services of a place (see `selectors.services_for`) into the parts of a plan.

    `named`: the apps and sites where it happens. `minor`: under 18 now.
    """
    named, services = tuple(named), tuple(services)
    known = {card.slug: card for card in services if card.status == "in-force"}
    parts: dict[str, list[Route]] = {}
    for card in known.values():
        part = PURPOSE.get(card.slug, "bodies")
        if _meets(card, part, country, named, minor=minor):
            parts.setdefault(part, []).append(Route(card, known.get(card.complain_to)))
    found = {part: tuple(routes) for part, routes in parts.items()}
    matching = {route.service.slug for route in found.get("matching", ())}
    return Routes(**found, joined=tuple(place.name for place in named if matching & set(place.matching)))


def _meets(card: RemovalService, part: str, country: str, named: tuple[Platform, ...], *, minor: bool) -> bool:
    here = any(place.partition("-")[0] == country for place in card.place)
    if part == "complaint" or (card.slug in ONLY_MINORS_NOW and not minor):
        return False
    if part == "tiplines":
        # A tipline of another country would send the report round the world.
        return here
    if part == "clocks":
        return here or any(place.covered_by_us_48h for place in named)
    return card.slug not in ONLY_ON or any(place.slug in ONLY_ON[card.slug] for place in named)
