"""Nothing typed is lost on the way: no answer, no connection, half an hour of typing, a tap on a link."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.reach import arrive
from tests.people import ADULT_MAY_SAY_NO
from tests.project.server import Server

WORDS = "They said: Tuesday, or else"


@pytest.fixture
def writing(with_script: Page) -> Page:
    """Somebody who has typed into a new note and has not kept it."""
    arrive(with_script, ADULT_MAY_SAY_NO)
    with_script.goto("/notes/new/")
    with_script.get_by_label("The exact words").fill(WORDS)
    return with_script


def keep(page: Page) -> None:
    page.get_by_role("button", name="Add this note").click(no_wait_after=True)


def words(page: Page) -> str:
    return page.get_by_label("The exact words").input_value()


def test_a_form_that_is_kept_leads_to_its_row(writing: Page) -> None:
    keep(writing)
    writing.wait_for_url("**/notes/#n*")
    expect(writing.get_by_text(WORDS)).to_be_visible()


def test_the_same_page_is_loaded_anew_after_the_short_form(with_script: Page) -> None:
    arrive(with_script, ADULT_MAY_SAY_NO)
    with_script.goto("/notes/")
    with_script.get_by_label("Account name").fill("@them")
    with_script.locator("form[data-words] button.go").click()
    with_script.wait_for_url("**/notes/#n*")
    row = with_script.locator("li.line", has_text="@them")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    assert with_script.get_by_label("Account name").input_value() == ""


def test_a_server_that_does_not_answer_leaves_the_words_and_the_button_works_again(
    writing: Page, server: Server
) -> None:
    writing.clock.install()
    with server.stalled():
        keep(writing)
        writing.clock.fast_forward(11_000)
        expect(writing.locator("#unsent")).to_be_visible(timeout=12_000)
        assert (words(writing), writing.url.endswith("/notes/new/")) == (WORDS, True)
    keep(writing)
    writing.wait_for_url("**/notes/#n*")


def test_a_connection_that_breaks_leaves_the_words(writing: Page) -> None:
    writing.route("**/notes/new/", lambda route: route.abort("connectionrefused"))
    keep(writing)
    expect(writing.locator("#unsent")).to_be_visible()
    assert words(writing) == WORDS


@pytest.mark.parametrize("answer", [{"status": 502, "body": "bad"}, {"status": 200, "body": "log in to the Wi-Fi"}])
def test_an_answer_that_is_not_ours_leaves_the_words(writing: Page, answer: dict[str, object]) -> None:
    writing.route("**/notes/new/", lambda route: route.fulfill(**answer))
    keep(writing)
    expect(writing.locator("#unsent")).to_be_visible()
    assert words(writing) == WORDS


def test_a_form_that_comes_back_says_why_and_can_be_sent_again(writing: Page) -> None:
    box = writing.get_by_label("The exact words")
    box.fill("x" * 5001)
    keep(writing)
    expect(writing.locator("#errors")).to_be_focused()
    assert words(writing) == "x" * 5001
    writing.get_by_role("link", name="This phone").click()
    expect(writing.locator("#unkept")).to_be_visible()
    writing.get_by_label("The exact words").fill(WORDS)
    keep(writing)
    writing.wait_for_url("**/notes/#n*")


def test_a_visit_that_ended_gives_the_words_back_on_the_page(writing: Page) -> None:
    writing.context.clear_cookies()
    keep(writing)
    expect(writing.get_by_label("What you typed")).to_have_value(f"The exact words\n{WORDS}")


def test_a_link_asks_in_the_page_and_the_words_can_be_kept(writing: Page) -> None:
    writing.get_by_role("link", name="This phone").click()
    expect(writing.locator("#unkept")).to_be_visible()
    assert writing.url.endswith("/notes/new/")
    writing.get_by_role("button", name="Add these words").click()
    writing.wait_for_url("**/notes/#n*")


def test_a_link_asks_in_the_page_and_one_can_go_without(writing: Page) -> None:
    writing.get_by_role("link", name="Your notes").click()
    writing.get_by_role("button", name="Go on without them").click()
    writing.wait_for_url("**/notes/")
    expect(writing.get_by_text(WORDS)).to_have_count(0)


def test_without_a_change_a_link_asks_nothing(with_script: Page) -> None:
    arrive(with_script, ADULT_MAY_SAY_NO)
    with_script.goto("/notes/new/")
    with_script.get_by_role("link", name="This phone").click()
    with_script.wait_for_url("**/safety/")


def test_back_never_asks(writing: Page) -> None:
    writing.goto("/notes/")
    writing.goto("/notes/new/")
    writing.get_by_label("The exact words").fill(WORDS)
    writing.go_back()
    assert writing.url.endswith("/notes/")


def test_while_somebody_types_the_visit_is_told_at_most_every_five_minutes(with_script: Page) -> None:
    arrive(with_script, ADULT_MAY_SAY_NO)
    with_script.clock.install()
    with_script.goto("/notes/new/")
    told: list[int] = []
    with_script.on("response", lambda answer: told.append(answer.status) if "/visit/stay/" in answer.url else None)
    box = with_script.get_by_label("The exact words")
    for _minute in range(32):
        with_script.clock.fast_forward(60_000)
        box.press_sequentially("x")
        with_script.wait_for_timeout(20)
    assert (set(told), len(told) in (5, 6)) == ({204}, True)
    expect(with_script.locator("#still")).to_be_hidden()


def test_after_25_silent_minutes_a_line_asks_and_a_tap_is_enough(with_script: Page) -> None:
    arrive(with_script, ADULT_MAY_SAY_NO)
    with_script.clock.install()
    with_script.goto("/plan/")
    with_script.clock.fast_forward(24 * 60_000)
    expect(with_script.locator("#still")).to_be_hidden()
    with_script.clock.fast_forward(2 * 60_000)
    expect(with_script.locator("#still")).to_be_visible()
    with with_script.expect_response("**/visit/stay/") as answer:
        with_script.get_by_role("button", name="I am still here").click()
    assert answer.value.status == 204
    expect(with_script.locator("#still")).to_be_hidden()


def test_a_visit_that_is_over_says_so_while_the_words_are_still_there(writing: Page) -> None:
    writing.clock.install()
    writing.reload()
    writing.get_by_label("The exact words").fill(WORDS)
    writing.context.clear_cookies()
    writing.clock.fast_forward(26 * 60_000)
    writing.get_by_role("button", name="I am still here").click()
    expect(writing.locator("#ended")).to_be_visible()
    assert words(writing) == WORDS


def test_without_script_pages_with_boxes_say_their_limit(no_script: Page) -> None:
    arrive(no_script, ADULT_MAY_SAY_NO)
    said = []
    for path in ("/notes/", "/notes/new/", "/remove/at/instagram/"):
        no_script.goto(path)
        said.append("This page will wait 30 minutes for you." in no_script.inner_text("main"))
    assert said == [True] * 3


def test_without_script_a_form_is_sent_as_ever(no_script: Page) -> None:
    arrive(no_script, ADULT_MAY_SAY_NO)
    no_script.goto("/notes/new/")
    no_script.get_by_label("The exact words").fill(WORDS)
    keep(no_script)
    no_script.wait_for_url("**/notes/#n*")


def test_a_browser_without_cookies_is_told_after_the_first_answer(browser: Browser, site: str) -> None:
    context = opened(browser, base_url=site)
    page = context.new_page()
    page.goto("/guide/who/")
    context.clear_cookies()
    page.get_by_role("button", name="Skip / not sure").click()
    expect(page.get_by_role("heading", name="Your browser did not send the cookie")).to_be_visible()
    page.get_by_role("link", name="What to do right now").click()
    page.wait_for_url("**/now/")
    context.close()
