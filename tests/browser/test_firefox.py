"""The same in another browser: leaving, a form and the folds work in Firefox, with the script of the site."""

import time
from collections.abc import Iterator

import pytest

from tests.browser.firefox import ENTER, Firefox, firefox
from tests.people import TEEN_BLACKMAILED
from tests.project.server import Server
from tests.project.visitors import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

ADD = "form[data-words] button:not([type=button], [name])"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as window:
        yield window


@pytest.fixture
def window(started: Firefox, site: str) -> Firefox:
    """A window on the front door, without a visit."""
    started.open(f"{site}/")
    started.ask("WebDriver:DeleteAllCookies")
    return started


def begin(window: Firefox, server: Server) -> str:
    """A visit of somebody who has answered everything, in this window; its cookie."""
    visitor = Visitor(server.port).walk(TEEN_BLACKMAILED)
    name, _, value = visitor.cookie.partition("=")
    window.ask("WebDriver:AddCookie", cookie={"name": name, "value": value, "path": "/", "httpOnly": True})
    return visitor.cookie


def test_leave_ends_the_visit_and_goes_to_the_dull_page(window: Firefox, server: Server) -> None:
    cookie = begin(window, server)
    window.open(f"{server.address}/plan/")
    # The dull page is asked for, through a proxy that is not there.
    with pytest.raises(AssertionError, match=r"proxyConnectFailure&u=https%3A//weather\.gc\.ca/"):
        window.tap("a.leave")
    until = time.monotonic() + 5
    while (status := Visitor(server.port, cookie).ask("GET", "/plan/").status) == 200 and time.monotonic() < until:
        time.sleep(0.05)
    assert status == 303


def test_an_answer_and_a_note_are_kept(window: Firefox, server: Server) -> None:
    window.open(f"{server.address}/guide/")
    window.tap("input[value=self]")
    window.tap("main form button:not([type=button], [name=skip])")
    assert window.waits_for("return location.pathname.startsWith('/guide/danger/') && document.title")
    begin(window, server)
    window.open(f"{server.address}/notes/new/")
    window.type("[name=words]", "They want money by nine.")
    window.tap(ADD)
    assert window.waits_for("return location.pathname === '/notes/' && document.title")
    assert "They want money by nine." in window.run("return document.querySelector('main').textContent")


def test_words_stay_on_the_page_when_the_server_does_not_answer(window: Firefox, server: Server) -> None:
    begin(window, server)
    window.open(f"{server.address}/notes/new/")
    window.type("[name=words]", "Do not lose this.")
    with server.stalled():
        window.tap(ADD)
        assert window.waits_for("return !document.getElementById('unsent').hidden")
    assert (window.run("return document.querySelector('[name=words]').value"), window.address) == (
        "Do not lose this.",
        f"{server.address}/notes/new/",
    )


def test_a_fold_opens_by_the_keyboard(window: Firefox, server: Server) -> None:
    window.open(f"{server.address}/people/ca/")
    closed = window.run(
        "const fold = document.querySelector('main details:not([open])'); fold.id = 'f'; return fold.open"
    )
    window.type("#f > summary", ENTER)
    assert (closed, window.waits_for("return document.getElementById('f').open")) == (False, True)


def test_letters_make_the_list_of_places_shorter(window: Firefox, server: Server) -> None:
    window.open(f"{server.address}/places/")
    shown = "return [...document.querySelectorAll('[data-find]')].filter((row) => row.checkVisibility()).length"
    before = window.run("return document.querySelectorAll('[data-find]').length")
    window.type("#q", "instagr")
    assert (before > 20, window.run(shown)) == (True, 1)
