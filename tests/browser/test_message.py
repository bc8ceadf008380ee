"""The message on a phone: the text grows and is copied with script, and everything works without."""

import pytest
from playwright.sync_api import Page

from tests.browser.reach import arrive, trouble
from tests.people import TEEN_CLASSMATE_SHARED

pytestmark = pytest.mark.browser

PAGES = ("/message/", "/message/write/", "/message/text/", "/message/sent/")
TEXT = "I do not agree to the photo being shared. Please take it down, and delete any copies you have."


def write(page: Page) -> None:
    """Walks the guide and answers every question with no."""
    arrive(page, TEEN_CLASSMATE_SHARED)
    page.goto("/message/")
    for question in ("told_not_to", "in_court", "got_worse", "near_tonight"):
        page.check(f"#{question}-no")
    page.click("main button.go")


def test_with_script_the_text_grows_and_is_copied(with_script: Page) -> None:
    write(with_script)
    made = with_script.locator("#made")
    with_script.fill("[name=about]", "the photo.")
    assert made.text_content() == TEXT
    with_script.check("#s-feel")
    assert (made.text_content() or "").startswith("I know that the photo was passed on. I feel hurt.")
    with_script.check("#s-line")
    with_script.click("main button.go")
    assert (with_script.input_value("[name=text]"), made.text_content()) == (TEXT, TEXT)
    with_script.fill("[name=text]", "Please\nstop.")
    with_script.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with_script.click("[data-copy]")
    with_script.wait_for_selector("text=Copied")
    assert with_script.evaluate("navigator.clipboard.readText()") == "Please\nstop."


def test_without_script_the_button_shows_the_text(no_script: Page) -> None:
    write(no_script)
    assert no_script.locator("#made").is_hidden()
    no_script.fill("[name=about]", "the photo.")
    no_script.click("main button.go")
    assert (no_script.input_value("[name=text]"), no_script.text_content("#made")) == (TEXT, TEXT)
    assert no_script.locator("[data-copy]").is_hidden()
    no_script.fill("[name=text]", "Please stop, or else.")
    no_script.click("main button.go")
    assert "“or else” can sound like a threat." in (no_script.text_content("main") or "")
    no_script.click("a[href='/message/sent/']")
    no_script.click("main button.go")
    assert "It is in your notes." in (no_script.text_content("main") or "")


def test_the_pages_fit_a_small_phone_and_axe_finds_nothing(with_script: Page) -> None:
    write(with_script)
    assert trouble(with_script, *PAGES) == []
