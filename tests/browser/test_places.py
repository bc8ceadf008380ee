"""Finding an app or a site in a real browser: the list gets shorter with script, and works without."""

import pytest
from playwright.sync_api import Page

from resources.loading.fixtures import Content
from tests.browser.reach import trouble

pytestmark = pytest.mark.browser


def listed(page: Page) -> list[str]:
    """The names in the list that can be seen."""
    return [row.inner_text() for row in page.locator("[data-find] a").all() if row.is_visible()]


def test_without_script_the_button_finds_a_name_that_is_nearly_right(no_script: Page) -> None:
    no_script.goto("/places/")
    no_script.get_by_label("Name of the app or site").fill("watsapp")
    no_script.get_by_role("button", name="Find").click()
    no_script.get_by_role("link", name="WhatsApp").first.click()
    assert no_script.url.endswith("/places/whatsapp/")


TYPED = {
    "insta": ["Instagram"],
    "SNAP ch": ["Snapchat"],
    "Tumblr": ["Tumblr"],
    "télégràm": ["Telegram"],
    "fb": ["Facebook"],
    "xyzxyz": [],
}


def test_the_list_gets_shorter_while_somebody_types(with_script: Page) -> None:
    with_script.goto("/places/")
    box, found = with_script.get_by_label("Name of the app or site"), {}
    for typed, names in TYPED.items():
        box.clear()
        box.press_sequentially(typed)
        found[typed] = listed(with_script)
        assert with_script.locator("#none").is_visible() == (not names)
        assert with_script.get_by_role("link", name="Any website, forum or file host").last.is_visible()
    assert found == TYPED


def test_an_empty_box_gives_the_list_back(with_script: Page, content: Content) -> None:
    with_script.goto("/places/")
    before, box = listed(with_script), with_script.get_by_label("Name of the app or site")
    box.fill("insta")
    box.fill("")
    likely = sum(row["likely"] == 1 for row in content["platforms"])
    assert (listed(with_script), len(before), with_script.locator("main details").first.get_attribute("open")) == (
        before,
        likely,
        None,
    )


def test_the_button_finds_more_than_the_letters(with_script: Page) -> None:
    with_script.goto("/places/")
    with_script.get_by_label("Name of the app or site").fill("instergram")
    with_script.keyboard.press("Enter")
    with_script.get_by_role("link", name="Instagram").first.click()
    assert with_script.url.endswith("/places/instagram/")


def test_a_query_of_10_kb_and_a_place_that_we_do_not_have_get_a_page(no_script: Page) -> None:
    for address, status in (("/places/?q=" + "x" * 10_000, 200), ("/places/?q=%00%ff", 200), ("/places/nowhere/", 404)):
        answer = no_script.goto(address)
        assert answer is not None
        assert (answer.status, no_script.get_by_role("heading", name="Not in the list?").is_visible()) == (status, True)


def test_the_pages_of_places_are_reachable_with_every_fold_open(with_script: Page) -> None:
    pages = ("/places/", "/places/?q=snap", "/places/whatsapp/", "/places/snapchat/", "/places/ometv/")
    assert trouble(with_script, *pages) == []
