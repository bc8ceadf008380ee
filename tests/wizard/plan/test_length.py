"""A plan is short enough to be read at night: words that somebody meets with all folds closed, over forty people."""

import re

import pytest

from tests.people import PEOPLE
from tests.visitor import Walker
from tests.wizard.plan.visible_words import VisibleWords, count

pytestmark = pytest.mark.django_db

MOST_ON_A_PLAN, MOST_ON_A_STEP = 350, 300
GROWN = {"danger": "none", "device": "mine", "age": "18-plus", "age-then": "18-plus", "afraid": "no"}
YOUNG = {"danger": "none", "device": "mine", "age": "13-15", "afraid": "no"}
AT_RISK = {**GROWN, "keeps-safe": "no", "what": "shared", "holder": "duty"}
CA, GB, US = {"place": "CA", "region": "CA-ON"}, {"place": "GB", "region": "GB-ENG"}, {"place": "US"}
# To cover another person, add a row: the new values of the questions, each in the hands of somebody.
MORE = {
    "nothing answered": {},
    "only who": {"who": "child"},
    "worker, age skipped": {**CA, "who": "client", "danger": "none", "device": "mine", "what": "shared"},
    "tenant, hidden camera": {**US, **GROWN, "who": "self", "what": "filmed", "holder": "duty"},
    "girl, hidden camera at home": {**CA, **YOUNG, "who": "self", "what": "filmed", "holder": "family"},
    "woman, filmed by her husband": {
        **CA, **GROWN, "who": "self", "danger": "unsafe", "what": "filmed",
        "holder": "partner",
    },
    "posed as, strangers at the door": {
        **GB, **GROWN, "who": "self", "danger": "meet", "what": "posing",
        "holder": "unknown",
    },
    "child, posed as": {**GB, **YOUNG, "who": "self", "what": "posing", "holder": "peer", "holder-age": "young"},
    "girl who was sent one": {**CA, **YOUNG, "who": "self", "what": "received", "holder": "adult"},
    "man who was sent one": {**GB, **GROWN, "who": "self", "what": "received", "holder": "stranger"},
    "mother of one who was sent one": {**CA, **YOUNG, "who": "child", "what": "received", "holder": "stranger"},
    "man blackmailed where love is a crime": {
        **{**GROWN, "device": "home", "place": "NG", "who": "self", "danger": "deadline", "where": "grindr"},
        **{"what": "demand-money threat", "holder": "stranger", "already": "paid replied"},
    },
    "trans boy, outing": {**CA, **YOUNG, "who": "self", "device": "home", "what": "threat", "where": "grindr"},
    "who sells pictures": {
        **GROWN, "place": "DE", "who": "self", "what": "shared", "holder": "unknown",
        "where": "onlyfans",
    },
    "boy who sells": {**US, **YOUNG, "who": "self", "what": "shared", "holder": "unknown", "where": "onlyfans"},
    "daughter of a mother in a home": {**AT_RISK, "place": "IE", "who": "friend"},
    "worker, adult at risk": {**AT_RISK, "place": "CA", "region": "CA-MB", "who": "client"},
    "mother of an adult at risk": {**AT_RISK, "place": "CA", "region": "CA-NS", "who": "child", "holder": "adult"},
    "father of two of his children": {
        **CA, **YOUNG, "who": "child", "what": "shared", "holder": "family",
        "holder-age": "young",
    },
    "phone copied by an officer": {**US, **GROWN, "who": "self", "what": "shared", "holder": "duty"},
    "nurse, sent to her work": {
        **GB, **GROWN, "who": "self", "what": "shared", "holder": "adult",
        "where": "school-work",
    },
    "girl who posted it herself": {**GB, **YOUNG, "who": "self", "what": "shared", "holder": "me"},
    "grown sharer of a grown-up": {**GB, **GROWN, "who": "sharer", "forced": "no"},
    "parent of a boy who made fakes": {**CA, **YOUNG, "who": "child", "what": "passed-on"},
}  # fmt: skip
EVERYBODY = {**PEOPLE, **MORE}
# Where what must be said does not fit, and the limit gives way: the duty of the place stands open (rule 16).
LONGER = {("mother of an adult at risk", "with-your-child"): 320}


def words_of(walker: Walker, path: str) -> int:
    # The list beside a step on a wide screen stands below it on a phone, and is the plan again.
    return count(walker.get(path).content.decode().split('<nav class="side also"')[0])


def test_it_is_forty_people() -> None:
    assert len(EVERYBODY) >= 40


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_plan_with_closed_folds_and_each_step_above_its_folds_are_short(name: str) -> None:
    walker = Walker().walk(EVERYBODY[name])
    page = walker.get("/plan/").content.decode()
    steps = dict.fromkeys(re.findall(r'data-step="([^"]+)"', page))
    found = {step: words_of(walker, f"/plan/{step}/") for step in steps}
    long = {step: words for step, words in found.items() if words > LONGER.get((name, step), MOST_ON_A_STEP)}
    assert (count(page) <= MOST_ON_A_PLAN, long) == (True, {})


def test_words_are_counted_as_somebody_meets_them() -> None:
    page = """<body><header>Leave</header><main><h1>Your plan</h1><p>One <b>two</b> three</p>
    <details><summary>Four</summary><p>not <b>this</b></p></details><div data-helpline="x">Call 1</div>
    <ul><li><b>Title</b> five</li></ul></main><footer>About</footer></body>"""
    assert VisibleWords(page).words == ["One", "two", "three", "Four", "five"]
