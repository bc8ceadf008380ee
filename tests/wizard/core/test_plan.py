"""The plan: who sees which step, in which order, and which tools are open."""

import pytest

from tests.people import ADULT_MAY_SAY_NO, CHILD_ALONE, PEOPLE, TEEN_CLASSMATE_SHARED, answers_of
from wizard.core.plan import OPEN_UNDER_13, build_plan
from wizard.core.step_rules import STEP_RULES
from wizard.core.tools import open_tools

GROWN = {"age": "18-plus", "age-then": "18-plus"}
FREE_SHARER = {"who": "sharer", "forced": "no", "danger": "none"}
MILD = {"danger": "none", "device": "mine", **GROWN}


def plan_of(given: dict[str, str]) -> tuple[str, ...]:
    return build_plan(person(given)).slugs


def person(given: dict[str, str]):
    return answers_of(**{key.replace("-", "_"): value for key, value in given.items()})


ORDER = (
    "danger-now crisis beat-the-clock safe-device safety-plan found-device stop-contact got-one before-it-happens "
    "undo-payment worker-duties with-your-child be-a-good-friend put-it-right tell-someone body-care write-it-down "
    "say-no ask-others look-alike match-service remove block regulator officers school-or-work office-above "
    "lock-accounts know-your-rights no-paid-help watch-for-it other-ways look-after-yourself people"
)


def test_the_table_has_these_steps_in_this_order() -> None:
    assert " ".join(row.slug for row in STEP_RULES) == ORDER


def test_sections_follow_the_order_of_the_table() -> None:
    assert list(dict.fromkeys(row.when for row in STEP_RULES)) == ["first", "today", "days"]


# (step, answers that show it, answers that do not)
SHOWN: list[tuple[str, list[dict[str, str]], list[dict[str, str]]]] = [
    ("danger-now", [{}, {"danger": "unsafe"}, {"danger": "meet self-harm"}],
     [{"danger": "none"}, {"danger": "self-harm"}, {"danger": "deadline"}]),
    ("crisis", [{}, {"danger": "self-harm"}, {"danger": "none", "what": "threat", "already": "hurt-self"}],
     [{"danger": "none"}, {"danger": "meet"}, {"danger": "none", "what": "threat", "already": "paid"}]),
    ("beat-the-clock", [{"danger": "deadline"}], [{}, {"danger": "meet"}]),
    ("body-care", [{"danger": "none", "what": "shared", "holder": kind}
                   for kind in ("peer", "partner", "adult", "trust", "duty", "family")]
     + [{"danger": "meet", "holder": "stranger"}, {"danger": "none", "what": "threat", "already": "hurt-self"},
        {"danger": "deadline meet", "what": "worried"}, {**MILD, "what": "filmed", "holder": "stranger"},
        {**MILD, "what": "threat", "holder": "partner", "afraid": "yes"},
        {**MILD, "age-then": "under-18", "what": "demand-more", "holder": "adult"}],
     [{"danger": "none", "what": "shared", "holder": kind} for kind in ("stranger", "unknown", "")]
     + [{"danger": "none", "what": "worried", "holder": "peer"},
        {"who": "friend", "what": "shared", "holder": "peer"}, {**MILD, "what": "fake", "holder": "peer"},
        {**MILD, "what": "filmed demand-money", "holder": "stranger"}, {**MILD, "what": "received", "holder": "adult"},
        {**MILD, "age-then": "under-18", "what": "shared", "holder": "adult"}]),
    ("safe-device", [{}, {"device": "mine shared"}, {"device": "home"}, {"device": "mine", "holder": "family"},
                     {"device": "mine", "holder": "partner", "afraid": "yes"}, {"device": "mine", "holder": "partner"},
                     {"device": "mine", "age": "under-13", "holder": "partner"}],
     [{"device": "mine"}, {"device": "mine", "holder": "partner", "afraid": "no"}]),
    ("safety-plan", [{}, {"device": "mine", "holder": "peer"}, {"device": "mine", "holder": "trust", "afraid": "yes"},
                     {"device": "mine", "holder": "family"}, {"device": "mine", "danger": "unsafe"},
                     {"device": "watched"}, {"device": "home"},
                     {"device": "mine", "what": "demand-more", "holder": "partner", "afraid": "no"},
                     {"device": "mine", "holder": "partner", "afraid": "no"},
                     {"device": "mine", "age": "under-13", "holder": "peer"}, {"device": "mine"},
                     {"device": "mine", "age": "under-13", "holder": "duty"},
                     {"device": "mine", "age": "16-17", "what": "threat", "holder": "duty", "afraid": "no"}],
     [{"device": "mine", "what": "shared"}, {"device": "shared", "holder": "stranger"},
      {"device": "mine", "what": "demand-money", "holder": "partner", "afraid": "no"},
      {"device": "mine", "age": "under-13", "holder": "stranger"}, {"device": "mine", "danger": "self-harm",
      "what": "fake"},
      {**MILD, "what": "threat", "holder": "duty", "afraid": "no"}]),
    ("found-device", [{"what": "filmed"}, {"who": "friend", "what": "filmed"}, {**MILD, "what": "filmed",
     "holder": "stranger"},
                      {"who": "child", "what": "filmed threat", "holder": "family"}],
     [{}, {"what": "filmed demand-money", "holder": "stranger"}, {"what": "filmed threat", "holder": "stranger"}]),
    ("stop-contact", [{}, {"what": "demand-more"}, {"what": "threat"}, {"what": "shared", "holder": "stranger"},
                      {"who": "friend", "what": "threat"}, {**FREE_SHARER, "danger": "deadline"},
                      {"danger": "deadline", "what": "worried"}, {**MILD, "what": "received", "holder": "unknown"},
                      {**MILD, "what": "received"}, {"age": "13-15", "what": "received", "holder": "adult"},
                      {"age": "13-15", "what": "received", "holder": "peer", "holder-age": "adult"}],
     [{**MILD, "what": "received", "holder": "adult"}, {"what": "shared", "holder": "me"},
      {"age": "13-15", "what": "received", "holder": "peer", "holder-age": "young"}, {"what": "shared",
      "holder": "peer"}, {"what": "worried", "holder": ""}, FREE_SHARER, {"what": "passed-on"}]),
    ("got-one", [{"what": "received"}, {"who": "client", "what": "received shared"}, {**MILD, "what": "received"}],
     [{}, {"what": "shared"}, {"who": "sharer", "what": "received"}]),
    ("before-it-happens", [{"what": "worried"}, {"what": "worried", "holder": "stranger"}],
     [{}, {"what": "worried", "danger": "deadline"}, {"what": "threat"}, {"what": "worried", "danger": "meet"},
      {"what": "worried", "holder": "partner", "afraid": "yes"}, {"what": "filmed"}, {"what": "received"}]),
    ("undo-payment", [{"what": "threat", "already": "paid"}, {"what": "demand-money"}],
     [{}, {"what": "demand-more"}, {"what": "demand-money", "already": "replied"}]),
    ("worker-duties", [{"who": "client"}], [{}, {"who": "child"}]),
    ("with-your-child", [{"who": "child"}], [{}, {"who": "client"}]),
    ("be-a-good-friend", [{"who": "friend"}], [{}, {"who": "sharer"}]),
    ("put-it-right", [{"who": "sharer"}, {"what": "passed-on"}, {"who": "child", "what": "shared passed-on"}],
     [{}, {"what": "shared"}]),
    ("tell-someone", [{}, {"who": "self"}, {"who": "sharer"}],
     [{"who": "child"}, {"who": "client"}, {"who": "friend"}]),
    ("write-it-down", [{}, {"who": "friend", "what": "shared"}, {"what": "worried", "danger": "deadline"},
                       {**ADULT_MAY_SAY_NO, "what": "worried"}, {"what": "received"},
                       {"what": "worried", "holder": "family"}],
     [{"what": "worried"}, {"what": "passed-on"}, FREE_SHARER, {"who": "friend", "what": "worried"}]),
    ("ask-others", [{"what": "shared", "holder": "peer"}, {"who": "child", "what": "shared"},
                    {"who": "friend", "what": "shared threat"}],
     [{}, {"what": "threat"}, {"who": "client", "what": "shared"}, {"who": "sharer", "what": "shared"},
      {"what": "shared", "holder": "family"}, {**GROWN, "what": "shared", "holder": "young"},
      {"what": "shared", "danger": "meet"}, {"what": "shared", "holder": "duty"}]),
    ("look-alike", [{"what": "posing"}, {"who": "friend", "what": "posing fake"}],
     [{}, {"what": "fake"}]),
    ("match-service", [{}, {"who": "client"}, {"what": "worried"}, {**MILD, "what": "posing"},
                       {"who": "friend", **MILD, "keeps-safe": "no", "what": "shared"}],
     [{"age": "18-plus", "what": "worried"}, {"age": "18-plus", "what": "posing"}, {"what": "received"},
      {"who": "friend"}, {"who": "sharer"}, {"what": "passed-on"}]),
    ("remove", [{}, {"what": "shared"}, {"what": "fake"}, {"what": "threat", "where": "snapchat"},
                {"who": "sharer", "what": "shared"}, {"what": "posing"}, {"what": "shared", "holder": "me"},
                {"danger": "deadline", "what": "worried", "where": "reddit"}],
     [{"what": "threat"}, {"what": "demand-more", "where": "website"}, {"what": "worried", "where": "snapchat"},
      {"who": "friend", "what": "shared"}, FREE_SHARER]),
    ("block", [{}, {"what": "fake"}, {"what": "worried", "danger": "deadline"}, {"what": "received"},
     {"what": "posing"}],
     [{"what": "shared", "holder": "me"}, {"who": "friend", "what": "received"}, {"what": "worried"},
      {"who": "friend", "what": "threat"}, {"what": "passed-on"}]),
    ("regulator", [{"age": "13-15", "place": "CA", "region": "CA-MB"}, {**GROWN, "place": "CA", "region": "CA-BC"},
                   {"who": "friend", "place": "US"}, {**GROWN, "place": "GB"}],
     [{**GROWN, "place": "CA", "region": "CA-MB"}, {"place": "KE"}, {**FREE_SHARER, "place": "US"}]),
    ("officers", [{}, {"who": "child"}, {"who": "client"}, {"what": "passed-on", "danger": "meet"},
                  {"who": "friend", "danger": "deadline"}, {"who": "friend"},
                  {"who": "friend", "danger": "none", "age": "under-13"},
                  {"who": "friend", "danger": "none", "age": "16-17", "what": "demand-money"},
                  {"who": "friend", "danger": "none", "age": "16-17", "what": "shared", "holder": "adult"},
                  {"who": "sharer", "danger": "unsafe"}, {**FREE_SHARER, "danger": "meet"}, {"what": "received"},
                  {"who": "friend", "danger": "none", **GROWN, "what": "filmed"},
                  {"who": "friend", "danger": "none", **GROWN, "keeps-safe": "no", "what": "shared"},
                  {"age": "under-13", "what": "shared", "holder": "me"}],
     [{"danger": "none", "what": "shared", "holder": "me"}, {"what": "passed-on"}, {"who": "sharer",
      "danger": "none"}, FREE_SHARER, {"who": "sharer", "danger": "self-harm"},
      {"who": "friend", "danger": "none", **GROWN, "what": "demand-money"},
      {"who": "friend", "danger": "none", "age": "16-17", "what": "shared", "holder": "peer", "holder-age": "young",
       "afraid": "no"}]),
    ("school-or-work", [{"holder": "peer"}, {"holder": "trust"}, {**GROWN, "holder": "young"},
                        {"holder": "stranger", "where": "group-chat"}, {"where": "school-work"},
                        {"what": "received", "holder": "peer"}],
     [{}, {"holder": "partner"}, {"who": "friend", "holder": "peer"}, {"holder": "duty"}]),
    ("office-above", [{"holder": "duty"}, {"who": "friend", "holder": "duty"}, {"what": "received", "holder": "duty"}],
     [{}, {"holder": "trust"}]),
    ("lock-accounts", [{}, {"who": "child"}, {"who": "sharer", "forced": "yes"}],
     [{"who": "friend"}, FREE_SHARER, {"what": "passed-on"}]),
    ("know-your-rights", [{}, {"place": "GB", "region": "GB-SCT"}, {"place": "GB"}, {"place": "US"}],
     [{"place": "KE"}, {"place": "other"}]),
    ("no-paid-help", [{}, {"who": "friend", "what": "threat"}, {"what": "fake"}],
     [{"who": "sharer"}, {"what": "worried"}, {"what": "passed-on"}]),
    ("watch-for-it", [{}, {"what": "fake"}, {"what": "shared"}],
     [{"what": "threat"}, {"who": "friend", "what": "shared"}, {"what": "worried"}]),
    ("other-ways", [{**MILD, "what": "shared", "holder": "peer", "afraid": "no"},
                    {**MILD, "who": "friend", "what": "fake", "holder": "adult", "afraid": "no"}],
     [{}, {**MILD, "what": "shared", "holder": "partner", "afraid": "no"},
      *({**MILD, "what": f"shared {other}", "holder": "peer", "afraid": "no"} for other in ("filmed", "posing",
      "received")),
      {**MILD, "what": "worried", "holder": "peer", "afraid": "no"},
      {**MILD, "what": "threat", "holder": "peer", "afraid": "no"},
      {**MILD, "what": "shared", "holder": "peer", "afraid": "yes"},
      {**MILD, "what": "shared", "holder": "family"},
      {"who": "sharer", "what": "shared", "holder": "peer", "holder-age": "young", "afraid": "no"},
      {"who": "child", "danger": "none", "age": "under-13", "what": "shared", "holder": "peer", "holder-age": "young",
       "afraid": "no"}]),
    ("look-after-yourself", [{}, FREE_SHARER, CHILD_ALONE], []),
    ("people", [{}, FREE_SHARER, CHILD_ALONE], []),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "given"), [(slug, given) for slug, yes, _ in SHOWN for given in yes])
def test_step_is_shown(slug: str, given: dict[str, str]) -> None:
    assert slug in plan_of(given)


@pytest.mark.parametrize(("slug", "given"), [(slug, given) for slug, _, no in SHOWN for given in no])
def test_step_is_not_shown(slug: str, given: dict[str, str]) -> None:
    assert slug not in plan_of(given)


def test_every_step_has_rows_here() -> None:
    assert {slug for slug, _, _ in SHOWN} | {"say-no"} == {row.slug for row in STEP_RULES}


# --- the message gate -------------------------------------------------------------------------------------------------

OPEN_GATE = [
    ADULT_MAY_SAY_NO,
    {**ADULT_MAY_SAY_NO, "what": "fake"},
    {**ADULT_MAY_SAY_NO, "what": "worried"},
    {**ADULT_MAY_SAY_NO, "device": "shared"},
    {**ADULT_MAY_SAY_NO, "holder": "adult"},
    {**ADULT_MAY_SAY_NO, "holder": "partner"},
    TEEN_CLASSMATE_SHARED,
    {**TEEN_CLASSMATE_SHARED, "holder": "partner"},
]
CLOSED_GATE = [
    {**ADULT_MAY_SAY_NO, "who": ""},
    {**ADULT_MAY_SAY_NO, "who": "child"},
    {**ADULT_MAY_SAY_NO, "who": "client"},
    {**ADULT_MAY_SAY_NO, "who": "friend"},
    {**ADULT_MAY_SAY_NO, "who": "sharer"},
    {**ADULT_MAY_SAY_NO, "age": ""},
    {**ADULT_MAY_SAY_NO, "age": "under-13"},
    {**ADULT_MAY_SAY_NO, "danger": ""},
    *({**ADULT_MAY_SAY_NO, "danger": danger} for danger in ("self-harm", "unsafe", "meet", "deadline")),
    {**ADULT_MAY_SAY_NO, "device": ""},
    {**ADULT_MAY_SAY_NO, "device": "shared watched"},
    {**ADULT_MAY_SAY_NO, "device": "shared home"},
    {**ADULT_MAY_SAY_NO, "what": "threat", "already": "none"},
    *({**ADULT_MAY_SAY_NO, "what": f"shared {other}"} for other in ("filmed", "posing", "received", "passed-on")),
    {**ADULT_MAY_SAY_NO, "holder": "duty"},
    {**ADULT_MAY_SAY_NO, "holder": "me"},
    *({**ADULT_MAY_SAY_NO, "holder": kind} for kind in ("", "stranger", "young", "trust", "family", "unknown")),
    {**ADULT_MAY_SAY_NO, "afraid": ""},
    {**ADULT_MAY_SAY_NO, "afraid": "yes"},
    {**ADULT_MAY_SAY_NO, "what": ""},
    {**ADULT_MAY_SAY_NO, "what": "passed-on"},
    *({**ADULT_MAY_SAY_NO, "what": f"shared {demand}"} for demand in ("demand-money", "demand-more")),
    {**TEEN_CLASSMATE_SHARED, "what": "threat"},
    {**TEEN_CLASSMATE_SHARED, "what": "shared threat"},
    {**TEEN_CLASSMATE_SHARED, "holder": "adult"},
    {**TEEN_CLASSMATE_SHARED, "holder-age": ""},
    {**TEEN_CLASSMATE_SHARED, "holder-age": "adult"},
    {**ADULT_MAY_SAY_NO, "age-then": "under-18", "what": "shared threat", "holder-age": "young"},
]


@pytest.mark.parametrize("given", OPEN_GATE)
def test_the_gate_opens(given: dict[str, str]) -> None:
    assert "say-no" in plan_of(given)
    assert "message" in open_tools(person(given))


@pytest.mark.parametrize("given", CLOSED_GATE)
def test_one_answer_closes_the_gate(given: dict[str, str]) -> None:
    assert "say-no" not in plan_of(given)
    assert "message" not in open_tools(person(given))


# --- forms, folds and tools -------------------------------------------------------------------------------------------

SHORT = [
    ({}, {"danger-now", "crisis", "safety-plan"}),
    ({"danger": "meet"}, set()),
    ({"what": "threat", "already": "hurt-self"}, {"danger-now", "safety-plan"}),
    ({"danger": "none", "what": "demand-money"}, {"undo-payment", "safety-plan"}),
    ({"danger": "none", "what": "demand-money", "already": "paid"}, {"safety-plan"}),
    ({"danger": "none", "what": "demand-money", "already": "paid", "device": "mine", "holder": "stranger"}, set()),
    ({"danger": "none", "what": "threat", "already": "none", "device": "home"}, set()),
]


@pytest.mark.parametrize(("given", "short"), SHORT)
def test_short_forms(given: dict[str, str], short: set[str]) -> None:
    assert {step.slug for step in build_plan(person(given)).steps if step.short} == short


def test_a_child_alone_sees_few_steps_and_a_fold() -> None:
    plan = build_plan(person(CHILD_ALONE))
    assert [step.slug for step in plan.open_steps] == ["danger-now", "stop-contact", "tell-someone", "people"]
    assert {step.they for step in plan.folded} == {True}
    assert {step.they for step in plan.open_steps} == {False}
    assert set(OPEN_UNDER_13).isdisjoint(step.slug for step in plan.folded)


@pytest.mark.parametrize("name", [name for name in PEOPLE if name != "child under 13 alone"])
def test_nobody_else_has_a_fold(name: str) -> None:
    assert build_plan(person(PEOPLE[name])).folded == ()


TOOLS = {
    "teen blackmailed by a stranger at night": {"notes", "remove", "talk"},
    "teen whose classmate shared it": {"message", "notes", "remove", "talk"},
    "child under 13 alone": {"talk"},
    "adult threatened by an ex": {"notes", "remove", "talk"},
    "adult who may say no": {"message", "notes", "remove", "talk"},
    "mother": {"notes", "remove", "talk"},
    "support worker": {"notes", "talk"},
    "friend": {"notes", "talk"},
    "sharer": {"talk"},
    "sharer who was forced": {"notes", "talk"},
    "worried teen": {"message", "notes", "talk"},
    "boy of fourteen who paid": {"notes", "remove", "talk"},
    "teen ordered to hurt themselves": {"notes", "talk"},
    "teen in a fake that went round": {"message", "notes", "remove", "talk"},
    "adult with an old password in an email": {"notes", "talk"},
    "adult in a picture from before 18": {"notes", "remove", "talk"},
    "father whose home is the danger": {"notes", "talk"},
    "school counsellor": {"notes", "remove", "talk"},
}


@pytest.mark.parametrize("name", PEOPLE)
def test_open_tools(name: str) -> None:
    assert open_tools(person(PEOPLE[name])) == TOOLS[name]


@pytest.mark.parametrize("name", PEOPLE)
def test_titles_and_lines_have_words(name: str) -> None:
    words = [str(text) for step in build_plan(person(PEOPLE[name])).steps for text in (step.title, step.line)]
    assert [text for text in words if len(text) < 6] == []
