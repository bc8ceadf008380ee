"""The way through in a real browser on a phone-sized screen, as its users take it."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reach import arrive
from tests.people import CHILD_ALONE, TEEN_BLACKMAILED
from tests.resources.fact_numbers import opens

pytestmark = pytest.mark.browser


def answer(page: Page, slug: str, values: str) -> None:
    """Taps the cards (or picks from the list) of one question; without values, skips it."""
    if not values:
        page.get_by_role("button", name="Skip / not sure").click()
        return
    for value in values.split():
        if slug == "place":
            page.select_option("select", value)
        else:
            page.locator(f'label:has([value="{value}"])').click()
    page.get_by_role("button", name="Continue").click()


def walk(page: Page, person: Mapping[str, str]) -> None:
    """From the front door to the check page."""
    page.goto("/")
    page.get_by_role("link", name="Find my next steps").click()
    while not page.url.endswith("/guide/check/"):
        if page.url.endswith("/guide/now/"):
            page.get_by_role("link", name="Go on").click()
            continue
        slug = page.url.rstrip("/").rsplit("/", 1)[-1]
        answer(page, slug, person.get(slug, ""))


def steps(page: Page) -> list[str]:
    """The steps on the page, in order."""
    return [item.get_attribute("data-step") or "" for item in page.locator("[data-step]").all()]


def test_a_blackmailed_teen_in_manitoba_reaches_his_plan_without_script(no_script: Page) -> None:
    walk(no_script, TEEN_BLACKMAILED)
    no_script.get_by_role("link", name="See my plan").click()
    assert steps(no_script)[:3] == ["beat-the-clock", "stop-contact", "tell-someone"]
    first = no_script.locator('[data-step="beat-the-clock"]')
    assert first.locator(f'a[href="{opens("kids-help-phone")}"]').is_visible()
    assert first.locator(f'a[href="{opens("kids-help-phone", "text")}"]').is_visible()


def test_the_page_after_danger_has_a_number_on_the_first_screen(no_script: Page) -> None:
    no_script.goto("/guide/")
    answer(no_script, "who", "self")
    answer(no_script, "danger", "deadline")
    box = no_script.locator('a[href^="tel:"]').first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844


def test_a_step_opens_is_ticked_and_stays_ticked(no_script: Page) -> None:
    arrive(no_script, TEEN_BLACKMAILED)
    no_script.goto("/plan/")
    no_script.locator('[data-step="tell-someone"] a').first.click()
    assert no_script.url.endswith("/plan/tell-someone/")
    with no_script.expect_navigation():
        no_script.get_by_role("button", name="Mark as done").click()
    no_script.reload()
    assert no_script.locator('[data-step="tell-someone"]').get_by_role("button", name="Mark as not done").is_visible()


def test_back_changes_an_answer_and_returns(no_script: Page) -> None:
    arrive(no_script, TEEN_BLACKMAILED)
    no_script.goto("/guide/check/")
    no_script.locator('a[href="/guide/holder/"]').click()
    answer(no_script, "holder", "peer")
    answer(no_script, "holder-age", "young")
    answer(no_script, "afraid", "no")
    assert no_script.url.endswith("/guide/check/")


def test_the_plan_survives_refresh_and_back(no_script: Page) -> None:
    arrive(no_script, TEEN_BLACKMAILED)
    no_script.goto("/plan/")
    before = steps(no_script)
    no_script.reload()
    no_script.goto("/safety/")
    no_script.go_back()
    assert steps(no_script) == before


def test_a_child_alone_sees_the_fold_closed(no_script: Page) -> None:
    arrive(no_script, CHILD_ALONE)
    no_script.goto("/plan/")
    assert no_script.locator('[data-step="people"]').is_visible()
    assert not no_script.locator('[data-step="officers"]').is_visible()
    no_script.get_by_text("For the grown-up who helps you", exact=True).last.click()
    assert no_script.locator('[data-step="officers"]').is_visible()


def test_an_error_is_said_first_and_leads_to_the_field(no_script: Page) -> None:
    no_script.goto("/guide/")
    no_script.get_by_role("button", name="Continue").click()
    expect(no_script).to_have_title(re.compile("^Error:"))
    assert no_script.locator(".errors, [role=alert]").first.is_visible()
