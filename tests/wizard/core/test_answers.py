"""Flags: a skipped answer is read as the more protective one, and "not asked" is neither yes nor no."""

from dataclasses import replace

import pytest

from tests.people import WORLD, answers_of, path_of, place_of
from wizard.core.answers import FLAGS, Answers
from wizard.core.location import read_answers

READ_AS = [
    ("who", {}, {"role": "self", "for_self": True, "said_self": False}),
    ("danger", {}, {"danger_skipped": True, "contact_danger": False, "self_harm": False}),
    ("device", {}, {"watched": True, "device_mine": False, "home": False}),
    ("place", {}, {"place_skipped": True, "crime_here": False}),
    ("age", {}, {"age": "13-15", "minor_now": True, "subject_under_18": True}),
    ("age-then", {"age": "18-plus"}, {"minor_now": False, "subject_under_18": True}),
    ("forced", {"who": "sharer"}, {"forced": True, "affected": True}),
    ("what", {}, {"sextorted": True, "shared": True, "shared_ticked": False, "threatened": False}),
    ("holder", {}, {"dangerous_holder": True, "known_person": False, "stranger": False}),
    ("holder-age", {"age": "13-15", "holder": "peer", "afraid": "no"}, {"dangerous_holder": True}),
    ("afraid", {"age": "18-plus", "age_then": "18-plus", "holder": "peer"}, {"afraid": True, "afraid_no": False}),
    ("already", {"what": "threat"}, {"already_skipped": True, "paid": False}),
    ("where", {}, {"platform_named": False, "group_chat": False}),
]


@pytest.mark.parametrize(("slug", "given", "flags"), READ_AS, ids=[row[0] for row in READ_AS])
def test_skipped_is_read_as(slug: str, given: dict[str, str], flags: dict[str, object]) -> None:
    a = answers_of(**given)
    assert slug in a.unanswered
    assert {name: getattr(a, name) for name in flags} == flags


NOT_ASKED = [
    ("afraid", {"holder": "stranger"}, {"afraid": False, "afraid_no": False}),
    ("already", {"what": "fake", "holder": "peer"}, {"already_skipped": False}),
    ("forced", {"who": "self"}, {"forced": False}),
    ("what", {"who": "sharer", "forced": "no"}, {"what_skipped": False, "sextorted": False, "shared": False}),
    ("holder", {"what": "passed-on"}, {"dangerous_holder": False, "known_person": False}),
]


@pytest.mark.parametrize(("slug", "given", "flags"), NOT_ASKED, ids=[row[0] for row in NOT_ASKED])
def test_not_asked_is_neither(slug: str, given: dict[str, str], flags: dict[str, object]) -> None:
    a = answers_of(**given)
    assert slug not in a.unanswered
    assert {name: getattr(a, name) for name in flags} == flags


GROWN = {"age": "18-plus", "age_then": "18-plus"}
DERIVED: list[tuple[str, dict[str, str], str, bool]] = [
    ("an adult in an adult picture", GROWN, "subject_under_18", False),
    ("an adult in a picture from before", {"age": "18-plus", "age_then": "under-18"}, "subject_under_18", True),
    ("a sharer who did not say how old the person was", {"who": "sharer", "age": "18-plus"}, "subject_under_18", True),
    ("an adult who only passed one on of an adult", {**GROWN, "what": "passed-on"}, "subject_under_18", False),
    ("an adult who did not say how old the person was", {"age": "18-plus", "what": "passed-on"},
     "subject_under_18", True),
    ("a sharer of a picture of an adult", {"who": "sharer", **GROWN}, "subject_under_18", False),
    ("an adult to whom one was sent, of nobody knows whom", {**GROWN, "what": "received"}, "subject_under_18", True),
    ("an adult in a picture, to whom one was sent too", {**GROWN, "what": "shared received"},
     "subject_under_18", False),
    ("what was sent is never touched", {**GROWN, "what": "shared received"}, "off_limits", True),
    ("what was passed on is never touched", {**GROWN, "what": "shared passed-on"}, "off_limits", True),
    ("an adult picture of their own is theirs", {**GROWN, "what": "shared"}, "off_limits", False),
    ("nobody said what: there may be a picture", {}, "pictured", True),
    ("only one was sent to them", {"what": "received"}, "pictured", False),
    ("only one was passed on", {"what": "passed-on"}, "pictured", False),
    ("worried about one", {"what": "worried"}, "pictured", True),
    ("it was only sent to them", {"what": "received"}, "affected", False),
    ("a relative of somebody who cannot protect themself", {"who": "friend", **GROWN, "keeps_safe": "no"},
     "carer", True),
    ("is asked as if it was done to them", {"who": "friend", **GROWN, "keeps_safe": "no"}, "affected", True),
    ("a friend who skips it is not", {"who": "friend", **GROWN}, "affected", False),
    ("a profile that pretends is out", {"what": "posing"}, "out", True),
    ("a threat is not out", {"what": "threat"}, "out", False),
    ("family is to be feared", {"holder": "family"}, "fear", True),
    ("a phone that is looked at is not", {"device": "watched", "holder": "stranger"}, "fear", False),
    ("a skipped device does not live near", {"holder": "stranger"}, "lives_near", False),
    ("a partner lives near", {"holder": "partner", "device": "mine"}, "lives_near", True),
    ("a brother who is a child", {"holder": "family", "holder_age": "young", "age": "13-15"}, "sibling", True),
    ("family that nobody gave an age", {"holder": "family", "age": "13-15"}, "sibling", False),
    ("who was forced is threatened", {"who": "sharer", "forced": "yes", "what": "shared"}, "threatened", True),
    ("a child of 12 alone", {"age": "under-13"}, "under_13_alone", True),
    ("a sharer of 12 alone", {"who": "sharer", "age": "under-13"}, "under_13_alone", True),
    ("a child of 12 with a parent", {"who": "child", "age": "under-13"}, "under_13_alone", False),
    ("a sharer puts right", {"who": "sharer"}, "put_right", True),
    ("who also passed one on puts right", {"what": "shared passed-on"}, "put_right", True),
    ("others do not", {"what": "shared"}, "put_right", False),
    ("a person is affected", {"what": "shared"}, "affected", True),
    ("not when they only passed one on", {"what": "passed-on"}, "affected", False),
    ("a friend is not", {"who": "friend", "what": "shared"}, "affected", False),
    ("a forced sharer is", {"who": "sharer", "forced": "yes"}, "affected", True),
    ("a free sharer is not", {"who": "sharer", "forced": "no"}, "affected", False),
    ("a sharer under 13 is", {"who": "sharer", "age": "under-13"}, "affected", True),
    ("money is a demand", {"what": "demand-money"}, "sextorted", True),
    ("more is a demand", {"what": "demand-more"}, "sextorted", True),
    ("a threat alone is not a demand", {"what": "threat"}, "sextorted", False),
    ("a threat alone is a threat", {"what": "threat"}, "threatened", True),
    ("a time limit is a threat", {"danger": "deadline", "what": "worried"}, "threatened", True),
    ("a demand is more than a threat", {"what": "threat demand-more"}, "threatened", False),
    ("hurt is contact", {"danger": "unsafe"}, "contact_danger", True),
    ("a meeting is contact", {"danger": "meet"}, "contact_danger", True),
    ("a time limit is not contact", {"danger": "deadline"}, "contact_danger", False),
    ("a partner is known", {"holder": "partner"}, "known_person", True),
    ("family is not in that group", {"holder": "family"}, "known_person", False),
    *((f"{kind} is dangerous", {**GROWN, "holder": kind, "afraid": "no"}, "dangerous_holder", True)
      for kind in ("stranger", "young", "trust", "duty", "family", "unknown")),
    *((f"a calm {kind} of a grown person is not", {**GROWN, "holder": kind, "afraid": "no"}, "dangerous_holder", False)
      for kind in ("peer", "adult", "partner")),
    ("a feared peer is", {**GROWN, "holder": "peer", "afraid": "yes"}, "dangerous_holder", True),
    ("contact danger makes anyone so", {**GROWN, "danger": "meet", "holder": "peer", "afraid": "no"},
     "dangerous_holder", True),
    ("an adult and a child", {"age": "16-17", "holder": "adult", "afraid": "no"}, "dangerous_holder", True),
    ("a grown partner and a child", {"age": "16-17", "holder": "partner", "holder_age": "adult", "afraid": "no"},
     "dangerous_holder", True),
    ("a young partner and a child", {"age": "16-17", "holder": "partner", "holder_age": "young", "afraid": "no"},
     "dangerous_holder", False),
    ("a peer of a child alone", {"age": "under-13", "holder": "peer"}, "dangerous_holder", True),
    ("nobody asked about a named platform", {"where": "website search"}, "platform_named", False),
    ("a platform is named", {"where": "website reddit"}, "platform_named", True),
    ("only mine is mine", {"device": "mine"}, "device_mine", True),
    ("mine beside shared is not", {"device": "mine shared"}, "device_mine", False),
    ("shared is not watched", {"device": "shared"}, "watched", False),
    ("Report Remove is for Scotland", {"place": "GB", "region": "GB-SCT"}, "report_remove_here", True),
    ("and for the UK without a nation", {"place": "GB", "region": ""}, "report_remove_here", True),
    ("not for Ireland", {"place": "IE"}, "report_remove_here", False),
    ("law of the whole UK when the nation is skipped", {"place": "GB", "region": ""}, "law_known", True),
    ("no law on file", {"place": "KE"}, "law_known", False),
    ("a body for adults in BC", {**GROWN, "place": "CA", "region": "CA-BC"}, "body_serves", True),
    ("none for adults in Manitoba", {**GROWN, "place": "CA", "region": "CA-MB"}, "body_serves", False),
    ("none for adults when the province is skipped", {**GROWN, "place": "CA", "region": ""}, "body_serves", False),
    ("a tipline for children in Manitoba", {"age": "13-15", "place": "CA", "region": "CA-MB"}, "body_serves", True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "given", "flag", "value"), DERIVED, ids=[row[0] for row in DERIVED])
def test_derived(why: str, given: dict[str, str], flag: str, value: bool) -> None:
    assert getattr(answers_of(**given), flag) is value


def test_report_remove_goes_where_the_facts_say() -> None:
    path = path_of(place="IE")
    read = [read_answers(path, replace(WORLD, report_remove=frozenset(places))) for places in ({"IE"}, {"GB"})]
    assert [a.report_remove_here for a in read] == [True, False]


def test_flags_are_plain_values() -> None:
    a = answers_of()
    assert {type(getattr(a, name)) for name in FLAGS} == {bool, str}


def test_answers_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        answers_of().report_remove_here = True  # type: ignore[misc]


def test_the_home_country_stands_in_and_says_so() -> None:
    assert (place_of().country, place_of().assumed) == ("CA", True)
    assert (place_of(place="US").country, place_of(place="US").assumed) == ("US", False)


def test_flags_name_every_public_attribute_but_the_raw_answers() -> None:
    public = {name for name in dir(Answers) if not name.startswith("_")}
    fields = {"report_remove_here", "law_known", "child_body", "adult_body", "platform_named"}
    fields |= {"crime_here", "outing", "sells"}
    assert public | fields >= FLAGS
    assert fields <= FLAGS
