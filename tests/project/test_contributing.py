"""CONTRIBUTING.md, followed to the letter by an editor who does not code; and what it names is there."""

import ast
import json
import re
import shutil
from datetime import timedelta
from fnmatch import fnmatch
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.project.source_tree import MADE, ROOT, files, modules, syntax, text, wrong
from tests.resources.fact_counts import NEWEST, said_day
from tests.resources.fact_numbers import way

PAGE = text("CONTRIBUTING.md")


def section(title):
    """What stands under a heading."""
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def slips(words):
    """The sentences about slips that a section quotes."""
    return re.findall(r"^    ([\w/]+\.json.*)$", words, re.M)


SECTION = section("Correct a number, without writing code")
SENTENCES = slips(SECTION)
OTHER_SENTENCES = slips(section("Correct a law, a guide or a platform"))
# The number of the example in the facts, and the one that the document gives it. Somebody may have done so for real:
# tests that compare the two begin from a made-up one.
VALUE = '"value": "{}",'
OLD, NEW = way("kids-help-phone", "phone")["value"], re.search(r'"value": "(\+\d+)",', SECTION)[1]
MADE_UP = "+18006685999"

pytestmark = pytest.mark.django_db


class Fixtures:
    """A copy of the fixtures that can be edited as text and loaded."""

    def __init__(self, folder):
        shutil.copytree(ROOT / "fixtures", folder)
        self.folder, self.path = folder, folder / "helplines/ca.json"

    def edit(self, file, slug, change):
        """Lets a function change one object of a file."""
        path = self.folder / f"{file}.json"
        rows = json.loads(path.read_text())
        change(next(row for row in rows if row["slug"] == slug))
        path.write_text(json.dumps(rows))

    def replace(self, old, new):
        """Replaces the first place where these words stand after the example's slug."""
        before, slug, after = self.path.read_text().partition('"slug": "kids-help-phone"')
        assert old in after
        self.path.write_text(before + slug + after.replace(old, new, 1))

    def change(self, **fields):
        """Sets fields of the example."""
        self.edit("helplines/ca", "kids-help-phone", lambda row: row.update(fields))

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
    fixtures.replace(VALUE.format(OLD), VALUE.format(MADE_UP))
    fixtures.load()
    before = page(client)
    fixtures.replace(VALUE.format(MADE_UP), VALUE.format(NEW))
    fixtures.change(read_on=NEWEST.isoformat(), sources=[{"url": "https://kidshelpphone.ca/", "page_date": None}])
    assert fixtures.load() == ""
    pages = [page(client, path) for path in ("/", "/now/", "/people/ca/", "/people/ca/mb/")]
    old, new = (f"tel:{value[1:]}" for value in (MADE_UP, NEW))
    assert old in before
    assert [(old in one, new in one) for one in pages] == [(False, True)] * 4


def test_the_page_shows_the_day_of_the_change(fixtures, client):
    before = page(client)
    # A day on which no other fact was checked.
    row = {"read_on": (NEWEST + timedelta(days=1)).isoformat()}
    fixtures.change(**row)
    fixtures.load()
    after = page(client)
    assert [f"Read on {said_day(row)}" in one for one in (before, after)] == [False, True]


def test_the_document_quotes_three_slips():
    assert len(SENTENCES) == 3


def test_a_digit_that_is_missing_gives_the_sentence_of_the_document(fixtures, client):
    before = page(client)
    fixtures.replace(VALUE.format(OLD), VALUE.format(NEW[:-1]))
    assert (fixtures.load(), page(client) == before) == (SENTENCES[0], True)


def test_a_source_that_is_missing_gives_the_sentence_of_the_document(fixtures):
    fixtures.change(sources=[])
    assert fixtures.load() == SENTENCES[1]


def test_a_comma_that_is_missing_gives_the_sentence_of_the_document(fixtures):
    def without_place(sentence):
        return re.sub(r"\d+", "0", sentence)

    fixtures.replace(VALUE.format(OLD), VALUE.format(OLD).removesuffix(","))
    assert without_place(fixtures.load()) == without_place(SENTENCES[2])


def test_a_line_that_is_withdrawn_is_on_no_page_but_stays_in_the_file(fixtures, client):
    fixtures.change(withdrawn=True)
    assert fixtures.load() == ""
    assert ["kids-help-phone" in page(client, path) for path in ("/", "/now/", "/people/ca/")] == [False] * 3


def test_the_options_of_the_document_exist(fixtures):
    named = {*re.findall(r"`(--[a-z]+)", SECTION)}
    kind = "--kind=languages"
    call_command("check_content", f"--from={fixtures.folder}", kind, f"--today={NEWEST}", stdout=StringIO())
    assert named == {"--strict", "--kind", "--today", "--csv", "--links"}


# The slips of the section about laws, guides and platforms, in the order in which it quotes their sentences.
SLIPS = [
    ("law/ca", "ca-162-1-sharing", lambda row: row.update(for_subject="child")),
    ("law/ca", "ca-162-1-sharing", lambda row: row.update(place=["CA-XX"])),
    ("platforms", "snapchat", lambda row: row["guides"][0]["steps"][0].pop("needs_picture")),
    ("platforms", "snapchat", lambda row: row["guides"][0].update(form_url="http://x.example")),
    ("platforms", "snapchat", lambda row: row.update(path="report-snap")),
    ("platforms", "snapchat", lambda row: row.update(matching=["stop-ncii"])),
    ("platforms", "grindr", lambda row: row.pop("lgbtq_seen")),
]


def test_the_document_quotes_a_sentence_for_each_other_slip():
    assert len(OTHER_SENTENCES) == len(SLIPS)


@pytest.mark.parametrize("number", range(len(SLIPS)))
def test_a_slip_gives_the_sentence_of_the_document(fixtures, number):
    fixtures.edit(*SLIPS[number])
    assert fixtures.load() == OTHER_SENTENCES[number]


# What the document names -------------------------------------------------------------------------------------------

ENDINGS = ("py", "json", "html", "md", "toml", "txt", "in", "css", "js", "svg")
A_PATH = re.compile(rf"(?:[\w.<>-]+/)+(?:[\w.<>-]+)?|[\w.<>-]+\.(?:{'|'.join(ENDINGS)})")


def named_in_code_marks(words):
    """Pairs of a path and the name behind its colon ("" for none), as they stand in code marks outside blocks."""
    prose = re.sub(r"^ *```.*?^ *```$", "", words, flags=re.M | re.S)
    marks = (mark.partition(":") for mark in re.findall(r"`([^`\n]+)`", prose))
    return sorted({(path, name) for path, _colon, name in marks if A_PATH.fullmatch(path)})


def is_there(path):
    """A file or a folder of the project, or one that is made here; what stands between < and > may be anything."""
    if path.strip("/") in MADE:
        return True
    pattern = re.sub(r"<\w+>", "*", path)
    return any(fnmatch(file, f"{pattern}*" if path.endswith("/") else pattern) for file in files())


def defines(path, name):
    """True when a module defines this function, class or method."""
    level = syntax(path).body
    for part in name.split("."):
        found = [node for node in level if getattr(node, "name", "") == part]
        if not found:
            return False
        level = getattr(found[0], "body", [])
    return True


def untrue(words):
    """Paths that lead nowhere, and names that are not where they are said to be."""
    named = named_in_code_marks(words)
    nowhere = [path for path, _name in named if not is_there(path)]
    return nowhere + [f"{path}:{name}" for path, name in named if name and is_there(path) and not defines(path, name)]


def test_every_file_and_every_name_in_the_document_exists():
    assert (untrue(PAGE), len(named_in_code_marks(PAGE)) > 60) == ([], True)


def test_a_file_or_a_name_that_does_not_exist_would_be_found():
    words = """`wizard/core/flow.py:walk` `wizard/core/` `templates/plan/steps/<slug>.html` `README.md` `.venv/`
    `24 / 7` `wizard/questions/` `wizard/core/flaw.py` `templates/plan/<slug>.txt` `flow.py` `wizard/core/flow.py:run`
    `wizard/journey/journey.py:Journey.answer` `wizard/journey/journey.py:Journey.reply` `manage.py flowmap` `--from`"""
    assert untrue(words) == [
        *("flow.py", "templates/plan/<slug>.txt", "wizard/core/flaw.py", "wizard/questions/"),
        *("wizard/core/flow.py:run", "wizard/journey/journey.py:Journey.reply"),
    ]


def test_every_word_of_the_glossary_stands_in_the_code():
    words = re.findall(r"^\| (?:one box \()?`(\w+)`", section("Words of the code"), re.M)
    code = " ".join(text(path).casefold() for path in modules()) + text("templates/components/helplines_emergency.html")
    missing = [word for word in words if not re.search(rf"\b{word.casefold()}\b", code)]
    assert (missing, len(words) > 12) == ([], True)


def test_every_step_of_a_new_step_names_a_thing_that_is_there():
    names = {"SOON": "wizard/plan/layout.py", "OPEN_UNDER_13": "wizard/core/plan.py"}
    names |= {"LOADER": "resources/loading/fixtures.py"}
    there = {name for name, path in names.items() if re.search(rf"^{name}\b", text(path), re.M)}
    assert there == {name for name in names if f"`{name}`" in PAGE} == {*names}


def says_nothing(path):
    """True for a module without a docstring."""
    return not ast.get_docstring(syntax(path))


def test_every_package_says_what_is_inside():
    # Folders of commands hold one file for each command and nothing else; Django wants their empty `__init__`.
    packages = [path for path in modules() if path.endswith("/__init__.py") and "/commands/" not in path]
    folders = {path.rpartition("/")[0] for path in modules() if "/commands/" not in path}
    assert wrong(packages, says_nothing) == {}
    assert {path.rpartition("/")[0] for path in packages} == folders


def test_a_package_that_says_nothing_would_be_found():
    empty = [path for path in modules() if path.endswith("/commands/__init__.py") and not text(path)]
    assert [path for path in [*empty, "wizard/core/__init__.py"] if says_nothing(path)] == empty != []
