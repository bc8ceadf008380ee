"""Functions over yes/no variables: worked out once, compared by number, and the same as counted by hand."""

from itertools import product

import pytest

from wizard.review.proof.diagrams import NO, YES, Diagrams

SETS = Diagrams()
A, B, C = map(SETS.variable, range(3))


def truths(one: int) -> set[str]:
    """The letters that are true in each case where the function is."""
    cases = product((False, True), repeat=3)
    return {
        "".join(letter for letter, yes in zip("abc", case, strict=True) if yes)
        for case in cases
        if SETS.holds(one, case.__getitem__)
    }


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (NO, set()),
        (YES, {"", "a", "b", "c", "ab", "ac", "bc", "abc"}),
        (A, {"a", "ab", "ac", "abc"}),
        (SETS.both(A, B), {"ab", "abc"}),
        (SETS.other(A), {"", "b", "c", "bc"}),
        (SETS.either(B, C), {"b", "c", "ab", "ac", "bc", "abc"}),
        (SETS.both(C, SETS.either(A, B)), {"ac", "bc", "abc"}),
        (SETS.all_of((C, B, A)), {"abc"}),
        (SETS.any_of((SETS.both(C, A), SETS.both(B, A))), {"ab", "ac", "abc"}),
        (SETS.at_most_one((C, B, A)), {"", "a", "b", "c"}),
    ],
)
def test_a_function_is_true_exactly_where_it_says(made: int, expected: set[str]) -> None:
    assert truths(made) == expected


def test_what_is_equal_has_the_same_number_however_it_was_made() -> None:
    assert SETS.either(A, B) == SETS.other(SETS.both(SETS.other(B), SETS.other(A)))
    assert (SETS.both(A, SETS.other(A)), SETS.either(A, SETS.other(A)), SETS.other(SETS.other(C))) == (NO, YES, C)


def test_only_variables_that_make_a_difference_are_named() -> None:
    assert SETS.variables(SETS.either(SETS.both(A, B), SETS.both(A, SETS.other(B)))) == {0}
    assert SETS.variables(SETS.both(C, B)) == {1, 2}


@pytest.mark.parametrize("made", [A, SETS.both(B, SETS.other(A)), SETS.either(SETS.both(A, C), B)])
def test_an_example_is_one_of_them(made: int) -> None:
    assert SETS.holds(made, SETS.example(made).__contains__)
