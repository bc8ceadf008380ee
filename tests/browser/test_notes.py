"""The notes in a real browser: written with a thumb, without script, on a small screen, and found again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reach import arrive, trouble
from tests.people import ADULT_ALBERTA, ADULT_EX, TEEN_NOVA_SCOTIA

pytestmark = pytest.mark.browser

PAGES = ("/notes/", "/notes/new/", "/notes/more/", "/notes/more/told/", "/visit/")
LONG = "https://chat.example/" + "a" * 200


def keep(page: Page, **words: str) -> None:
    """Types into boxes of the form and taps its button."""
    for slug, text in words.items():
        page.fill(f"[name={slug}]", text)
    # A script sends the form, and goes where it leads.
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^(Add|Update) this")).click()


def listed(page: Page) -> list[str]:
    """The first line of each note on the page that lists them."""
    page.goto("/notes/")
    return [note.inner_text().split("\n")[0] for note in page.locator("#list li").all()]


def test_three_boxes_are_written_and_found_again_after_refresh_and_back(no_script: Page) -> None:
    arrive(no_script, TEEN_NOVA_SCOTIA)
    no_script.goto("/plan/write-it-down/")
    no_script.get_by_role("link", name="Write it down here").click()
    assert no_script.locator("[name=zone]").input_value() == "America/Halifax"
    keep(no_script, link=LONG, account="@class", date="2026-11-20", time="23:10")
    no_script.reload()
    no_script.get_by_role("link", name="20 November 2026, 23:10").click()
    assert no_script.locator("[name=link]").input_value() == LONG
    keep(no_script, words="first line\n\nשלום <b>x</b>")
    no_script.wait_for_load_state()
    no_script.go_back()
    assert no_script.locator("[name=words]").input_value() == "first line\n\nשלום <b>x</b>"
    assert listed(no_script) == ["20 November 2026, 23:10"]


def test_a_time_that_the_clocks_skipped_is_kept_and_said_next_to_the_box(no_script: Page) -> None:
    arrive(no_script, TEEN_NOVA_SCOTIA)
    no_script.goto("/notes/")
    keep(no_script, date="2026-03-08", time="02:30")
    said = no_script.locator("[name=time]").get_attribute("aria-describedby")
    assert no_script.locator(f"#{said}").inner_text().startswith("The clocks went forward then")
    assert no_script.locator("[name=time]").input_value() == "02:30"


def test_notes_are_put_in_order_with_a_thumb(no_script: Page) -> None:
    arrive(no_script, TEEN_NOVA_SCOTIA)
    for day in ("2026-11-22", "2026-11-20"):
        no_script.goto("/notes/")
        keep(no_script, date=day)
    no_script.get_by_role("button", name="Move up: note 2").click()
    assert listed(no_script) == ["20 November 2026", "22 November 2026"]
    no_script.get_by_role("button", name="Move down: note 1").click()
    no_script.get_by_role("button", name="Sort them by time").click()
    assert listed(no_script) == ["20 November 2026", "22 November 2026"]


def test_a_huge_paste_stays_in_its_box_and_is_refused_in_words(with_script: Page) -> None:
    arrive(with_script, ADULT_ALBERTA)
    with_script.goto("/notes/new/")
    with_script.fill("[name=platform]", "Chat")
    with_script.focus("[name=words]")
    with_script.evaluate("document.execCommand('insertText', false, 'x'.repeat(1000000))")
    with_script.get_by_role("button", name="Add this note").click()
    expect(with_script).to_have_title("Error: Notes – Compass")
    assert "there is room for 5,000" in with_script.locator("#w-words").inner_text()
    assert len(with_script.locator("[name=words]").input_value()) == 10_000
    assert with_script.locator("[name=platform]").input_value() == "Chat"


def test_on_a_watched_phone_there_is_nothing_to_type_into(no_script: Page) -> None:
    arrive(no_script, ADULT_EX)
    no_script.goto("/notes/")
    assert no_script.locator("h1").inner_text() == "Not on this phone"
    assert no_script.locator("main input, main textarea, main select").count() == 0


def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(with_script: Page) -> None:
    arrive(with_script, TEEN_NOVA_SCOTIA)
    with_script.goto("/notes/")
    keep(with_script, link=LONG, account="b" * 200, date="2026-03-08", time="02:30")
    note = with_script.url
    assert trouble(with_script, *PAGES, note, f"{note}remove/") == []


def test_leave_wipes_the_notes(no_script: Page) -> None:
    arrive(no_script, TEEN_NOVA_SCOTIA)
    no_script.goto("/notes/")
    keep(no_script, link=LONG)
    no_script.goto("/start-again/")
    no_script.get_by_role("button", name="Start again").click()
    arrive(no_script, TEEN_NOVA_SCOTIA)
    assert listed(no_script) == []
