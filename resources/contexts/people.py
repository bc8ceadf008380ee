"""What the pages about people show: plain objects for their templates, made from the facts."""

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from resources import selectors
from resources.contexts.coverage import coverage_rows
from resources.core.helpline import Helpline
from resources.core.helpline_card import card
from resources.core.needs import HelplinesByNeed, Numbers
from resources.place import Place


class Link(NamedTuple):
    """A place that can be chosen."""

    name: str
    href: str


class HelplineGroup(NamedTuple):
    """Lines under one heading. `goes_up`: one that is open now may stand at the top of the page."""

    heading: Any
    lines: tuple[Helpline, ...]
    goes_up: bool = True


# So many countries stand before the fold with all the others.
FIRST_COUNTRIES = 6
# What a question calls a country that is not one of ours.
ELSEWHERE = "other"
# Whoever was hurt must not meet these before their own lines.
LAST = "behaviour_change"
# For few readers each, so none takes a place at the top from a line for everybody.
STAY_BELOW = {"adult_protection", "bereavement", "sex_work", "work", "immigration", LAST}
# Headings of a people page, in order. A line stands under the first one that fits it, and one of the last only there.
GROUPS = (
    ("emergency", _("If you are in danger now")),
    ("crisis", _("To talk to someone now")),
    ("matching", _("To stop a picture from spreading")),
    ("image", _("Help with a picture, a threat or a fake")),
    ("child_tipline", _("When someone under 18 is in the picture")),
    ("child_protection", _("When a child or teenager is being hurt")),
    ("sexual_violence", _("After sexual violence")),
    ("family_violence", _("When a partner or someone at home hurts you")),
    ("adult_protection", _("When an adult needs help to stay safe")),
    ("bereavement", _("When someone has died")),
    ("indigenous", _("For Indigenous people")),
    ("lgbtq", _("For 2SLGBTQ+ people")),
    ("sex_work", _("For people who sell pictures or sex")),
    ("work", _("For trouble at work")),
    ("immigration", _("When papers or the right to stay are used as a threat")),
    ("youth_legal", _("Free legal help for young people")),
    ("legal", _("Legal help")),
    ("parents", _("For parents")),
    ("police", _("Police, when nobody is in danger right now")),
    ("fraud", _("When money or accounts are involved")),
    ("all", _("More help")),
    (LAST, _("For people who hurt someone and want to stop")),
)


def countries(name: str) -> tuple[Link, ...]:
    """Every country, home first, with the address of its page of this name."""
    return tuple(Link(land.name, land.href(name)) for land in selectors.places())


def first_countries(name: str) -> tuple[Link, ...]:
    """The countries to offer first: home, then the others that the facts mark as likely, in their order."""
    home = settings.COMPASS_HOME_COUNTRY
    marked = [land for land in selectors.places() if land.likely or land.code == home]
    marked.sort(key=lambda land: (land.code != home, land.likely))
    return tuple(Link(land.name, land.href(name)) for land in marked[:FIRST_COUNTRIES])


def numbers(land: Place, *, assumed: bool = False) -> Numbers:
    """The first numbers of a country, for young people and adults alike, each line once."""
    young, adult = (selectors.crisis_pair(land.code, "", minor) for minor in (True, False))
    others = (young.text, adult.crisis, adult.text)
    more = {line.slug: line for line in others if line and line != young.crisis}
    return Numbers(young.emergency, young.crisis, young.text, tuple(more.values()), land.in_text(), assumed)


def home_numbers() -> Numbers | None:
    """The numbers of the home country, for a page that knows nothing of its reader."""
    home = selectors.place(settings.COMPASS_HOME_COUNTRY)
    return numbers(home, assumed=True) if home else None


def now_context(land: Place, now: datetime) -> dict[str, Any]:
    """What the page for the next ten minutes needs, at a moment (aware)."""
    found = numbers(land)
    lines = tuple(line for line in (found.crisis, *found.more) if line)
    return {
        "country": Link(land.name, land.href("now-country")),
        "numbers": found,
        "cards": tuple(card(line, now) for line in lines),
        "lines": lines,
        "emergency_note": selectors.directory(land.code).emergency_note,
        "countries": countries("now-country"),
    }


def people_context(now: datetime) -> dict[str, Any]:
    """The countries, likely ones first; the numbers of home for who has no time to choose; lines for other places."""
    home, near = home_numbers(), first_countries("people-country")
    first = (home.crisis,) if home and home.crisis else ()
    anywhere = selectors.directory(ELSEWHERE).all
    return {
        "numbers": home,
        "cards": tuple(card(line, now) for line in first),
        "anywhere": tuple(card(line, now) for line in anywhere),
        "lines": (*first, *anywhere),
        "coverage": coverage_rows(),
        "first_countries": near,
        "more_countries": tuple(link for link in countries("people-country") if link not in near),
    }


def groups(found: HelplinesByNeed) -> tuple[HelplineGroup, ...]:
    """Headings with their lines, each line once; a heading without lines is left out."""
    seen: set[str] = set()
    made = []
    for need, heading in GROUPS:
        lines = tuple(line for line in getattr(found, need) if line.slug not in seen)
        if need != LAST:
            lines = tuple(line for line in lines if line not in found.behaviour_change)
        seen.update(line.slug for line in lines)
        if lines:
            made.append(HelplineGroup(heading, lines, goes_up=need not in STAY_BELOW))
    return tuple(made)
