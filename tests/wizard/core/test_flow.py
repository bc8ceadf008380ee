"""The walk: which questions are on the path, which answers count, which question is next."""

import pytest

from tests.people import WORLD, path_of
from wizard.core.flow import prune, record, walk
from wizard.core.questions import BY_SLUG, FLOW

ALWAYS = ("who", "danger", "device", "place", "age", "what", "holder", "where")


def test_nothing_answered_starts_at_the_first_question() -> None:
    assert path_of().first_open == "who"


def test_without_answers_only_unconditional_questions_apply() -> None:
    assert path_of().slugs == ALWAYS


PATHS = [
    ("an adult is asked about then", {"age": "18-plus"}, (*ALWAYS[:6], "age-then", *ALWAYS[6:])),
    ("a region where the facts name some", {"place": "CA"}, (*ALWAYS[:4], "region", *ALWAYS[4:])),
    ("no region elsewhere", {"place": "KE"}, ALWAYS),
    ("no region in another country", {"place": "other"}, ALWAYS),
    ("a sharer is asked if forced", {"who": "sharer"}, (*ALWAYS[:5], "forced", *ALWAYS[5:])),
    ("a sharer by free will skips what", {"who": "sharer", "forced": "no"}, (*ALWAYS[:5], "forced", "where")),
    ("a forced sharer tells what", {"who": "sharer", "forced": "yes"}, (*ALWAYS[:5], "forced", *ALWAYS[5:])),
    ("an adult sharer is asked how old the person was", {"who": "sharer", "age": "18-plus", "forced": "no"},
     (*ALWAYS[:5], "forced", "age-then", "where")),
    ("one was only sent to an adult: nobody is in a picture of theirs", {"age": "18-plus", "what": "received"}, ALWAYS),
    ("one was sent on by an adult: how old was the person in it", {"age": "18-plus", "what": "passed-on"},
     (*ALWAYS[:6], "age-then", "where")),
    ("an adult who is helped: can they protect themself", {"who": "client", "age": "18-plus"},
     (*ALWAYS[:5], "keeps-safe", "what", "age-then", *ALWAYS[6:])),
    ("a child who is helped: nobody asks that", {"who": "client", "age": "13-15"}, ALWAYS),
    ("only passed on: nobody holds theirs", {"who": "self", "what": "passed-on"}, (*ALWAYS[:6], "where")),
    ("passed on and shared: somebody does", {"who": "self", "what": "shared passed-on"}, ALWAYS),
    ("a demand asks what was done", {"what": "demand-more"}, (*ALWAYS[:7], "already", "where")),
    ("a threat asks what was done", {"what": "threat"}, (*ALWAYS[:7], "already", "where")),
    ("shared by a stranger asks it too", {"what": "shared", "holder": "stranger"}, (*ALWAYS[:7], "already", "where")),
    ("shared by someone unknown asks it too", {"what": "shared", "holder": "unknown"},
     (*ALWAYS[:7], "already", "where")),
    ("shared by family does not, but how old are they", {"what": "shared", "holder": "family"},
     (*ALWAYS[:7], "holder-age", "where")),
    ("family of an adult in an adult picture", {"age": "18-plus", "age-then": "18-plus", "holder": "family"},
     (*ALWAYS[:6], "age-then", *ALWAYS[6:])),
    ("somebody whose job is to help: how careful", {"holder": "duty"}, (*ALWAYS[:7], "afraid", "where")),
    ("nobody else has it: no more about them", {"what": "shared", "holder": "me"}, ALWAYS),
    ("a peer of a minor: how old, how careful", {"age": "16-17", "holder": "peer"},
     (*ALWAYS[:7], "holder-age", "afraid", "where")),
    ("a peer of an adult in an adult picture: how careful", {"age": "18-plus", "age-then": "18-plus", "holder": "peer"},
     (*ALWAYS[:6], "age-then", "holder", "afraid", "where")),
    ("a peer of an adult, picture from before", {"age": "18-plus", "age-then": "under-18", "holder": "partner"},
     (*ALWAYS[:6], "age-then", "holder", "holder-age", "afraid", "where")),
    ("someone in charge: how careful", {"holder": "trust"}, (*ALWAYS[:7], "afraid", "where")),
    ("an adult they know: how careful", {"holder": "adult"}, (*ALWAYS[:7], "afraid", "where")),
    ("under 13 alone: only what and holder", {"age": "under-13"}, ALWAYS[:7]),
    ("under 13 alone, a peer, a demand: no more", {"who": "self", "age": "under-13", "what": "demand-more",
     "holder": "peer"}, ALWAYS[:7]),
    ("an under-13 sharer is not asked if forced", {"who": "sharer", "age": "under-13"}, ALWAYS[:7]),
    ("a helper of an under-13 is asked all", {"who": "child", "age": "under-13", "what": "threat", "holder": "peer"},
     (*ALWAYS[:7], "holder-age", "afraid", "already", "where")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "given", "slugs"), PATHS, ids=[row[0] for row in PATHS])
def test_path(why: str, given: dict[str, str], slugs: tuple[str, ...]) -> None:
    assert path_of(**{key.replace("-", "_"): value for key, value in given.items()}).slugs == slugs


def offered(slug: str, **given: str) -> set[str]:
    path = path_of(**given)
    return {choice.value for choice in BY_SLUG[slug].choices(path.before(slug), WORLD)}


def test_passed_on_is_not_offered_to_friends_and_sharers() -> None:
    shown = {who: "passed-on" in offered("what", who=who) for who in ("self", "child", "client", "friend", "sharer")}
    assert shown == {"self": True, "child": True, "client": True, "friend": False, "sharer": False}


def test_a_child_as_holder_is_offered_to_adults_only() -> None:
    shown = {age: "young" in offered("holder", age=age) for age in ("under-13", "13-15", "16-17", "18-plus")}
    assert shown == {"under-13": False, "13-15": False, "16-17": False, "18-plus": True}


OWN_POST = {"who": "self", "danger": "none", "what": "shared"}


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({}, True),
        ({"who": "sharer", "forced": "yes"}, False),
        ({"danger": "deadline"}, False),
        ({"what": "worried"}, False),
        *(({"what": f"shared {other}"}, False) for other in ("demand-money", "demand-more", "threat", "filmed")),
        *(({"what": f"shared {other}"}, False) for other in ("fake", "posing", "received")),
        ({"what": "shared passed-on"}, True),
    ],
)
def test_nobody_else_is_offered_only_for_a_post_of_ones_own(more: dict[str, str], shown: bool) -> None:
    assert ("me" in offered("holder", **{**OWN_POST, **more})) is shown


def test_what_was_sent_to_them_is_not_offered_to_sharers() -> None:
    shown = {who: "received" in offered("what", who=who) for who in ("self", "friend", "sharer")}
    assert shown == {"self": True, "friend": True, "sharer": False}


def test_a_child_alone_reads_fewer_words_with_the_same_values() -> None:
    child, teen = (offered("what", who="self", age=age) for age in ("under-13", "13-15"))
    assert child == teen


# --- a visit that was begun with the questions in another order -------------------------------------------------------


def test_who_answered_about_then_before_the_question_moved_is_not_asked_again() -> None:
    stored = {"who": ["self"], "danger": [], "device": [], "place": [], "age": ["18-plus"], "age-then": ["under-18"]}
    path = walk(FLOW, stored, WORLD)
    assert (path.first_open, path.replies.one("age-then")) == ("what", "under-18")


def test_nobody_else_does_not_count_once_somebody_threatens() -> None:
    stored = {"who": ["self"], "danger": [], "device": [], "place": [], "age": ["16-17"], "what": ["shared", "threat"],
              "holder": ["me"]}  # fmt: skip
    path = walk(FLOW, stored, WORLD)
    assert (path.first_open, path.replies.one("holder")) == ("holder", None)


def test_whether_an_adult_protects_themself_does_not_count_for_a_child() -> None:
    stored = {"who": ["client"], "danger": [], "device": [], "place": [], "age": ["18-plus"], "keeps-safe": ["no"]}
    assert "keeps-safe" not in record(FLOW, stored, "age", ["16-17"], WORLD)


def test_regions_are_those_of_the_country() -> None:
    assert offered("region", place="GB") == {"GB-ENG", "GB-SCT"}


def test_another_country_can_always_be_chosen() -> None:
    assert "other" in offered("place")


@pytest.mark.parametrize(
    ("slug", "ticked", "kept"),
    [
        ("danger", ["none", "meet"], ("meet",)),
        ("danger", ["none"], ("none",)),
        ("device", ["mine", "watched"], ("watched",)),
        ("what", ["worried", "fake", "shared"], ("fake", "shared")),
        ("already", ["none", "paid"], ("paid",)),
        ("danger", ["meet", "meet"], ("meet",)),
    ],
)
def test_some_values_give_way(slug: str, ticked: list[str], kept: tuple[str, ...]) -> None:
    assert BY_SLUG[slug].settle(ticked) == kept


def test_a_skip_is_kept_as_a_skip() -> None:
    path = path_of(who="", danger="none")
    assert path.first_open == "device"
    assert path.stops[0].skipped


def test_an_answer_no_longer_offered_is_asked_again() -> None:
    stored = {"who": ["self"], "danger": [], "device": [], "place": [], "age": ["16-17"], "what": ["threat"],
              "holder": ["young"]}  # fmt: skip
    path = walk(FLOW, stored, WORLD)
    assert path.first_open == "holder"
    assert path.replies.one("holder") is None


def test_one_vanished_value_of_many_leaves_the_others() -> None:
    path = walk(FLOW, {"who": ["friend"], "what": ["passed-on", "shared"]}, WORLD)
    assert path.replies.values["what"] == ("shared",)


def test_changing_an_early_answer_forgets_what_no_longer_counts() -> None:
    stored = {
        "who": ["sharer"],
        "danger": [],
        "device": [],
        "place": [],
        "age": ["16-17"],
        "forced": ["no"],
        "where": [],
    }
    after = record(FLOW, stored, "who", ["self"], WORLD)
    assert "forced" not in after
    assert walk(FLOW, after, WORLD).first_open == "what"


def test_changing_the_country_forgets_the_region() -> None:
    stored = {"place": ["CA"], "region": ["CA-BC"]}
    assert record(FLOW, stored, "place", ["GB"], WORLD) == {"place": ["GB"]}


def test_pruning_keeps_skips_and_answers_only() -> None:
    assert prune(FLOW, {"who": [], "nonsense": ["x"], "age": ["99"]}, WORLD) == {"who": []}


def test_reached_ends_with_the_first_open_question() -> None:
    assert [stop.question.slug for stop in path_of(who="self", danger="none").reached] == ["who", "danger", "device"]


def test_every_walk_of_skips_ends() -> None:
    stored: dict[str, list[str]] = {}
    while (slug := walk(FLOW, stored, WORLD).first_open) is not None:
        stored = record(FLOW, stored, slug, [], WORLD)
    assert tuple(stored) == ALWAYS


def test_values_are_the_contract() -> None:
    assert {slug: tuple(sorted(offered(slug, **ALL_OFFERED))) for slug in CONTRACT} == {
        slug: tuple(sorted(values.split())) for slug, values in CONTRACT.items()
    }


ALL_OFFERED = {
    "who": "self",
    "age": "18-plus",
    "age_then": "under-18",
    "what": "threat",
    "holder": "peer",
    "place": "CA",
}
CONTRACT = {
    "who": "self child client friend sharer",
    "danger": "self-harm unsafe meet deadline none",
    "device": "mine shared watched home",
    "place": "AU CA GB IE KE NZ US other",
    "region": "CA-BC CA-MB CA-NS CA-NU CA-QC",
    "age": "under-13 13-15 16-17 18-plus",
    "age-then": "under-18 18-plus",
    "what": "demand-money demand-more threat shared filmed fake posing received worried passed-on",
    "holder": "stranger peer young adult partner trust duty family unknown",
    "holder-age": "young adult",
    "afraid": "yes no",
    "already": "paid sent-more sent-others hurt-self replied blocked deleted saved none",
    "where": "snapchat instagram reddit website search group-chat school-work offline other",
}
