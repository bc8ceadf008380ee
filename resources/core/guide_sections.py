"""The guides of one app or site, put in order for its page: by what happened, and apart what is for adults alone.

Nobody knows the age of who reads. A step that needs the picture, and a guide that somebody under 18 may not follow,
are therefore never in `for_everybody`; `for_adults` holds them, and nothing else.
"""

from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlsplit

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from resources.core.removal import Guide, GuideStep, Platform

# In the order of the page: what cannot wait comes first.
HEADINGS = {
    "sextortion": _("Someone is threatening to share it"),
    "ncii": _("A nude or sexual picture was sent or posted"),
    "minor": _("Someone under 18 is in the picture"),
    "search-removal": _("It shows up in a search"),
    "impersonation": _("An account is pretending to be you"),
    "hacked": _("Someone got into your account"),
    "copyright": _("You took the picture yourself (copyright)"),
    "privacy": _("Another way: your privacy"),
    "block": _("You want to block someone"),
}
# The first way of a kind, and a further one beside it.
WHERE = {
    "app": (_("In the app"), _("Another way in the app")),
    "web": (_("On the web"), _("Another way on the web")),
    "email": (_("By email"), _("Another way by email")),
    "paper": (_("By letter"), _("Another way by letter")),
}
ACCOUNT = {
    True: _("You need an account there."),
    False: _("You do not need an account."),
    None: _("You may need an account."),
}


@dataclass(frozen=True, slots=True)
class GuideWay:
    """One way to ask, under its own heading; the fields as in GuideCard, empty for steps that are added to a guide."""

    heading: str
    account: str
    steps: tuple[GuideStep, ...]
    needs: tuple[str, ...] = ()
    expect: str = ""
    form_url: str = ""
    email: str = ""

    @property
    def host(self) -> str:
        """The site that the form is on, "" without a form."""
        return (urlsplit(self.form_url).hostname or "").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class GuideSection:
    """The ways for one thing that happened."""

    heading: str
    ways: tuple[GuideWay, ...]


def for_everybody(card: Platform) -> tuple[GuideSection, ...]:
    """What anybody may follow, whatever their age in the picture."""
    return _sections([(guide, way_for_everybody(guide)) for guide in card.guides if guide.under_18_ok])


def for_adults(card: Platform) -> tuple[GuideSection, ...]:
    """What only somebody who was 18 or over in the picture may follow: whole guides, and steps to add to one above."""
    whole = [(guide, _way(guide, guide.steps)) for guide in card.guides if not guide.under_18_ok]
    added = [(guide, _added(guide)) for guide in card.guides if guide.under_18_ok and _with_picture(guide)]
    return _sections(whole + added)


def way_for_everybody(guide: Guide) -> GuideWay:
    """A guide without the steps that need the picture."""
    return _way(guide, tuple(step for step in guide.steps if not step.needs_picture))


def _way(guide: Guide, steps: tuple[GuideStep, ...]) -> GuideWay:
    account = str(ACCOUNT[guide.account_needed])
    return GuideWay("", account, steps, guide.needs, guide.expect, guide.form_url, guide.email)


def _with_picture(guide: Guide) -> list[int]:
    """Where the steps stand that need the picture."""
    return [place for place, step in enumerate(guide.steps) if step.needs_picture]


def _added(guide: Guide) -> GuideWay:
    """The steps that everybody's guide leaves out, and after which of its steps the first one comes."""
    places = _with_picture(guide)
    before = gettext("After step %(number)s of the steps above") % {"number": places[0]}
    return GuideWay(before if places[0] else "", "", tuple(guide.steps[place] for place in places))


def _sections(found: list[tuple[Guide, GuideWay]]) -> tuple[GuideSection, ...]:
    order = list(HEADINGS)
    ordered = sorted(found, key=lambda pair: order.index(pair[0].purpose))
    by_purpose = groupby(ordered, key=lambda pair: pair[0].purpose)
    return tuple(GuideSection(str(HEADINGS[purpose]), _named(list(pairs))) for purpose, pairs in by_purpose)


def _named(pairs: list[tuple[Guide, GuideWay]]) -> tuple[GuideWay, ...]:
    """The ways of a section, each under a heading that says where it is."""
    seen: set[str] = set()
    named = []
    for guide, way in pairs:
        first, further = WHERE[guide.where]
        label = str(further if guide.where in seen else first)
        seen.add(guide.where)
        heading = f"{label}. {way.heading}" if way.heading else label
        named.append(replace(way, heading=heading))
    return tuple(named)
