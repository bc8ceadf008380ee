"""Visitors of a running server, each with a cookie of their own: they answer the guide and send forms."""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPMessage
from time import monotonic
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.visitor import FORM, Page

# Whoever answers here is a test's own proxy.
UNTRUSTED = ssl._create_unverified_context()


@dataclass(frozen=True)
class Answer:
    """What came back, and how many seconds that took."""

    status: int
    headers: HTTPMessage
    body: bytes
    seconds: float


@dataclass
class Visitor:
    """One browser without script. Each request has a connection of its own, so any worker may get it."""

    port: int
    cookie: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    secure: bool = False

    def ask(self, method: str, path: str, body: str = "") -> Answer:
        """One request; keeps the cookie, and the hidden fields of the page."""
        begun = monotonic()
        connection = self._connection()
        origin = f"{'https' if self.secure else 'http'}://127.0.0.1:{self.port}"
        headers = {"Content-Type": FORM, "Origin": origin} if method == "POST" else {}
        try:
            connection.request(method, path, body or None, {**headers, "Cookie": self.cookie})
            came = connection.getresponse()
            answer = Answer(came.status, came.headers, came.read(), monotonic() - begun)
        finally:
            connection.close()
        self.cookie = answer.headers.get("Set-Cookie", self.cookie).split(";")[0]
        # Whoever reads every page as a browser does needs more of the machine than the server.
        if answer.status == 200 and answer.headers["Content-Type"].startswith("text/html"):
            self.fields = page_of(answer).fields or self.fields
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        if self.secure:
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=90, context=UNTRUSTED)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=90)

    def get(self, path: str) -> tuple[Answer, str]:
        """A page, and its address after every redirect inside the site."""
        answer = self.ask("GET", path)
        while answer.status == 303:
            path = answer.headers["Location"]
            answer = self.ask("GET", path)
        return answer, path

    def post(self, path: str, **data: Any) -> Answer:
        """A form with the hidden fields of the last page."""
        return self.ask("POST", path, urlencode({**self.fields, **data}, doseq=True))

    def walk(self, person: Mapping[str, str]) -> "Visitor":
        """Answers every question that is asked, as this person does."""
        _answer, at = self.get("/guide/")
        for _ in range(60):
            if at == "/guide/check/":
                return self
            slug = at.split("/")[2]
            values = person.get(slug, "").split()
            if slug != "now":
                self.post(at, **({f"{slug}-answer": values} if values else {"skip": "1"}))
            _answer, at = self.get("/guide/")
        raise AssertionError("The guide does not end.")


def page_of(answer: Answer) -> Page:
    """What a test reads of the page."""
    return Page(SimpleNamespace(content=answer.body))  # type: ignore[arg-type]


def next_address(answer: Answer) -> tuple[float, str]:
    """After how many seconds a page asks again, and where."""
    seconds, _, address = answer.headers["Refresh"].partition("; url=")
    parts = urlsplit(address)
    return float(seconds), f"{parts.path}?{parts.query}"
