"""Each proxy while the site is away: saved pages with numbers stand in, and no log learns who asked for what."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from tests.deploy.proxies import KINDS, Proxy, in_front_of
from tests.deploy.site import Site
from tests.deploy.stand_in import listening
from tests.deploy.visitor import ADDRESS, HOST, Answer, Connection, ask, ask_plainly, half_a_form, plain, tls
from tests.project.server import free_port

pytestmark = pytest.mark.thorough
PATHS = ("/", "/now/", "/now/ca/", "/people/ca/", "/guide/who/", "/x/?secret-words", "/fr/now/ca/", "/fr/guide/who/")
WITHIN_SECONDS = 0.1
NO_REQUESTS = (b"GET /guide/who/ HTTP/1.1\r\nHost\r\n\r\n", b"secret-words\r\n\r\n", b"GET /" + b"secret-words" * 9000)


@pytest.fixture(scope="module", params=KINDS)
def alone(request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """A proxy whose site was there, and has just stopped."""
    port = free_port()
    with ExitStack() as running:
        with listening(port) as stand_in:
            before = in_front_of(request.param, tmp_path_factory.mktemp(request.param), [port], site.away)
            proxy = running.enter_context(before)
            there = [ask(proxy.port, path).status for path in PATHS]
        assert (there, [asked.path for asked in stand_in.asked]) == ([200] * len(PATHS), [*PATHS])
        # By the first who come it notices, if not before.
        assert [ask(proxy.port, path).status for path in PATHS[:2]] == [503, 503]
        yield proxy


def test_saved_pages_stand_in(alone: Proxy, site: Site) -> None:
    asked = {path: quickest(alone, path) for path in PATHS}
    front = (site.away / "index.html").read_text()
    assert {path: answer.status for path, answer in asked.items()} == dict.fromkeys(PATHS, 503)
    assert {path for path, answer in asked.items() if answer.page == front} == {"/", "/guide/who/", "/x/?secret-words"}
    assert asked["/now/ca/"].page == (site.away / "now" / "ca" / "index.html").read_text()
    assert asked["/fr/now/ca/"].page == (site.away / "fr" / "now" / "ca" / "index.html").read_text()
    assert asked["/fr/guide/who/"].page == (site.away / "fr" / "index.html").read_text()
    assert max(answer.seconds for answer in asked.values()) < WITHIN_SECONDS
    assert {headers(answer) for answer in asked.values()} == {("no-store", "30", "nosniff", "same-origin")}


def quickest(proxy: Proxy, path: str, body: str | None = None) -> Answer:
    """Of five answers: a busy machine is no failure."""
    return min((ask(proxy.port, path, body) for _ in range(5)), key=lambda answer: answer.seconds)


def headers(answer: Answer) -> tuple[str | None, ...]:
    """Those that count."""
    names = ("Cache-Control", "Retry-After", "X-Content-Type-Options", "Referrer-Policy")
    return tuple(answer.headers[name] for name in names)


@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_a_form_gets_the_front_page_in_its_language(alone: Proxy, site: Site, prefix: str) -> None:
    sent = quickest(alone, f"/{prefix}guide/who/", "a=b")
    front = (site.away / f"{prefix}index.html").read_text()
    assert (sent.status, sent.page, sent.seconds < WITHIN_SECONDS) == (503, front, True)
    assert headers(sent) == ("no-store", "30", "nosniff", "same-origin")


def test_a_style_sheet_is_one_that_a_browser_believes(alone: Proxy, site: Site) -> None:
    sheet = next((site.away / "static" / "css").glob("compass*.css"))
    style, missing = (ask(alone.port, f"/static/css/{name}") for name in (sheet.name, "none.css"))
    assert (style.status, style.page, style.headers["Content-Type"].split(";")[0]) == (
        200,
        sheet.read_text(),
        "text/css",
    )
    assert missing.status >= 500


def test_no_log_holds_an_address_or_a_path(alone: Proxy) -> None:
    """Of pages, forms and all that goes wrong before there is a request."""
    for path in (*PATHS, "/static/css/none.css"):
        ask(alone.port, path)
        ask_plainly(alone.plain_port, path)
    for typed in ("secret-words", "secret-words" * 100_000):
        with suppress(OSError):
            ask(alone.port, "/guide/who/", typed)
    half_a_form(alone.port, "/guide/who/").close()
    for port, kind in ((alone.port, tls), (alone.port, plain), (alone.plain_port, plain)):
        for words in NO_REQUESTS:
            with closing(kind(port)) as line, suppress(OSError):
                line.settimeout(0.5)
                line.sendall(words)
                line.recv(1000)
    time.sleep(0.2)
    said = alone.wrote()
    looked_for = (ADDRESS, "/guide", "/now", "/people", "/x/", "/static", "secret-words")
    assert [words for words in looked_for if words in said] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_site_does_not_learn_who_asks_and_no_connection_to_it_is_used_twice(name: str, tmp_path: Path) -> None:
    """A form on one that the site has just closed would be lost."""
    lies = {"X-Forwarded-For": "192.0.2.9", "X-Real-IP": "192.0.2.9", "Forwarded": "for=192.0.2.9"}
    port = free_port()
    with (
        listening(port) as stand_in,
        in_front_of(name, tmp_path, [port], tmp_path) as proxy,
        closing(Connection(proxy.port)) as line,
    ):
        for _ in range(3):
            line.ask("/", **lies, **{"X-Forwarded-Proto": "http"})
    told = {header.lower(): value for header, value in stand_in.asked[-1].headers.items()}
    assert {value for value in told.values() if ADDRESS in value or "192.0.2.9" in value} == set()
    assert (told["host"], told["x-forwarded-proto"]) == (HOST, "https")
    assert len({asked.connection for asked in stand_in.asked}) == 3
