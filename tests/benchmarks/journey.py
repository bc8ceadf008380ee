"""What a journey costs the server: front door, eleven answers, plan, three steps and a request, each page looked at.

Calls the application as a server does, without a client that parses pages, and counts the time of the processor.
`--profile` prints where it went.
"""

import cProfile
import gzip
import os
import pstats
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

ROUNDS, AIM = 25, 60.0
# French pages may take so much more than English ones.
AIM_IN_FRENCH = 1.1
ENGLISH, FRENCH = "", "/fr"
ANSWERS = {
    "who": "self", "danger": "none", "device": "mine", "place": "CA", "region": "CA-MB", "age": "13-15",
    "what": "demand-more", "holder": "adult", "afraid": "no", "already": "none", "where": "instagram",
}  # fmt: skip
AFTER = ("/plan/stop-contact/", "/plan/remove/", "/plan/tell-someone/", "/remove/at/instagram/")
HIDDEN = re.compile(rb'<input type="hidden" name="([^"]+)" value="([^"]*)"')
QUESTION = re.compile(r"/guide/([a-z-]+)/$")


class Caller:
    """Asks for pages with the cookie it was given. Raises RuntimeError for anything but a page or a 303."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application, self.cookie, self.requests = application, "", 0

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[str, bytes]:
        """Where the answer leads ("" for a page), and the page."""
        body = urlencode(form or {}).encode()
        answer: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            answer.update(status=status, headers=headers)
            return lambda _: None

        pieces = self.application(self._environ(path, body, form is not None), start)
        page = b"".join(pieces)
        getattr(pieces, "close", lambda: None)()
        self.requests += 1
        headers = {name.lower(): value for name, value in answer["headers"]}
        self.cookie = headers.get("set-cookie", self.cookie).split(";")[0]
        if not answer["status"].startswith("303" if form is not None else "200"):
            raise RuntimeError(f"{path}: {answer['status']}")
        return headers.get("location", ""), page

    def _environ(self, path: str, body: bytes, posts: bool) -> dict[str, Any]:
        return {
            "REQUEST_METHOD": "POST" if posts else "GET", "PATH_INFO": path, "QUERY_STRING": "", "SCRIPT_NAME": "",
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "testserver", "HTTP_ORIGIN": "http://testserver", "HTTP_COOKIE": self.cookie,
            "HTTP_ACCEPT_ENCODING": "gzip, deflate, br", "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)) if posts else "", "wsgi.input": BytesIO(body), "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http", "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }  # fmt: skip


def journey(application: Callable[..., Iterable[bytes]], before: str = ENGLISH) -> int:
    """Walks it once, in the language whose addresses begin so; the number of requests.

    Raises RuntimeError when it does not lead to a plan.
    """
    caller = Caller(application)
    caller.ask(f"{before}/")
    path, page = f"{before}/guide/who/", b""
    page = caller.ask(path)[1]
    while (found := QUESTION.search(path)) and found[1] in ANSWERS:
        hidden = {name.decode(): value.decode() for name, value in HIDDEN.findall(_unpacked(page))}
        path = caller.ask(path, {**hidden, f"{found[1]}-answer": ANSWERS[found[1]]})[0]
        page = caller.ask(path)[1]
    if path.removeprefix(before) not in ("/guide/check/", "/plan/"):
        raise RuntimeError(f"The answers lead to {path}.")
    for after in ("/plan/", *AFTER):
        caller.ask(f"{before}{after}")
    return caller.requests


def _unpacked(page: bytes) -> bytes:
    return gzip.decompress(page) if page[:2] == b"\x1f\x8b" else page


def measured(application: Callable[..., Iterable[bytes]], rounds: int) -> tuple[float, float, int]:
    """Median milliseconds of the processor for a journey in English and one in French, each after one that warms up.

    They are walked in turn; the third is the requests of one.
    """
    requests = [journey(application, before) for before in (ENGLISH, FRENCH)]
    times: dict[str, list[float]] = {ENGLISH: [], FRENCH: []}
    for _ in range(rounds):
        for before, spent in times.items():
            began = time.process_time()
            journey(application, before)
            spent.append((time.process_time() - began) * 1000)
    return statistics.median(times[ENGLISH]), statistics.median(times[FRENCH]), requests[0]


def profiled(application: Callable[..., Iterable[bytes]]) -> None:
    """Prints where the time of ten journeys goes, by function."""
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(10):
        journey(application)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(45)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(90)


def main() -> None:
    """Prints the cost of one journey beside its aim. Nothing is asserted: timings move with the machine."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COMPASS_DATABASE"] = str(Path(folder) / "journey.sqlite3")
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        from django.core.management import call_command
        from django.core.wsgi import get_wsgi_application

        call_command("migrate", verbosity=0)
        call_command("load_content", verbosity=0)
        application = get_wsgi_application()
        if sys.argv[1:] == ["--profile"]:
            journey(application)
            profiled(application)
            return
        spent, in_french, requests = measured(application, ROUNDS)
        ratio = f"ratio: {in_french / spent:4.2f} ({AIM_IN_FRENCH} or less is the aim)"
        print(
            f"journey: {spent:5.1f} ms of the processor in {requests} requests ({AIM:.0f} or less is the aim)",
            f"         {in_french:5.1f} ms in French   {ratio}",
            sep="\n",
            flush=True,
        )


if __name__ == "__main__":
    main()
