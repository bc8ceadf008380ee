"""Taking the notes along in a real browser: saved with a thumb and without script, and read on a small screen."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.reach import arrive, trouble
from tests.browser.test_notes import LONG, keep
from tests.people import TEEN_NOVA_SCOTIA
from tests.system_packages import need_font, need_pango, need_program
from wizard.notes.core.integrity import IntegrityVerdict, check

pytestmark = pytest.mark.browser

BUTTONS = ("Save the sheet", "Save the table", "Save the file for checking")


def write(page: Page) -> None:
    """One note, and the page where it can be taken along."""
    arrive(page, TEEN_NOVA_SCOTIA)
    page.goto("/notes/")
    keep(page, link=LONG, account="=@class", date="2026-11-20", time="23:10")
    page.get_by_role("link", name="Save or print your notes").click()


def saved(page: Page, button: str, folder: Path) -> Path:
    """The file that a button gives, under the name that the site gives it."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_three_files_of_one_page_are_saved_without_script_and_fit_together(no_script: Page, tmp_path: Path) -> None:
    need_pango()
    need_font()
    write(no_script)
    sheet, table, whole = (saved(no_script, button, tmp_path) for button in BUTTONS)
    assert [path.name for path in (sheet, table, whole)] == ["log.pdf", "log.csv", "log.json"]
    known = json.loads(whole.read_bytes())["sha256"]
    words = subprocess.run(
        [need_program("pdftotext", "poppler-utils"), sheet, "-"], capture_output=True, check=True
    ).stdout
    assert (known in words.decode(), known in no_script.locator("main").inner_text()) == (True, True)
    assert [check(path.read_bytes(), known).verdict for path in (table, whole)] == [IntegrityVerdict.UNCHANGED] * 2


def test_on_paper_there_are_only_the_notes(no_script: Page) -> None:
    write(no_script)
    no_script.get_by_role("link", name="Print your notes, or read them on this page first").click()
    # The styles of papers are a second file.
    no_script.wait_for_load_state()
    no_script.emulate_media(media="print")
    shown = [no_script.locator(part).first.is_visible() for part in (".paper", ".bar", "footer", ".off-paper")]
    assert shown == [True, False, False, False]


def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(with_script: Page) -> None:
    write(with_script)
    assert trouble(with_script, "/notes/take/", "/notes/print/", "/notes/check/", "/talk/pack/") == []


def test_a_fold_stands_open_on_paper_and_the_numbers_under_the_bar_are_whole(no_script: Page) -> None:
    arrive(no_script, {**TEEN_NOVA_SCOTIA, "danger": "deadline"})
    no_script.goto("/plan/")
    parts = ("details:not([open]) .line", ".strip .whole", ".strip .brief", ".bar", "footer", "main .quiet")
    shown = []
    for media in ("screen", "print"):
        no_script.emulate_media(media=media)  # type: ignore[arg-type]
        shown.append([no_script.locator(part).first.is_visible() for part in parts])
    assert shown == [[False, False, True, True, True, True], [True, True, False, False, False, False]]
