"""Filters as pills: which are seen, and where a tap leads."""

import pytest

from resources.contexts.picks import picks_folded, picks_seen
from resources.core.filters import FILTERS, ChosenFilters


def pills(picks):
    return [(str(pick.words), pick.href, pick.on) for pick in picks]


def test_four_choices_are_seen_at_once_and_the_others_behind_a_fold():
    seen_first = pills(picks_seen(ChosenFilters()))
    assert seen_first == [
        ("Under 18", "?age=u18", False),
        ("18 or older", "?age=18", False),
        ("Open now", "?open=1", False),
        ("By text", "?by=text", False),
    ]
    assert [(each.name, len(each.picks)) for each in picks_folded(ChosenFilters())] == [
        ("who", 5),
        ("by", 2),
        ("about", 7),
    ]


def test_what_was_chosen_is_seen_and_a_tap_takes_it_off():
    wish = ChosenFilters(age="u18", about="law")
    assert [pick for pick in pills(picks_seen(wish)) if pick[2]] == [
        ("Under 18", "?about=law", True),
        ("Legal help and police", "?age=u18", True),
    ]
    assert pills(picks_seen(ChosenFilters(age="18")))[1] == ("18 or older", "./", True)


def test_what_else_can_be_chosen_keeps_what_was_chosen():
    _age, older, when, text = pills(picks_seen(ChosenFilters(age="u18")))
    assert (older[1], when[1], text[1]) == ("?age=18", "?age=u18&open=1", "?age=u18&by=text")
    assert picks_folded(ChosenFilters(age="u18"))[0].picks[0].href == "?age=u18&who=me"


@pytest.mark.parametrize(
    "wish", [ChosenFilters(), ChosenFilters(who="me", by="chat", about="law"), ChosenFilters("18")]
)
def test_each_choice_stands_once(wish):
    words = [pick.words for pick in picks_seen(wish)]
    words += [pick.words for each in picks_folded(wish) for pick in each.picks]
    assert sorted(map(str, words)) == sorted(str(option.words) for each in FILTERS for option in each.options)
