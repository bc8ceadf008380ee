"""The look at every size: the plan on a wide and on a small screen, the bar, big letters, and what is printed."""

import pytest
from playwright.sync_api import Page

from tests.browser.reach import OPEN_EVERY_FOLD, arrive
from tests.people import MOTHER, TEEN_BLACKMAILED, WORKER

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 800}
BIG_LETTERS = "document.documentElement.style.fontSize = '36px'"
PUBLIC = (
    "/",
    "/now/",
    "/after/",
    "/people/",
    "/people/ca/bc/",
    "/places/",
    "/places/instagram/",
    "/safety/",
    "/privacy/",
)
OF_A_VISIT = (
    "/plan/",
    "/plan/people/",
    "/guide/check/",
    "/guide/what/",
    "/guide/where/",
    "/notes/",
    "/talk/",
    "/visit/",
)


def box(page: Page, what: str) -> dict[str, float]:
    found = page.locator(what).first.bounding_box()
    assert found, what
    return dict(found)


def test_a_worker_sees_the_step_and_the_plan_beside_it(no_script: Page) -> None:
    no_script.set_viewport_size(WIDE)  # type: ignore[arg-type]
    arrive(no_script, WORKER)
    no_script.goto("/plan/worker-duties/")
    steps, step = box(no_script, "nav.side"), box(no_script, "article")
    assert (steps["x"] + steps["width"] <= step["x"], steps["y"] + steps["height"] <= WIDE["height"]) == (True, True)
    no_script.mouse.wheel(0, 900)
    assert abs(box(no_script, "nav.side")["y"] - steps["y"]) < 80
    no_script.click("nav.side a >> nth=1")
    assert no_script.locator("[aria-current=page]").count() == 1


def test_a_phone_shows_the_step_without_the_list(no_script: Page) -> None:
    arrive(no_script, WORKER)
    no_script.goto("/plan/worker-duties/")
    assert no_script.locator("nav.side").is_hidden()


def test_leave_stays_in_its_place_on_every_wide_page(no_script: Page) -> None:
    no_script.set_viewport_size(WIDE)  # type: ignore[arg-type]
    arrive(no_script, MOTHER)
    found = set()
    for path in (*PUBLIC, *OF_A_VISIT):
        no_script.goto(path)
        found.add((box(no_script, ".leave")["x"], box(no_script, ".leave")["y"]))
    assert len(found) == 1


@pytest.mark.parametrize("letters", ["", BIG_LETTERS], ids=["as they are", "twice as big"])
def test_nothing_is_pushed_sideways_and_the_bar_is_one_row(no_script: Page, letters: str) -> None:
    no_script.set_viewport_size({"width": 320, "height": 640})
    arrive(no_script, TEEN_BLACKMAILED)
    wrong = []
    for path in (*PUBLIC, *OF_A_VISIT):
        no_script.goto(path)
        no_script.evaluate(OPEN_EVERY_FOLD)
        no_script.evaluate(letters)
        wide = no_script.evaluate("document.documentElement.scrollWidth")
        leave, talk = box(no_script, ".leave"), box(no_script, ".talk")
        one_row = leave["y"] < talk["y"] + talk["height"] and talk["y"] < leave["y"] + leave["height"]
        wrong += [(path, wide, one_row)] if wide > 320 or not one_row else []
    assert wrong == []


def test_the_plan_of_the_young_is_short_and_the_front_door_shows_its_button(no_script: Page) -> None:
    no_script.set_viewport_size({"width": 390, "height": 664})
    no_script.goto("/")
    # The letters of this machine are wider than those of a phone: 60 pixels for them.
    assert box(no_script, "main .go")["y"] < 664 + 60
    arrive(no_script, TEEN_BLACKMAILED)
    no_script.goto("/plan/")
    assert no_script.evaluate("document.documentElement.scrollHeight") <= 3.5 * 664


def test_a_printed_step_has_its_folds_open_and_its_numbers(no_script: Page) -> None:
    arrive(no_script, MOTHER)
    no_script.goto("/plan/")
    no_script.emulate_media(media="print")
    number = no_script.locator("section.first .go")
    assert (number.is_visible(), no_script.locator(".leave").is_hidden()) == (True, True)
    assert no_script.locator("details li.line b").first.is_visible()
