"""What a step may know of somebody, read from their answers."""

import pytest

from resources.core.helpline_choice import Seeker
from tests.people import answers_of
from wizard.helplines.core.key import FLAGS, MOST_FLAGS, NumberKey, key_of
from wizard.helplines.core.steps import STEPS

SELF = {"who": "self", "danger": "none", "age": "16-17", "device": "mine"}
GROWN = {**SELF, "age": "18-plus"}


def flag(name, **person):
    return getattr(key_of(answers_of(**person), (name,)), name)


# A flag, the answers, and what the flag says of them.
SAID = [
    ("role", {"who": "client"}, "client"),
    ("role", {}, "self"),
    ("role", {"who": "sharer", "forced": "yes"}, "self"),
    ("role", {"who": "sharer", "forced": "no"}, "sharer"),
    ("age", SELF, "minor"),
    ("age", {**SELF, "age": ""}, "skipped"),
    ("age", {**GROWN, "what": "shared", "age_then": "under-18"}, "long-ago"),
    ("age", {**GROWN, "what": "shared", "age_then": "18-plus"}, "adult"),
    ("text_first", SELF, True),
    ("text_first", {**SELF, "device": "mine shared"}, False),
    ("text_first", GROWN, False),
    ("passed_on", {**SELF, "what": "passed-on"}, "only"),
    ("passed_on", {**SELF, "what": "shared passed-on"}, "also"),
    ("passed_on", {**SELF, "what": "shared"}, ""),
    ("source", {**SELF, "what": "shared", "holder": "partner"}, "partner"),
    ("source", {**SELF, "what": "shared", "holder": "family"}, "family"),
    ("source", {**SELF, "what": "shared", "holder": "adult"}, "adult"),
    ("source", {**SELF, "what": "shared", "holder": "duty"}, "around"),
    ("source", {**SELF, "what": "shared", "holder": "unknown"}, "unknown"),
    ("source", {**SELF, "what": "shared"}, "unknown"),
    ("source", {**SELF, "what": "demand-money", "holder": "stranger"}, "stranger"),
    ("source", {**GROWN, "what": "demand-money", "holder": "stranger"}, "stranger-money"),
    ("source", {**GROWN, "what": "demand-more", "holder": "stranger"}, "stranger"),
    ("danger_from", {**GROWN, "what": "shared", "holder": "partner", "afraid": "no"}, ""),
    ("danger_from", {**GROWN, "what": "shared", "holder": "partner", "afraid": "yes"}, "partner"),
    ("danger_from", {**GROWN, "danger": "meet", "what": "demand-more", "holder": "stranger"}, "stranger"),
    ("crisis", {**SELF, "danger": "self-harm"}, True),
    ("crisis", {**SELF, "what": "demand-more", "holder": "stranger", "already": "hurt-self"}, True),
    ("schooled", {**SELF, "what": "shared", "where": "school-work"}, True),
    ("schooled", {**SELF, "what": "shared", "holder": "trust"}, True),
    ("sextorted", {**SELF, "what": "demand-money"}, True),
    ("at_risk", {**GROWN, "who": "child", "keeps_safe": "no"}, True),
    ("affected", {**SELF, "what": "passed-on"}, False),
    ("affected", {**SELF, "who": "friend", "what": "shared"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("name", "person", "value"), SAID)
def test_a_flag_is_read_from_the_answers(name, person, value):
    assert flag(name, **person) == value


def test_each_flag_is_tried_here_but_the_one_that_the_facts_decide():
    assert {name for name, _person, _value in SAID} == FLAGS.keys() - {"outing"}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_reads_eight_flags_at_most_and_only_those_there_are(step):
    reads = STEPS[step].reads
    assert (len(reads) <= MOST_FLAGS, {*reads} <= FLAGS.keys()) == (True, True)


WHOLE = NumberKey("sharer", "minor", True, "also", "family", "family", True, True, True, "named", True, True)


class WatchedKey:
    """A key that remembers what was asked of it; what it works out from other flags asks for those."""

    def __init__(self, key):
        self.key, self.asked = key, set()

    def __getattr__(self, name):
        if name in FLAGS:
            self.asked.add(name)
            return getattr(self.key, name)
        return getattr(NumberKey, name).fget(self)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_asks_its_key_for_what_it_says_that_it_reads(step):
    watched = WatchedKey(WHOLE)
    for slot in STEPS[step].parts(watched):
        slot.when(watched, ())
        slot.label.said_to(watched)
    assert watched.asked <= {*STEPS[step].reads}


def test_where_nobody_gave_an_age_both_are_looked_for_and_pictures_stay_those_of_the_young():
    key = NumberKey("self", "skipped", text_first=True)
    assert (key.who, key.grown) == (Seeker(True, "self", True, True), Seeker(False, "self", True))


@pytest.mark.parametrize(
    ("key", "maybe", "sure"),
    [
        (NumberKey(), "", ""),
        (NumberKey(schooled=True, sextorted=True), "students", "blackmailed"),
        (NumberKey(source="partner"), "partner", "partner"),
        (NumberKey(danger_from="unknown"), "partner", ""),
        (NumberKey(source="family"), "", ""),
    ],
)
def test_the_answers_say_few_groups_and_never_a_gender_or_a_people(key, maybe, sure):
    assert (key.said.maybe, key.said.sure) == ({*maybe.split()}, {*sure.split()})
