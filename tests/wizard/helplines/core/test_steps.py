"""Who the danger comes from decides which lines stand in the steps about danger, and in which order."""

import pytest

from tests.resources.conftest import channel, line, steps_from
from wizard.helplines.core.key import NumberKey

NEEDS = {
    "emergency": (line("911", emergency=True),),
    "crisis": (line("child", "crisis", "youth"), line("crisis", "crisis")),
    "parents": (line("families", "parents", "victim-services"), line("parents", "parents")),
    "family_violence": (line("violence", "family-violence", youth_ok=True),),
    "sexual_violence": (line("assault", "sexual-violence"),),
    "child_protection": (line("protection", "child-protection"),),
    "fraud": (line("fraud", "fraud"),),
    "pictures": (line("pictures", "image-abuse", crosses="any"),),
    "legal": (line("lawyer", "legal"),),
    "lgbtq": (line("rainbow", "lgbtq"),),
    "adult_protection": (line("adult-protection", "adult-protection"),),
    "behaviour_change": (line("change", "behaviour-change"), line("worry", "behaviour-change", "parents")),
}


def shown(step, **key):
    return " ".join(one.slug for one in steps_from(NEEDS, NumberKey(**key))[step].lines)


# Who the danger comes from, at which age, and what stands in `danger-now`.
@pytest.mark.parametrize(
    ("source", "age", "lines"),
    [
        ("partner", "adult", "911 violence crisis"),
        ("family", "adult", "911 violence crisis"),
        ("adult", "long-ago", "911 violence crisis"),
        ("stranger", "adult", "911 pictures crisis"),
        ("stranger-money", "adult", "911 pictures fraud crisis"),
        ("around", "adult", "911 assault crisis"),
        ("unknown", "adult", "911 violence pictures crisis"),
        ("partner", "minor", "911 child violence crisis"),
        ("family", "minor", "911 child protection crisis"),
        ("stranger", "minor", "911 child crisis"),
        ("around", "minor", "911 child crisis"),
        ("partner", "skipped", "911 child violence crisis"),
        ("stranger", "skipped", "911 child crisis"),
        ("", "adult", "911"),
    ],
)
def test_the_danger_has_its_line_right_after_the_emergency_number(source, age, lines):
    assert shown("danger_now", danger_from=source, age=age) == lines


def test_thoughts_of_dying_come_before_the_line_for_the_danger():
    assert shown("danger_now", danger_from="partner", crisis=True) == "911 crisis violence"
    assert shown("crisis", danger_from="partner") == "911 crisis violence"
    assert shown("crisis") == "911 crisis"


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ({"danger_from": "partner"}, "violence crisis"),
        ({"danger_from": "stranger"}, "crisis"),
        ({"danger_from": "family", "age": "minor"}, "child crisis"),
        ({"age": "minor"}, "child crisis"),
    ],
)
def test_a_clock_has_who_plans_for_danger_first_where_somebody_close_may_hurt_them(key, lines):
    assert shown("beat_the_clock", **key) == lines


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ({}, "violence"),
        ({"source": "around"}, "assault"),
        ({"age": "minor", "source": "partner"}, "child protection violence"),
        ({"age": "minor", "source": "around"}, "child protection"),
        ({"age": "minor", "source": "around", "role": "client"}, "protection child"),
        ({"age": "skipped"}, "child protection violence"),
    ],
)
def test_a_safety_plan_is_made_with_who_makes_them_for_this_age(key, lines):
    assert shown("safety_plan", **key) == lines


def test_each_line_stands_under_words_that_say_when_it_is_the_right_one():
    few = steps_from(NEEDS, NumberKey(danger_from="unknown"))["danger_now"]
    assert [(str(part.label), [one.slug for one in part.lines]) for part in few.labelled] == [
        ("If someone close to you hurts you", ["violence"]),
        ("If it is someone from online", ["pictures"]),
        ("If you are thinking about dying, or need to talk now", ["crisis"]),
    ]


def test_a_line_that_takes_no_helpers_is_called_by_the_person():
    key = NumberKey("friend", "adult", affected=True)
    few = steps_from(NEEDS, key)["be_a_good_friend"]
    assert (few["picture"][0].slug, str(few.labels["picture"])) == ("pictures", "They can call")
    own = {"pictures": (line("pictures", crosses="any", for_roles=("self", "friend")),)}
    assert str(steps_from(own, key)["be_a_good_friend"].labels["picture"]) == ""


@pytest.mark.parametrize(
    ("step", "key", "named"),
    [
        ("tell_someone", {"affected": True}, "pictures crisis"),
        ("tell_someone", {"affected": True, "outing": "named"}, "pictures crisis rainbow"),
        ("tell_someone", {"affected": True, "outing": "hidden"}, "pictures crisis"),
        ("worker_duties", {"role": "client", "at_risk": True}, "911 adult-protection"),
        ("worker_duties", {"role": "client"}, "911"),
        ("put_it_right", {"role": "sharer"}, "lawyer change"),
        ("put_it_right", {"role": "sharer", "age": "long-ago"}, "lawyer worry"),
        ("put_it_right", {"role": "sharer", "age": "minor"}, "lawyer"),
        ("put_it_right", {"role": "self", "passed_on": "also", "affected": True}, "lawyer change pictures"),
        # Who cares for families of the harmed is no line for the parent of one who did it.
        ("look_after_yourself", {"role": "child"}, "crisis families"),
        ("look_after_yourself", {"role": "child", "passed_on": "only"}, "crisis parents"),
    ],
)
def test_a_line_for_few_stands_only_where_the_answers_ask_for_it(step, key, named):
    assert shown(step, **key) == named


def test_a_child_alone_has_a_line_for_children_before_one_that_takes_texts():
    texts = line("texts", "crisis", channels=[channel("text")])
    needs = {"crisis": (texts, line("child", "crisis", "youth")), "child_protection": ()}
    assert steps_from(needs, NumberKey(age="minor", text_first=True))["child_alone"]["talk"][0].slug == "child"


def test_a_lawyer_stands_in_no_step_about_the_body():
    both = {"sexual_violence": (line("lawyer", "sexual-violence", "legal"), line("assault", "sexual-violence"))}
    assert [one.slug for one in steps_from(both, NumberKey())["body_care"].lines] == ["assault"]


def test_somebody_from_online_who_answers_at_no_hour_is_no_reason_to_wait():
    by_day = {"crisis": (line("crisis", "crisis", channels=[channel(always=False)]),)}
    assert [one.slug for one in steps_from(by_day, NumberKey(danger_from="stranger"))["danger_now"].lines] == ["crisis"]


def test_whoever_is_hurt_by_an_officer_plans_with_no_police_and_with_who_is_awake():
    needs = {
        **NEEDS,
        "sexual_violence": (line("squad", "sexual-violence", "police"), line("women", only_for=frozenset({"women"}))),
        "victims": (line("paid-lawyer", "legal"), line("victims", "victim-services", "crisis")),
    }
    found = steps_from(needs, NumberKey(source="around"))["safety_plan"]
    assert [one.slug for one in found.lines][:1] == ["victims"]
