"""Finding an app or a site in a real browser: the list gets shorter with script, and works without."""

import pytest
from playwright.sync_api import Page

from resources.loading.content import Content
from tests.browser.reach import arrive, trouble

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
    "x": ["X (Twitter)", "Grok (the AI of X)"],
    "yt": ["YouTube"],
    "sms": ["Text messages (SMS)"],
    "tik tok": ["TikTok"],
    "discord server": ["Discord"],
    "onlyfan": ["OnlyFans"],
    "google drive": ["Google Drive, Photos, Blogger, Sites, Groups"],
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


def test_an_empty_box_gives_the_list_back(with_script: Page) -> None:
    with_script.goto("/places/")
    before, box = listed(with_script), with_script.get_by_label("Name of the app or site")
    box.fill("insta")
    box.fill("")
    assert (listed(with_script), len(before), with_script.locator("main details[open]").count()) == (before, 12, 0)


def test_without_script_every_other_name_is_under_its_letter(no_script: Page, content: Content) -> None:
    no_script.goto("/places/")
    assert len(listed(no_script)) == 12
    for fold in no_script.locator("main summary").all():
        fold.press("Enter")
    assert sorted(listed(no_script)) == sorted(row["name"] for row in content["platforms"])


def at_where(page: Page) -> None:
    """The question, of somebody of 16 in Canada who skipped most others."""
    arrive(page, {"who": "self", "danger": "none", "place": "CA", "age": "16-17"})
    page.goto("/guide/where/")


def names(page: Page) -> list[str]:
    """The apps and sites that can be seen in the question."""
    return [row.inner_text() for row in page.locator("label[data-find]").all() if row.is_visible()]


def test_the_question_gets_shorter_too_and_nothing_that_is_typed_is_sent(with_script: Page) -> None:
    at_where(with_script)
    sent: list[str] = []
    with_script.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    box = with_script.get_by_label("Find an app or site by its name")
    box.press_sequentially("signal")
    assert (names(with_script), with_script.get_by_text("A group chat").is_visible()) == (["Signal"], True)
    # Enter goes to the name, and does not send the form.
    box.press("Enter")
    with_script.keyboard.press("Space")
    box.fill("zzmarker")
    assert (names(with_script), with_script.locator("#none").is_visible()) == (["Signal"], True)
    with_script.get_by_role("button", name="Continue").click()
    with_script.wait_for_url("**/guide/check/")
    assert ([line for line in sent if "zzmarker" in line], with_script.get_by_text("Signal").count()) == ([], 1)
    with_script.goto("/guide/where/")
    assert (box.input_value(), names(with_script)[:1], "Signal" in names(with_script)) == ("", ["Discord"], True)


def test_without_script_the_question_has_no_box_and_opens_by_letter(no_script: Page) -> None:
    at_where(no_script)
    assert (len(names(no_script)), no_script.locator("#q").is_visible()) == (12, False)
    no_script.locator("details", has=no_script.locator("[value=signal]")).locator("summary").click()
    assert "Signal" in names(no_script)


def test_the_long_question_is_reachable_with_every_fold_open(with_script: Page) -> None:
    at_where(with_script)
    assert trouble(with_script, "/guide/where/") == []


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
        assert (answer.status, no_script.get_by_role("heading", name="If it is not in the list").is_visible()) == (
            status,
            True,
        )


def to_the_age(page: Page) -> int:
    """From the front door over the page of Instagram to the question; how many taps that took."""
    page.goto("/")
    page.get_by_role("link", name="It is on an app or a site").click()
    page.get_by_role("link", name="Instagram", exact=True).click()
    assert page.context.cookies() == []
    page.get_by_role("button", name="Get a ready text for Instagram").click()
    assert ([cookie["name"] for cookie in page.context.cookies()], page.url[-21:]) == (
        ["visit"],
        "/remove/at/instagram/",
    )
    return 3


def test_a_ready_text_is_four_taps_from_the_front_door_without_script(no_script: Page) -> None:
    taps = to_the_age(no_script) + 1
    no_script.get_by_role("button", name="Skip / not sure").click()
    text = no_script.get_by_label("Read it, then copy it").locator("visible=true")
    assert (taps, text.input_value().split("\n")[0]) == (4, "This is a nude or sexual picture of me.")
    assert no_script.locator('.strip a[href="tel:911"]').is_visible()


def test_the_second_question_is_there_for_adults_alone(no_script: Page) -> None:
    to_the_age(no_script)
    second, seen = no_script.get_by_text("How old were you in the picture?"), []
    for age in ("16-17", "18-plus", "13-15", "18-plus"):
        no_script.locator(f'label:has([name=age-answer][value="{age}"])').click()
        seen.append(second.is_visible())
    assert seen == [False, True, False, True]
    no_script.locator('label:has([name=age-then-answer][value="under-18"])').click()
    no_script.get_by_role("button", name="Continue").click()
    text = no_script.get_by_label("Read it, then copy it").locator("visible=true")
    assert text.input_value().startswith("I was under 18 in this picture.\n")


def test_with_script_the_text_is_copied(with_script: Page) -> None:
    to_the_age(with_script)
    with_script.locator("label:has([value='16-17'])").click()
    with_script.get_by_role("button", name="Continue").click()
    with_script.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with_script.get_by_role("button", name="Copy the text").locator("visible=true").click()
    with_script.wait_for_selector("text=Copied")
    copied = with_script.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("I am under 18 now. I was under 18 in this picture.\n")


def test_leave_ends_a_visit_that_began_with_a_ready_text(no_script: Page) -> None:
    to_the_age(no_script)
    with no_script.expect_response("**/leave/"):
        no_script.get_by_role("link", name="Leave").click()
    assert no_script.context.cookies() == []


def test_the_pages_on_the_way_to_a_text_are_reachable(with_script: Page) -> None:
    to_the_age(with_script)
    assert trouble(with_script, "/remove/at/instagram/?ages=1") == []
    with_script.get_by_role("button", name="Skip / not sure").click()
    assert trouble(with_script, "/remove/at/instagram/") == []


def test_the_pages_of_places_are_reachable_with_every_fold_open(with_script: Page) -> None:
    pages = ("/places/", "/places/?q=snap", "/places/whatsapp/", "/places/snapchat/", "/places/ometv/")
    assert trouble(with_script, *pages) == []
