"""Asking for removal on a phone: from the plan to a whole request without script; with script a text is copied."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.reach import arrive, trouble
from tests.people import ADULT_MAY_SAY_NO, TEEN_CLASSMATE_SHARED

pytestmark = pytest.mark.browser

ADULT = {**ADULT_MAY_SAY_NO, "where": "discord"}
TEEN = {**TEEN_CLASSMATE_SHARED, "where": "snapchat"}
LINK = "https://discord.com/channels/1/2"


def begin(page: Page, person: dict[str, str], place: str) -> None:
    """From the plan to the page of a new request: the step's button leads to the first place that was named."""
    arrive(page, person)
    page.goto("/plan/remove/")
    page.click("[data-tool=remove]")
    if not page.url.endswith(f"/remove/at/{place}/"):
        page.goto("/remove/")
        page.click(f"a[href='/remove/at/{place}/']")
    page.fill("[name=links]", LINK)
    with page.expect_navigation():
        page.click("main button.go")


def unfold(page: Page) -> None:
    """Opens what is folded."""
    folded = page.locator("main details:not([open]) > summary")
    while folded.count():
        folded.first.click()


def test_without_script_a_whole_request_is_made_and_its_hours_run(no_script: Page) -> None:
    begin(no_script, ADULT, "discord")
    assert no_script.input_value("[name=links]") == LINK
    unfold(no_script)
    assert no_script.locator("#t-us").count() == 0
    no_script.fill("[name=signed]", "A. B.")
    no_script.fill("[name=reach]", "a@example.org")
    no_script.select_option("[name=faith]", "yes")
    no_script.select_option("[name=way]", "us")
    no_script.fill("[name=date]", "2026-11-02")
    no_script.fill("[name=time]", "08:00")
    no_script.select_option("[name=zone]", "America/Vancouver")
    no_script.click("main form button.go")
    assert "4. Signed: A. B." in no_script.input_value("#t-us")
    said = no_script.text_content("main") or ""
    assert "The 48 hours ended Wednesday 4 November, 08:00, Vancouver time." in said
    no_script.reload()
    assert no_script.input_value("[name=signed]") == "A. B."
    assert no_script.locator("[data-copy]").first.is_hidden()


def test_with_script_a_text_is_copied_as_it_stands(with_script: Page) -> None:
    begin(with_script, TEEN, "snapchat")
    with_script.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with_script.click("[data-copy=t-plain]")
    with_script.wait_for_selector("text=Copied")
    copied = with_script.evaluate("navigator.clipboard.readText()")
    assert copied == with_script.input_value("#t-plain")
    assert copied.split("\n")[0] == "I am under 18 now. I was under 18 in this picture."


def test_the_pages_fit_a_small_phone_and_axe_finds_nothing(with_script: Page) -> None:
    begin(with_script, TEEN, "snapchat")
    request = re.sub(r"^https?://[^/]+", "", with_script.url)
    assert trouble(with_script, "/remove/", "/remove/at/snapchat/", request, f"{request}away/") == []
