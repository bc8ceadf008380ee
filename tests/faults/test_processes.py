"""Workers that die, forms that never end, and two workers that have to agree: on the real server."""

import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from threading import Event
from time import monotonic, sleep

import pytest

from tests.people import TEEN_BLACKMAILED
from tests.project.server import Server
from tests.project.visitors import Visitor

pytestmark = pytest.mark.thorough

WRITERS, SECONDS = 4, 8
# SECURITY says that pages with numbers and Leave go on while forms never end.
STALLED, MOST_SECONDS = 20, 1.0
GONE = (OSError, HTTPException)


def write_on(port: int, name: int, over: Event) -> tuple[Visitor, list[str], int]:
    """A visitor who adds notes and changes an answer; the notes that were said to be kept, and how often none was."""
    visitor, kept, broken = Visitor(port).walk(TEEN_BLACKMAILED), [], 0
    number = 0
    while not over.is_set():
        number += 1
        words = f"said-{name}-{number}-so"
        try:
            visitor.get("/notes/new/")
            if visitor.post("/notes/new/", words=words).status == 303:
                kept.append(words)
            visitor.get("/guide/where/")
            visitor.post("/guide/where/", **{"where-answer": ["snapchat", "instagram"][number % 2]})
        except GONE:
            broken += 1
        if number >= 60:
            sleep(0.2)
    return visitor, kept, broken


def read_on(port: int, over: Event) -> tuple[float, int]:
    """The longest that somebody waited who reads numbers and taps again at once, and how many answers came."""
    longest, answers, begun = 0.0, 0, monotonic()
    while not over.is_set():
        try:
            assert Visitor(port).ask("GET", "/now/ca/").status == 200
        except GONE:
            continue
        longest, answers, begun = max(longest, monotonic() - begun), answers + 1, monotonic()
        sleep(0.02)
    return longest, answers


def test_a_worker_that_is_killed_takes_no_note_with_it(site: Server):
    over = Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        writers = [pool.submit(write_on, site.port, name, over) for name in range(WRITERS)]
        reader = pool.submit(read_on, site.port, over)
        for worker in site.pythons()[1:]:
            sleep(SECONDS / 3)
            os.kill(worker, signal.SIGKILL)
        sleep(SECONDS / 3)
        over.set()
    longest, answers = reader.result()
    for visitor, kept, _broken in (writer.result() for writer in writers):
        page = visitor.ask("GET", "/visit/").body.decode()
        assert [words for words in kept if words not in page] == []
        assert len(kept) > 3
    assert (longest < 5, answers > 20, len(site.pythons())) == (True, True, 3), (longest, answers)


def test_forms_that_never_end_keep_nobody_from_numbers_or_leaving(site: Server):
    visitor = Visitor(site.port).walk(TEEN_BLACKMAILED)
    head = (
        f"POST /notes/new/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nCookie: {visitor.cookie}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nwords=half"
    )
    doors = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(STALLED)]
    for door in doors:
        door.sendall(head.encode())
    # Those who find no place are turned away first.
    sleep(1.5)
    paths = ("/", "/now/", "/people/ca/", "/plan/", "/leave/")
    answers = {path: visitor.ask("GET", path) for path in paths}
    refused = Visitor(site.port).post("/guide/who/", **{"who-answer": "self"})
    for door in doors:
        door.close()
    sleep(0.5)
    assert {path: answer.status for path, answer in answers.items()} == {**dict.fromkeys(paths, 200), "/leave/": 303}
    assert {path: answer.seconds for path, answer in answers.items() if answer.seconds > MOST_SECONDS} == {}
    assert (refused.status, "That did not arrive" in refused.body.decode()) == (503, True)
    # And afterwards all is as before.
    assert Visitor(site.port).walk(TEEN_BLACKMAILED).ask("GET", "/plan/").status == 200


def test_two_workers_tell_the_same(site: Server):
    """Each request has a connection of its own, and twenty of them reach both workers."""
    visitor = Visitor(site.port).walk(TEEN_BLACKMAILED)
    said = [f"said-both-{number}-so" for number in range(20)]
    for words in said:
        visitor.get("/notes/new/")
        assert visitor.post("/notes/new/", words=words).status == 303
    pages = [visitor.ask("GET", "/visit/").body.decode() for _ in range(20)]
    assert [page for page in pages if [words for words in said if words not in page]] == []
    assert len({Visitor(site.port).ask("GET", "/people/ca/").body for _ in range(20)}) == 1
    left = visitor.cookie
    visitor.ask("GET", "/leave/")
    assert {Visitor(site.port, left).ask("GET", "/plan/").status for _ in range(20)} == {303}


def test_new_facts_are_seen_by_both_workers_a_second_later(site: Server, small_disk):
    file = small_disk[0] / "fixtures" / "helplines" / "ca.json"
    good = file.read_text()
    load = f"set -a; COMPASS_LOCAL=1; . ./.local/secrets; exec {sys.executable} manage.py load_content -v0"
    file.write_text(good.replace("Kids Help Phone", "Line With Another Name"))
    try:
        subprocess.run(["sh", "-c", load], cwd=small_disk[0], env={"PATH": os.environ["PATH"]}, check=True)
    finally:
        file.write_text(good)
    sleep(1.2)
    pages = [Visitor(site.port).ask("GET", "/people/ca/").body.decode() for _ in range(20)]
    names = {("Kids Help Phone" in page, "Line With Another Name" in page) for page in pages}
    assert names == {(False, True)}
