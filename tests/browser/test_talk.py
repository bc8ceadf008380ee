"""Talking and handing over on a phone: words chosen without script, the picture saved, axe and small screens."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.reach import arrive, trouble
from tests.people import MOTHER, TEEN_CLASSMATE_SHARED, WORKER
from tests.system_packages import need_font

pytestmark = pytest.mark.browser

PAGES = ("/talk/", "/talk/sheet/", "/talk/card/")


def test_words_are_chosen_without_script_and_found_again(no_script: Page) -> None:
    arrive(no_script, TEEN_CLASSMATE_SHARED)
    no_script.goto("/plan/tell-someone/")
    no_script.click("[data-tool=talk]")
    before = no_script.inner_text("#words")
    no_script.select_option("[name=how]", "text")
    no_script.select_option("[name=much]", "little")
    no_script.click("main button.go")
    chosen = no_script.inner_text("#words")
    no_script.reload()
    assert (no_script.inner_text("#words"), chosen != before) == (chosen, True)
    assert chosen.startswith("You could write")


def test_the_card_is_saved_as_a_picture_of_a_phone_screen(no_script: Page, tmp_path: Path) -> None:
    need_font()
    arrive(no_script, TEEN_CLASSMATE_SHARED)
    no_script.goto("/talk/card/")
    with no_script.expect_download() as waiting:
        no_script.click("main form button")
    waiting.value.save_as(tmp_path / "card.png")
    with Image.open(tmp_path / "card.png") as picture:
        assert (waiting.value.suggested_filename, picture.format, picture.info) == ("card.png", "PNG", {})
        assert picture.height > picture.width > 700


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(TEEN_CLASSMATE_SHARED, id="teen"),
        pytest.param(MOTHER, id="mother", marks=pytest.mark.thorough),
        pytest.param(WORKER, id="worker", marks=pytest.mark.thorough),
    ],
)
def test_axe_finds_nothing_and_no_page_is_wider_than_a_small_phone(with_script: Page, person: dict[str, str]) -> None:
    arrive(with_script, person)
    assert trouble(with_script, *PAGES) == []
