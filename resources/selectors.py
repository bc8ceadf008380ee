"""The facts that fit a place, a person or an address. Texts are in the language that is active at the call."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from resources import repository
from resources.core.adult_duty import AdultDuty
from resources.core.helpline import Helpline
from resources.core.helpline_choice import Seeker, fits
from resources.core.hours.summary import clock
from resources.core.law import DUTY, Law
from resources.core.letters import alphabetical
from resources.core.needs import CrisisPair, HelplinesByNeed, first_to_name, has_night_line, lines_by_need
from resources.core.removal import Platform, RemovalService
from resources.place import Place
from resources.repository import Key, forget

__all__ = ["forget"]


def places() -> tuple[Place, ...]:
    """Every country that can be chosen: home first, the others by name."""
    home = settings.COMPASS_HOME_COUNTRY
    known = repository.places(repository.version_key()).values()
    return tuple(sorted(known, key=lambda place: (place.code != home, alphabetical(place.name))))


def place(code: str) -> Place | None:
    """One country by its ISO code, in capitals; None when it is not one of ours ("other" too)."""
    return repository.places(repository.version_key()).get(code)


def postal_codes() -> tuple[str, ...]:
    """An expression for the postal codes of each country whose codes look like nothing else."""
    return tuple(land.postal_code for land in places() if land.postal_code)


def adult_duty(country: str, region: str | None) -> AdultDuty | None:
    """Who must report harm to an adult who cannot protect themself, by ISO codes.

    None where nobody has read about it, and for "other". That is read with care, as "should": never "only if you want".
    """
    land = place(country)
    return land.duty_in(region or "") if land else None


def clocks_near(country: str) -> tuple[str, ...]:
    """The clocks of a country, by their names in the tz database."""
    land = place(country)
    return land.timezones if land else ()


def clocks_far(country: str) -> tuple[str, ...]:
    """The clocks of the world that are not among those of the country, west to east."""
    near = clocks_near(country)
    return tuple(zone for zone in repository.names(repository.version_key()).everywhere if zone not in near)


def usual_clock(country: str, region: str) -> str:
    """The one clock of a place, "" where there are several or none is known."""
    land = place(country)
    return land.usual_clock(region) if land else ""


def clock_name(zone: str) -> str:
    """The name of a clock as a person says it."""
    return clock(zone, repository.names(repository.version_key()).clocks)


def lines_for(
    country: str,
    region: str | None,
    *,
    minor: bool,
    role: str,
    subject_under_18: bool,
    text_first: bool = False,
) -> HelplinesByNeed:
    """The lines that fit one person, by need.

    `country` is an ISO code or "other"; `region` an ISO code, or None or "" when not known: then only lines for the
    whole country are named. `role` is an answer to `who`; `minor` is about the person affected.
    """
    who = Seeker(minor, role, subject_under_18, text_first)
    return lines_for_seeker(country, region, who)


def lines_for_seeker(country: str, region: str | None, who: Seeker) -> HelplinesByNeed:
    """As `lines_for`, for somebody who was described already."""
    key = repository.version_key()
    return _lines_for(key, country, region or "", replace(who, reads=key[1]))


def directory(country: str, region: str | None = None) -> HelplinesByNeed:
    """Every line of a place, for a page that knows nothing of its reader: `serves` says whom each is for."""
    key = repository.version_key()
    found = lines_by_need(_serving(key, country, region or ""), Seeker(minor=True, anybody=True, reads=key[1]))
    return HelplinesByNeed(**found, emergency_note=_emergency_note(key, country, region or "", found["emergency"]))


def crisis_pair(country: str, region: str | None, minor: bool) -> CrisisPair:
    """The emergency lines, and the crisis line to name first when there is room for one (and one for texts)."""
    who = Seeker(minor, "self", subject_under_18=minor)
    return first_to_name(lines_for_seeker(country, region, who), who)


def platforms() -> tuple[Platform, ...]:
    """Every platform, by name."""
    return repository.platforms(repository.version_key())


def platform(path: str) -> Platform | None:
    """The platform of an address, None when there is none."""
    return next((card for card in platforms() if card.path == path), None)


def named_places(slugs: Iterable[str]) -> tuple[Platform, ...]:
    """The platforms with these slugs, in the order given; a slug that is not known is left out."""
    known = {card.slug: card for card in platforms()}
    return tuple(known[slug] for slug in slugs if slug in known)


def service(slug: str) -> RemovalService | None:
    """A removal service by its slug, None when there is none that can be used."""
    return next((card for card in repository.services(repository.version_key()) if card.slug == slug), None)


def services_for(country: str, region: str | None, *, subject_under_18: bool) -> tuple[RemovalService, ...]:
    """Removal services and routes for this place and this picture: those of the region first, then the country's.

    `country` and `region` as in `lines_for`. A rule that is not in force yet is among them, and says so itself.
    """
    key = repository.version_key()
    asked = _codes(key, country, region) | {"*"}
    wrong = "adult" if subject_under_18 else "under-18"
    found = [card for card in repository.services(key) if asked & set(card.place) and card.for_subject != wrong]
    return tuple(sorted(found, key=lambda card: card.rank(country, region)))


def laws_for(country: str, region: str | None, *, role: str, subject_under_18: bool) -> tuple[Law, ...]:
    """Laws to show this role, those of the region first. A law that is only a plan is never among them."""
    key = repository.version_key()
    asked = _codes(key, country, region)
    wrong = "adult" if subject_under_18 else "under-18"
    today = timezone.now().date()
    here = [card.as_of(today) for card in repository.laws(key) if asked & set(card.place)]
    found = tuple(card for card in here if role in card.for_roles and card.for_subject != wrong)
    # The duty of the region says more than the general one of its country, and must not be weakened by it.
    own_duty = any(card.kind == DUTY and region in card.place for card in found)
    return tuple(card for card in found if not (own_duty and card.kind == DUTY and region not in card.place))


def _codes(key: Key, country: str, region: str | None) -> set[str]:
    """What a law or a service may name this place by."""
    land = repository.places(key).get(country)
    return {country, region or country} | (land.unions if land else set())


def _serving(key: Key, country: str, region: str) -> tuple[Helpline, ...]:
    """The lines of exactly this place: without a region, those for the whole country and its emergency number."""
    land = repository.places(key).get(country)
    known = region if land and land.region_name(region) else ""
    here = {"*", known} | (land.unions if land else set())
    return tuple(
        line
        for regions, line in repository.lines(key, country)
        if regions & here or (not known and line.emergency and line.confirmed and not line.international)
    )


@lru_cache(maxsize=1024)
def _lines_for(key: Key, country: str, region: str, who: Seeker) -> HelplinesByNeed:
    fitting = [line for line in _serving(key, country, region) if fits(line, who)]
    found = lines_by_need(fitting, who)
    land = repository.places(key).get(country)
    name, href = land.page_of_lines(region) if land else ("", reverse("people"))
    return HelplinesByNeed(
        **found,
        emergency_note=_emergency_note(key, country, region, found["emergency"]),
        has_night_line=has_night_line(found["all"], who),
        place_name=name,
        more_href=href,
    )


def _emergency_note(key: Key, country: str, region: str, emergency: tuple[Helpline, ...]) -> str:
    """What must be said beside the emergency number, or in its place."""
    if not emergency:
        return _("We do not have a checked emergency number for where you are. If you know it, call it.")
    if not any(line.confirmed for line in emergency):
        return " ".join(line.notes for line in emergency)
    land = repository.places(key).get(country)
    return land.note_for(region) if land else ""
