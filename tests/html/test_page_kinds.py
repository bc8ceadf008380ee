"""Every page is valid HTML: a browser, a screen reader and a translator read the page that was written."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.html.checker import complaints
from tests.html.collecting import Collector, Shelf, public_pages, sad_pages, saved_pages
from tests.html.page_kinds import NO_PAGE, OF_A_VISIT, PUBLIC, routes
from tests.people import (
    ADULT_ALBERTA,
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    SHARER,
    TEEN_BLACKMAILED,
    WORKER,
)
from tests.project.source_tree import text, under
from tests.system_packages import need_html_checker

# One of each role and voice; one who may write a message, one whose phone is watched.
VISITORS = {
    "teen": TEEN_BLACKMAILED,
    "child": CHILD_ALONE,
    "watched": ADULT_EX,
    "writer": ADULT_MAY_SAY_NO,
    "adult": ADULT_ALBERTA,
    "mother": MOTHER,
    "worker": WORKER,
    "friend": FRIEND,
    "sharer": SHARER,
}
# A page of its own, and not a part of one.
WHOLE = re.compile(r"\{% extends |<!doctype", re.IGNORECASE)
PAPER_OR_BOOK = ("templates/pdf/", "templates/book/")
PLANTED = "<!doctype html><html lang=en><title>x</title><p id=a>one<p id=a>two<form action=''></form><ul><p>x</p></ul>"


@cache
def collected() -> Shelf:
    """All pages, made once."""
    found = Shelf()
    public_pages(found)
    with TemporaryDirectory() as folder:
        saved_pages(found, Path(folder))
    for name, person in VISITORS.items():
        Collector(found, name).everything(person)
    sad_pages(found, TEEN_BLACKMAILED, SHARER)
    return found


@pytest.fixture
def shelf(db: None) -> Shelf:
    """All pages."""
    return collected()


def test_every_address_of_the_site_is_looked_at_or_has_no_page():
    assert sorted({*PUBLIC, *OF_A_VISIT, *NO_PAGE}) == sorted(set(routes()))


@pytest.mark.thorough
def test_every_page_of_every_address_is_there(shelf):
    assert sorted({*PUBLIC, *OF_A_VISIT} - shelf.routes) == []
    assert sorted({400, 403, 404, 409, 411, 413, 415, 500, 503, 202} - shelf.statuses) == []


@pytest.mark.thorough
def test_every_template_of_a_page_was_shown(shelf):
    whole = {path.removeprefix("templates/") for path in under("templates", ".html") if WHOLE.search(text(path))}
    assert sorted(name for name in whole - shelf.templates if not f"templates/{name}".startswith(PAPER_OR_BOOK)) == []


@pytest.mark.thorough
def test_every_page_is_valid_html(shelf, tmp_path):
    jar = need_html_checker()
    found = complaints(jar, shelf.pages, tmp_path)
    assert found == [], "\n".join(found)


@pytest.mark.thorough
def test_what_is_invalid_would_be_found(tmp_path):
    found = complaints(need_html_checker(), {"planted": PLANTED}, tmp_path)
    assert [words for words in ("Duplicate ID", "action", "not allowed as child") if words not in "".join(found)] == []
