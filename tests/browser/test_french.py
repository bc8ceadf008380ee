"""In French: axe finds nothing, no page is wider than a small phone, and thirty people reach their plan."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened
from tests.browser.reach import arrive, trouble
from tests.browser.test_journeys import walk
from tests.content.french.visits import EVERYBODY
from tests.people import (
    ADULT_EX,
    BOY_WHO_PAID,
    CHILD_ALONE,
    COUNSELLOR,
    FRIEND,
    MOTHER,
    SHARER,
    TEEN_BLACKMAILED,
    WORKER_ONTARIO,
)

pytestmark = pytest.mark.browser

FRENCH = "/fr"
PUBLIC = ("/fr/people/ca/qc/", "/fr/now/", "/fr/", "/fr/after/", "/fr/people/", "/fr/places/", "/fr/places/whatsapp/",
          "/fr/safety/", "/fr/privacy/", "/fr/about/", "/fr/nothing-here/")  # fmt: skip
VISIT = ("/fr/plan/", "/fr/plan/stop-contact/", "/fr/guide/what/", "/fr/guide/now/", "/fr/guide/place/",
         "/fr/guide/check/", "/fr/plan/people/", "/fr/plan/print/", "/fr/notes/", "/fr/talk/")  # fmt: skip
QUEBEC = {"place": "CA", "region": "CA-QC"}
THIRTY: Mapping[str, Mapping[str, str]] = {
    **EVERYBODY,
    "boy in Gatineau at night": {**BOY_WHO_PAID, **QUEBEC},
    "mother in Sherbrooke": {**MOTHER, **QUEBEC},
    "worker in Quebec": {**COUNSELLOR, **QUEBEC},
    "adult in Quebec threatened by an ex": {**ADULT_EX, **QUEBEC},
    "child in Quebec alone": {**CHILD_ALONE, **QUEBEC},
    "friend in Belgium": {**FRIEND, "place": "BE"},
    "sharer in France": {**SHARER, "place": "FR"},
    "worker of an adult in Switzerland": {**WORKER_ONTARIO, "place": "CH"},
}
FIVE = {
    *("boy in Gatineau at night", "mother in Sherbrooke", "worker of an adult"),
    *("child in Quebec alone", "adult in Quebec threatened by an ex"),
}


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """One phone without script, handed from person to person."""
    context = opened(browser, java_script_enabled=False, base_url=site)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_public_pages(with_script: Page) -> None:
    assert trouble(with_script, *PUBLIC) == []


def test_axe_finds_nothing_on_the_pages_of_a_visit(with_script: Page) -> None:
    arrive(with_script, {**TEEN_BLACKMAILED, **QUEBEC}, FRENCH)
    assert trouble(with_script, *VISIT) == []


@pytest.mark.thorough
@pytest.mark.parametrize("person", [ADULT_EX, MOTHER, WORKER_ONTARIO, CHILD_ALONE])
def test_axe_finds_nothing_where_a_page_says_vous(with_script: Page, person: dict[str, str]) -> None:
    arrive(with_script, {**person, **QUEBEC}, FRENCH)
    assert trouble(with_script, *VISIT) == []


def test_thirty_people_walk() -> None:
    assert (len(THIRTY), THIRTY.keys() >= FIVE) == (30, True)


@pytest.mark.parametrize(
    "name", [name if name in FIVE else pytest.param(name, marks=pytest.mark.thorough) for name in THIRTY]
)
def test_a_plan_in_french_has_the_steps_of_the_same_plan_in_english(phone: Page, name: str) -> None:
    walk(phone, THIRTY[name], FRENCH)
    found = []
    for path in ("/fr/plan/", "/plan/"):
        phone.goto(path)
        steps = phone.locator("[data-step]").evaluate_all("steps => steps.map((step) => step.dataset.step)")
        found.append((phone.url.endswith(path), phone.locator("html").get_attribute("lang"), steps))
    assert [(there, lang) for there, lang, _steps in found] == [(True, "fr-CA"), (True, "en")]
    assert (found[0][2], len(found[0][2]) > 3) == (found[1][2], True)
