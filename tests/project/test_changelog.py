"""One number for the version, and what changed in the advice in the same words for operators and on the page."""

import html
import re
import tomllib

import pytest

from compass import __version__
from tests.project.source_tree import text

NEWEST = text("CHANGELOG.md").split("\n## ")[1]


def parts():
    """The headings of the newest version, in order, each with its lines."""
    found = re.findall(r"^### (.+)\n\n((?:- .+\n(?:  .+\n)*)+)", NEWEST + "\n", re.M)
    return {heading: [" ".join(line.split()) for line in lines[2:].split("\n- ")] for heading, lines in found}


def test_the_version_is_the_same_wherever_it_stands():
    project = tomllib.loads(text("pyproject.toml"))["project"]
    assert [project["version"], NEWEST.split(",")[0]] == [__version__] * 2


def test_the_advice_comes_before_the_program():
    assert [*parts()] == ["In the advice", "In the program"]


@pytest.mark.django_db
def test_the_page_about_this_site_says_what_changed_in_the_advice_and_which_version_it_is(client):
    page = html.unescape(client.get("/about/").content.decode())
    shown = re.findall(r"<li>([^<]+)</li>", page.partition('<ul class="changed">')[2])
    assert (shown, f"This is version {__version__}." in page) == (parts()["In the advice"], True)
