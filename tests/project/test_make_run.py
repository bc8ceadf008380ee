"""The real server, started the way `make run` starts it, in a copy of the project that has never been used."""

import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.project.server import MOST_SECONDS_TO_START, Server, copy_project, free_port

MOST_SECONDS_TO_END = 5


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("checkout"))


@pytest.fixture
def start(checkout):
    """Start servers in the copy; those still running when the test is over are ended."""
    started = []

    def begin(port=None):
        started.append(Server.begin(checkout, port))
        return started[-1]

    yield begin
    for server in started:
        server.end()


@pytest.fixture
def server(start):
    running = start()
    running.wait_until_ready()
    return running


@pytest.fixture(scope="module")
def running(checkout):
    """One server for all tests that only read from it."""
    server = Server.begin(checkout)
    server.wait_until_ready()
    yield server
    server.end()


def end_of(server, sign):
    """Send a signal with `sign`; answer whether all ended in time, and nothing is left."""
    until = time.monotonic() + MOST_SECONDS_TO_END
    sign()
    while server.is_alive() and time.monotonic() < until:
        time.sleep(0.02)
    return not server.is_alive()


def test_a_first_start_serves_a_compressed_page_and_says_where(server):
    health = server.get("/healthz", Host="nobody.example")
    status, headers, body = server.get("/", **{"Accept-Encoding": "gzip"})
    assert (health[0], status, headers["Content-Encoding"], body[:2]) == (200, 200, "gzip", b"\x1f\x8b")
    assert headers["Set-Cookie"] is None
    assert server.end() == f"Compass is at http://127.0.0.1:{server.port}/  (Ctrl-C stops it)\n"


def test_an_odd_host_gets_no_page(running):
    assert running.get("/", Host="nobody.example")[0] == 400


def test_a_server_writes_no_core_file_and_lets_no_program_look_in(running):
    limits = [Path(f"/proc/{number}/limits").read_text() for number in running.pythons()]
    core = [re.search(r"Max core file size +(\S+) +(\S+)", text).groups() for text in limits]
    # It says itself whether others may look in.
    assert (core, running.get("/healthz")[2]) == ([("0", "0")] * 3, b"ok")


def test_static_files_are_served_compressed_and_for_ever(running):
    page = running.get("/")[2].decode()
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    status, headers, _ = running.get(style, **{"Accept-Encoding": "br"})
    assert (status, headers["Content-Encoding"]) == (200, "br")
    assert headers["Cache-Control"] == "max-age=315360000, public, immutable"


def test_secrets_are_made_once_and_are_for_their_owner_only(server, start, checkout):
    secrets = checkout / ".local" / "secrets"
    first = secrets.read_text()
    names = [line.split("=")[0] for line in first.splitlines()]
    lengths = [len(line.split("=")[1]) for line in first.splitlines()]
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (secrets, secrets.parent)]
    server.end()
    start().wait_until_ready()
    assert (names, lengths, modes, secrets.read_text() == first) == (
        ["COMPASS_SECRET_KEY", "COMPASS_VISIT_PEPPERS"],
        [64, 64],
        [0o600, 0o700],
        True,
    )


SIGNS = {
    "to make": lambda server: os.kill(server.make.pid, signal.SIGTERM),
    "to the group": lambda server: os.killpg(server.make.pid, signal.SIGTERM),
    "to the server": lambda server: os.kill(server.child(), signal.SIGTERM),
    "from the keyboard": lambda server: os.killpg(server.make.pid, signal.SIGINT),
}


@pytest.mark.thorough
@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_signal_ends_everything_in_time(server, sign):
    assert end_of(server, lambda: sign(server))


@pytest.mark.thorough
def test_answers_that_never_arrive_do_not_hold_the_server(server):
    visit = server.get("/guide/who/")[1]["Set-Cookie"].split(";")[0]
    form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10"
    doors = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(8)]
    for door in doors:
        door.sendall(f"POST /guide/who/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {visit}\r\n{form}\r\n\r\nab".encode())
    time.sleep(0.2)
    ended = end_of(server, lambda: os.kill(server.make.pid, signal.SIGTERM))
    for door in doors:
        door.close()
    assert ended


def test_a_signal_during_the_set_up_ends_it(start):
    early = start()
    time.sleep(0.1)
    assert end_of(early, lambda: os.kill(early.make.pid, signal.SIGTERM))


def test_a_port_in_use_is_said_in_one_line(server, start):
    second = start(server.port)
    second.make.wait(timeout=MOST_SECONDS_TO_START)
    first_line, makes_own_line = second.end().splitlines()
    assert first_line == f"Port {server.port} is in use. Stop what uses it, or choose another: make run PORT=8001"
    assert (second.make.returncode, makes_own_line.startswith("make:"), server.get("/healthz")[0]) == (2, True, 200)


def test_a_slip_in_the_facts_does_not_keep_a_site_down_that_has_good_ones(server, start, checkout):
    file = checkout / "fixtures" / "helplines" / "ca.json"
    good = file.read_text()
    server.end()
    file.write_text(good.replace("+18006686868", "+1800668686", 1))
    try:
        again = start()
        again.wait_until_ready()
        health, page = again.get("/healthz"), again.get("/people/ca/")
    finally:
        file.write_text(good)
    assert (health[0], health[2]) == (200, b"ok\nolder facts than fixtures/ holds")
    assert (page[0], b"1-800-668-6868" in page[2]) == (200, True)
    said = again.end()
    assert ("'+1800668686' is not a number that can exist" in said, "WERE NOT LOADED" in said) == (True, True)


def ask(server, path, cookie):
    """Status and address of the answer to somebody with this cookie."""
    status, headers, _body = server.get(path, Cookie=f"visit={cookie}")
    return status, headers["Location"]


def test_a_visit_that_was_left_stays_closed_whoever_remembers_it(start, checkout):
    first, second = start(), start()
    for each in (first, second):
        each.wait_until_ready()
    cookie = first.get("/guide/who/")[1]["Set-Cookie"].split(";")[0].partition("=")[2]
    assert ask(second, "/plan/", cookie)[0] == 200
    with closing(sqlite3.connect(checkout / ".local" / "compass.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begin = time.monotonic()
        left = ask(first, "/leave/", cookie)
        took = time.monotonic() - begin
        during = [ask(each, "/plan/", cookie) for each in (first, second)]
        first.end()
        other.execute("ROLLBACK")
    after = ask(second, "/plan/", cookie)
    assert (took < 1, left[0], during, after) == (True, 303, [(303, "/guide/")] * 2, (303, "/guide/"))


def test_another_host_than_this_machine_is_refused_before_anything_is_made(tmp_path):
    ended = subprocess.run(
        ["make", "serve", "HOST=0.0.0.0", f"PORT={free_port()}", f"VENV={sys.prefix}"],
        cwd=copy_project(tmp_path),
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS_TO_START,
    )
    line = ended.stderr.splitlines()[0]
    made = [path.name for path in (tmp_path / ".local").iterdir()]
    assert (ended.returncode, line.startswith("COMPASS_LOCAL=1 serves this machine only"), made) == (
        2,
        True,
        ["secrets"],
    )
