"""Leave leaves: right after a page appears, with a server that stands still, without a network, while one types."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import PHONE
from tests.browser.reach import arrive
from tests.people import TEEN_BLACKMAILED
from tests.project.server import Server

DULL = "https://weather.gc.ca/"


def seconds_away(page: Page) -> float:
    """Taps Leave; how long it takes until the dull page stands there."""
    start = time.monotonic()
    page.get_by_role("link", name="Leave").click(no_wait_after=True)
    page.wait_for_url(DULL, timeout=5000)
    return time.monotonic() - start


def plan(page: Page, site: str) -> int:
    """What somebody gets who asks for the plan with the cookies of this browser."""
    return page.context.request.get(f"{site}/plan/", max_redirects=0).status


@pytest.fixture
def away(with_script: Page) -> Page:
    """A person in the middle of a plan; the dull page is one of ours, so that no other host is asked."""
    with_script.route("https://**", lambda route: route.fulfill(body="weather"))
    arrive(with_script, TEEN_BLACKMAILED)
    with_script.goto("/plan/")
    return with_script


@pytest.fixture
def moving(browser: Browser, site: str) -> Iterator[Page]:
    """A phone on which pages may move."""
    context = browser.new_context(viewport=PHONE, base_url=site)
    context.route("https://**", lambda route: route.fulfill(body="weather"))
    yield context.new_page()
    context.close()


def test_leave_without_script_forgets_the_visit(no_script: Page) -> None:
    arrive(no_script, TEEN_BLACKMAILED)
    no_script.goto("/plan/")
    with no_script.expect_response("**/leave/") as answer:
        no_script.get_by_role("link", name="Leave").click()
    assert (answer.value.status, answer.value.headers["location"]) == (303, "https://weather.gc.ca/")
    assert no_script.context.cookies() == []


def test_leave_with_script_forgets_the_visit(away: Page, site: str) -> None:
    seconds_away(away)
    # The beacon may still be on its way.
    until = time.monotonic() + 5
    while plan(away, site) == 200 and time.monotonic() < until:
        away.wait_for_timeout(50)
    assert (plan(away, site), away.context.cookies(site)) == (303, [])


def test_leave_does_not_wait_for_our_server(away: Page, server: Server) -> None:
    with server.stalled():
        took = seconds_away(away)
    assert took < 1


def test_without_a_network_the_page_is_blank_and_the_address_is_not_ours(away: Page, site: str) -> None:
    away.unroute("https://**")
    away.route("https://**", lambda route: route.abort("internetdisconnected"))
    away.get_by_role("link", name="Leave").click(no_wait_after=True)
    away.wait_for_timeout(1000)
    assert (away.url.startswith(site), away.get_by_text("Your plan").count()) == (False, 0)


def test_a_tap_right_after_a_page_appears_leaves(moving: Page, site: str) -> None:
    taps = []
    for _ in range(4):
        moving.goto(f"{site}/about/")
        with moving.expect_navigation(url="**/privacy/", wait_until="domcontentloaded"):
            moving.evaluate("document.querySelector('footer a[href=\"/privacy/\"]').click()")
        moving.wait_for_timeout(50)
        moving.mouse.click(40, 24)
        moving.wait_for_url(DULL, timeout=2000)
        taps.append(moving.url)
    assert taps == [DULL] * 4


def test_words_in_boxes_are_gone_before_the_page_is(away: Page) -> None:
    away.goto("/notes/new/")
    away.get_by_label("The exact words").fill("I know where you live")
    # An answer without a page: the browser stays, and what it could still store can be looked at.
    away.unroute("https://**")
    away.route("https://**", lambda route: route.fulfill(status=204))
    away.get_by_role("link", name="Leave").click(no_wait_after=True)
    away.wait_for_function("document.documentElement.hidden")
    typed = "[...document.querySelectorAll('textarea, input:not([type=hidden])')].map((box) => box.value).join('')"
    assert (away.evaluate(typed), away.title()) == ("", "…")


def test_while_somebody_types_leave_asks_nothing(away: Page) -> None:
    away.goto("/notes/new/")
    away.get_by_label("The exact words").press_sequentially("they")
    away.wait_for_timeout(50)
    assert seconds_away(away) < 1


def test_an_answer_that_comes_after_leaving_brings_nothing_back(away: Page, server: Server) -> None:
    away.unroute("https://**")
    held: list[Route] = []
    away.route("https://**", lambda route: held.append(route))
    away.goto("/notes/new/")
    away.get_by_label("The exact words").fill("x" * 5001)
    with server.stalled():
        away.get_by_role("button", name="Add this note").click(no_wait_after=True)
        away.wait_for_timeout(200)
        away.get_by_role("link", name="Leave").click(no_wait_after=True)
        away.wait_for_timeout(200)
    away.wait_for_timeout(1500)
    held[0].fulfill(body="weather")
    away.wait_for_url(DULL, timeout=3000)
    assert "weather" in away.inner_text("body")


def test_a_browser_without_beacons_ends_the_visit_too(away: Page, site: str) -> None:
    away.evaluate("Object.defineProperty(navigator, 'sendBeacon', { value: undefined })")
    seconds_away(away)
    until = time.monotonic() + 5
    while plan(away, site) == 200 and time.monotonic() < until:
        away.wait_for_timeout(50)
    assert plan(away, site) == 303
