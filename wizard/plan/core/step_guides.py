"""The guides of the apps and sites that somebody named, cut down to what their plan may show. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from resources.core.removal import LEAK, Guide, Platform

# Steps are told for so many places; for the others a link to their own page is enough.
MOST = 3
ACCOUNT = ("sextortion",)
PROFILE = ("impersonation",)
LOST_ACCOUNT = ("hacked",)
PICTURE_UNDER_18 = ("minor", "ncii", "search-removal")
PICTURE_OF_ADULT = ("ncii", "search-removal")
# Where a law closes the accounts of anybody under 16: what is done in an app may not be open to them.
NO_ACCOUNT_UNDER_16 = frozenset({"AU"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask for: about the account that threatens, the picture, a profile that pretends, or several of them.

    `helper`: the reader is not the person in the picture. `lost_account`: they posted it, and may not get in.
    `no_account`: a law there may have closed their account, so a way without one comes first.
    """

    account: bool
    picture: bool
    under_18: bool
    helper: bool
    profile: bool = False
    lost_account: bool = False
    no_account: bool = False


@dataclass(frozen=True, slots=True)
class GuidedPlace:
    """An app or a site with its guides for this plan: none where no fitting one is known, or there are too many."""

    place: Platform
    guides: tuple[Guide, ...]


def about_picture(place: Platform, *, under_18: bool, untouched: bool) -> tuple[Guide, ...]:
    """Its guides about the picture. Where nobody writes to the place, a search that hides it comes first."""
    purposes: tuple[str, ...] = PICTURE_UNDER_18 if under_18 else PICTURE_OF_ADULT
    if place.kind == LEAK and not under_18:
        purposes = tuple(reversed(purposes))
    return place.guides_for(*purposes, under_18=untouched)


def guides_for_plan(places: Iterable[Platform], wanted: Wanted) -> tuple[GuidedPlace, ...]:
    """One guide for each thing wanted, the account first; steps in the first few places only."""
    made: list[GuidedPlace] = []
    for place in places:
        told = sum(bool(other.guides) for other in made)
        made.append(GuidedPlace(place, _guides(place, wanted) if told < MOST else ()))
    return tuple(made)


def _guides(place: Platform, wanted: Wanted) -> tuple[Guide, ...]:
    untouched = wanted.under_18 or wanted.helper
    account = place.guides_for(*ACCOUNT, under_18=untouched) if wanted.account else ()
    picture = about_picture(place, under_18=wanted.under_18, untouched=untouched) if wanted.picture else ()
    if wanted.helper:
        # In the app, one stands in front of the picture. A helper gives a link, in a form or an email.
        picture = tuple(guide for guide in picture if guide.where != "app")
    if wanted.no_account:
        picture = tuple(sorted(picture, key=lambda guide: guide.account_needed is True))
    profile = place.guides_for(*PROFILE, under_18=untouched) if wanted.profile else ()
    lost = place.guides_for(*LOST_ACCOUNT, under_18=untouched) if wanted.lost_account else ()
    chosen = (*account[:1], *profile[:1], *lost[:1], *picture[:1])
    return tuple(map(_without_picture, chosen)) if untouched else chosen


def _without_picture(guide: Guide) -> Guide:
    return replace(guide, steps=tuple(step for step in guide.steps if not step.needs_picture))
