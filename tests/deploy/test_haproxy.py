"""What only haproxy.cfg does: two machines, of which one is asked when the other is away, and a form never twice."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from compass.door import last_words
from tests.deploy.proxies import Proxy, in_front_of
from tests.deploy.proxies.place import DEPLOY
from tests.deploy.stand_in import StandIn, listening
from tests.deploy.visitor import ask, ask_plainly
from tests.project.server import free_port

CONFIG = (DEPLOY / "haproxy.cfg").read_text()
# A check each second, and two of them before a machine counts as away.
NOTICED_WITHIN = 3.5


class Pair(NamedTuple):
    """Two machines that can be told how to behave, and HAProxy before them."""

    one: StandIn
    two: StandIn
    proxy: Proxy

    def answered(self) -> tuple[int, int]:
        """How many requests came to each."""
        return len(self.one.asked), len(self.two.asked)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """Both are well."""
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "index.html").write_text("numbers")
    ports = free_port(), free_port()
    with ExitStack() as running:
        one, two = (running.enter_context(listening(port)) for port in ports)
        proxy = running.enter_context(in_front_of("haproxy", tmp_path / "haproxy", ports, tmp_path / "away"))
        yield Pair(one, two, proxy)


def until_noticed() -> None:
    time.sleep(NOTICED_WITHIN)


@pytest.mark.thorough
def test_both_are_asked_in_turn(pair: Pair) -> None:
    assert {ask(pair.proxy.port, "/").status for _ in range(10)} == {200}
    assert pair.answered() == (5, 5)


@pytest.mark.thorough
def test_a_form_that_may_have_been_acted_on_is_sent_to_one_machine_only(pair: Pair) -> None:
    pair.one.breaks_off = pair.two.breaks_off = True
    sent = ask(pair.proxy.port, "/guide/who/", "a=b")
    assert (sent.status, pair.one.forms + pair.two.forms) == (502, [b"a=b"])
    assert sent.headers["Cache-Control"] == "no-store"


@pytest.mark.thorough
def test_a_page_is_asked_for_at_the_other(pair: Pair) -> None:
    pair.one.breaks_off = True
    assert {ask(pair.proxy.port, "/now/").status for _ in range(4)} == {200}


@pytest.mark.thorough
def test_a_form_goes_to_the_other_where_the_one_is_not_reached(pair: Pair) -> None:
    pair.one.shutdown()
    pair.one.server_close()
    sent = [ask(pair.proxy.port, "/guide/who/", f"a={number}") for number in range(4)]
    assert ([answer.status for answer in sent], max(answer.seconds for answer in sent) < 1) == ([200] * 4, True)
    assert pair.two.forms == [b"a=0", b"a=1", b"a=2", b"a=3"]


@pytest.mark.thorough
def test_a_machine_that_is_not_well_is_left_out_and_one_that_is_well_again_comes_back(pair: Pair) -> None:
    pair.one.health = 503
    until_noticed()
    assert ({ask(pair.proxy.port, "/").status for _ in range(4)}, pair.answered()) == ({200}, (0, 4))
    pair.one.health = 200
    until_noticed()
    assert ({ask(pair.proxy.port, "/").status for _ in range(4)}, pair.answered()) == ({200}, (2, 6))


@pytest.mark.thorough
def test_a_machine_that_is_only_busy_is_not_left_out(pair: Pair) -> None:
    pair.one.takes = pair.two.takes = 2.0
    until_noticed()
    assert ask(pair.proxy.port, "/").page == "ok"


@pytest.mark.thorough
def test_where_none_is_well_the_site_says_so_in_its_own_words(pair: Pair) -> None:
    """Saved pages would take them away, and with them what somebody typed."""
    pair.one.health = pair.two.health = pair.one.status = pair.two.status = 503
    until_noticed()
    assert [ask(pair.proxy.port, "/guide/who/", "a=b")[::2] for _ in range(2)] == [(503, "ok")] * 2


@pytest.mark.thorough
def test_when_both_go_in_the_same_moment_numbers_come_by_themselves(pair: Pair) -> None:
    for machine in (pair.one, pair.two):
        machine.shutdown()
        machine.server_close()
    first = ask(pair.proxy.port, "/guide/who/", "a=b")
    time.sleep(2)
    then = ask(pair.proxy.port, "/guide/who/")
    # A check may have been quicker.
    assert (first.status, "http-equiv=refresh content=2" in first.page or first.page == "numbers") == (503, True)
    assert (then.status, then.page, then.seconds < 0.1) == (503, "numbers", True)


@pytest.mark.thorough
def test_a_certificate_can_be_renewed(pair: Pair, tmp_path: Path) -> None:
    folder = tmp_path / "haproxy" / "html" / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True)
    (folder / "a-token").write_text("what certbot put there")
    found = ask_plainly(pair.proxy.plain_port, "/.well-known/acme-challenge/a-token")
    assert (found.status, found.page) == (200, "what certbot put there")


def test_what_certbot_fetched_becomes_one_file_that_only_root_reads(tmp_path: Path) -> None:
    text = (DEPLOY / "haproxy-renewed").read_text().replace("/etc/haproxy", str(tmp_path))
    (tmp_path / "fullchain.pem").write_text("certificate\n")
    (tmp_path / "privkey.pem").write_text("key\n")
    (tmp_path / "systemctl").write_text('#!/bin/sh\necho "$@"\n')
    (tmp_path / "systemctl").chmod(0o755)
    around = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "RENEWED_LINEAGE": str(tmp_path)}
    done = subprocess.run(["sh", "-c", text], env=around, capture_output=True, text=True, check=True)
    made = tmp_path / "compass.pem"
    assert (made.read_text(), made.stat().st_mode & 0o777) == ("certificate\nkey\n", 0o600)
    assert done.stdout == "reload-or-restart haproxy\n"
    assert os.access(DEPLOY / "haproxy-renewed", os.X_OK)


def test_nothing_in_it_could_be_a_log_or_a_window() -> None:
    """A log would go to the system, where the table of all proxies does not look."""
    words = {line.split()[0] for line in CONFIG.splitlines() if line.strip() and not line.strip().startswith("#")}
    assert words & {"log", "log-format", "capture", "stats", "email-alert", "forwardfor"} == set()
    assert re.findall(r"option (\w*log\w*|forwardfor)", CONFIG) == []


def test_its_own_words_are_those_of_the_site() -> None:
    pages = re.findall(r'status (\d+) content-type "text/html; charset=utf-8" string "(.*)" hdr Cache-Control', CONFIG)
    assert [status for status, _page in pages] == ["502", "503", "504"]
    wanted = [f"<p>{line}" for line in last_words().splitlines()]
    assert [status for status, page in pages if not all(line in page for line in wanted)] == []
