"""The removal services and legal routes of one plan, by the part that shows each. Pure: who meets what.

Only what is in force is among them. The facts say the part of each, and whom and which sites it is for, so a new
service needs no code. One that names no part is a body of its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.core.removal import Platform, RemovalService


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
    services: Iterable[RemovalService], country: str, named: Iterable[Platform], *, minor: bool, sold: bool = False
) -> Routes:
    """Sorts the services of a place (see `selectors.services_for`) into the parts of a plan.

    `named`: the apps and sites where it happens. `minor`: under 18 now. `sold`: an adult sells their pictures, and for
    a picture that was sold no clock is promised (the US law speaks of pictures not shown in a commercial setting).
    """
    named, services = tuple(named), tuple(services)
    known = {card.slug: card for card in services if card.status == "in-force"}
    parts: dict[str, list[Route]] = {}
    for card in known.values():
        if _meets(card, country, named, minor=minor) and not (sold and card.part == "clocks"):
            parts.setdefault(card.part, []).append(Route(card, known.get(card.complain_to)))
    found = {part: tuple(routes) for part, routes in parts.items()}
    matching = {route.service.slug for route in found.get("matching", ())}
    return Routes(**found, joined=tuple(place.name for place in named if matching & set(place.matching)))


def _meets(card: RemovalService, country: str, named: tuple[Platform, ...], *, minor: bool) -> bool:
    # A complaint stands inside the route that names it.
    if card.part == "complaint" or (card.only_minors_now and not minor):
        return False
    if card.part == "tiplines":
        # A tipline of another country would send the report round the world.
        return card.is_of(country)
    if card.part == "clocks":
        return card.is_of(country) or any(place.covered_by_us_48h for place in named)
    return not card.only_on or any(place.slug in card.only_on for place in named)
