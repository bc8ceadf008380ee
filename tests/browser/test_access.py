"""Reach: axe finds nothing, no page is wider than a small phone, and the keyboard meets Leave first."""

import pytest
from playwright.sync_api import Page

from tests.browser.reach import arrive, trouble
from tests.people import TEEN_BLACKMAILED

pytestmark = pytest.mark.browser

PUBLIC = ("/people/ca/mb/", "/", "/now/", "/now/gb/", "/people/", "/people/ca/bc/", "/places/", "/places/whatsapp/",
          "/after/", "/after/ie/", "/safety/", "/privacy/", "/about/", "/nothing-here/")  # fmt: skip
VISIT = ("/plan/", "/guide/where/", "/guide/who/", "/guide/now/", "/guide/place/", "/guide/check/",
         "/plan/stop-contact/", "/plan/people/", "/visit/")  # fmt: skip


def test_axe_finds_nothing_on_public_pages(with_script: Page) -> None:
    assert trouble(with_script, *PUBLIC) == []


def test_axe_finds_nothing_on_the_pages_of_a_visit(with_script: Page) -> None:
    arrive(with_script, TEEN_BLACKMAILED)
    assert trouble(with_script, *VISIT) == []


@pytest.mark.parametrize("path", ["/", "/guide/who/", "/people/ca/"])
def test_leave_is_the_first_thing_the_keyboard_meets(with_script: Page, path: str) -> None:
    with_script.goto(path)
    with_script.keyboard.press("Tab")
    assert with_script.evaluate("document.activeElement.textContent.trim()") == "Leave"
