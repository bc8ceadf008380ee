import dataclasses

import pytest

from resources.core.helpline_choice import Seeker
from resources.core.needs import NEEDS, HelplinesByNeed, first_to_name, has_night_line, lines_by_need
from tests.resources.conftest import channel, line

MINOR = Seeker(minor=True)
ADULT = Seeker(minor=False, subject_under_18=False)
CALL, TEXT, BY_DAY, WEB = channel("phone"), channel("text"), channel("phone", False), channel("web", False)


def slugs(lines):
    return [one.slug for one in lines]


def crisis(who, *lines):
    return slugs(lines_by_need(lines, who)["crisis"])


def named(who, *lines):
    pair = first_to_name(HelplinesByNeed(**lines_by_need(lines, who)), who)
    return tuple(one and one.slug for one in (pair.crisis, pair.text))


def test_every_need_is_a_field_that_templates_can_read():
    fields = {field.name for field in dataclasses.fields(HelplinesByNeed)}
    assert fields == {*NEEDS, "all", "emergency_note", "has_night_line", "place_name", "more_href"}


@pytest.mark.parametrize(
    ("topics", "needs"),
    [
        ({"crisis"}, {"crisis"}),
        ({"suicide", "counselling"}, {"crisis", "counselling"}),
        ({"image-abuse", "image-removal"}, {"image", "pictures", "removal"}),
        ({"image-abuse", "fraud"}, {"pictures", "fraud"}),
        ({"image-abuse", "police", "fraud"}, {"police", "fraud"}),
        ({"image-removal", "picture-matching"}, {"matching"}),
        ({"child-exploitation-report"}, {"child_tipline"}),
        ({"child-exploitation-report", "child-protection"}, {"child_protection"}),
        ({"legal"}, {"legal"}),
        ({"legal", "youth"}, {"legal", "youth_legal"}),
        ({"sexual-violence", "family-violence"}, {"sexual_violence", "family_violence"}),
        ({"parents"}, {"parents"}),
        ({"indigenous", "lgbtq"}, {"indigenous", "lgbtq"}),
        ({"victim-services", "compensation"}, {"compensation", "victims"}),
        ({"bereavement", "suicide"}, {"bereavement", "crisis"}),
        ({"work", "legal"}, {"work", "legal"}),
        ({"immigration"}, {"immigration"}),
        ({"behaviour-change"}, {"behaviour_change"}),
        ({"adult-protection", "child-protection"}, {"adult_protection", "child_protection"}),
        ({"school", "tech-safety"}, set()),
    ],
)
def test_topics_decide_which_needs_a_line_answers(topics, needs):
    found = lines_by_need([line("x", *topics)], MINOR)
    assert {need for need, lines in found.items() if lines} - {"all"} == needs


def test_a_line_that_talks_to_the_other_person_is_one_whatever_its_topics_and_its_name():
    found = lines_by_need([line("a-new-one", "legal", goes_between=True), line("other", "legal")], MINOR)
    assert (slugs(found["between"]), slugs(found["legal"])) == (["a-new-one"], ["a-new-one", "other"])


def test_an_emergency_number_stands_in_its_own_place_only():
    found = lines_by_need([line("x", "crisis", "police", emergency=True)], MINOR)
    assert {need for need, lines in found.items() if lines} == {"emergency", "all"}


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        (ADULT, ["both-ages", "for-adults", "selling"]),
        (Seeker(minor=False, subject_under_18=True), ["both-ages", "for-adults"]),
        (MINOR, ["both-ages"]),
        (Seeker(minor=True, role="child"), ["both-ages"]),
        (Seeker(minor=True, anybody=True), ["both-ages", "for-adults", "selling"]),
    ],
)
def test_a_body_for_adults_is_not_for_a_child_and_selling_is_no_subject_beside_a_childs_picture(who, shown):
    lines = [
        line("for-adults", "adult-protection", youth_ok=False),
        line("both-ages", "adult-protection"),
        line("selling", "sex-work", youth_ok=False),
    ]
    assert sorted(slugs(lines_by_need(lines, who)["all"])) == shown


def test_a_body_of_the_place_takes_pictures_and_is_no_worldwide_service():
    own, world = line("own", crosses="any"), line("world", crosses="any", international=True)
    matching = line("matching", "picture-matching", crosses="under-18")
    assert slugs(lines_by_need([own, world, matching], MINOR)["bodies"]) == ["own"]


def test_child_bodies_are_left_out_for_an_adult_picture():
    lines = [line("t", "child-exploitation-report", "crisis"), line("p", "child-protection", "crisis")]
    found = lines_by_need(lines, ADULT)
    assert (found["child_tipline"], found["child_protection"], slugs(found["all"])) == ((), (), ["p", "t"])


def test_all_leaves_out_nothing_but_worldwide_lists():
    lines = [line("own", "tech-safety"), line("list", "directory", "tech-safety", international=True)]
    assert slugs(lines_by_need(lines, MINOR)["all"]) == ["own"]


def test_all_holds_each_line_once_with_the_emergency_number_first():
    lines = [line("talk", "crisis", "counselling"), line("law", "legal"), line("911", emergency=True)]
    assert slugs(lines_by_need(lines, MINOR)["all"]) == ["911", "talk", "law"]


def test_the_first_crisis_line_takes_calls_and_texts_at_night_and_is_for_this_age():
    lines = (
        line("by-day", "crisis", channels=[BY_DAY]),
        line("text-only", "crisis", channels=[TEXT]),
        line("young", "crisis", "youth", channels=[CALL]),
        line("call", "crisis", channels=[CALL]),
        line("both", "crisis", channels=[CALL, TEXT]),
    )
    assert (crisis(MINOR, *lines), crisis(ADULT, *lines)) == (
        ["young", "both", "text-only", "call", "by-day"],
        ["both", "call", "text-only", "by-day", "young"],
    )


def test_lines_for_one_group_are_no_crisis_lines_where_one_for_anybody_is_known():
    group, anybody = line("group", "crisis", "indigenous"), line("anybody", "crisis")
    without_number = line("anybody", "crisis", channels=())
    assert (crisis(MINOR, group, anybody), crisis(MINOR, group, without_number)) == (["anybody"], ["group", "anybody"])


def test_where_all_others_close_at_night_whoever_works_on_one_harm_is_there():
    by_day, harm = line("by-day", "crisis", channels=[BY_DAY]), line("harm", "crisis", "family-violence")
    group, young = line("group", "crisis", "lgbtq"), line("young", "crisis", "youth")
    assert crisis(ADULT, by_day, harm, group) == ["harm", "by-day"]
    assert crisis(ADULT, by_day, harm, line("night", "crisis")) == ["night", "by-day"]
    # A line for the young wakes for the young alone.
    assert (crisis(MINOR, by_day, harm, young), crisis(ADULT, by_day, harm, young)) == (
        ["young", "by-day"],
        ["harm", "by-day", "young"],
    )


def test_a_counsellor_at_night_is_a_crisis_line_where_there_is_no_other():
    counsellor = line("counsellor", "counselling")
    by_day = line("by-day", "counselling", channels=[BY_DAY])
    assert crisis(MINOR, by_day, counsellor) == ["counsellor"]
    assert crisis(MINOR, by_day, counsellor, line("own", "crisis")) == ["own"]


def test_a_list_of_lines_comes_after_people():
    listing = line("list", "crisis", "directory", channels=[WEB], international=True)
    european = line("european", "crisis", "directory", channels=[BY_DAY], international=True)
    assert (crisis(ADULT, listing, european), named(ADULT, listing)) == (["european", "list"], ("list", None))


def test_an_adult_is_not_sent_to_a_line_for_the_young_where_a_list_leads_further():
    lines = (line("young", "crisis", "youth", channels=[CALL]), line("list", "crisis", "directory", channels=[WEB]))
    assert (named(ADULT, *lines), named(MINOR, *lines)[0], named(ADULT, lines[0])[0]) == (
        ("list", None),
        "young",
        "young",
    )


@pytest.mark.parametrize(
    ("ways", "pair"),
    [
        ([[CALL, TEXT]], ("0", None)),
        ([[CALL], [TEXT]], ("0", "1")),
        ([[CALL], [channel("text", False)]], ("0", None)),
        ([[TEXT]], ("0", None)),
        ([], (None, None)),
    ],
)
def test_a_second_line_is_named_only_for_texts_that_the_first_does_not_take(ways, pair):
    lines = [line(str(number), "crisis", channels=channels) for number, channels in enumerate(ways)]
    assert named(MINOR, *lines) == pair


def test_an_adult_is_not_sent_to_texts_for_young_people():
    lines = [line("call", "crisis", channels=[CALL]), line("young", "crisis", "youth", channels=[TEXT])]
    assert (named(ADULT, *lines), named(MINOR, *lines)) == (("call", None), ("call", "young"))


def test_text_first_names_a_line_for_texts():
    lines = [line("young", "crisis", "youth", channels=[CALL]), line("texts", "crisis", channels=[TEXT])]
    assert crisis(Seeker(minor=True, text_first=True), *lines) == ["texts", "young"]


@pytest.mark.parametrize(
    ("only", "minor", "adult"),
    [
        (line("x", "crisis"), True, True),
        (line("x", "crisis", "youth"), True, False),
        (line("x", "crisis", channels=[BY_DAY]), False, False),
        (line("x", emergency=True), False, False),
        (line("x", "crisis", only_for=frozenset({"women"})), False, False),
        (line("x", "adult-protection"), False, False),
        (line("x", "family-violence"), False, False),
        (line("x", "family-violence", "crisis"), True, True),
    ],
)
def test_a_night_line_is_one_that_answers_this_person(only, minor, adult):
    assert (has_night_line([only], MINOR), has_night_line([only], ADULT)) == (minor, adult)
