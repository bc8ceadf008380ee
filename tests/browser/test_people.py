"""The people pages in a real browser: filters by links without script, small screens, and axe in light and dark."""

import pytest
from playwright.sync_api import Page

from resources.loading.fixtures import Content
from tests.browser.reach import trouble
from tests.resources.fact_counts import said_day
from tests.resources.fact_numbers import reads

pytestmark = pytest.mark.browser

PAGES = ("/people/ca/nu/", "/people/gb/", "/people/us/", "/people/ca/bc/?age=u18&who=child&by=text&open=1",
         "/people/ca/nu/?by=chat&about=money", "/people/ca/sct/?x=1", "/people/zz/", "/now/zz/")  # fmt: skip


def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(with_script: Page) -> None:
    assert trouble(with_script, *PAGES) == []


def test_filters_work_by_links_alone_and_can_be_taken_off(no_script: Page) -> None:
    no_script.goto("/people/ca/bc/")
    no_script.get_by_role("link", name="Under 18", exact=True).click()
    no_script.get_by_text("Choose who it is for").click()
    no_script.get_by_role("link", name="Text", exact=True).click()
    assert no_script.url.endswith("/people/ca/bc/?age=u18&by=text")
    no_script.get_by_role("link", name="Take off: Under 18").click()
    no_script.get_by_role("link", name="Take off: Text").click()
    assert no_script.url.endswith("/people/ca/bc/")


@pytest.mark.parametrize(
    ("path", "name"), [("/people/ca/bc/", f"Call {reads('emergency-911')}"), ("/people/gb/", f"Call {reads('gb-999')}")]
)
def test_a_number_to_tap_stands_on_the_first_screen(no_script: Page, path: str, name: str) -> None:
    no_script.goto(path)
    box = no_script.get_by_role("link", name=name).first.bounding_box()
    assert box is not None
    assert (box["y"] + box["height"] < 844, box["height"] >= 44) == (True, True)


def test_everything_that_can_be_tapped_is_big_enough_for_a_thumb(no_script: Page) -> None:
    no_script.goto("/people/ca/bc/?age=u18")
    no_script.locator("details").evaluate_all("folds => folds.forEach(fold => (fold.open = true))")
    boxes = [tap.bounding_box() for tap in no_script.locator(".pick a, .tel a, .short div a, summary").all()]
    assert (min(box["height"] if box else 0 for box in boxes) >= 44, len(boxes) > 60) == (True, True)


def test_the_source_of_a_number_is_one_tap_away_and_tells_nobody_where_from(no_script: Page, content: Content) -> None:
    no_script.goto("/people/ca/bc/")
    card = no_script.locator('[data-helpline="kids-help-phone"]')
    row = next(row for row in content["helplines"] if row["slug"] == "kids-help-phone")
    card.get_by_text(f"Checked on {said_day(row)}: source").click()
    link = card.locator("details a")
    assert (link.is_visible(), link.get_attribute("rel")) == (True, "noreferrer noopener")
