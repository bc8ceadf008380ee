import pytest

from resources.core.needs import NEEDS
from tests.resources.conftest import channel, line
from wizard.helplines.core.found import Found
from wizard.helplines.core.key import NumberKey
from wizard.helplines.core.pools import lines_in

MINOR = NumberKey(age="minor")
ADULT = NumberKey()
SHARER = NumberKey("sharer", "long-ago")
WORKER = NumberKey("client", "minor")


def found(need, who=MINOR, **needs):
    known = {**dict.fromkeys(NEEDS, ()), **needs}
    return [one.slug for one in lines_in(need, Found(who, lambda _who: known))]


@pytest.mark.parametrize(("who", "talk"), [(MINOR, ["young", "anybody"]), (ADULT, ["anybody"])])
def test_an_adult_is_not_sent_on_to_lines_for_young_people(who, talk):
    assert found("talk", who, crisis=(line("young", "youth"), line("anybody"))) == talk


def test_a_line_for_young_people_is_better_than_nobody():
    assert found("talk", ADULT, crisis=(line("young", "youth"),)) == ["young"]


@pytest.mark.parametrize("need", ["sexual_violence", "family_violence", "counselling"])
def test_nobody_is_taken_for_a_member_of_a_group(need):
    cut = {"sexual_violence": "hurt", "family_violence": "violence"}.get(need, need)
    assert found(cut, MINOR, **{need: (line("group", "indigenous"), line("anybody"))}) == ["anybody"]


@pytest.mark.parametrize(("who", "safety"), [(MINOR, ["child", "both", "home"]), (ADULT, ["home"])])
def test_an_adult_hurt_at_home_is_not_sent_to_child_protection(who, safety):
    child, both, home = line("child", "child-protection"), line("both", "child-protection"), line("home")
    assert found("safety", who, child_protection=(child,), family_violence=(both, home)) == safety


@pytest.mark.parametrize(("who", "seen"), [(MINOR, []), (WORKER, []), (SHARER, ["about-oneself"])])
def test_a_line_about_what_one_did_oneself_is_counselling_for_a_sharer_only(who, seen):
    assert found("counselling", who, counselling=(line("about-oneself", "counselling", "parents"),)) == seen


def test_tiplines_for_other_harm_stand_only_where_none_takes_pictures():
    other, takes = line("other"), line("takes", "image-abuse")
    assert (found("tiplines", child_tipline=(other, takes)), found("tiplines", child_tipline=(other,))) == (
        ["takes"],
        ["other"],
    )


def test_a_link_goes_to_who_has_pictures_taken_down_before_police():
    police, takes_down = line("police", "image-abuse"), line("takes-down", crosses="under-18")
    assert found("link_tiplines", child_tipline=(police, takes_down)) == ["takes-down", "police"]


@pytest.mark.parametrize(("who", "own"), [(MINOR, ["own"]), (WORKER, [])])
def test_the_countrys_own_matching_service_is_first_for_who_may_use_it(who, own):
    matching = (line("own"), line("worldwide", international=True))
    assert found("own_matching", who, matching=matching) == own


@pytest.mark.parametrize(
    ("one", "lawyer"),
    [
        (line("x", "legal"), ["x"]),
        (line("x", "legal", crosses="any"), []),
        (line("x", "legal", "victim-services"), []),
        (line("x", "legal", "directory"), []),
    ],
)
def test_services_for_people_who_were_harmed_are_no_lawyers_for_a_sharer(one, lawyer):
    assert found("lawyer", SHARER, legal=(one,)) == lawyer


@pytest.mark.parametrize(("who", "legal"), [(MINOR, ["young"]), (ADULT, ["grown"])])
def test_young_people_are_given_their_own_lawyer_and_adults_another(who, legal):
    young, grown = line("young", "legal", "youth"), line("grown", "legal")
    assert found("legal_for_age", who, youth_legal=(young,), legal=(young, grown)) == legal


def test_police_who_take_fraud_only_stand_apart():
    local, fraud = line("local", "police"), line("fraud", "police", "fraud")
    needs = {"police": (fraud, local), "fraud": (fraud,)}
    assert (found("police_near", **needs), found("police_money", **needs)) == (["local"], ["fraud"])


DID_IT_TOO = NumberKey(age="minor", passed_on="also")
AID, GENERAL = line("aid", "legal", "defence"), line("general", "legal")


@pytest.mark.parametrize(
    ("who", "legal"), [(MINOR, ["general"]), (DID_IT_TOO, ["aid", "general"]), (SHARER, ["aid", "general"])]
)
def test_a_line_that_only_helps_with_a_charge_is_for_who_passed_one_on(who, legal):
    assert found("legal_for_age", who, legal=(AID, GENERAL)) == legal


@pytest.mark.parametrize("topics", [("image-removal",), ("image-abuse", "victim-services"), ("defence",)])
def test_a_body_that_decides_or_writes_to_the_other_person_is_no_legal_help(topics):
    assert found("legal_for_age", MINOR, legal=(line("body", "legal", *topics), GENERAL)) == ["general"]


def test_nobody_is_taken_for_a_member_of_a_group_at_the_police():
    group = line("group", "police", "indigenous")
    assert found("police_near", police=(group, line("local", "police"))) == ["local"]


def test_a_service_for_people_who_were_hurt_is_no_lawyer_for_who_passed_one_on():
    hurt = line("hurt", "legal", "sexual-violence")
    assert found("lawyer", DID_IT_TOO, legal=(hurt, GENERAL)) == ["general"]


def test_a_lawyer_with_a_number_comes_before_one_with_a_page():
    page = line("page", "legal", channels=(channel(kind="web"),))
    assert found("lawyer", DID_IT_TOO, legal=(page, GENERAL)) == ["general", "page"]


def test_a_grown_helper_finds_a_line_for_themselves():
    young, anybody = line("young", "youth"), line("anybody")
    assert found("own_talk", WORKER, crisis=(young, anybody)) == ["anybody"]
    assert found("own_talk", MINOR, crisis=(young, anybody)) == ["young", "anybody"]


def test_the_line_that_knows_about_pictures_is_one_to_talk_to_and_no_crisis_line():
    crisis, form = line("crisis", "crisis", crosses="any"), line("form", crosses="any", channels=(channel("form"),))
    lawyer, knows = line("lawyer", "legal"), line("knows", "victim-services")
    assert found("specialist", pictures=(crisis, form, lawyer, knows)) == ["knows"]
    assert found("specialist", pictures=(form, lawyer)) == ["form"]


def test_an_adult_meets_no_line_for_young_people_among_those_about_pictures():
    young, anybody = line("young", "youth"), line("anybody")
    assert found("image", ADULT, image=(young, anybody)) == ["anybody"]
