"""Whatever happens to the database: numbers go on, leaving works within a second, no typed word is lost, no line tells.

One row for each fault: what a person meets while it lasts. A number is the status of the answer.
"""

import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults import on_the_file
from tests.faults.on_the_file import ROOT, no_file_may_grow
from tests.people import TEEN_BLACKMAILED
from tests.project.server import Server
from tests.project.visitors import Visitor

pytestmark = pytest.mark.thorough

WITH_NUMBERS = ("/", "/now/", "/now/gb/", "/people/ca/", "/people/ca/?open=now", "/after/", "/places/instagram/")
MOST_SECONDS_TO_LEAVE = 1.0
KEPT, BROKEN, SHOWN = 303, 500, 200
TYPED = re.compile(rb"said-[a-z_]+-\d-so")
AGES = 10.5  # seconds until a thread opens its database anew


@dataclass(frozen=True)
class Row:
    """What a person meets: their plan, an answer, a note, the first question. `health` is what the operator hears."""

    plan: int
    answer: int
    note: int
    begin: int
    health: str
    wait: float = 0
    """Seconds until no thread holds what it opened before."""
    marked: bool = True
    """A visit that was left is closed for every worker at once, and not for the one alone that ended it."""


AWAY = Row(BROKEN, BROKEN, BROKEN, BROKEN, "database")
NOTHING_IS_WRITTEN = Row(SHOWN, BROKEN, BROKEN, BROKEN, "ok")
FAULTS = {
    "removed": AWAY,
    "garbage": AWAY,
    "folder_gone": AWAY,
    "read_only": Row(SHOWN, BROKEN, BROKEN, BROKEN, "ok", AGES, marked=False),
    "without_visits": AWAY,
    "without_notes": Row(SHOWN, KEPT, BROKEN, SHOWN, "database"),
    "without_facts": Row(SHOWN, KEPT, KEPT, SHOWN, "ok"),
    "written_by_another": NOTHING_IS_WRITTEN,
    "disk_full": NOTHING_IS_WRITTEN,
    "no_file_may_grow": NOTHING_IS_WRITTEN,
}


def fault(name: str, site: Server, disk: tuple[Path, bool]) -> AbstractContextManager[None]:
    """The fault of that name, for the database of this site."""
    top, mounted = disk
    if (name == "disk_full" or (name == "read_only" and ROOT)) and not mounted:
        pytest.skip("Nothing can be mounted here. `no_file_may_grow` and `folder_gone` stand in for it.")
    if name == "no_file_may_grow":
        return no_file_may_grow(site.pythons())
    made: AbstractContextManager[None] = getattr(on_the_file, name)(top / ".local" / "compass.sqlite3")
    return made


@dataclass
class People:
    """Four who are there when it begins, and one who comes then."""

    site: Server

    def __post_init__(self) -> None:
        self.writer, self.leaver, self.answerer = (Visitor(self.site.port).walk(TEEN_BLACKMAILED) for _ in range(3))
        self.writer.get("/notes/new/")
        self.answerer.get("/guide/where/")
        self.cookie = self.leaver.cookie

    def statuses(self, words: str) -> tuple[int, int, int, int, bytes]:
        """Of a plan, an answer, a note and the first question; and the page that answers the note."""
        plan = self.writer.ask("GET", "/plan/")
        answer = self.answerer.post("/guide/where/", **{"where-answer": "snapchat"})
        note = self.writer.post("/notes/new/", words=words)
        begin = Visitor(self.site.port).ask("GET", "/guide/who/")
        pages = [each.body for each in (plan, answer, note, begin) if each.status == BROKEN]
        assert [page for page in pages if b'href="tel:' not in page] == [], "a page that broke has no number"
        return plan.status, answer.status, note.status, begin.status, note.body

    def left_pages(self) -> set[int]:
        """Statuses of the plan for whoever has the cookie of the visit that was left; each worker is asked."""
        return {Visitor(self.site.port, self.cookie).ask("GET", "/plan/").status for _ in range(8)}

    def held(self) -> set[bytes]:
        """The words on the page of all that is kept, once the site is well again."""
        for _ in range(100):
            answer = self.writer.ask("GET", "/visit/")
            if answer.status == SHOWN:
                break
            sleep(0.05)
        return set(TYPED.findall(answer.body))


@pytest.fixture
def people(site: Server) -> People:
    return People(site)


@pytest.mark.parametrize("name", FAULTS)
def test_while_something_is_wrong_with_the_database(name, site, small_disk, people):
    row, words = FAULTS[name], f"said-{name}-1-so"
    stranger = Visitor(site.port)
    with fault(name, site, small_disk):
        sleep(row.wait)
        numbers = {path: (stranger.ask("GET", path).status, people.writer.ask("GET", path).status)
                   for path in WITH_NUMBERS}  # fmt: skip
        left = people.leaver.ask("GET", "/leave/")
        closed = people.left_pages()
        *statuses, given_back = people.statuses(words)
        health = stranger.ask("GET", "/healthz").body.decode()
    sleep(row.wait)
    assert numbers == dict.fromkeys(WITH_NUMBERS, (SHOWN, SHOWN))
    assert (left.status, "Max-Age=0" in left.headers["Set-Cookie"]) == (303, True)
    assert left.seconds < MOST_SECONDS_TO_LEAVE
    assert SHOWN not in closed or not row.marked
    assert (statuses, health.splitlines()[0]) == ([row.plan, row.answer, row.note, row.begin], row.health)
    typed = words.encode()
    assert (typed in people.held(), typed in given_back) == (row.note == KEPT, row.note != KEPT)
    until = monotonic() + 2
    while people.left_pages() != {303} and monotonic() < until:
        sleep(0.1)
    assert people.left_pages() == {303}, "a visit that was left opens again"


def test_no_line_of_all_that_tells(site):
    printed = site.end().replace(f"Compass is at http://127.0.0.1:{site.port}/", "")
    secret = ("said-", "127.0.0.1", "/plan", "/notes", "/guide", "/leave", "snapchat", "visit=", "13-15", ".local")
    assert [word for word in secret if word in printed] == []
    assert "A visit cannot be deleted yet." in printed
