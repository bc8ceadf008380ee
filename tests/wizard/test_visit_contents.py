"""What the page of all that is kept is made of."""

import pytest

from compass.visits.session_store import SessionStore
from tests.people import ADULT_MAY_SAY_NO, answers_of
from wizard.records.store import RecordStore
from wizard.visit_contents import contents_of

A = answers_of(**{slug.replace("-", "_"): values for slug, values in ADULT_MAY_SAY_NO.items()})


@pytest.mark.django_db
def test_every_text_of_every_tool_is_shown_also_those_that_no_table_knows() -> None:
    visit = SessionStore()
    visit.create()
    book = RecordStore(visit)
    book.add("of another tool", {"words": "one"})
    book.add("report", {"to": "School", "old_box": "two"})
    book.add("entry", {"kind": "post", "zone": "America/Halifax"})
    found = [(str(part.heading), [(str(box.label), str(box.text)) for row in part.rows for box in row])
             for part in contents_of(book, A)]  # fmt: skip
    assert found == [
        ("Your notes", [("What is it?", "A post or a story"), ("Time zone", "Atlantic time (Halifax)")]),
        ("Who you told or asked", [("Who you told or asked", "School"), ("", "two")]),
        ("More texts", [("", "one")]),
    ]


@pytest.mark.django_db
def test_a_visit_without_texts_shows_none() -> None:
    visit = SessionStore()
    visit.create()
    assert contents_of(RecordStore(visit), A) == ()
