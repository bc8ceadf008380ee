"""The people pages in a real browser: filters by links without script, small screens, and axe in light and dark."""

import pytest
from playwright.sync_api import Page, expect

from resources.loading.content import Content
from tests.browser.reach import OPEN_EVERY_FOLD, trouble
from tests.resources.fact_counts import said_day
from tests.resources.fact_numbers import reads

pytestmark = pytest.mark.browser

SMALL_PHONE = {"width": 390, "height": 664}

PAGES = ("/people/ca/on/", "/people/ca/on/sources/", "/people/ca/nu/", "/people/gb/", "/people/us/", "/people/de/",
         "/people/ca/bc/?age=u18&who=child&by=text&open=1", "/people/ca/nu/?by=chat&about=money", "/people/ca/sct/?x=1",
         "/people/zz/", "/now/zz/")  # fmt: skip


def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(with_script: Page) -> None:
    assert trouble(with_script, *PAGES) == []


def test_filters_work_by_links_alone_and_one_tap_takes_each_off(no_script: Page) -> None:
    no_script.goto("/people/ca/bc/")
    no_script.get_by_role("link", name="Under 18", exact=True).click()
    no_script.get_by_text("More ways to choose").click()
    no_script.get_by_role("link", name="Legal help and police", exact=True).click()
    assert no_script.url.endswith("/people/ca/bc/?age=u18&about=law")
    expect(no_script.locator("[aria-current=true]")).to_have_text(["Under 18 ✕", "Legal help and police ✕"])
    no_script.get_by_role("link", name="Take off: Under 18").click()
    no_script.get_by_role("link", name="Take off: Legal help and police").click()
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
    boxes = [tap.bounding_box() for tap in no_script.locator(".pick a, .tel a, .short div a, .names a, summary").all()]
    assert (min(box["height"] if box else 0 for box in boxes) >= 44, len(boxes) > 60) == (True, True)


def test_the_source_of_a_number_is_one_tap_away_and_tells_nobody_where_from(no_script: Page, content: Content) -> None:
    no_script.goto("/people/ca/bc/")
    card = no_script.locator('[data-helpline="kids-help-phone"]')
    row = next(row for row in content["helplines"] if row["slug"] == "kids-help-phone")
    card.get_by_text("Good to know").click()
    link = card.get_by_text(f"Read on {said_day(row)}.").locator("a")
    assert (link.is_visible(), link.get_attribute("rel")) == (True, "noreferrer noopener")


def test_a_row_leads_to_its_sources_and_they_lead_back(no_script: Page) -> None:
    no_script.goto("/people/ca/bc/")
    no_script.get_by_role("link", name="Where these numbers come from").click()
    assert no_script.url.endswith("/people/ca/bc/sources/")
    expect(no_script.get_by_role("heading", name="VictimLinkBC")).to_be_visible()
    no_script.get_by_role("link", name="British Columbia", exact=True).click()
    assert no_script.url.endswith("/people/ca/bc/")


@pytest.mark.parametrize(
    ("path", "most"),
    [("/people/ca/bc/", 9), ("/people/ca/on/", 9), ("/people/us/", 9), ("/people/de/", 9), ("/people/", 3)],
)
def test_a_page_can_be_looked_through_on_a_phone(no_script: Page, path: str, most: int) -> None:
    no_script.set_viewport_size(SMALL_PHONE)
    no_script.goto(path)
    assert no_script.evaluate("document.documentElement.scrollHeight") <= most * SMALL_PHONE["height"]


def test_six_countries_and_the_numbers_of_home_stand_on_the_first_screen(no_script: Page) -> None:
    no_script.goto("/people/")
    taps = [
        no_script.locator(".names a:visible").last,
        no_script.get_by_role("link", name=f"Call {reads('emergency-911')}"),
    ]
    assert (no_script.locator(".names a:visible").count(), len(taps)) == (6, 2)
    boxes = [tap.bounding_box() for tap in taps]
    assert [box["y"] + box["height"] < 844 for box in boxes if box] == [True, True]
    assert no_script.get_by_role("heading", name="Numbers for Canada").is_visible()


def test_a_folded_heading_opens_with_the_keyboard_and_prints_open(with_script: Page) -> None:
    with_script.goto("/people/ca/bc/")
    fold, row = (
        with_script.locator("summary", has_text="Legal help"),
        with_script.locator('[data-helpline="bc-legal-aid"]'),
    )
    assert row.is_visible() is False
    with_script.emulate_media(media="print")
    assert row.is_visible() is True
    with_script.emulate_media(media="screen")
    fold.first.focus()
    with_script.keyboard.press("Enter")
    assert row.is_visible() is True


@pytest.mark.parametrize("path", ["/people/ca/bc/", "/people/", "/people/ca/bc/sources/", "/people/au/"])
def test_twice_as_large_a_text_needs_no_push_from_side_to_side_on_the_smallest_phone(
    with_script: Page, path: str
) -> None:
    with_script.set_viewport_size({"width": 320, "height": 640})
    with_script.goto(path)
    with_script.evaluate(OPEN_EVERY_FOLD)
    with_script.evaluate("document.documentElement.style.fontSize = '225%'")
    assert with_script.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_wide_screen_cards_stand_two_in_a_row_numbers_at_the_end_and_leave_where_it_was(no_script: Page) -> None:
    no_script.set_viewport_size({"width": 1280, "height": 800})
    no_script.goto("/people/")
    leave = no_script.locator(".leave").bounding_box()
    no_script.goto("/people/ca/bc/")
    assert no_script.locator(".leave").bounding_box() == leave
    first, second = (no_script.locator(".lines .card").nth(place).bounding_box() for place in (0, 1))
    assert first
    assert second
    assert (first["y"], first["width"]) == (second["y"], second["width"])
    no_script.locator("summary", has_text="Legal help").first.click()
    row = no_script.locator('[data-helpline="bc-child-and-youth-legal-centre"]')
    name, number = row.locator("h3").bounding_box(), row.locator("a").bounding_box()
    assert name
    assert number
    assert (number["x"] > name["x"] + name["width"] / 2, abs(number["y"] - name["y"]) < 60) == (True, True)
