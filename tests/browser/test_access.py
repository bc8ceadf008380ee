"""Reach: axe finds nothing on the pages, in light and in dark, and the keyboard meets Leave first."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.test_journey import walk
from tests.journeys import TEEN_BLACKMAILED

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("server")]

PUBLIC = ("/", "/now/", "/now/gb/", "/people/", "/people/ca/mb/", "/places/", "/places/whatsapp/", "/safety/",
          "/privacy/", "/about/", "/nothing-here/")  # fmt: skip
VISIT = ("/guide/who/", "/guide/now/", "/guide/place/", "/guide/where/", "/guide/check/", "/plan/",
         "/plan/stop-contact/", "/plan/people/", "/visit/")  # fmt: skip


def found(page: Page) -> list[str]:
    """The names of what axe objects to, with the place."""
    result = Axe().run(page).response["violations"]
    return [f"{page.url} {rule['id']}: {node['target']}" for rule in result for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_public_pages(with_script: Page, scheme: str) -> None:
    with_script.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    trouble = []
    for path in PUBLIC:
        with_script.goto(path)
        trouble += found(with_script)
    assert trouble == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_a_visit(with_script: Page, scheme: str) -> None:
    with_script.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    walk(with_script, TEEN_BLACKMAILED)
    trouble = []
    for path in VISIT:
        with_script.goto(path)
        trouble += found(with_script)
    assert trouble == []


@pytest.mark.parametrize("path", ["/", "/guide/who/", "/people/ca/"])
def test_leave_is_the_first_thing_the_keyboard_meets(with_script: Page, path: str) -> None:
    with_script.goto(path)
    with_script.keyboard.press("Tab")
    assert with_script.evaluate("document.activeElement.textContent.trim()") == "Leave"
