"""A body that does not come holds two threads of a worker at most, and nobody who sends none."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from compass import arriving
from compass.arriving import PLACES, BodyFirstMiddleware
from compass.middleware import FORM

SENT = b"answer=self"


class Line:
    """What a sender has sent so far; reading waits until `comes` is set."""

    def __init__(self, body: bytes = SENT) -> None:
        self.body, self.comes, self.asked = body, threading.Event(), threading.Event()

    def read(self, _size: int = -1) -> bytes:
        self.asked.set()
        self.comes.wait(10)
        if not self.body:
            raise OSError("The sender is gone.")
        sent, self.body = self.body, b""
        return sent

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def _places(monkeypatch):
    monkeypatch.setattr(arriving, "_places", threading.BoundedSemaphore(PLACES))
    monkeypatch.setattr(arriving, "MOST_SECONDS", 0.01)


@pytest.fixture
def pool():
    with ThreadPoolExecutor(PLACES) as pool:
        yield pool


def send(line: Line | None) -> HttpResponse:
    """The answer to a form that comes over this line, or to somebody who sends nothing."""
    request = RequestFactory().get("/")
    if line is not None:
        request = RequestFactory().post("/", SENT, content_type=FORM)
        request._stream = line
    return BodyFirstMiddleware(lambda request: HttpResponse(request.POST.get("answer", "nothing")))(request)


def test_as_many_as_there_are_places_are_waited_for_and_others_go_on(pool):
    slow = [Line() for _ in range(PLACES)]
    waiting = [pool.submit(send, line) for line in slow]
    assert [line.asked.wait(5) for line in slow] == [True] * PLACES
    turned_away, reader = send(Line()), send(None)
    for line in slow:
        line.comes.set()
    assert (turned_away.status_code, "That did not arrive" in turned_away.content.decode()) == (503, True)
    assert [reader.content, *(done.result().content for done in waiting)] == [b"nothing", b"self", b"self"]


def test_a_place_is_free_again_also_after_a_form_that_broke_off():
    for body in (b"", SENT) * PLACES:
        line = Line(body)
        line.comes.set()
        assert send(line).content == (b"self" if body else b"nothing")
