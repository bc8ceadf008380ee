from datetime import date

import pytest

from resources.core.origin import Check, Origin, told, warnings
from resources.core.source import Source

TODAY = date(2026, 11, 29)
READ = date(2026, 11, 22)


def page(day="", **fields):
    return Source("https://example.org/a", "example.org", day, **fields)


def origin(*pages, **fields):
    return Origin(pages, READ, **fields)


NEW = "From a page dated 2026. Read on 22 November 2026."
CALLED, OPENED = (Check(date(2026, 12, 1), how, "editor") for how in ("called", "opened"))


@pytest.mark.parametrize(
    ("known", "dialled", "said"),
    [
        (origin(page("2018")), True, "From a page dated 2018. Read on 22 November 2026. We have not called."),
        (origin(page("2018-04-27")), False, "From a page dated 2018. Read on 22 November 2026. We have not tried it."),
        (origin(page()), True, "From a page without a date. Read on 22 November 2026. We have not called."),
        (origin(page(named=False)), True, "From someone else’s website. Read on 22 November 2026. We have not called."),
        (
            origin(page("2019", named=False)),
            True,
            "From someone else’s website, dated 2019. Read on 22 November 2026. We have not called.",
        ),
        (origin(page("2026"), checked=CALLED), True, f"{NEW} Called on 1 December 2026."),
        (
            origin(page("2026"), checked=OPENED),
            True,
            f"{NEW} Opened on 1 December 2026. We have not called.",
        ),
        (origin(page("2026"), checked=OPENED), False, f"{NEW} Opened on 1 December 2026."),
        (
            origin(page("2026"), number_unsure=True),
            True,
            f"{NEW} We have not called. We are not sure of the number.",
        ),
        (origin(), False, "Read on 22 November 2026. We have not tried it."),
    ],
)
def test_a_card_says_where_it_was_read_and_if_anybody_called(known, dialled, said):
    assert told(known, dialled=dialled) == said


@pytest.mark.parametrize(
    ("pages", "first"),
    [
        ([page("2018"), page("2021")], "From a page dated 2021."),
        ([page("2026", named=False), page("2018")], "From a page dated 2018."),
        ([page("2018"), page("2026", read=False)], "From a page dated 2018."),
        ([page(), page("2018")], "From a page dated 2018."),
        ([page(read=False), page("2018", named=False)], "From someone else’s website, dated 2018."),
    ],
)
def test_the_page_that_counts_was_read_and_is_of_a_site_that_is_named_and_is_the_newest(pages, first):
    assert told(origin(*pages), dialled=True).startswith(f"{first} Read on")


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (origin(page("2026-01")), ""),
        (origin(page()), ""),
        (origin(page("2025-11-29")), ""),
        (origin(page("2025-11-28")), "From a page dated 2025."),
        (origin(page("2025-11")), "From a page dated 2025."),
        (origin(page("2025")), ""),
        (origin(page("2024")), "From a page dated 2024."),
        (origin(page("2026", named=False)), "From someone else’s website, dated 2026."),
        (origin(page("2018"), checked=CALLED), ""),
        (origin(page("2018"), number_unsure=True), "From a page dated 2018. We are not sure of the number."),
        (origin(), ""),
    ],
)
def test_a_row_warns_and_says_nothing_else(known, said):
    assert warnings(known, TODAY) == said
