"""What a network sees of a tap: with script every form has one length; without, chance makes it longer."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CHOICES = ("self", "child", "client", "friend", "sharer")


def sent(page: Page, choice: str) -> str:
    """The form that the browser sends for the first question."""
    page.goto("/guide/who/")
    if choice:
        page.check(f"[value={choice}]")
    with page.expect_request(lambda request: request.method == "POST") as form:
        page.click("main button.go" if choice else "[name=skip]")
    page.wait_for_url("**/guide/danger/")
    return form.value.post_data or ""


def test_with_script_every_answer_has_the_same_length(with_script: Page) -> None:
    assert {choice: len(sent(with_script, choice)) for choice in (*CHOICES, "")} == dict.fromkeys((*CHOICES, ""), 1024)


def test_ticking_several_does_not_make_it_longer(with_script: Page) -> None:
    sent(with_script, "self")
    with_script.check("[value=self-harm]")
    with_script.check("[value=deadline]")
    with with_script.expect_request(lambda request: request.method == "POST") as form:
        with_script.click("main button.go")
    assert (len(form.value.post_data or ""), "danger-answer=deadline" in (form.value.post_data or "")) == (1024, True)


def test_without_script_chance_makes_it_longer(no_script: Page) -> None:
    lengths = {len(sent(no_script, "self")) for _ in range(8)}
    assert (len(lengths) > 3, max(lengths) < 700) == (True, True)
