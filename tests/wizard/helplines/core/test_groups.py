import pytest

from tests.resources.conftest import channel, line
from wizard.helplines.core.groups import Said, fair, serve_everybody

ALL, MORE = line("all"), line("more")
WOMEN, MEN = line("women", only_for=frozenset({"women"})), line("men", only_for=frozenset({"men"}))
STUDENTS = line("students", only_for=frozenset({"students"}))
DATING_WOMEN = line("dating", only_for=frozenset({"women", "partner"}))
BY_DAY, MORE_BY_DAY = (line(slug, channels=[channel(always=False)]) for slug in ("by-day", "more-by-day"))
GROUP = line("group", "indigenous")


# Lines in their order, the groups that may fit, those that do for sure, those that do instead, and what may stand.
@pytest.mark.parametrize(
    ("lines", "maybe", "sure", "instead", "together"),
    [
        ((WOMEN, ALL, MORE), "", "", (), "all more"),
        ((STUDENTS, ALL, MORE), "students", "", (), "all students more"),
        ((STUDENTS, ALL), "", "", (), "all"),
        ((STUDENTS, ALL), "students", "students", (), "students all"),
        ((BY_DAY, WOMEN, MORE_BY_DAY), "", "", (), "women by-day more-by-day"),
        ((BY_DAY, ALL, WOMEN), "", "", (), "by-day all"),
        ((GROUP, ALL), "", "", (), "all"),
        ((MEN, WOMEN), "", "", (), "women men"),
        ((MEN, WOMEN), "", "", (ALL,), "women men all"),
        ((WOMEN,), "", "", (ALL, MORE), "women all more"),
        ((WOMEN,), "", "", (), ""),
        ((STUDENTS,), "students", "", (), ""),
        ((STUDENTS,), "students", "", (ALL,), "students all"),
        ((DATING_WOMEN, MEN), "partner", "", (), "dating men"),
        ((DATING_WOMEN, MEN), "", "", (ALL,), "men all"),
        ((WOMEN,), "", "", (GROUP,), ""),
        ((), "", "", (ALL,), "all"),
    ],
)
def test_a_line_for_some_stands_only_beside_one_for_everybody(lines, maybe, sure, instead, together):
    said = Said(frozenset(maybe.split()), frozenset(sure.split()))
    assert [one.slug for one in fair(lines, said, instead)] == together.split()


@pytest.mark.parametrize(
    ("lines", "everybody"),
    [((), True), ((ALL, WOMEN), True), ((WOMEN, MEN), True), ((DATING_WOMEN, MEN), True), ((WOMEN,), False)],
)
def test_nobody_is_left_out_when_all_or_each_sex_has_a_line(lines, everybody):
    assert serve_everybody(lines, Said(maybe=frozenset({"partner"}))) is everybody
