"""How outcomes of a question split: nothing is lost, nothing stands on both sides, and no old answer is given."""

import pytest

from wizard.review.proof.outcomes import NOT_ASKED, Outcomes, one_of, sets_of, split_any, split_exact, without

SETS = sets_of(("a", "b", "none"), frozenset({"none"}))


def test_every_set_that_a_form_lets_through_is_there_once():
    assert SETS == ((), ("none",), ("a",), ("b",), ("a", "b"))
    assert one_of(("x", "y")) == ((), ("x",), ("y",))


@pytest.mark.parametrize(
    ("halves", "passing"),
    [
        (split_any(SETS, frozenset({"a"})), (("a",), ("a", "b"))),
        (split_any(SETS, frozenset({"a", "none"})), (("none",), ("a",), ("a", "b"))),
        (split_any(SETS, frozenset({"c"})), ()),
        (split_exact(SETS, ("a",)), (("a",),)),
        (split_exact(SETS, ()), ((),)),
        (split_exact(NOT_ASKED, ()), ()),
    ],
)
def test_the_halves_make_up_the_whole(halves: tuple[Outcomes, Outcomes], passing: Outcomes):
    first, second = halves
    assert (first, {*first} & {*second}) == (passing, set())
    assert {*first} | {*second} in ({*SETS}, {*NOT_ASKED})


def test_other_outcomes_in_the_place_of_old_ones_are_split_anew():
    for number in range(2000):
        given: Outcomes = ((), (f"v{number}",))
        assert split_any(given, frozenset({f"v{number}"})) == ((given[1],), ((),))


def test_what_is_left_keeps_its_order():
    assert without(SETS, (("a",), ())) == (("none",), ("b",), ("a", "b"))
