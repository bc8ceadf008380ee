"""The log holds all that was written, as it was typed, in order of time; its number is of exactly that."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wizard.notes.samples import NASTY, NOW, PASSED_ROUND, Written, full
from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT
from wizard.notes.core.log import MOMENTS, canonical, is_empty, make_log, moment_of, number, ordered

HALIFAX = {"zone": "America/Halifax"}


def entries(*texts: dict[str, str]) -> list[dict[str, object]]:
    log = make_log(NOW, [(ENTRY, one) for one in texts])
    found: list[dict[str, object]] = log["entries"]
    return found


def words(*texts: dict[str, str]) -> list[object]:
    return [entry["words"] for entry in entries(*texts)]


# --- what stands in it ------------------------------------------------------------------------------------------------


def test_a_log_of_one_of_each() -> None:
    written: Written = [
        (HELD, {"what": "A list"}),
        (ENTRY, {"words": "hi", "date": "2026-11-18", "time": "21:40", **HALIFAX}),
        (REPORT, {"to": "Ms. L"}),
        (HEADER, {"effect": "no sleep"}),
    ]
    assert make_log(NOW, written) == {
        "made_at": "2026-11-22T09:00:05-06:00",
        "title": "Log",
        "about": {"effect": "no sleep"},
        "entries": [{"words": "hi", "date": "2026-11-18", "time": "21:40", "zone": "America/Halifax",
                     "moments": ["2026-11-18T21:40:00-04:00"]}],
        "told": [{"to": "Ms. L"}],
        "held": [{"what": "A list"}],
    }  # fmt: skip


def test_rows_of_other_tools_are_not_in_it() -> None:
    assert make_log(NOW, [("message", {"text": "a"}), ("request", {"place": "b"})]) == make_log(NOW, [])


def test_it_is_empty_until_something_is_written() -> None:
    rows: Written = [(kind, {boxes[0].slug: "a"}) for kind, boxes in BOXES.items()]
    assert [is_empty(make_log(NOW, [row])) for row in rows] == [False] * 4
    assert (is_empty(make_log(NOW, [])), is_empty(make_log(NOW, [("request", {"place": "a"})]))) == (True, True)


@pytest.mark.parametrize("kind", BOXES)
def test_boxes_stand_in_the_order_of_the_table_and_those_it_lost_come_last(kind: str) -> None:
    slugs = [box.slug for box in BOXES[kind]]
    mixed = dict.fromkeys(["zz_lost", "aa_lost", *reversed(slugs)], "a")
    assert list(ordered(kind, mixed)) == [*slugs, "aa_lost", "zz_lost"]


def test_an_empty_box_is_left_out() -> None:
    assert ordered(ENTRY, {"words": "", "link": " "}) == {"link": " "}


def test_two_sets_of_words_about_the_other_person_are_both_kept_and_equal_ones_once() -> None:
    written: Written = [
        (HEADER, {"relation": "an ex", "how_long": "a year"}),
        (HEADER, {"effect": "no sleep", "relation": "someone", "how_long": "a year"}),
    ]
    about = make_log(NOW, written)["about"]
    assert list(about.items()) == [
        ("relation", "an ex\n\nsomeone"),
        ("how_long", "a year"),
        ("effect", "no sleep"),
    ]


# --- order of time ----------------------------------------------------------------------------------------------------


def test_entries_stand_in_order_of_time_over_zones_and_those_without_a_day_last() -> None:
    late = {"words": "third", "date": "2026-11-18", "time": "21:00", "zone": "America/Vancouver"}
    early = {"words": "second", "date": "2026-11-18", "time": "23:00", **HALIFAX}
    first = {"words": "first", "date": "2026-11-18", "time": "23:00", "zone": "Europe/London"}
    assert words({"words": "last"}, late, early, first) == ["first", "second", "third", "last"]


def test_equal_times_stay_in_the_order_the_person_chose() -> None:
    same = [{"words": word, "date": "2026-11-18"} for word in "cab"]
    none = [{"words": word} for word in "fed"]
    assert words(*none, *same) == [*"cabfed"]


@pytest.mark.parametrize(
    ("on", "at", "where", "meant"),
    [
        ("2026-11-01", "01:30", "America/Denver", ["2026-11-01T01:30:00-06:00", "2026-11-01T01:30:00-07:00"]),
        ("2026-03-08", "02:30", "America/Denver", []),
        ("2026-03-08", "03:30", "America/Denver", ["2026-03-08T03:30:00-06:00"]),
        ("2026-02-30", "03:30", "America/Denver", []),
        ("2026-03-08", "", "America/Denver", []),
    ],
)
def test_an_entry_says_what_its_day_and_time_can_mean(on: str, at: str, where: str, meant: list[str]) -> None:
    (entry,) = entries({"date": on, "time": at, "zone": where})
    assert entry[MOMENTS] == meant


# --- the number -------------------------------------------------------------------------------------------------------


def test_the_number_is_the_sha_256_of_the_json_as_any_program_would_write_it() -> None:
    log = make_log(NOW, PASSED_ROUND)
    plain = json.dumps(log, ensure_ascii=False, separators=(",", ":"))
    assert number(log) == hashlib.sha256(plain.encode("utf-8")).hexdigest()
    assert canonical(log).decode() == plain


def test_a_known_log_keeps_its_number_for_ever() -> None:
    log = make_log(NOW, [(ENTRY, {"words": "é", "date": "2026-11-18"})])
    assert number(log) == "08179f704abfbdc9bd1a61f55e9aa3277583f7b81303576241cb61968712bfcc"


def test_the_same_words_at_another_second_have_another_number() -> None:
    numbers = {number(make_log(NOW + timedelta(seconds=second), PASSED_ROUND)) for second in (0, 0, 1, 2)}
    assert len(numbers) == 3


def test_boxes_that_were_filled_in_another_order_give_the_same_number() -> None:
    texts = PASSED_ROUND[1][1]
    turned = dict(reversed(texts.items()))
    assert number(make_log(NOW, [(ENTRY, texts)])) == number(make_log(NOW, [(ENTRY, turned)]))


@pytest.mark.parametrize("name", NASTY)
def test_texts_stand_as_they_were_typed(name: str) -> None:
    (entry,) = entries({"words": NASTY[name], "date": NASTY[name]})
    assert (entry["words"], entry["date"]) == (NASTY[name],) * 2


BOX = {kind: st.sampled_from([box.slug for box in boxes]) for kind, boxes in BOXES.items()}
ROWS = st.lists(st.sampled_from([*BOXES]).flatmap(
    lambda kind: st.tuples(st.just(kind), st.dictionaries(BOX[kind], st.text(min_size=1), max_size=5))
), max_size=6)  # fmt: skip


@given(ROWS)
def test_nothing_is_lost_and_nothing_is_added(written: Written) -> None:
    log = make_log(NOW, written)
    found = [*log["told"], *log["held"], *({k: v for k, v in e.items() if k != MOMENTS} for e in log["entries"])]
    wanted = [texts for kind, texts in written if kind != HEADER]
    assert sorted(map(sorted_texts, found)) == sorted(map(sorted_texts, wanted))
    headers = [text for kind, texts in written if kind == HEADER for text in texts.items()]
    assert [text for slug, text in headers if text not in log["about"][slug]] == []


def sorted_texts(texts: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(texts.items())


def test_a_hundred_entries_are_put_in_order() -> None:
    log = make_log(NOW, full(100, 33))
    firsts = [entry[MOMENTS][0] for entry in log["entries"]]
    assert firsts == sorted(firsts, key=datetime.fromisoformat)
    assert {len(entry) for entry in log["entries"]} == {34}


# --- when it was made -------------------------------------------------------------------------------------------------

WINNIPEG = timezone(timedelta(hours=-6))
NINE = datetime(2026, 11, 22, 9, 0, 5, tzinfo=WINNIPEG)


@pytest.mark.parametrize(
    "carried",
    ["2026-11-22T09:00:05-06:00", "2026-11-22T15:00:05+00:00", "2026-11-22T05:00:05-06:00", "2026-11-22T12:00:00Z"],
)
def test_a_page_of_the_last_four_hours_lends_its_time(carried: str) -> None:
    moment = moment_of(carried, NINE)
    assert (moment, moment.utcoffset()) == (datetime.fromisoformat(carried), timedelta(hours=-6))


@pytest.mark.parametrize(
    "carried",
    ["", "now", "2026-11-22T09:00:06-06:00", "2026-11-22T05:00:04-06:00", "2027-01-01T00:00:00-06:00",
     "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-11-22T09:00:05", "<b>", "１２"],
)  # fmt: skip
def test_any_other_page_does_not(carried: str) -> None:
    assert moment_of(carried, NINE.astimezone(UTC)) == NINE
