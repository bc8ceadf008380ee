"""CONTRIBUTING.md, followed to the letter by an editor who does not code."""

import json
import re
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.project.source_tree import ROOT, text

SECTION = text("CONTRIBUTING.md").split("## Correct a number, without writing code\n")[1].split("\n## ")[0]
SENTENCES = re.findall(r"^    (\w+\.json.*)$", SECTION, re.M)
OLD, NEW = '"value": "+18006686868",', re.search(r'"value": "\+\d+",', SECTION)[0]

pytestmark = pytest.mark.django_db


class Fixtures:
    """A copy of the fixtures that can be edited as text and loaded."""

    def __init__(self, folder):
        shutil.copytree(ROOT / "fixtures", folder)
        self.folder, self.path = folder, folder / "helplines.json"

    def replace(self, old, new):
        """Replaces the first place where these words stand after the example's slug."""
        before, slug, after = self.path.read_text().partition('"slug": "kids-help-phone"')
        assert old in after
        self.path.write_text(before + slug + after.replace(old, new, 1))

    def change(self, **fields):
        """Sets fields of the example."""
        rows = json.loads(self.path.read_text())
        next(row for row in rows if row["slug"] == "kids-help-phone").update(fields)
        self.path.write_text(json.dumps(rows))

    def load(self):
        """What `make run` says about these fixtures, "" when they were loaded."""
        try:
            call_command("load_content", folder=self.folder, stdout=StringIO())
        except CommandError as error:
            return str(error).removeprefix("Nothing was loaded.\n")
        return ""


@pytest.fixture
def fixtures(tmp_path):
    return Fixtures(tmp_path / "fixtures")


def page(client, path="/people/ca/"):
    return client.get(path).content.decode()


def test_a_number_that_is_changed_in_one_object_is_on_every_page(fixtures, client):
    before = page(client)
    fixtures.replace(OLD, NEW)
    fixtures.change(checked_on="2026-11-29", sources=[{"url": "https://kidshelpphone.ca/", "page_date": None}])
    assert fixtures.load() == ""
    pages = [page(client, path) for path in ("/", "/now/", "/people/ca/", "/people/ca/mb/")]
    assert ("tel:18006686868" in before, "tel:18006686869" in before) == (True, False)
    assert [("tel:18006686868" in one, "tel:18006686869" in one) for one in pages] == [(False, True)] * 4


def test_the_page_shows_the_day_of_the_change(fixtures, client):
    before = page(client)
    fixtures.change(checked_on="2026-11-13")
    fixtures.load()
    after = page(client)
    assert ["Checked on 13 November 2026" in one for one in (before, after)] == [False, True]


def test_the_document_quotes_three_slips():
    assert len(SENTENCES) == 3


def test_a_digit_that_is_missing_gives_the_sentence_of_the_document(fixtures, client):
    before = page(client)
    fixtures.replace(OLD, OLD.replace('8",', '",'))
    assert (fixtures.load(), page(client) == before) == (SENTENCES[0], True)


def test_a_source_that_is_missing_gives_the_sentence_of_the_document(fixtures):
    fixtures.change(sources=[])
    assert fixtures.load() == SENTENCES[1]


def test_a_comma_that_is_missing_gives_the_sentence_of_the_document(fixtures):
    def without_place(sentence):
        return re.sub(r"\d+", "0", sentence)

    fixtures.replace(OLD, OLD.removesuffix(","))
    assert without_place(fixtures.load()) == without_place(SENTENCES[2])


def test_a_line_that_is_withdrawn_is_on_no_page_but_stays_in_the_file(fixtures, client):
    fixtures.change(withdrawn=True)
    assert fixtures.load() == ""
    assert ["kids-help-phone" in page(client, path) for path in ("/", "/now/", "/people/ca/")] == [False] * 3


def test_the_options_of_the_document_exist(fixtures):
    named = {*re.findall(r"`(--[a-z]+)", SECTION)}
    call_command("check_content", f"--from={fixtures.folder}", "--days=90", "--today=2026-11-22", stdout=StringIO())
    assert named == {"--strict", "--days", "--links"}
