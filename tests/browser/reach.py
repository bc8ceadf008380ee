"""What every browser test may ask for: a visitor who has answered already, and all that is hard to reach on a page."""

from collections.abc import Mapping
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from django.http import HttpResponse
from playwright.sync_api import Page

from tests.system_packages import THOROUGH
from tests.visitor import FORM
from tests.visitor import Page as Read

OPEN_EVERY_FOLD = "document.querySelectorAll('main details').forEach((fold) => (fold.open = true))"
CONTRAST = "axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']}).then((found) => found.violations)"


def arrive(page: Page, person: Mapping[str, str], before: str = "") -> None:
    """Answers every question as this person does, over HTTP; `test_journey` taps and draws each page.

    `before`: how addresses begin in the language of the visit.
    """
    answer = page.request.get(f"{before}/guide/")
    while not answer.url.endswith("/guide/check/"):
        slug = answer.url.rstrip("/").rsplit("/", 1)[-1]
        if slug == "now":
            answer = page.request.get(f"{before}/guide/")
            continue
        values = person.get(slug, "").split()
        said = {f"{slug}-answer": values} if values else {"skip": "1"}
        hidden = Read(HttpResponse(answer.body())).fields
        answer = page.request.post(
            answer.url, data=urlencode({**hidden, **said}, doseq=True), headers={"Content-Type": FORM}
        )


def too_wide(page: Page) -> list[str]:
    """The widths of screens on which this page has to be pushed from side to side."""
    found = []
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{page.url} is {wide} wide on {width}"] if wide > width else []
    return found


def trouble(page: Page, *paths: str) -> list[str]:
    """What axe objects to with every fold open, in light and (colours only) in dark, and where a page is too wide.

    All of these pages in CI, elsewhere the first two: axe takes a second or two for each.
    """
    found = []
    for path in paths if THOROUGH else paths[:2]:
        page.emulate_media(color_scheme="light")
        page.goto(path)
        page.evaluate(OPEN_EVERY_FOLD)
        rules = Axe().run(page).response["violations"]
        page.emulate_media(color_scheme="dark")
        rules += page.evaluate(CONTRAST)
        found += [f"{path} {rule['id']}: {node['target']}" for rule in rules for node in rule["nodes"]]
        found += too_wide(page)
    return found
