"""Any page that is printed from the browser shows what is folded on the screen, with and without script."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.reach import arrive
from tests.people import ADULT_MAY_SAY_NO, CHILD_ALONE, TEEN_BLACKMAILED
from tests.system_packages import need_program

pytestmark = pytest.mark.browser

PUBLIC = ("/now/ca/", "/people/ca/bc/", "/places/", "/places/instagram/", "/after/")
# To cover another page with folds, add a row: who reads it, and its address.
VISITS = [
    (TEEN_BLACKMAILED, ("/plan/", "/plan/stop-contact/", "/remove/", "/notes/new/")),
    (CHILD_ALONE, ("/plan/", "/talk/")),
    (ADULT_MAY_SAY_NO, ("/plan/", "/remove/at/instagram/", "/plan/block/")),
]
# Titles of folds, buttons, boxes that are typed into, and the list of all steps, for which a paper is too narrow.
OTHER = "summary, select, textarea, button, .go, .alt, .quiet, .tick, .also"
FOLDED = """(other) => [...document.querySelectorAll("details")].flatMap((fold) => {
  const found = [];
  const walk = document.createTreeWalker(fold, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest(other)) found.push(walk.currentNode.data);
  }
  return found;
})"""


def lost_on_paper(page: Page, folder: Path) -> list[str]:
    """What is folded on the page and is not on the paper; fails when nothing is folded."""
    folded = [words for found in page.evaluate(FOLDED, OTHER) if (words := re.sub(r"\s", "", found))]
    paper = folder / "paper.pdf"
    page.pdf(path=paper, format="A4")
    command = [need_program("pdftotext", "poppler-utils"), paper, "-"]
    printed = re.sub(r"\s", "", subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert folded
    return [words for words in folded if words not in printed]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_printed_whole_without_script(path: str, no_script: Page, tmp_path: Path) -> None:
    no_script.goto(path)
    assert no_script.locator("details[open]").count() < no_script.locator("details").count()
    assert lost_on_paper(no_script, tmp_path) == []


@pytest.mark.parametrize(("person", "paths"), VISITS, ids=["teen", "child", "adult"])
def test_a_page_of_a_visit_is_printed_whole_without_script(
    person: dict[str, str], paths: tuple[str, ...], no_script: Page, tmp_path: Path
) -> None:
    arrive(no_script, person)
    for path in paths:
        no_script.goto(path)
        assert (path, lost_on_paper(no_script, tmp_path)) == (path, [])


def test_without_the_style_for_it_the_words_would_be_lost(no_script: Page, tmp_path: Path) -> None:
    no_script.route("**/*.css", lambda route: route.abort())
    no_script.goto("/places/instagram/")
    assert lost_on_paper(no_script, tmp_path) != []


def test_a_browser_that_cannot_open_folds_by_style_opens_them_by_script(with_script: Page) -> None:
    with_script.goto("/places/instagram/")
    closed = with_script.locator("details:not([open])")
    before = closed.count()
    with_script.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (before > 0, closed.count()) == (True, 0)
