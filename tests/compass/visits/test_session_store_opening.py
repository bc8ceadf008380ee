"""When a visit opens, when it never does, and how it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from compass.models import SealedRecord, Visit
from compass.visits import crypto, records, storage
from compass.visits.session_store import SessionStore
from tests.compass.conftest import again, database_bytes

OLD, NEW = "old-pepper-" + "o" * 32, "new-pepper-" + "n" * 32
MARKER = "marker-of-an-answer"


@pytest.mark.parametrize("end", ["idle_until", "ends_at"])
def test_a_visit_past_either_end_never_opens(opened, age, end):
    age(**{end: timezone.now()})
    late = again(opened)
    assert (late.get("who"), late.is_open, late.lost, late.session_key) == (None, False, True, None)
    assert late.exists(opened.session_key) is False


@pytest.mark.parametrize("cookie", ["", "a", "a" * 31, "a" * 33, "A" * 32, "\0" * 32, "é" * 32, "a" * 10_000])
def test_a_cookie_that_we_never_gave_is_lost_without_a_query(django_assert_num_queries, db, cookie):
    with django_assert_num_queries(0):
        visit = SessionStore(cookie)
        assert (visit.lost, visit.is_open, visit.session_key) == (True, False, None)


def test_a_cookie_of_another_deployment_is_lost(opened, settings):
    settings.VISIT_PEPPERS = [NEW]
    assert (again(opened).lost, Visit.objects.count()) == (True, 1)


def test_a_box_that_was_tampered_with_is_an_empty_session(opened):
    Visit.objects.update(box=b"\0" * 284)
    assert (again(opened).get("who"), again(opened).lost) == (None, True)


def test_a_box_of_another_visit_does_not_open_here(opened):
    other = SessionStore()
    other["who"] = "friend"
    other.save()
    Visit.objects.filter(pk=opened.row.row_id).update(box=Visit.objects.get(pk=other.row.row_id).box)
    assert again(opened).lost is True


def test_an_old_pepper_opens_old_visits_and_a_visit_keeps_its_pepper(db, settings):
    settings.VISIT_PEPPERS = [OLD]
    old = SessionStore()
    old["who"] = "self"
    old.save()
    settings.VISIT_PEPPERS = [NEW, OLD]
    again(old)["age"] = "13-15"
    tab = again(old)
    tab["age"] = "13-15"
    tab.save()
    fresh = SessionStore()
    fresh.create()
    names = {crypto.row_id(OLD, old.session_key), crypto.row_id(NEW, fresh.session_key)}
    assert (dict(again(old).items()), set(Visit.objects.values_list("pk", flat=True))) == (
        {"who": "self", "age": "13-15"},
        names,
    )


def test_a_pepper_that_is_taken_away_ends_its_visits(db, settings):
    settings.VISIT_PEPPERS = [OLD]
    old = SessionStore()
    old.create()
    settings.VISIT_PEPPERS = [NEW]
    assert again(old).lost is True


def test_leaving_deletes_under_every_pepper(db, settings):
    settings.VISIT_PEPPERS = [OLD]
    old = SessionStore()
    old.create()
    settings.VISIT_PEPPERS = [NEW, OLD]
    again(old).flush()
    assert Visit.objects.count() == 0


def test_flush_forgets_row_notes_memory_and_cookie(opened):
    records.add(opened.row, {"words": "x"})
    opened.flush()
    assert (Visit.objects.count(), SealedRecord.objects.count()) == (0, 0)
    assert (opened.session_key, dict(opened.items()), opened.modified, opened.lost) == (None, {}, False, False)


def test_a_new_cookie_keeps_answers_notes_and_the_last_end(opened, age):
    end = timezone.now().replace(microsecond=0) + timedelta(hours=1)
    age(ends_at=end)
    visit = again(opened)
    records.add(visit.row, {"words": "first"})
    records.add(visit.row, {"words": "second"})
    visit.cycle_key()
    moved = again(visit)
    assert moved["who"] == "self"
    assert [note["words"] for note in records.read(moved.row).values()] == ["first", "second"]
    assert (again(opened).lost, list(Visit.objects.values_list("ends_at", flat=True))) == (True, [end])


@pytest.mark.parametrize(("state", "holds"), [({}, False), ({"_csrftoken": "t"}, False), ({"who": ""}, True)])
def test_a_visit_holds_answers_when_it_holds_more_than_the_token(db, state, holds):
    visit = SessionStore()
    visit.update(state)
    assert visit.holds_answers is holds


@pytest.mark.parametrize(("state", "minutes"), [({}, 5), ({"who": "self"}, 30)])
def test_an_empty_visit_ends_early(db, state, minutes):
    visit = SessionStore()
    visit.update(state)
    visit.save()
    left = Visit.objects.get().idle_until - timezone.now()
    assert timedelta(minutes=minutes - 1) < left <= timedelta(minutes=minutes + 1)


def test_the_idle_end_moves_in_one_small_statement_and_then_rests(opened, age, writes):
    age(idle_until=timezone.now() + timedelta(minutes=10))
    box = Visit.objects.get().box
    with writes:
        for _ in range(3):
            again(opened).touch()
    assert (len(writes.found), "box" in writes.found[0], Visit.objects.get().box == box) == (1, False, True)
    assert Visit.objects.get().idle_until > timezone.now() + timedelta(minutes=29)


def test_a_late_touch_does_not_shorten_a_visit(opened):
    late = again(opened)
    late.row.idle_until = timezone.now()
    end = timezone.now() + timedelta(hours=2)
    Visit.objects.update(idle_until=end)
    late.touch()
    assert Visit.objects.get().idle_until == end


def test_expired_visits_are_cleared_with_their_notes(opened, age):
    records.add(opened.row, {"words": "x"})
    age(idle_until=timezone.now())
    alive = SessionStore()
    alive.create()
    SessionStore.clear_expired()
    assert (list(Visit.objects.values_list("pk", flat=True)), SealedRecord.objects.count()) == ([alive.row.row_id], 0)


def test_the_database_and_the_server_keys_open_nothing_without_the_cookie(opened, settings):
    stored = Visit.objects.get()
    guesses = ["", stored.pk, settings.SECRET_KEY, *settings.VISIT_PEPPERS]
    keys = [make(p, g) for make in (crypto.visit_key, crypto.note_key) for p in settings.VISIT_PEPPERS for g in guesses]
    assert {crypto.unseal(stored.box, key, stored.pk) for key in keys} == {None}
    assert storage.find(stored.pk) is None


@pytest.mark.django_db(transaction=True)
def test_the_files_of_the_database_hold_neither_answer_nor_note_nor_cookie():
    visit = SessionStore()
    visit["words"] = MARKER
    visit.save()
    records.add(visit.row, {"words": MARKER})
    held = database_bytes()
    # The row id is stored in the clear: it proves that the right files were searched.
    looked_for = (visit.row.row_id, MARKER, visit.session_key)
    assert [word.encode() in held for word in looked_for] == [True, False, False]
