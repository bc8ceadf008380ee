"""How to ask one place, from the facts: every way that fits the person, without what needs the picture."""

from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from resources.core.guide_sections import ACCOUNT as NEEDS_ACCOUNT
from resources.core.guide_sections import WHERE, GuideSection, GuideWay, way_for_everybody
from resources.core.removal import LEAK, Guide, Platform
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.plan.core.step_guides import ACCOUNT, LOST_ACCOUNT, PROFILE, about_picture
from wizard.remove.core import text_kinds

TITLES = {
    "sextortion": _("Report the account"),
    "impersonation": _("Report the profile"),
    "hacked": _("Get back into the account"),
    "search-removal": _("Ask the search engine to hide it"),
    "minor": _("Someone under 18 is in the picture"),
}
ASK = _("Ask to remove the picture")
THREATS = _("Someone is threatening to share it")
# Nobody is written to there, but there are steps.
WITHOUT_TEXTS = text_kinds.BETWEEN_PEOPLE | {LEAK}


def ways(place: Platform, a: Answers, texts: tuple[str, ...]) -> tuple[GuideSection, ...]:
    """The ways for what these texts ask; the account that threatens comes first."""
    untouched = a.subject_under_18 or a.helper
    silent = place.kind in WITHOUT_TEXTS and not a.for_sharer
    pressed = text_kinds.ACCOUNT in texts or (silent and (a.sextorted or a.threatened))
    account = place.guides_for(*ACCOUNT, under_18=untouched) if pressed and not a.for_sharer else ()
    profile = place.guides_for(*PROFILE, under_18=untouched) if text_kinds.PROFILE in texts else ()
    lost = place.guides_for(*LOST_ACCOUNT, under_18=untouched) if a.put_it_there else ()
    wanted = silent or {text_kinds.PLAIN, text_kinds.SEARCH, text_kinds.HOST} & {*texts}
    picture = about_picture(place, under_18=a.subject_under_18, untouched=untouched) if wanted else ()
    if a.helper and not silent:
        # In the app, one stands in front of the picture. A helper gives a link, in a form or an email.
        picture = tuple(guide for guide in picture if guide.where != "app")
    fitting = (guide for guide in (*account, *profile, *lost, *picture) if _for_now(guide, place, a))
    by_title = groupby(fitting, key=lambda guide: str(_title(guide, place)))
    return tuple(
        GuideSection(title, tuple(_way(guide, untouched, a) for guide in guides)) for title, guides in by_title
    )


def _title(guide: Guide, place: Platform) -> Words:
    """What a way is for; where there is no account to report, the words of a threat say it."""
    unreported = place.kind in (LEAK, text_kinds.NEARBY) and guide.purpose in ACCOUNT
    return THREATS if unreported else TITLES.get(guide.purpose, ASK)


def _for_now(guide: Guide, place: Platform, a: Answers) -> bool:
    """What a search does for young people asks for somebody who is under 18 today."""
    return a.minor_now or not (place.kind == "search" and guide.purpose == "minor")


def _way(guide: Guide, untouched: bool, a: Answers) -> GuideWay:
    way = way_for_everybody(guide)
    if not untouched:
        way = replace(way, steps=guide.steps, account=str(NEEDS_ACCOUNT[guide.account_needed]))
    # What happens next can name a parent as the one to ask.
    expect = "" if a.family or a.home else way.expect
    return replace(way, heading=str(WHERE[guide.where][0]), expect=expect)
