from datetime import UTC, datetime

import pytest

from tests.people import ADULT_MAY_SAY_NO, MOTHER, TEEN_CLASSMATE_SHARED
from tests.wizard.remove.core.test_text_kinds import of
from wizard.remove.core.ledger import STATES, clock_of, clock_words, is_late, next_words, state_of, state_words

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
ASKED = {"date": "2026-11-21", "time": "08:00", "zone": "America/Chicago"}
LONG_AGO = {**ASKED, "date": "2026-11-02"}


@pytest.mark.parametrize(
    ("texts", "state", "words"),
    [
        ({}, "", "Not asked yet"),
        ({"links": "x"}, "", "Not asked yet"),
        (ASKED, "asked", "I asked"),
        ({**ASKED, "state": "refused"}, "refused", "They said no"),
        ({"state": "back"}, "back", "It was removed, and it came back"),
        # A form can hold anything.
        ({"state": "odd"}, "odd", "odd"),
    ],
)
def test_how_it_stands(texts, state, words):
    assert (state_of(texts), str(state_words(texts))) == (state, words)


@pytest.mark.parametrize("state", ["", "asked", "answered", "removed", "refused", "back"])
def test_the_clock_runs_until_it_was_decided(state):
    assert (clock_of({**ASKED, "state": state}, 48, NOW) is not None) == (state in ("", "asked", "answered"))


@pytest.mark.parametrize(
    ("texts", "hours", "late", "said"),
    [
        (ASKED, 48, False, "The 48 hours end Monday 23 November, 08:00, Chicago time. About 23 hours are left."),
        (LONG_AGO, 48, True, "The 48 hours ended Wednesday 4 November, 08:00, Chicago time."),
        (ASKED, 2, True, "The 2 hours ended Saturday 21 November, 10:00, Chicago time."),
        (
            ASKED,
            None,
            False,
            "We do not know of a law that gives this app or site a time limit. "
            "You can ask again on Monday 23 November.",
        ),
        (LONG_AGO, None, True, "It is time to ask again."),
        (
            {**ASKED, "date": "2027-01-01"},
            None,
            False,
            "The time you wrote has not come yet. Check the date and the time.",
        ),
    ],
)
def test_the_clock_in_words(texts, hours, late, said):
    found = clock_of(texts, hours, NOW)
    assert (clock_words(found, hours is not None), is_late(found)) == (said, late)


@pytest.mark.parametrize(
    ("person", "texts", "first"),
    [
        (
            ADULT_MAY_SAY_NO,
            {},
            "Copy a text below into the form of the app or site. If it only has short boxes, use the words that fit.",
        ),
        (ADULT_MAY_SAY_NO, ASKED, "There is nothing to do until then. Asking many times at once can slow it down."),
        (
            ADULT_MAY_SAY_NO,
            {"state": "asked"},
            "Write here which request it was, and when you sent it. Then this page can say when to ask again.",
        ),
        (ADULT_MAY_SAY_NO, LONG_AGO, "Ask again. Say when you asked first, and give the number you got."),
        (ADULT_MAY_SAY_NO, {"state": "answered"}, "If they ask for more, send only words and links."),
        (ADULT_MAY_SAY_NO, {"state": "removed"}, "Keep the number of this request."),
        (
            TEEN_CLASSMATE_SHARED,
            {"state": "removed"},
            "Keep the number of this request. Nobody has to go looking for copies.",
        ),
        (MOTHER, {"state": "removed"}, "Keep the number of this request. Nobody has to go looking for copies."),
        (
            MOTHER,
            {"state": "refused"},
            "Ask for a second look. Then try a new way: another reason, or another text below.",
        ),
        (
            MOTHER,
            {"state": "back"},
            "Ask again with the new link and the old number. Say that it was removed before.",
        ),
        (
            MOTHER,
            {"state": "odd"},
            "Write here which request it was, and when you sent it. Then this page can say when to ask again.",
        ),
    ],
)
def test_what_comes_next(person, texts, first):
    assert str(next_words(texts, clock_of(texts, None, NOW), of(person))[0]) == first


@pytest.mark.parametrize("state", ["", *(state for state, _words in STATES)])
def test_each_state_has_two_things_to_do(state):
    assert len(next_words({"state": state}, None, of(ADULT_MAY_SAY_NO))) == 2
