"""The rows of a visit: written, merged, moved, counted, and never more than there is room for."""

import threading

import pytest
from django.db import connection

from compass.visits.session_store import SessionStore
from wizard.records import store as module
from wizard.records.store import FullError, Record, RecordStore

pytestmark = pytest.mark.django_db
ID = "0123456789abcdef" * 2


@pytest.fixture
def visit(db) -> SessionStore:
    store = SessionStore()
    store.create()
    return store


def again(visit: SessionStore) -> RecordStore:
    """The book as the next request finds it."""
    visit.save()
    return RecordStore(SessionStore(visit.session_key))


def words(book: RecordStore, *kinds: str) -> list[str]:
    return [row.texts.get("words", "") for row in book.rows(*kinds)]


@pytest.fixture
def three(visit: SessionStore) -> RecordStore:
    for text in ("one", "two", "three"):
        RecordStore(visit).add("entry", {"words": text})
    return again(visit)


def test_rows_come_back_by_kind_in_the_order_of_writing(three: RecordStore) -> None:
    three.add("report", {"words": "told"})
    assert (words(three), words(three, "entry")) == (["one", "two", "three", "told"], ["one", "two", "three"])
    assert (three.single("report"), three.single("header")) == (three.rows("report")[0], None)


def test_a_row_is_found_by_its_id_and_kind_only(three: RecordStore) -> None:
    first = three.rows()[0]
    assert (three.row(first.id, "entry"), three.row(first.id, "report"), three.row(ID, "entry")) == (first, None, None)


def test_empty_texts_are_not_kept(visit: SessionStore) -> None:
    RecordStore(visit).add("entry", {"words": "", "link": "x"})
    assert again(visit).rows()[0].texts == {"link": "x"}


# --- saving -----------------------------------------------------------------------------------------------------------


def test_a_save_leaves_the_boxes_that_the_form_does_not_have(visit: SessionStore) -> None:
    RecordStore(visit).add("entry", {"words": "one", "shows": "a"})
    book = again(visit)
    row = book.rows()[0]
    assert book.save(row, {"words": "new"}, row.version) == row.id
    assert book.rows()[0].texts == {"words": "new", "shows": "a"}


def test_a_save_from_an_old_tab_keeps_both(three: RecordStore) -> None:
    row = three.rows()[0]
    three.save(row, {"words": "theirs"}, row.version)
    made = three.save(row, {"words": "mine"}, row.version)
    assert (made == row.id, words(three)) == (False, ["theirs", "two", "three", "mine"])
    assert three.row(made, "entry").texts == {"words": "mine"}


def test_a_save_of_a_row_that_was_removed_meanwhile_makes_it_anew(three: RecordStore) -> None:
    row = three.rows()[0]
    three.remove(row)
    assert three.save(row, {"link": "x"}, row.version) != row.id
    assert three.rows()[-1].texts == {"words": "one", "link": "x"}


def test_the_same_form_sent_twice_is_one_row(visit: SessionStore) -> None:
    assert [RecordStore(visit).add("entry", {"words": "one"}, ID) for _ in range(2)] == [ID, ID]
    assert words(again(visit)) == ["one"]


def test_the_same_form_sent_again_with_other_words_keeps_both(visit: SessionStore) -> None:
    made = [RecordStore(visit).add("entry", {"words": text}, ID) for text in ("one", "two")]
    assert (made[0] == ID, made[1] == ID, words(again(visit))) == (True, False, ["one", "two"])


def test_an_id_of_another_visit_is_not_touched(visit: SessionStore, three: RecordStore) -> None:
    other = SessionStore()
    other.create()
    theirs = three.rows()[0]
    made = RecordStore(other).add("entry", {"words": "mine"}, theirs.id)
    assert (made != theirs.id, words(again(other)), words(again(visit))) == (True, ["mine"], ["one", "two", "three"])


def test_there_is_one_header_even_when_two_tabs_begin_it(visit: SessionStore) -> None:
    first, second = RecordStore(visit), RecordStore(SessionStore(visit.session_key))
    assert first.single("header") is second.single("header") is None
    first.save_single("header", {"effect": "one", "relation": "x"}, "")
    second.save_single("header", {"effect": "two", "how_long": "y"}, "")
    assert [row.texts for row in again(visit).rows()] == [{"effect": "one\ntwo", "relation": "x", "how_long": "y"}]


# --- order ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "up", "order"),
    [
        (0, False, ["two", "one", "three"]),
        (1, True, ["two", "one", "three"]),
        (2, True, ["one", "three", "two"]),
        (0, True, ["one", "two", "three"]),
        (2, False, ["one", "two", "three"]),
    ],
)
def test_a_row_changes_places_with_its_neighbour(
    visit: SessionStore, three: RecordStore, at: int, up: bool, order: list[str]
) -> None:
    book = RecordStore(visit)
    book.move(book.rows()[at], up=up)
    assert words(again(visit)) == order


def test_moving_one_kind_leaves_the_order_of_the_others_and_what_is_new_comes_last(
    visit: SessionStore, three: RecordStore
) -> None:
    book = RecordStore(visit)
    book.arrange(row.id for row in reversed(book.rows()))
    for text in ("a", "b"):
        book.add("report", {"words": text})
    book.move(book.rows("report")[1], up=True)
    book.add("entry", {"words": "four"})
    found = again(visit)
    assert (words(found, "entry"), words(found, "report")) == (["three", "two", "one", "four"], ["b", "a"])


# --- limits -----------------------------------------------------------------------------------------------------------


def test_the_hundredth_row_is_the_last_of_its_kind(visit: SessionStore, monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 5)
    seen = []
    for number in range(5):
        book = again(visit)
        seen.append((book.is_nearly_full("entry"), book.is_full("entry")))
        RecordStore(visit).add("entry", {"words": str(number)})
    assert seen == [(False, False)] * 4 + [(True, False)]
    with pytest.raises(FullError):
        RecordStore(visit).add("entry", {"words": "no"})
    RecordStore(visit).add("report", {"words": "of another kind"})
    assert len(again(visit).rows()) == 6


def test_the_limits_are_those_that_were_agreed() -> None:
    assert (module.MOST_ROWS, module.MOST_CHARACTERS, module.NEARLY) == (100, 200_000, 0.8)


def test_all_texts_together_have_a_limit_that_counts_what_was_replaced(visit: SessionStore, monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_CHARACTERS", 10)
    book = RecordStore(visit)
    book.add("entry", {"words": "1234"})
    row = book.rows()[0]
    book.save(row, {"words": "12345678"}, row.version)
    assert (book.size, book.is_nearly_full("report")) == (8, True)
    with pytest.raises(FullError):
        book.add("report", {"words": "123"})
    with pytest.raises(FullError):
        book.save(book.rows()[0], {"words": "12345678901"}, book.rows()[0].version)
    assert [found.texts for found in again(visit).rows()] == [{"words": "12345678"}]


def test_removing_makes_room(visit: SessionStore, monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 1)
    book = RecordStore(visit)
    book.add("entry", {"words": "1234"})
    assert book.remove(book.rows()[0]) is True
    book.add("entry", {"words": "5"})
    assert (again(visit).size, again(visit).count("entry"), words(again(visit))) == (1, 1, ["5"])


def test_the_numbers_of_the_limits_agree_with_the_rows(three: RecordStore, visit: SessionStore) -> None:
    book = RecordStore(visit)
    row = book.rows()[1]
    book.save(row, {"words": "longer than before"}, row.version)
    book.remove(book.rows()[0])
    book.save(row, {"words": "from an old tab"}, row.version)
    found = again(visit)
    assert (found.size, found.count("entry")) == (sum(one.size for one in found.rows()), len(found.rows()))


def test_adding_reads_no_other_row(three: RecordStore, visit: SessionStore, django_assert_num_queries) -> None:
    book = RecordStore(visit)
    # Begin, the visit, the last position, insert, commit: as many with three rows as with none.
    with django_assert_num_queries(5):
        book.add("entry", {"words": "four"})


# --- at once ----------------------------------------------------------------------------------------------------------


def at_once(*jobs) -> None:
    def run(job) -> None:
        try:
            job()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_two_saves_at_once_both_survive_many_times() -> None:
    visit = SessionStore()
    visit.create()
    RecordStore(visit).add("entry", {"words": "0", "link": "0"})
    visit.save()

    def save(slug: str, text: str, row: Record) -> None:
        store = SessionStore(visit.session_key)
        RecordStore(store).save(row, {slug: text}, row.version)
        store.save()

    def add(text: str) -> None:
        store = SessionStore(visit.session_key)
        RecordStore(store).add("report", {"words": text})
        store.save()

    for turn in range(1, 61):
        (row,) = RecordStore(SessionStore(visit.session_key)).rows("entry")
        if turn % 5:
            at_once(lambda: save("words", str(turn), row), lambda: save("link", str(turn), row))  # noqa: B023
        else:
            at_once(lambda: add(f"{turn}a"), lambda: add(f"{turn}b"))  # noqa: B023
        expected = str(turn if turn % 5 else turn - 1)
        (row,) = RecordStore(SessionStore(visit.session_key)).rows("entry")
        assert row.texts == {"words": expected, "link": expected}
    found = RecordStore(SessionStore(visit.session_key))
    assert sorted(words(found, "report")) == sorted(f"{turn}{tab}" for turn in range(5, 61, 5) for tab in "ab")
    assert found.count("report") == 24


def test_a_row_knows_its_size() -> None:
    assert Record(ID, "entry", {"words": "🙂🙂", "link": "x"}).size == 3
