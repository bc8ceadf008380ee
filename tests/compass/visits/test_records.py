"""Notes are sealed one by one and live and die with their visit."""

import threading
import time

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import connection

from compass.models import SealedRecord, Visit
from compass.visits import crypto, records
from compass.visits.session_store import SessionStore


@pytest.fixture
def kept(opened):
    """Two notes: their ids."""
    return [records.add(opened.row, {"words": word}) for word in ("first", "second")]


def test_notes_come_back_in_order_under_their_ids(opened, kept):
    found = records.read(SessionStore(opened.session_key).row)
    assert found == {kept[0]: {"words": "first"}, kept[1]: {"words": "second"}}
    assert list(found) == kept


def test_a_note_is_changed_in_its_place(opened, kept):
    assert records.change(opened.row, kept[0], {"words": "new"}) is True
    assert list(records.read(opened.row).values()) == [{"words": "new"}, {"words": "second"}]


def test_a_note_is_removed_alone_and_the_next_one_comes_last(opened, kept):
    assert records.remove(opened.row, kept[0]) is True
    records.add(opened.row, {"words": "third"})
    assert [note["words"] for note in records.read(opened.row).values()] == ["second", "third"]


def test_another_visit_neither_sees_nor_alters_a_note(opened, kept):
    other = SessionStore()
    other.create()
    assert (records.read(other.row), records.change(other.row, kept[0], {}), records.remove(other.row, kept[0])) == (
        {},
        False,
        False,
    )
    assert len(records.read(opened.row)) == 2


def test_a_note_moved_into_another_visit_does_not_open(opened, kept):
    other = SessionStore()
    other.create()
    SealedRecord.objects.update(visit_id=other.row.row_id)
    assert records.read(other.row) == {}


def test_the_key_of_the_answers_opens_no_note(opened, kept):
    note = SealedRecord.objects.get(pk=kept[0])
    assert crypto.unseal(note.box, opened.row.key, note.owner) is None


def test_a_visit_with_notes_alone_is_not_taken_for_an_empty_one(db):
    visit = SessionStore()
    visit.create()
    records.add(visit.row, {"words": "x"})
    visit.setdefault(records.MARK, True)
    visit.save()
    assert SessionStore(visit.session_key).holds_answers is True


def test_a_note_for_a_visit_that_ended_meanwhile_is_refused(opened, kept):
    late = SessionStore(opened.session_key)
    assert late.is_open
    opened.flush()
    with pytest.raises(UpdateError):
        records.add(late.row, {"words": "late"})
    assert (Visit.objects.count(), SealedRecord.objects.count()) == (0, 0)


def test_a_note_without_a_visit_is_refused(db):
    with pytest.raises(UpdateError):
        records.add(SessionStore().row, {"words": "x"})


# --- altering ---------------------------------------------------------------------------------------------------------


def test_a_note_is_altered_from_what_stands_in_it_now(opened, kept):
    other_tab = SessionStore(opened.session_key)
    records.change(other_tab.row, kept[0], {"words": "theirs"})
    assert records.alter(opened.row, kept[0], lambda fresh: {"words": fresh["words"] + " and mine"}) is True
    assert list(records.read(opened.row).values()) == [{"words": "theirs and mine"}, {"words": "second"}]


def test_an_edit_that_fails_writes_nothing(opened, kept):
    with pytest.raises(ZeroDivisionError):
        records.alter(opened.row, kept[0], lambda fresh: {"words": str(1 / 0)})
    assert list(records.read(opened.row).values()) == [{"words": "first"}, {"words": "second"}]


def test_what_is_gone_or_belongs_to_another_visit_is_not_altered(opened, kept):
    other = SessionStore()
    other.create()
    records.remove(opened.row, kept[1])
    assert [records.alter(visit.row, note, dict) for visit, note in ((other, kept[0]), (opened, kept[1]))] == [
        False,
        False,
    ]


def test_a_note_can_come_with_its_id_but_only_once(opened):
    note_id = "0123456789abcdef" * 2
    assert records.add(opened.row, {"words": "one"}, note_id) == note_id
    with pytest.raises(records.TakenError):
        records.add(opened.row, {"words": "two"}, note_id)
    assert records.read(opened.row) == {note_id: {"words": "one"}}


def test_an_id_that_another_visit_has_is_taken_too(opened, kept):
    other = SessionStore()
    other.create()
    with pytest.raises(records.TakenError):
        records.add(other.row, {"words": "x"}, kept[0])
    assert len(records.read(opened.row)) == 2


# --- at once ----------------------------------------------------------------------------------------------------------


def write_until_it_ended(visit, failures):
    """Adds, alters and removes notes until the visit is gone; any other end is a failure."""
    try:
        while True:
            note = records.add(visit.row, {"words": "x"})
            records.alter(visit.row, note, lambda fresh: {**fresh, "more": "y"})
            records.change(visit.row, note, {"words": "z"})
            records.remove(visit.row, note)
    except UpdateError:
        pass
    except Exception as error:
        failures.append(error)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_who_writes_and_who_leaves_at_the_same_time_never_wait_for_each_other_in_a_circle():
    failures = []
    for _ in range(20):
        visit = SessionStore()
        visit.create()
        tabs = [SessionStore(visit.session_key) for _ in range(2)]
        assert all(tab.is_open for tab in tabs)
        threads = [threading.Thread(target=write_until_it_ended, args=(tab, failures)) for tab in tabs]
        for thread in threads:
            thread.start()
        time.sleep(0.02)
        visit.delete()
        for thread in threads:
            thread.join()
    assert (failures, Visit.objects.count(), SealedRecord.objects.count()) == ([], 0, 0)
