"""Facts may change without a change of code: a day, a number, and one object more of any kind are only facts."""

import copy
from datetime import date, timedelta
from itertools import zip_longest

import pytest
from django.core.management import call_command
from django.test import Client

from resources import page_cache, selectors
from resources.core.contact_links import shown
from resources.loading.all_checks import problems
from resources.loading.fixtures import read
from tests.conftest import FIXTURES
from tests.content import test_fixtures
from tests.resources.conftest import way, written
from tests.resources.core import test_contact_links
from tests.resources.core.hours import test_public_holidays, test_summary
from tests.resources.fact_counts import NEWEST
from tests.resources.loading import test_audit

# A country that the facts do not have.
LAND = sorted({"CH", "JM", "NO", "TT"} - {row["code"] for row in read(FIXTURES)["countries"]})[0]
LINE, APP, LAW, SERVICE = "made-up-line", "made-up-app", "made-up-law", "made-up-service"
MADE_UP = {name: f"{name} that a test made up" for name in ("Land", "Line", "App", "Law", "Service", "Language")}
# A zone that no country of the facts has.
CLOCK = "Indian/Kerguelen"
SEEN = {"sources": [{"url": "https://example.org/", "page_date": None}], "read_on": NEWEST.isoformat()}
# All was looked at so many days before; then somebody looked again at three objects of each kind, after so many days.
# Nothing is checked on a day that has not come.
BEFORE, AGAIN = 200, (1, 30, 200)
KIDS, NUMBER = "kids-help-phone", "+18006685999"


def first(rows, **wanted):
    """A copy of the first object with these fields."""
    return copy.deepcopy(next(row for row in rows if all(row[name] == value for name, value in wanted.items())))


def added(facts):
    """One object more of every kind, each like one that is there."""
    said = {name: {"en": words} for name, words in MADE_UP.items()}
    chat = way(kind="chat", value="https://kidshelpphone.ca/made-up", dial=None)
    line = {**first(facts["helplines"], country="CA", emergency=False, regions=["*"]), "channels": [chat]}
    app = next(row for row in facts["platforms"] if row["guides"])
    return {
        "countries": {**first(facts["countries"], regions=[], eu=False), "code": LAND, "name": said["Land"]},
        "helplines": {**line, "slug": LINE, "name": said["Line"], "country": LAND, "newest_source": None},
        "platforms": {**copy.deepcopy(app), "slug": APP, "path": APP, "name": MADE_UP["App"], "aliases": []},
        "law": {**first(facts["law"], place=["CA"], status="in-force"), "slug": LAW, "title": said["Law"]},
        "takedown": {**first(facts["takedown"], status="in-force"), "slug": SERVICE, "name": said["Service"]},
        "clocks": {"zone": CLOCK, "name": {"en": "Made up time"}, "everywhere": False},
        "languages": {"code": "xx", "name": said["Language"]},
    }


def moved(row, days):
    """The day of its check, so many days later."""
    return (date.fromisoformat(row["read_on"]) + timedelta(days=days)).isoformat()


def number_of(facts):
    """The phone number of one line, where it can be changed."""
    line = next(row for row in facts["helplines"] if row["slug"] == KIDS)
    return next(one for one in line["channels"] if one["kind"] == "phone")


def changed(content):
    """The facts as an editor may leave them: other days, another number, and one object more of every kind."""
    facts = copy.deepcopy(content)
    for rows in facts.values():
        for row, later in zip_longest(rows, AGAIN, fillvalue=0):
            row["read_on"] = moved(row, later - BEFORE)
    number_of(facts)["value"] = NUMBER
    for file, row in added(facts).items():
        facts[file].append({**row, **SEEN})
    return facts


@pytest.fixture
def edited(tmp_path, content):
    """A folder with the changed facts."""
    return written(changed(content), tmp_path)


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


def test_days_a_number_and_an_object_of_every_kind_are_other_than_in_the_files(content):
    facts = changed(content)
    later = [*AGAIN, 0]
    days = {
        file: [moved(old, days - BEFORE) for old, days in zip(rows, later, strict=False)]
        for file, rows in content.items()
    }
    assert {file: [row["read_on"] for row in rows[: len(later)]] for file, rows in facts.items()} == days
    assert {file: len(rows) - len(content[file]) for file, rows in facts.items()} == dict.fromkeys(content, 1)
    assert (number_of(facts)["value"], number_of(content)["value"] == NUMBER) == (NUMBER, False)


def test_the_loader_finds_nothing_wrong_with_them(content):
    assert problems(changed(content)) == []


def takes_facts_alone(check):
    code = getattr(check, "__code__", None)
    return code is not None and code.co_varnames[: code.co_argcount] == ("content",)


MODULES = (test_fixtures, test_audit, test_contact_links, test_summary, test_public_holidays)
CHECKS = {
    f"{module.__name__}.{name}": check
    for module in MODULES
    for name, check in vars(module).items()
    if name.startswith("test_") and takes_facts_alone(check)
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_holds_for_the_facts_holds_for_these(name, content):
    CHECKS[name](changed(content))


def test_each_of_these_modules_checks_the_facts():
    assert {name.rpartition(".")[0] for name in CHECKS} == {module.__name__ for module in MODULES}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"/people/{LAND.lower()}/", MADE_UP["Line"]),
        (f"/now/{LAND.lower()}/", MADE_UP["Land"]),
        (f"/places/{APP}/", MADE_UP["App"]),
        ("/places/", MADE_UP["App"]),
        ("/people/", MADE_UP["Land"]),
        ("/people.json", MADE_UP["Line"]),
        ("/now/", shown("phone", NUMBER, "e164")),
        ("/people/ca/", shown("phone", NUMBER, "e164")),
    ],
)
def test_the_pages_show_them(loaded, path, words):
    response = Client().get(path)
    page = b"".join(response) if response.streaming else response.content
    assert (response.status_code, words in page.decode()) == (200, True)


def test_the_plan_knows_the_new_law_and_the_new_service(loaded, content):
    law, service = added(content)["law"], added(content)["takedown"]
    laws = selectors.laws_for(
        "CA", None, role=law["applies_to_roles"][0], subject_under_18=law["for_subject"] == "under-18"
    )
    services = selectors.services_for("CA", None, subject_under_18=service["for_subject"] == "under-18")
    found = {card.slug for card in (*laws, *services)}
    assert {LAW, SERVICE} - found == set()


def test_the_facts_of_the_project_are_back_afterwards(db):
    assert selectors.place(LAND) is None
