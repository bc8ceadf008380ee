"""Facts may change without a change of code: a day, a helpline, a platform and a country are only facts."""

import copy
import json
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from resources import page_cache, selectors
from resources.loading.fixtures import problems
from tests.conftest import FIXTURES
from tests.content import test_fixtures

LAND, TOWN_LINE, APP = "JM", "made-up-line-for-a-test", "made-up-app-for-a-test"
LINE_NAME, APP_NAME = "A line that a test made up", "An app that a test made up"
MADE_UP_PAGE = [{"url": "https://example.org/", "page_date": None}]


def first(rows, **wanted):
    """A copy of the first object with these fields."""
    return copy.deepcopy(next(row for row in rows if all(row[name] == value for name, value in wanted.items())))


def changed(content):
    """The facts as an editor may leave them: two new days a file, and one more helpline, platform and country."""
    facts = copy.deepcopy(content)
    for row in [rows[at] for rows in facts.values() for at in (0, 1)]:
        row["checked_on"] = (date.fromisoformat(row["checked_on"]) + timedelta(days=1)).isoformat()
    land = {**first(facts["countries"], regions=[], eu=False), "code": LAND, "name": {"en": "Jamaica"}}
    line = first(facts["helplines"], country="CA", emergency=False, regions=["*"])
    own = {"slug": TOWN_LINE, "name": {"en": LINE_NAME}, "country": LAND, "sources": MADE_UP_PAGE}
    known = next(row["slug"] for row in facts["platforms"] if row["sources"])
    app = {
        **first(facts["platforms"], slug=known),
        "slug": APP,
        "path": APP,
        "name": APP_NAME,
        "aliases": [],
    }
    facts["countries"].append({**land, "sources": MADE_UP_PAGE})
    facts["helplines"].append({**line, **own, "newest_source": None})
    facts["platforms"].append(app)
    return facts


@pytest.fixture
def edited(tmp_path, content):
    """A folder with the changed facts."""
    for file, rows in changed(content).items():
        (tmp_path / f"{file}.json").write_text(json.dumps(rows), encoding="utf-8")
    return tmp_path


def forget():
    selectors.forget()
    page_cache.forget()


@pytest.fixture
def loaded(edited, db):
    """The same facts in the tables; those of the project come back with the end of the test."""
    call_command("load_content", folder=edited, verbosity=0)
    forget()
    yield edited
    call_command("load_content", folder=FIXTURES, verbosity=0)
    forget()


def test_two_days_a_file_and_three_objects_are_other_than_in_the_files(content):
    facts = changed(content)
    pairs = [(old, new) for file, rows in content.items() for old, new in zip(rows, facts[file], strict=False)]
    moved = sum(old["checked_on"] != new["checked_on"] for old, new in pairs)
    assert (moved, sum(map(len, facts.values())) - sum(map(len, content.values()))) == (2 * len(content), 3)


def test_the_loader_finds_nothing_wrong_with_them(content):
    assert problems(changed(content)) == []


CHECKS = [name for name in vars(test_fixtures) if name.startswith("test_")]


@pytest.mark.parametrize("name", CHECKS)
def test_what_holds_for_the_facts_holds_for_these(name, content):
    check = getattr(test_fixtures, name)
    if check.__code__.co_varnames[: check.__code__.co_argcount] == ("content",):
        check(changed(content))


def test_most_of_those_checks_take_the_facts_alone():
    alone = [name for name in CHECKS if getattr(test_fixtures, name).__code__.co_argcount == 1]
    assert len(alone) > len(CHECKS) / 2


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"/people/{LAND.lower()}/", LINE_NAME),
        (f"/now/{LAND.lower()}/", "Jamaica"),
        (f"/places/{APP}/", APP_NAME),
        ("/places/", APP_NAME),
        ("/people/", "Jamaica"),
        ("/people.json", LINE_NAME),
    ],
)
def test_the_pages_show_them(loaded, path, words):
    response = Client().get(path)
    page = b"".join(response) if response.streaming else response.content
    assert (response.status_code, words in page.decode()) == (200, True)


def test_the_facts_of_the_project_are_back_afterwards(db):
    assert selectors.place(LAND) is None
