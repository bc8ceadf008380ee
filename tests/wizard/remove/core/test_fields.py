import pytest

from tests.people import ADULT_MAY_SAY_NO, SHARER_FORCED, TEEN_CLASSMATE_SHARED, WORKER_ONTARIO
from tests.wizard.remove.core.test_text_kinds import of
from wizard.remove.core.fields import BOXES, boxes_for, first_boxes

ALWAYS = ["links", "found", "way", "date", "time", "zone", "how", "reference", "state", "answer", "note"]


def slugs(person, *kinds):
    return [box.slug for box in boxes_for(of(person), kinds)]


@pytest.mark.parametrize(
    ("person", "kinds", "beside"),
    [
        (TEEN_CLASSMATE_SHARED, ("plain",), {"account", "signed", "reach"}),
        (TEEN_CLASSMATE_SHARED, ("plain", "us"), {"account", "signed", "reach", "faith"}),
        (ADULT_MAY_SAY_NO, ("plain", "copyright"), {"account", "signed", "reach", "faith", "own"}),
        (ADULT_MAY_SAY_NO, ("search",), {"search_words", "signed", "reach"}),
        (ADULT_MAY_SAY_NO, ("plain", "host"), {"account", "signed", "reach", "asks"}),
        (SHARER_FORCED, ("account", "own"), {"account"}),
        (WORKER_ONTARIO, ("account", "plain", "eu"), {"faith"}),
        (ADULT_MAY_SAY_NO, (), set()),
    ],
)
def test_who_is_asked_what(person, kinds, beside):
    found = slugs(person, *kinds)
    assert ([slug for slug in found if slug in ALWAYS], {*found} - {*ALWAYS}) == (ALWAYS, beside)


def test_only_texts_that_were_offered_can_have_been_sent():
    way = next(box for box in boxes_for(of(ADULT_MAY_SAY_NO), ("plain", "us")) if box.slug == "way")
    assert [kind for kind, _words in way.choices] == ["plain", "us"]


def test_the_short_form():
    boxes = boxes_for(of(ADULT_MAY_SAY_NO), ("plain", "us"))
    assert [box.slug for box in first_boxes(boxes)] == ["links", "found", "account"]


def test_no_box_stands_twice():
    assert len({box.slug for box in BOXES}) == len(BOXES)
