"""Which steps of an app a plan may show, and to whom."""

from dataclasses import replace
from typing import Any

import pytest

from resources.core.origin import Origin
from resources.core.removal import Guide, GuideStep, Platform
from wizard.plan.core.step_guides import MOST, Wanted, guides_for_plan

WORDS, PICTURE = GuideStep("Give the link.", False, ""), GuideStep("Open the picture.", True, "")
CARD: dict[str, Any] = {
    **{"kind": "social", "aliases": (), "likely": 1, "covered_by_us_48h": None, "blackmail_form": False},
    **{"report_deletes_or_exposes": "", "warnings": (), "minors_allowed_from": None, "evidence_tips": ()},
    **{"evidence_tips_adult": (), "matching": (), "origin": Origin(), "guides": ()},
}


def guide(purpose: str, where: str = "web", *steps: GuideStep, under_18_ok: bool = True) -> Guide:
    return Guide(purpose, where, None, steps or (WORDS,), "", "", (), "", under_18_ok)


def app(slug: str, *guides: Guide, **fields: Any) -> Platform:
    """An app with these guides and nothing else to say."""
    return Platform(**{**CARD, "slug": slug, "path": slug, "name": slug.title(), "guides": guides, **fields})


ACCOUNT, ACCOUNT_2 = guide("sextortion", "app"), guide("sextortion")
MINOR, NCII_APP, NCII, SEARCH = guide("minor", "app"), guide("ncii", "app"), guide("ncii"), guide("search-removal")
FULL = app("full", guide("hacked"), NCII_APP, NCII, MINOR, ACCOUNT, ACCOUNT_2, guide("copyright"))


def wanted(account: bool = False, picture: bool = False, under_18: bool = True, helper: bool = False) -> Wanted:
    return Wanted(account, picture, under_18, helper)


@pytest.mark.parametrize(
    ("ask", "shown"),
    [
        (wanted(), ()),
        (wanted(account=True), (ACCOUNT,)),
        (wanted(picture=True), (MINOR,)),
        (wanted(picture=True, under_18=False), (NCII_APP,)),
        (wanted(account=True, picture=True), (ACCOUNT, MINOR)),
        (wanted(account=True, picture=True, under_18=False), (ACCOUNT, NCII_APP)),
        # A helper gives a link, and does not stand in front of the post.
        (wanted(picture=True, helper=True), (NCII,)),
        (wanted(account=True, picture=True, under_18=False, helper=True), (ACCOUNT, NCII)),
    ],
)
def test_one_guide_for_each_thing_the_account_first(ask: Wanted, shown: tuple[Guide, ...]) -> None:
    assert guides_for_plan([FULL], ask)[0].guides == shown


def test_a_search_engine_is_asked_in_its_own_way() -> None:
    assert guides_for_plan([app("search", SEARCH)], wanted(picture=True))[0].guides == (SEARCH,)


def test_who_may_have_no_account_is_shown_first_what_needs_none() -> None:
    place = app("social", replace(MINOR, account_needed=True), replace(NCII, account_needed=False))
    shown = [
        guides_for_plan([place], replace(wanted(picture=True), no_account=closed))[0].guides[0].purpose
        for closed in (False, True)
    ]
    assert shown == ["minor", "ncii"]


def test_where_nobody_writes_to_the_place_a_search_comes_first() -> None:
    place = app("leaks", NCII, SEARCH, MINOR, kind="leak")
    found = [guides_for_plan([place], wanted(picture=True, under_18=young))[0].guides for young in (False, True)]
    assert found == [(SEARCH,), (MINOR,)]


def test_a_guide_that_tells_the_other_person_is_in_no_plan() -> None:
    telling = guide("ncii", "web", WORDS, replace(WORDS, tells_them=True))
    found = [
        guides_for_plan([app("video", telling)], wanted(picture=True, under_18=young))[0].guides
        for young in (False, True)
    ]
    assert (telling.tells_them, found) == (True, [(), ()])


TOUCHES = guide("ncii", "web", WORDS, PICTURE)
UNTOUCHED = guide("ncii", "web", WORDS)


@pytest.mark.parametrize(
    ("under_18", "helper", "shown"),
    [(True, False, UNTOUCHED), (True, True, UNTOUCHED), (False, True, UNTOUCHED), (False, False, TOUCHES)],
)
def test_only_an_adult_in_it_meets_a_step_with_the_picture(under_18: bool, helper: bool, shown: Guide) -> None:
    ask = wanted(picture=True, under_18=under_18, helper=helper)
    assert guides_for_plan([app("azar", TOUCHES)], ask)[0].guides == (shown,)


@pytest.mark.parametrize(("under_18", "helper", "found"), [(True, False, 0), (False, True, 0), (False, False, 1)])
def test_a_guide_for_adults_is_for_the_adult_in_it(under_18: bool, helper: bool, found: int) -> None:
    place = app("fortnite-epic", guide("ncii", "web", under_18_ok=False))
    assert len(guides_for_plan([place], wanted(picture=True, under_18=under_18, helper=helper))[0].guides) == found


def test_so_many_places_have_their_steps_and_the_others_their_link() -> None:
    empty = app("ometv")
    places = [empty, *(app(f"app-{number}", MINOR) for number in range(MOST + 2))]
    found = guides_for_plan(places, wanted(picture=True))
    assert [len(guided.guides) for guided in found] == [0, *[1] * MOST, 0, 0]
    assert [guided.place for guided in found] == places
