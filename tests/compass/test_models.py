"""Rows answer what can be known without opening them."""

from datetime import UTC, datetime, timedelta

import pytest

from compass.models import SealedRecord, Visit

NOW = datetime(2026, 11, 22, 23, 10, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)


@pytest.fixture
def visits(db):
    ends = {"alive": (AFTER, AFTER), "idle": (BEFORE, AFTER), "over": (AFTER, BEFORE), "now": (NOW, AFTER)}
    for name, (idle_until, ends_at) in ends.items():
        Visit.objects.create(row_id=name, box=b"", idle_until=idle_until, ends_at=ends_at)
        SealedRecord.objects.create(note_id=name, visit_id=name, position=1, box=b"")


def test_a_visit_is_alive_before_both_its_ends_and_expired_after_either(visits):
    alive, expired = Visit.objects.alive(NOW), Visit.objects.expired(NOW)
    assert ({v.pk for v in alive}, {v.pk for v in expired}) == ({"alive"}, {"idle", "over", "now"})


def test_erasing_takes_the_notes_along_and_fetches_no_box(visits, django_assert_num_queries):
    # Their names with a lock, the names once more, the notes, the visits.
    with django_assert_num_queries(4) as asked:
        assert Visit.objects.expired(NOW).erase() == 3
    assert [query["sql"] for query in asked.captured_queries if '"box"' in query["sql"]] == []
    assert list(SealedRecord.objects.values_list("visit_id", flat=True)) == ["alive"]


def test_rows_print_as_nothing_that_could_lead_to_a_visit():
    assert (str(Visit(row_id="secret")), str(SealedRecord(note_id="secret"))) == ("visit", "note")
