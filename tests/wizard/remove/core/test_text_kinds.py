import pytest

from tests.people import (
    ADULT_MAY_SAY_NO,
    MOTHER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    answers_of,
)
from wizard.remove.core.text_kinds import LAW, NAMES, Scene, offered

ALL_LAWS = frozenset(LAW.values())
ABROAD = ALL_LAWS - {LAW["us"]}
APP = Scene("social", True, ALL_LAWS)
SITE = Scene("generic", None, ALL_LAWS)
BOTH = {**ADULT_MAY_SAY_NO, "what": "threat shared"}


def of(person, **more):
    return answers_of(**{slug.replace("-", "_"): values for slug, values in {**person, **more}.items()})


@pytest.mark.parametrize(
    ("person", "scene", "kinds"),
    [
        (TEEN_BLACKMAILED, APP, ["account"]),
        (TEEN_BLACKMAILED, Scene("search", None, ALL_LAWS), []),
        (TEEN_CLASSMATE_SHARED, APP, ["plain", "us", "in", "eu"]),
        (TEEN_CLASSMATE_SHARED, Scene("social", True, frozenset()), ["plain"]),
        (TEEN_CLASSMATE_SHARED, Scene("messaging", None, ALL_LAWS), ["plain", "in", "eu"]),
        (TEEN_CLASSMATE_SHARED, Scene("messaging", None, ALL_LAWS, own_laws=ALL_LAWS), ["plain", "us", "in", "eu"]),
        (TEEN_CLASSMATE_SHARED, Scene("messaging", None, ALL_LAWS, own_laws=ABROAD), ["plain", "in", "eu"]),
        (TEEN_CLASSMATE_SHARED, Scene("hosting", False, ALL_LAWS, own_laws=ALL_LAWS), ["host"]),
        (TEEN_CLASSMATE_SHARED, Scene("adult", True, frozenset()), ["plain"]),
        (TEEN_CLASSMATE_SHARED, Scene("adult", None, frozenset()), ["plain", "host"]),
        (TEEN_CLASSMATE_SHARED, SITE, ["plain", "in", "eu", "host"]),
        (TEEN_CLASSMATE_SHARED, Scene("search", None, ALL_LAWS), ["search"]),
        (TEEN_CLASSMATE_SHARED, Scene("generic", None, ALL_LAWS, asks_back=True), ["host"]),
        # Who carries an email can stop an account, and cannot take the email back; nearby there is nobody to ask.
        (BOTH, Scene("direct", None, ALL_LAWS), ["account"]),
        (TEEN_CLASSMATE_SHARED, Scene("direct", None, ALL_LAWS, own_laws=ALL_LAWS), []),
        (SHARER_FORCED, Scene("direct", None, ALL_LAWS), ["account"]),
        (BOTH, Scene("nearby", None, ALL_LAWS), []),
        # What makes pictures has no account to report and no host; what posts its requests is never written to.
        (BOTH, Scene("ai", None, ALL_LAWS, own_laws=ALL_LAWS, own_work=True), ["plain", "us", "eu"]),
        (BOTH, Scene("ai", None, frozenset()), ["plain"]),
        (TEEN_BLACKMAILED, Scene("ai", True, ALL_LAWS), []),
        (SHARER_FORCED, Scene("ai", True, ALL_LAWS), []),
        (BOTH, Scene("leak", None, ALL_LAWS, own_laws=ALL_LAWS, own_work=True), ["host"]),
        (TEEN_BLACKMAILED, Scene("leak", None, ALL_LAWS), []),
        (SHARER_FORCED, Scene("leak", None, ALL_LAWS), []),
        (BOTH, APP, ["account", "plain", "us", "in", "eu"]),
        (BOTH, Scene("social", True, ALL_LAWS, own_work=True), ["account", "plain", "us", "in", "eu", "copyright"]),
        (MOTHER, APP, ["account"]),
        ({**WORKER, "what": "shared"}, APP, ["plain", "in", "eu"]),
        (SHARER_FORCED, APP, ["account", "own"]),
        # Who was forced was threatened, whatever else was ticked.
        ({**SHARER_FORCED, "what": "shared"}, APP, ["account", "own"]),
        ({**SHARER_FORCED, "what": "shared"}, Scene("search", None, ALL_LAWS), []),
        ({**SHARER_FORCED, "what": "shared"}, Scene("generic", None, ALL_LAWS, asks_back=True), []),
    ],
)
def test_who_is_offered_what_where(person, scene, kinds):
    assert list(offered(of(person), scene)) == kinds


def test_every_law_has_a_text():
    assert LAW.keys() <= NAMES.keys()
