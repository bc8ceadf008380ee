"""People on a running site all the time: some read, some are in the middle of a visit, none does anything twice."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import cycle
from threading import Event
from time import monotonic, sleep

from tests.people import TEEN_BLACKMAILED
from tests.project.visitors import Answer, Visitor

PAGES = ("/", "/now/ca/", "/people/ca/", "/privacy/", "/about/")


@dataclass
class Someone:
    """One person, the words that the site said it has, the seconds of each good answer, and what else came."""

    visitor: Visitor
    kept: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    failures: list[tuple[float, str]] = field(default_factory=list)
    """When the request began, by the clock of `monotonic`, and what came instead of an answer."""
    tried: int = 0

    def ask(self, method: str, path: str, wanted: int = 200, **data: str | list[str]) -> Answer | None:
        """The answer of one request, if it is the wanted one."""
        begun = monotonic()
        try:
            answer = self.visitor.post(path, **data) if method == "POST" else self.visitor.ask("GET", path)
        except (OSError, HTTPException) as error:
            self.failures.append((begun, f"{method} {path}: {type(error).__name__}"))
            return None
        if answer.status != wanted:
            self.failures.append((begun, f"{method} {path}: {answer.status}"))
            return None
        self.took.append(answer.seconds)
        return answer

    def walking(self, person: Mapping[str, str] = TEEN_BLACKMAILED) -> Iterator[None]:
        """The guide from its first question; whatever fails is asked again. Then as `writing`."""
        at = ""
        while at != "/guide/check/":
            answer = self.ask("GET", "/guide/", 303)
            yield
            at = answer.headers["Location"] if answer else ""
            if at and self.ask("GET", at) and at not in ("/guide/check/", "/guide/now/"):
                yield
                slug = at.split("/")[2]
                values = person.get(slug, "").split()
                self.ask("POST", at, 303, **({f"{slug}-answer": values} if values else {"skip": "1"}))
            yield
        yield from self.writing()

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

    def in_the_middle(self) -> Iterator[None]:
        """As `writing`, by somebody who has answered all questions at the first step."""
        self.visitor.walk(TEEN_BLACKMAILED)
        yield from self.writing()

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


Way = Callable[[Someone], Iterator[None]]


@contextmanager
def pressure(port: int, ways: Mapping[Way, int], every: float, secure: bool = False) -> Iterator[list[Someone]]:
    """While the block runs, so many people go each way, with a request every so many seconds; then all have stopped."""
    chosen = [way for way, people in ways.items() for _ in range(people)]
    people = [Someone(Visitor(port, secure=secure)) for _ in chosen]
    over = Event()
    with ThreadPoolExecutor(len(people)) as pool:
        running: list[Future[None]] = []
        for way, someone in zip(chosen, people, strict=True):
            running.append(pool.submit(go_on, way(someone), every, over))
            # Nobody begins in the same moment as all others.
            sleep(every / len(people))
        try:
            yield people
        finally:
            over.set()
    for one in running:
        one.result()


def answered(people: list[Someone]) -> list[float]:
    """Seconds of all good answers, the quickest first."""
    return sorted(seconds for someone in people for seconds in someone.took)


def failed(people: list[Someone]) -> list[tuple[float, str]]:
    """What came in place of good answers, and when it was asked for."""
    return [failure for someone in people for failure in someone.failures]
