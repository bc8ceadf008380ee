from datetime import UTC, datetime

import pytest

from resources import selectors
from resources.contexts.after import after_context, tipline_for_relatives
from resources.core.needs import NEEDS
from tests.resources.conftest import line

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def context(code):
    return after_context(selectors.place(code), NIGHT)


def lines(cards):
    return [card.line for card in cards]


@pytest.mark.parametrize("code", ["CA", "GB", "IE", "NL", "ZA", "FR", "JP", "KE"])
def test_the_first_lines_are_those_for_an_adult_and_the_next_those_for_who_is_under_18(code):
    found, pair = context(code), selectors.crisis_pair(code, "", minor=True)
    first = lines(found["cards"])
    assert first[0] == selectors.crisis_pair(code, "", minor=False).crisis
    assert lines(found["young"]) == [one for one in (pair.crisis, pair.text) if one and one not in first]


def test_a_country_with_a_line_for_everything_needs_no_list_of_the_whole_world():
    assert [one.slug for one in lines(context("GB")["cards"]) if one.international] == []


@pytest.mark.parametrize("code", ["NG", "KE"])
def test_where_no_own_line_is_for_everything_the_list_of_the_whole_world_is_there_once(code):
    found = [one.slug for one in lines(context(code)["cards"])]
    assert (found.count("int-findahelpline"), len(found)) == (1, len(set(found)))


def test_every_country_has_a_line_to_talk_to_and_a_tipline():
    found = {land.code: context(land.code) for land in selectors.places()}
    poor = {code for code, page in found.items() if not (page["cards"] and len(page["tiplines"]) == 1)}
    assert (poor, len(found) > 30) == (set(), True)


def test_the_tipline_acts_on_pictures_and_takes_a_link_from_a_relative():
    named = {code: lines(context(code)["tiplines"])[0].slug for code in ("CA", "GB", "US", "IE", "AU", "FR", "NO")}
    assert named == {
        "CA": "cybertip-ca",
        "GB": "gb-iwf-report",
        "US": "us-ncmec-cybertipline",
        "IE": "ie-hotline",
        "AU": "au-accce",
        "FR": "fr-pharos",
        "NO": "int-inhope",
    }


def test_without_tiplines_none_is_named():
    assert tipline_for_relatives(()) == ()


def test_of_tiplines_that_fit_alike_the_first_is_named():
    assert tipline_for_relatives((line("one"), line("two"))) == (line("one"),)


def test_lines_for_grief_are_those_of_the_country_and_none_is_made_up():
    found = {land.code: lines(context(land.code)["grief"]) for land in selectors.places()}
    wanted = {code: [*filter(NEEDS["bereavement"], selectors.directory(code).all)] for code in found}
    assert (found, [] in found.values(), any(found.values())) == (wanted, True, True)


def test_the_page_is_drawn_again_when_any_of_its_lines_opens_or_closes():
    found = context("IE")
    shown = [*lines(found["cards"]), *lines(found["young"]), *lines(found["tiplines"]), *lines(found["grief"])]
    assert list(found["lines"]) == shown


def test_another_country_can_be_chosen():
    found = context("IE")
    assert (found["country"], found["more_href"]) == (("Ireland", "/after/ie/"), "/people/ie/")
    assert found["countries"][0] == ("Canada", "/after/ca/")
