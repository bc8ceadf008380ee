from datetime import date

import pytest

from resources.core.law import Law

START = date(2026, 12, 2)


def law(status, starts=None):
    return Law(
        slug="a-law",
        place=("EU",),
        kind="criminal",
        status=status,
        title="",
        plain="",
        how_to_use="",
        age_alone_from=None,
        sources=(),
        read_on=date(2026, 11, 29),
        for_subject="any",
        for_roles=("self",),
        starts=starts,
    )


@pytest.mark.parametrize(
    ("status", "starts", "today", "counts"),
    [
        ("in-force", None, date(2026, 12, 1), True),
        ("enacted-not-in-force", START, date(2026, 12, 1), False),
        ("enacted-not-in-force", START, START, True),
        ("enacted-not-in-force", None, date(2030, 1, 1), False),
        ("unknown", START, date(2030, 1, 1), False),
        ("bill", START, date(2030, 1, 1), False),
    ],
)
def test_a_law_that_was_passed_counts_from_the_day_it_starts(status, starts, today, counts):
    assert law(status, starts).as_of(today).in_force is counts
