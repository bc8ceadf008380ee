"""People on a running site all the time: some read, some are in the middle of a visit, none does anything twice."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import cycle
from threading import Event
from time import monotonic

from tests.people import TEEN_BLACKMAILED
from tests.project.visitors import Visitor

PAGES = ("/", "/now/ca/", "/people/ca/", "/privacy/", "/about/")


@dataclass
class Someone:
    """One person, what became of each request, and the words that the site said it has."""

    visitor: Visitor
    kept: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    tried: int = 0

    def ask(self, method: str, path: str, wanted: int = 200, **data: str) -> bool:
        """One request; True when its answer is the wanted one. Whatever else comes is written down."""
        try:
            answer = self.visitor.post(path, **data) if method == "POST" else self.visitor.ask("GET", path)
        except (OSError, HTTPException) as error:
            self.outcomes[f"{method} {path} {type(error).__name__}"] += 1
            return False
        fits = answer.status == wanted
        self.outcomes["as wanted" if fits else f"{method} {path} {answer.status}"] += 1
        return fits

    def reading(self) -> Iterator[None]:
        """Pages for everybody, one a step."""
        for path in cycle(PAGES):
            self.ask("GET", path)
            yield

    def writing(self) -> Iterator[None]:
        """A note, an answer and the plan, over and over; a request a step."""
        for name in cycle(("snapchat", "instagram")):
            self.tried += 1
            words = f"said-{id(self)}-{self.tried}-so"
            self.ask("GET", "/notes/new/")
            yield
            if self.ask("POST", "/notes/new/", 303, words=words):
                self.kept.append(words)
            yield
            self.ask("GET", "/guide/where/")
            yield
            self.ask("POST", "/guide/where/", 303, **{"where-answer": name})
            yield
            self.ask("GET", "/plan/")
            yield

    def lost(self) -> list[str]:
        """Words that were said to be kept and are not there; all of them when the visit is gone."""
        answer = self.visitor.ask("GET", "/visit/")
        return [words for words in self.kept if words not in answer.body.decode()]


def go_on(steps: Iterator[None], every: float, over: Event) -> None:
    """A step every so many seconds; one that took longer is made up for."""
    due = monotonic()
    while not over.wait(max(due - monotonic(), 0)):
        next(steps)
        due += every


@contextmanager
def pressure(port: int, readers: int, writers: int, every: float, secure: bool = False) -> Iterator[list[Someone]]:
    """While the block runs, everybody sends a request every so many seconds; afterwards all have stopped."""
    people = [Someone(Visitor(port, secure=secure)) for _ in range(readers + writers)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda someone: someone.visitor.walk(TEEN_BLACKMAILED), people[readers:]))
    over, ways = Event(), [someone.reading() for someone in people[:readers]]
    ways += [someone.writing() for someone in people[readers:]]
    with ThreadPoolExecutor(len(people)) as pool:
        running: list[Future[None]] = [pool.submit(go_on, way, every, over) for way in ways]
        try:
            yield people
        finally:
            over.set()
    for one in running:
        one.result()


def together(people: list[Someone]) -> Counter[str]:
    """What became of all requests."""
    return sum((someone.outcomes for someone in people), Counter())
