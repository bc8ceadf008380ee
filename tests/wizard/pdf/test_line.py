"""Who may have a file made now: the first of those who ask, one place a visit, and never more than there are."""

from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from wizard.pdf.line import AHEAD, EVERY, FRONT, GONE, MOST_SECONDS, PLACES, Line, NotYetError


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(clock: Clock) -> Line:
    return Line(places=2, front=2, clock=clock)


def gets_in(line: Line, visit: str, since: float = 0.0) -> bool:
    """True when there is a place now, which is given back at once."""
    try:
        with line.place(visit, since):
            return True
    except NotYetError:
        return False


def test_a_thread_of_four_is_always_free() -> None:
    assert PLACES + 1 < 4


def test_who_goes_on_asking_is_not_taken_for_gone() -> None:
    assert (2 * max(EVERY) < GONE, 10 * max(EVERY) < MOST_SECONDS, FRONT > PLACES) == (True, True, True)


def test_there_are_so_many_places_and_each_is_given_back(line: Line) -> None:
    with line.place("a", 0), line.place("b", 0):
        assert gets_in(line, "c") is False
    assert gets_in(line, "c") is True


def test_a_place_is_given_back_after_an_error(line: Line) -> None:
    for visit in ("a", "b", "c"):
        with pytest.raises(ZeroDivisionError), line.place(visit, 0):
            raise ZeroDivisionError
    assert gets_in(line, "d") is True


def test_a_visit_has_one_place_and_its_second_tap_may_join(line: Line) -> None:
    with line.place("a", 0) as first, line.place("a", 1) as second:
        assert (first, second, gets_in(line, "a", 2)) == (False, True, False)
    with line.place("a", 3) as again:
        assert again is False


def test_a_second_tap_takes_no_place_of_others_and_there_is_one_at_a_time(line: Line) -> None:
    with ExitStack() as stack:
        for visit in ("a", "a", "b"):
            stack.enter_context(line.place(visit, 0))
        assert gets_in(line, "b") is False


def test_a_place_goes_to_those_who_asked_first(line: Line) -> None:
    with line.place("x", 0), line.place("y", 0):
        asked = {visit: gets_in(line, visit, since) for since, visit in enumerate("abcd", 1)}
    assert asked == dict.fromkeys("abcd", False)
    # Two may come before it: the third and the fourth wait until one of those has been served.
    assert [gets_in(line, visit, since) for visit, since in (("d", 4), ("c", 3), ("b", 2), ("d", 4), ("c", 3))] == [
        False,
        False,
        True,
        False,
        True,
    ]


def test_nobody_comes_before_somebody_who_asked_much_earlier_however_often_they_tap(line: Line) -> None:
    with line.place("x", 0), line.place("y", 0):
        gets_in(line, "a", 1)
    assert [gets_in(line, "b", 1 + AHEAD), gets_in(line, "b", 2 + AHEAD)] == [True, False]
    assert [gets_in(line, "a", 1), gets_in(line, "b", 3 + AHEAD)] == [True, True]


def test_who_asked_no_more_holds_nobody_up(line: Line, clock: Clock) -> None:
    with line.place("x", 0), line.place("y", 0):
        for since, visit in enumerate("abc", 1):
            gets_in(line, visit, since)
        clock.now = GONE
        gets_in(line, "c", 3)
    assert gets_in(line, "c", 3) is False
    clock.now = GONE + 0.1
    assert gets_in(line, "c", 3) is True


def test_nothing_of_who_was_served_is_kept(line: Line) -> None:
    gets_in(line, "a")
    assert (line._asking, line._inside, line._second) == ({}, set(), set())
