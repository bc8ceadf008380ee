"""Every named person walks once through a real browser, without script, and finds the steps of the table.

Each form is filled in and sent at one go: taps, folds and lists are looked at one by one in `test_journey`.
"""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened
from tests.people import PEOPLE
from tests.wizard.test_journeys import JOURNEYS

pytestmark = pytest.mark.browser

FILL_IN_AND_SEND = """(form, values) => {
    const list = form.querySelector("select");
    if (list && values.length) list.value = values[0];
    if (!list) values.forEach((value) => form.querySelector(`input[value="${value}"]`).click());
    form.querySelector(values.length ? "button:not([name=skip])" : "button[name=skip]").click();
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """One phone without script, handed from person to person: a new one each time would load the styles again."""
    context = opened(browser, java_script_enabled=False, base_url=site)
    yield context.new_page()
    context.close()


def walk(page: Page, person: Mapping[str, str], before: str = "") -> None:
    """From the first question to the plan, as somebody who was never here; addresses begin with `before`."""
    page.context.clear_cookies()
    page.goto(f"{before}/guide/")
    while not page.url.endswith("/guide/check/"):
        slug = page.url.rstrip("/").rsplit("/", 1)[-1]
        if slug == "now":
            page.goto(f"{before}/guide/")
            continue
        with page.expect_navigation(wait_until="domcontentloaded"):
            page.locator("main form").evaluate(FILL_IN_AND_SEND, person.get(slug, "").split())
    page.goto(f"{before}/plan/")


# The others walk in CI.
FEW = {"boy of fourteen who paid", "school counsellor", "adult threatened by an ex"}


@pytest.mark.parametrize(
    "name", [name if name in FEW else pytest.param(name, marks=pytest.mark.thorough) for name in PEOPLE]
)
def test_the_browser_shows_the_steps_of_the_table(phone: Page, name: str) -> None:
    walk(phone, PEOPLE[name])
    found = phone.locator("[data-step]").evaluate_all("steps => steps.map((step) => step.dataset.step)")
    assert " ".join(found) == JOURNEYS[name]
