from dataclasses import replace

import pytest

from resources.core.helpline import Details, Language, OpeningHours
from resources.core.helpline_choice import Seeker, fits, rank, ranked_for_need, special
from tests.resources.conftest import channel, line

MINOR = Seeker(minor=True)
ADULT = Seeker(minor=False, subject_under_18=False)
ADULT_THEN_MINOR = Seeker(minor=False, subject_under_18=True)
PARENT = Seeker(minor=True, role="child")
WORKER = Seeker(minor=True, role="client")
FRIEND = Seeker(minor=True, role="friend")
FRIEND_OF_ADULT = Seeker(minor=False, role="friend", subject_under_18=False)
SHARER = Seeker(minor=True, role="sharer")


@pytest.mark.parametrize(
    ("case", "who", "seen"),
    [
        ({"adult_ok": False}, MINOR, True),
        ({"adult_ok": False}, ADULT, False),
        ({"youth_ok": False}, MINOR, False),
        ({"youth_ok": False}, ADULT, True),
        ({"youth_ok": False, "emergency": True}, MINOR, True),
        ({"for_roles": ("sharer",), "emergency": True}, ADULT, True),
        ({"for_roles": ("child",)}, MINOR, False),
        ({"for_roles": ("child",), "youth_ok": False}, PARENT, True),
        ({"for_roles": ("child", "client"), "youth_ok": False}, WORKER, True),
        # A lawyer who takes adults only is no help to a worker with somebody of sixteen.
        ({"for_roles": ("self", "client"), "youth_ok": False}, WORKER, False),
        # A line that only the young person may use is still one to name to them.
        ({"for_roles": ("self",), "adult_ok": False}, WORKER, True),
        ({"for_roles": ("self",), "adult_ok": False}, PARENT, True),
        ({"for_roles": ("self",), "adult_ok": False}, FRIEND, True),
        ({"for_roles": ("self",), "adult_ok": False}, FRIEND_OF_ADULT, False),
        ({"for_roles": ("friend",), "youth_ok": False}, FRIEND, False),
        ({"for_roles": ("self",)}, SHARER, False),
        ({"for_roles": ("sharer",)}, SHARER, True),
    ],
)
def test_age_and_role_decide_who_sees_a_line(case, who, seen):
    assert fits(line(**case), who) is seen


@pytest.mark.parametrize(
    ("crosses", "seen_by"),
    [
        ("under-18", [MINOR, ADULT_THEN_MINOR]),
        ("adult", [ADULT]),
        ("any", [MINOR, ADULT, ADULT_THEN_MINOR]),
        (None, [MINOR, ADULT, ADULT_THEN_MINOR]),
    ],
)
def test_a_service_for_pictures_is_never_named_for_the_wrong_side_of_18(crosses, seen_by):
    service = line(crosses=crosses)
    assert [who for who in (MINOR, ADULT, ADULT_THEN_MINOR) if fits(service, who)] == seen_by


@pytest.mark.parametrize(
    ("topics", "seen"),
    [
        ({"child-exploitation-report", "police"}, False),
        ({"child-exploitation-report", "child-protection", "parents"}, False),
        ({"child-exploitation-report", "police", "fraud"}, True),
        ({"child-exploitation-report", "crisis"}, True),
    ],
)
def test_a_body_for_reports_about_children_says_nothing_to_an_adult(topics, seen):
    assert (fits(line("x", *topics), ADULT), fits(line("x", *topics), MINOR)) == (seen, True)


def test_helpers_are_told_of_a_matching_service_but_not_of_other_services_only_for_the_person():
    matching = line("x", "picture-matching", crosses="under-18", adult_ok=False)
    other = line("x", "image-removal", crosses="under-18", adult_ok=False)
    assert [fits(one, who) for one in (matching, other) for who in (PARENT, WORKER)] == [True, True, False, False]


def test_a_young_sharer_is_told_of_a_youth_lawyer_and_of_no_other_line_of_somebody_else():
    lawyer, legal = line("x", "legal", "youth"), line("y", "legal")
    grown = Seeker(minor=False, role="sharer")
    assert [fits(one, who) for one in (lawyer, legal) for who in (SHARER, grown)] == [True, True, False, False]
    assert fits(line("x", "legal", "youth", adult_ok=False), grown) is False


def order(who, *lines):
    return [one.slug for one in sorted(lines, key=lambda one: rank(one, who))]


def test_lines_stand_in_the_order_of_who_can_be_reached_now():
    lines = (
        line("no-number", channels=()),
        line("worldwide", international=True),
        line("by-day", channels=[channel(always=False)]),
        line("unofficial", official=False),
        line("national"),
        line("near", national=False),
    )
    assert order(ADULT, *lines) == ["near", "national", "unofficial", "by-day", "worldwide", "no-number"]


def test_hours_that_nobody_knows_come_after_hours_that_are_known_for_people_of_the_same_age():
    by_day = replace(channel(always=False), times=OpeningHours("Mo-Fr 09:00-17:00", "America/Toronto"))
    doubted = replace(channel(always=False), times=OpeningHours("24/7", "", uncertain=True))
    lines = [
        line("doubted", channels=[doubted]),
        line("unknown", channels=[channel(always=False)]),
        line("site", channels=[channel("web", False)]),
        line("known", channels=[by_day]),
        line("always"),
    ]
    assert order(ADULT, *lines) == ["always", "known", "doubted", "unknown", "site"]
    young = line("young", "youth", channels=[channel(always=False)])
    assert order(MINOR, *lines, young)[:3] == ["always", "young", "known"]


def test_young_people_see_lines_for_them_first_and_adults_see_them_last():
    young, anybody = line("young", "youth"), line("anybody")
    assert (order(MINOR, anybody, young), order(ADULT, young, anybody)) == (["young", "anybody"], ["anybody", "young"])
    assert order(PARENT, young, anybody) == ["young", "anybody"]


def test_text_first_puts_a_line_that_takes_texts_before_one_for_young_people():
    texts, young = line("texts", channels=[channel("text")]), line("young", "youth")
    who = Seeker(minor=True, text_first=True)
    assert (order(who, young, texts), order(MINOR, texts, young)) == (["texts", "young"], ["young", "texts"])


@pytest.mark.parametrize(
    ("topics", "own", "kept"),
    [
        ({"legal"}, None, True),
        ({"legal"}, line("own", "legal"), False),
        ({"legal"}, line("own", "legal", channels=()), True),
        ({"crisis"}, line("own", "crisis"), False),
        # At night a list of lines in other places is better than a line that is closed.
        ({"crisis"}, line("own", "crisis", channels=[channel(always=False)]), True),
    ],
)
def test_a_worldwide_list_gives_way_to_a_line_of_the_country(topics, own, kept):
    listing = line("list", "directory", *topics, channels=[channel("web", False)], international=True)
    found = ranked_for_need(filter(None, [listing, own]), lambda one: bool(one.fit.topics & topics), MINOR)
    assert ("list" in [one.slug for one in found]) is kept


@pytest.mark.parametrize("always", [True, False])
def test_a_european_number_to_talk_to_gives_way_to_any_line_of_the_country(always):
    european = line("eu", "directory", "crisis", channels=[channel(always=False)], international=True)
    own = line("own", "crisis", channels=[channel(always=always, value="7")])
    found = [ranked_for_need(lines, lambda one: True, MINOR) for lines in ([european, own], [european])]
    assert [[one.slug for one in lines] for lines in found] == [["own"], ["eu"]]


@pytest.mark.parametrize(("who", "kept"), [(MINOR, False), (ADULT, True)])
def test_a_child_line_does_not_keep_an_adult_from_the_worldwide_list(who, kept):
    listing = line("list", "directory", "crisis", channels=[channel("web", False)], international=True)
    found = ranked_for_need([listing, line("young", "crisis", "youth")], lambda one: "crisis" in one.fit.topics, who)
    assert ("list" in [one.slug for one in found]) is kept


@pytest.mark.parametrize(("number", "kept"), [("112", False), ("110", True)])
def test_a_european_number_stays_only_where_the_country_has_another_one(number, kept):
    european = line("eu", "directory", emergency=True, international=True, channels=[channel(value="112")])
    own = line("own", emergency=True, channels=[channel(value=number)])
    found = [one.slug for one in ranked_for_need([european, own], lambda one: one.emergency, MINOR)]
    assert found == (["own", "eu"] if kept else ["own"])


@pytest.mark.parametrize(
    ("topics", "one_group"),
    [
        ({"crisis"}, False),
        ({"crisis", "indigenous"}, True),
        ({"crisis", "sexual-violence"}, True),
        ({"crisis", "image-abuse", "youth"}, False),
        ({"crisis", "lgbtq", "youth"}, True),
    ],
)
def test_lines_for_one_group_or_subject_are_told_apart(topics, one_group):
    assert special(line("x", *topics)) is one_group


def test_a_line_is_always_reached_by_what_is_open_day_and_night_only():
    both = line("x", channels=[channel("phone"), channel("text", False)])
    assert [both.always_by(kind) for kind in ("phone", "text", "chat")] == [True, False, False]


def test_of_two_that_fit_equally_the_one_that_speaks_the_readers_language_stands_first():
    english, both = (replace(line(slug=slug), about=Details(languages=spoken)) for slug, spoken in SPOKEN)
    late = replace(both, slug="late", open_all_hours=False)
    first = {
        reads: [
            found.slug
            for found in sorted((english, late, both), key=lambda one: rank(one, replace(MINOR, reads=reads)))
        ]
        for reads in ("en", "fr")
    }
    assert first == {"en": ["english", "both", "late"], "fr": ["both", "english", "late"]}


SPOKEN = (
    ("english", (Language("en", "English"),)),
    ("both", (Language("en", "English"), Language("fr", "French"))),
)
