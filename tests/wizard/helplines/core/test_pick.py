import pytest

from resources.core.needs import NEEDS
from tests.resources.conftest import channel, line, one_line_a_need, steps_from
from wizard.helplines.core.key import NumberKey
from wizard.helplines.core.steps import STEPS

MINOR = NumberKey(age="minor")
ADULT = NumberKey()
SHARER = NumberKey("sharer", "minor")
BY_DAY = [channel(always=False)]


def few(step, who=MINOR, **needs):
    """What a step shows when only these needs have lines."""
    return steps_from(needs, who)[step]


def slugs(found):
    return [one.slug for one in found.lines]


def many(start, count, *topics, **fields):
    return tuple(line(f"{start}-{number}", *topics, **fields) for number in range(count))


@pytest.mark.parametrize("step", STEPS)
def test_no_step_can_show_more_than_four_however_many_there_are(step):
    needs = {need: many(need, 6, "legal" if "legal" in need else need) for need in NEEDS}
    for who in (MINOR, ADULT, SHARER, NumberKey("child", "minor"), NumberKey("client", "long-ago")):
        shown = slugs(few(step, who, **needs))
        assert (len(shown) <= 4, len(shown)) == (True, len(set(shown)))


def test_a_line_of_two_needs_is_shown_once_and_leaves_its_place_to_the_next():
    both, other = line("both"), line("other")
    found = few("found_device", child_protection=(both,), sexual_violence=(both, other))
    assert {name: [one.slug for one in lines] for name, lines in found.parts.items()} == {
        "protection": ["both"],
        "hurt": ["other"],
        "talk": [],
    }


@pytest.mark.parametrize(("known", "left_out"), [(2, False), (3, True)])
def test_something_was_left_out_when_there_are_more_lines_of_the_kind(known, left_out):
    assert few("undo_payment", fraud=many("office", known)).left_out is left_out


def test_the_list_of_people_leaves_out_whatever_else_fits():
    talk, more = line("talk"), line("more", "tech-safety")
    assert few("people", crisis=(talk,), all=(talk,)).left_out is False
    assert few("people", crisis=(talk,), all=(talk, more)).left_out is True


@pytest.mark.parametrize(("channels", "talk"), [(BY_DAY, ["talk"]), (None, [])])
def test_beside_lines_that_close_at_night_a_safety_plan_names_one_that_does_not(channels, talk):
    found = few("safety_plan", ADULT, family_violence=(line("shelter", channels=channels),), crisis=(line("talk"),))
    assert [one.slug for one in found["talk"]] == talk


@pytest.mark.parametrize(("legal", "shown"), [((line("lawyer", "legal"),), ["lawyer", "tipline"]), ((), [])])
def test_a_sharer_meets_a_tipline_only_after_a_lawyer(legal, shown):
    assert slugs(few("people", SHARER, youth_legal=legal, child_tipline=(line("tipline"),))) == shown


def test_a_spare_place_goes_to_one_more_person_to_talk_to():
    emergency = (line("911", emergency=True),)
    found = few("people", emergency=emergency, crisis=many("talk", 5), sexual_violence=(line("hurt"),))
    assert slugs(found) == ["911", "talk-0", "talk-1", "talk-2"]


@pytest.mark.parametrize(
    ("role", "parts"), [("self", ["tiplines", "bodies"]), ("friend", ["tiplines"]), ("client", ["tiplines", "bodies"])]
)
def test_a_friend_is_given_a_tipline_and_no_other_body(role, parts):
    found = few("regulator", NumberKey(role, "minor"), child_tipline=(line("t"),), bodies=(line("b", crosses="any"),))
    assert [name for name, lines in found.parts.items() if lines] == parts


def test_a_parent_is_given_a_line_for_parents_in_place_of_counselling():
    parent = NumberKey("child", "minor")
    needs = {"parents": (line("parents", "parents"),), "counselling": (line("counsel"),), "crisis": (line("talk"),)}
    assert slugs(few("look_after_yourself", parent, **needs)) == ["talk", "parents"]
    assert slugs(few("look_after_yourself", MINOR, **needs)) == ["talk", "counsel"]


def test_templates_read_a_part_by_its_name():
    steps = one_line_a_need().steps
    assert [one.slug for one in steps["people"]["safety"]] == ["[child_protection]"]
    with pytest.raises(KeyError):
        steps["people"]["nothing"]
