import pytest

from tests.people import ADULT_MAY_SAY_NO, TEEN_CLASSMATE_SHARED, WORKER_ONTARIO
from tests.wizard.remove.core.test_text_kinds import of
from wizard.remove.core.request_parts import Parts, missing, parts_of

NAME, REACH = "Your name, as a signature", "How they can reach you"
FIND, LINK = "A link, or words that say where it is", "A link to each place where it is"
FAITH = "Your “Yes” to “Do you stand by this?”"
MADE = "That you took the picture yourself"
WHOLE = Parts(links=("https://a.org/1",), signed="A. B.", reach="a@example.org", faith=True, own=True)


@pytest.mark.parametrize(
    ("kind", "person", "lacking"),
    [
        ("us", ADULT_MAY_SAY_NO, [NAME, FIND, FAITH, REACH]),
        ("us", TEEN_CLASSMATE_SHARED, [NAME, FIND, FAITH, REACH]),
        ("eu", ADULT_MAY_SAY_NO, [LINK, NAME, REACH, FAITH]),
        ("eu", TEEN_CLASSMATE_SHARED, [LINK, FAITH]),
        ("eu", WORKER_ONTARIO, [LINK, FAITH]),
        ("copyright", ADULT_MAY_SAY_NO, [NAME, MADE, LINK, REACH, FAITH]),
        ("in", ADULT_MAY_SAY_NO, []),
        ("plain", ADULT_MAY_SAY_NO, []),
    ],
)
def test_what_a_text_cannot_do_without(kind, person, lacking):
    found = [list(map(str, missing(kind, of(person), parts))) for parts in (Parts(), WHOLE)]
    assert found == [lacking, []]


@pytest.mark.parametrize(
    ("gone", "lacking"),
    [({"signed": ""}, NAME), ({"links": ()}, FIND), ({"faith": False}, FAITH), ({"reach": ""}, REACH)],
)
def test_the_us_request_misses_each_of_its_four_parts(gone, lacking):
    parts = Parts(**{"links": WHOLE.links, "signed": "A", "reach": "B", "faith": True, **gone})
    assert list(map(str, missing("us", of(ADULT_MAY_SAY_NO), parts))) == [lacking]


def test_words_can_stand_for_a_link():
    parts = Parts(found="In the group of my street", signed="A", reach="B", faith=True)
    assert missing("us", of(ADULT_MAY_SAY_NO), parts) == ()


def test_parts_come_from_the_boxes_without_blanks_around_them_and_without_links_nobody_can_open():
    texts = {"links": "https://a.org/1\nhttp://localhost/", "signed": " A. B. ", "faith": "yes", "own": "no"}
    assert parts_of(texts) == Parts(links=("https://a.org/1",), signed="A. B.", faith=True)
