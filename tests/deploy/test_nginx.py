"""nginx, as the handbook sets it up, before the running site: half forms, kept connections, an outage, its logs."""

import http.client
import os
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.deploy.nginx import in_front_of
from tests.project.server import Server, copy_project, free_port

pytestmark = pytest.mark.thorough
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
HALF_SENT, KEPT, FORMS, PAUSE = 400, 60, 5, 5.0
UNTRUSTED = ssl._create_unverified_context()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A running site, and the folder of the pages that it saved."""
    top = copy_project(tmp_path_factory.mktemp("site"))
    server = Server.begin(top)
    try:
        server.wait_until_ready()
        secrets = dict(line.split("=", 1) for line in (top / ".local" / "secrets").read_text().split())
        command = [sys.executable, "manage.py", "export_static", "--to", str(top / "away")]
        subprocess.run(command, cwd=top, check=True, env={**os.environ, **secrets, "COMPASS_LOCAL": "1"})
        yield server, top / "away"
    finally:
        server.end()


def connection(port: int) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection("127.0.0.1", port, timeout=15, context=UNTRUSTED)


def ask(port: int, path: str, method: str = "GET") -> tuple[int, str, float]:
    """Status, page and seconds of one request on a connection of its own."""
    line, begun = connection(port), time.monotonic()
    line.request(method, path, body="a=b" if method == "POST" else None, headers=FORM if method == "POST" else {})
    answer = line.getresponse()
    page = answer.read().decode()
    line.close()
    return answer.status, page, time.monotonic() - begun


def test_pages_and_style_sheets_come_through(site: tuple[Server, Path], tmp_path: Path) -> None:
    with in_front_of(tmp_path, site[0].port, site[1]) as port:
        assert [ask(port, path)[0] for path in ("/", "/now/", "/guide/who/", "/nothing-here/")] == [200, 200, 200, 404]


def test_half_sent_forms_hold_up_nobody(site: tuple[Server, Path], tmp_path: Path) -> None:
    with in_front_of(tmp_path, site[0].port, site[1]) as port:
        held = [connection(port) for _ in range(HALF_SENT)]
        for line in held:
            line.putrequest("POST", "/guide/who/")
            for name, value in {**FORM, "Content-Length": "1000"}.items():
                line.putheader(name, value)
            line.endheaders(b"who-answer=half")
        asked = [ask(port, path) for path in ("/now/", "/guide/who/", "/leave/") for _ in range(5)]
        for line in held:
            line.close()
    assert ({status for status, _page, _took in asked} - {200, 303}, max(took for *_, took in asked) < 1) == (
        set(),
        True,
    )


def test_a_kept_connection_with_pauses_loses_no_form(site: tuple[Server, Path], tmp_path: Path) -> None:
    def sends(_: int) -> list[int]:
        line, statuses = connection(port), []
        for number in range(FORMS):
            time.sleep(PAUSE if number else 0)
            line.request("POST", "/leave/", body="", headers=FORM)
            answer = line.getresponse()
            answer.read()
            statuses.append(answer.status)
        line.close()
        return statuses

    with in_front_of(tmp_path, site[0].port, site[1]) as port, ThreadPoolExecutor(KEPT) as pool:
        found = [status for statuses in pool.map(sends, range(KEPT)) for status in statuses]
    assert (len(found), set(found)) == (KEPT * FORMS, {204})


def test_while_the_site_is_away_saved_pages_stand_in_and_nothing_is_written(
    site: tuple[Server, Path], tmp_path: Path
) -> None:
    with in_front_of(tmp_path, free_port(), site[1]) as port:
        asked = {path: ask(port, path) for path in ("/", "/now/", "/now/ca/", "/people/ca/", "/guide/who/", "/x/")}
        sent = ask(port, "/guide/who/", "POST")
        sheet = next((site[1] / "static" / "css").glob("compass*.css"))
        style = ask(port, f"/static/css/{sheet.name}")
        missing = ask(port, "/static/css/none.css")
    front = (site[1] / "index.html").read_text()
    assert {path: status for path, (status, *_) in asked.items()} == dict.fromkeys(asked, 503)
    assert [asked[path][1] == front for path in ("/", "/guide/who/", "/x/", "/now/ca/")] == [True, True, True, False]
    assert asked["/now/ca/"][1] == (site[1] / "now" / "ca" / "index.html").read_text()
    assert ((sent[0], sent[1] == front), style[0], missing[0]) == ((503, True), 200, 503)
    assert max(took for *_, took in asked.values()) < 0.1
    written = {path.name: path.read_text() for path in tmp_path.iterdir() if path.name in ("stderr", "access.log")}
    assert [name for name, text in written.items() if "127.0.0.1" in text or "/guide" in text or "/now" in text] == []
    assert written["stderr"] == ""
