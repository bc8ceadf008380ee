"""A browser on a phone-sized screen, with or without script, and the real server it talks to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.project.server import Server, copy_project
from tests.system_packages import BROWSER_FLAGS, need_browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running site that was set up from nothing."""
    need_browser()
    checkout: Path = copy_project(tmp_path_factory.mktemp("site"))
    server = Server.begin(checkout)
    server.wait_until_ready()
    yield server
    server.end()


@pytest.fixture(scope="session")
def site(server: Server) -> str:
    """Its address."""
    return server.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or a skip (a failure in CI) that names the package."""
    path = need_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield browser
        browser.close()


def opened(browser: Browser, **options: object) -> BrowserContext:
    """A new window without history. Motion is off: a page that slides in cannot be tapped yet."""
    return browser.new_context(viewport=PHONE, reduced_motion="reduce", **options)  # type: ignore[arg-type]


@pytest.fixture
def no_script(browser: Browser, site: str) -> Iterator[Page]:
    """A phone without script."""
    context = opened(browser, java_script_enabled=False, base_url=site)
    yield context.new_page()
    context.close()


@pytest.fixture
def with_script(browser: Browser, site: str) -> Iterator[Page]:
    """A phone with script. A word of the browser about the content policy fails the test."""
    context = opened(browser, base_url=site)
    page = context.new_page()
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            said.append(message.text)

    page.on("console", listen)
    yield page
    context.close()
    assert said == []
