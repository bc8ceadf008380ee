"""The table of what each country has, on its page and in the README."""

import pytest
from django.core.management import call_command
from django.utils.html import strip_tags

from resources import page_cache, selectors
from resources.contexts.coverage import coverage_rows
from resources.core.coverage import Has
from resources.management.commands.coverage import table
from tests.conftest import FIXTURES
from tests.content.step_words import plain
from tests.resources.conftest import country, helpline, small, written
from tests.resources.fact_counts import COUNTRIES

pytestmark = pytest.mark.django_db


def test_the_readme_shows_what_the_facts_say():
    readme = (FIXTURES.parent / "README.md").read_text()
    start = readme.index("| Country |")
    assert readme[start : readme.index("\n\n", start) + 1] == table()


def test_every_country_has_a_row_that_names_each_thing_once():
    rows = coverage_rows()
    assert (len(rows), {len(row.has) + len(row.lacks) for row in rows}) == (COUNTRIES, {4})


def test_the_limit_of_a_thing_stands_beside_it():
    found = next(row for row in coverage_rows() if row.coverage.law is Has.UNION)
    assert "a law about it (European)" in found.has


def test_the_page_of_countries_says_what_each_has_and_what_is_not_found_yet(client):
    page = plain(client.get("/people/").content.decode())
    said = [f"Has {', '.join(row.has)}." for row in coverage_rows() if row.has]
    lacks = [f"Not found yet: {', '.join(row.lacks)}." for row in coverage_rows() if row.lacks]
    assert [words for words in said + lacks if words not in page] == []


def test_a_country_without_a_line_says_so_first(client, tmp_path):
    lines = [helpline(country="INT", slug="everywhere", topics=["crisis", "directory"]), helpline(slug="of-canada")]
    lands = [country(), country(code="NO", name={"en": "Norway"}, regions=[])]
    call_command("load_content", folder=written(small(countries=lands, helplines=lines), tmp_path), verbosity=0)
    try:
        forget()
        pages = [strip_tags(client.get(f"/people/{code}/").content.decode()) for code in ("no", "ca")]
        said = "We do not know a helpline in Norway yet. These lists may know one."
        assert [said in page for page in pages] == [True, False]
        assert pages[0].index(said) < pages[0].index("A line")
    finally:
        call_command("load_content", folder=FIXTURES, verbosity=0)
        forget()


def forget():
    selectors.forget()
    page_cache.forget()
