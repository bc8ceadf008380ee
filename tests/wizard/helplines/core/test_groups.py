import pytest

from tests.resources.conftest import line
from wizard.helplines.core.groups import fair, serve_everybody

ALL, MORE = line("all"), line("more")
WOMEN, MEN = line("women", only_for=frozenset({"women"})), line("men", only_for=frozenset({"men"}))
STUDENTS = line("students", only_for=frozenset({"students"}))
DATING_WOMEN = line("dating", only_for=frozenset({"women", "partner"}))
GROUP = line("group", "indigenous")


# Lines in their order, the groups that were said, those that do instead, and what may stand together.
@pytest.mark.parametrize(
    ("lines", "said", "instead", "together"),
    [
        ((WOMEN, ALL, MORE), "", (), "all more"),
        ((STUDENTS, ALL, MORE), "students", (), "all students more"),
        ((STUDENTS, ALL), "", (), "all"),
        ((GROUP, ALL), "", (), "all"),
        ((MEN, WOMEN), "", (), "women men"),
        ((MEN, WOMEN), "", (ALL,), "women men all"),
        ((WOMEN,), "", (ALL, MORE), "all women more"),
        ((WOMEN,), "", (), ""),
        ((STUDENTS,), "students", (), ""),
        ((STUDENTS,), "students", (ALL,), "all students"),
        ((DATING_WOMEN, MEN), "partner", (), "dating men"),
        ((DATING_WOMEN, MEN), "", (ALL,), "all men"),
        ((WOMEN,), "", (GROUP,), ""),
        ((), "", (ALL,), "all"),
    ],
)
def test_a_line_for_some_stands_only_beside_one_for_everybody(lines, said, instead, together):
    assert [one.slug for one in fair(lines, frozenset(said.split()), instead)] == together.split()


@pytest.mark.parametrize(
    ("lines", "everybody"),
    [((), True), ((ALL, WOMEN), True), ((WOMEN, MEN), True), ((DATING_WOMEN, MEN), True), ((WOMEN,), False)],
)
def test_nobody_is_left_out_when_all_or_each_sex_has_a_line(lines, everybody):
    assert serve_everybody(lines) is everybody
