import re

import pytest

from tests.people import ADULT_EX, MOTHER, TEEN_BLACKMAILED, answers_of
from wizard.core.conditions import EVERYBODY, Condition


def person(given):
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("always", [True, True, True]),
        ("minor_now", [True, True, False]),
        ("not minor_now", [False, False, True]),
        ("for_child and minor_now", [False, True, False]),
        ("for_child or afraid", [False, True, True]),
        ("not (for_child or afraid)", [True, False, False]),
        (" subject_under_18 and\n not for_child", [True, False, False]),
    ],
)
def test_a_condition_reads_as_it_is_said(said, holds):
    people = [person(given) for given in (TEEN_BLACKMAILED, MOTHER, ADULT_EX)]
    assert [Condition(said).holds(a) for a in people] == holds


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("minor", "'minor' is not a flag"),
        ("minor_now and", "'minor_now and' is not a condition: use flags, and, or, not, brackets"),
        ("age == 13", "'age == 13' is not a condition: use flags, and, or, not, brackets"),
        ("__import__('os')", "\"__import__('os')\" is not a condition: use flags, and, or, not, brackets"),
        ("-minor_now", "'-minor_now' is not a condition: use flags, and, or, not, brackets"),
        ("", "'' is not a condition: use flags, and, or, not, brackets"),
    ],
)
def test_what_is_no_condition_is_refused_with_a_sentence(said, slip):
    with pytest.raises(ValueError, match=f"^{re.escape(slip)}$"):
        Condition(said)


def test_a_condition_reads_no_more_than_it_needs():
    read = []

    class Recorded:
        def __getattr__(self, name):
            read.append(name)
            return name == "for_child"

    assert Condition("for_child or afraid").holds(Recorded()) is True
    assert read == ["for_child"]


def test_the_flags_of_a_condition_are_known():
    assert (Condition("not (home or family)").flags, EVERYBODY.flags) == ({"home", "family"}, frozenset())
