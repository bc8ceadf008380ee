"""Many people at a time, cheaply: each waits between two requests as somebody does who reads, and has a connection for
each request, as a proxy has.
"""

import asyncio
import gzip
import random
import re
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.benchmarks.journey import AFTER, ANSWERS, HIDDEN, QUESTION

COOKIE = re.compile(r"set-cookie: +(visit=[^;]*)", re.I)
# Of one journey.
REQUESTS = 34
# How much of their pace people take while others arrive, and how many paces pass until no queue of then is left.
HURRY, SETTLING = 0.75, 6
PLACE = re.compile(r"location: +(\S+)", re.I)


@dataclass
class Times:
    """Seconds of every answer by the kind of what was asked for, and what else came."""

    by_kind: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    counts: bool = False
    arriving: bool = True
    used: float = 0.0
    """Seconds of the processor that the server needed for all of them."""


@dataclass
class Person:
    """One browser. `pace`: seconds between two requests, in the mean; never less than a fifth of it."""

    port: int
    pace: float
    times: Times
    cookie: str = ""
    page: bytes = b""

    async def ask(self, kind: str, path: str, form: dict[str, str] | None = None) -> str:
        """Where the answer leads, "" for a page; the page is kept."""
        begun = time.monotonic()
        try:
            head, body = await self._send(path, form)
        except OSError as error:
            self.times.failures[f"{kind} {type(error).__name__}"] += self.times.counts
            return ""
        if self.times.counts:
            self.times.by_kind[kind].append(time.monotonic() - begun)
        status = head[9:12]
        if status not in ("200", "303"):
            self.times.failures[f"{kind} {status}"] += self.times.counts
        if found := COOKIE.search(head):
            self.cookie = found[1]
        self.page = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
        place = PLACE.search(head)
        return place[1] if place else ""

    async def _send(self, path: str, form: dict[str, str] | None) -> tuple[str, bytes]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        body, host = urlencode(form or {}), f"127.0.0.1:{self.port}"
        lines = [f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
        lines += ["Accept-Encoding: gzip", f"Cookie: {self.cookie}"]
        if form is not None:
            lines += [f"Origin: http://{host}", f"Content-Length: {len(body)}"]
            lines += ["Content-Type: application/x-www-form-urlencoded"]
        writer.write("\r\n".join([*lines, "", body]).encode())
        answer = await reader.read(-1)
        writer.close()
        head, _, rest = answer.partition(b"\r\n\r\n")
        if not head:
            raise ConnectionResetError
        return head.decode("latin-1"), rest

    async def send(self, path: str, **words: str) -> str:
        """A form with the hidden fields of the page."""
        hidden = {name.decode(): value.decode() for name, value in HIDDEN.findall(self.page)}
        return await self.ask("forms", path, {**hidden, **words})

    async def journey(self) -> AsyncIterator[None]:
        """From the front door to the plan, some steps, a note, and out; one request after each step of the iterator."""
        for path in ("/", "/now/ca/"):
            await self.ask("pages for everybody", path)
            yield
        path = "/guide/who/"
        while (found := QUESTION.search(path)) and found[1] in ANSWERS:
            await self.ask("pages of a visit", path)
            yield
            path = await self.send(path, **{f"{found[1]}-answer": ANSWERS[found[1]]})
            yield
        for path in ("/plan/", *AFTER, "/notes/new/"):
            await self.ask("pages of a visit", path)
            yield
        await self.send("/notes/new/", words="They asked for money at nine.")
        yield
        await self.ask("pages of a visit", "/visit/")
        yield
        await self.ask("leave", "/leave/")
        self.cookie = ""
        yield

    async def live(self, first: float) -> None:
        """Journeys without end; the first begins so many seconds from now."""
        await asyncio.sleep(first)
        while True:
            async for _ in self.journey():
                # They hurry while the others arrive.
                pace = self.pace * (HURRY if self.times.arriving else 1)
                await asyncio.sleep(pace * (0.2 + random.expovariate(1 / 0.8)))


async def crowd(port: int, people: int, pace: float, seconds: float, used: Callable[[], float]) -> Times:
    """The times of so many seconds in which all are there, each at another place of the way.

    `used` gives the seconds of the processor that the server has needed so far.
    """
    times, arriving = Times(), REQUESTS * pace * HURRY
    all_ = [Person(port, pace, times) for _ in range(people)]
    tasks = [asyncio.create_task(person.live(arriving * at / people)) for at, person in enumerate(all_)]
    await asyncio.sleep(arriving)
    times.arriving = False
    await asyncio.sleep(SETTLING * pace)
    times.counts, before = True, used()
    await asyncio.sleep(seconds)
    times.counts, times.used = False, used() - before
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return times
