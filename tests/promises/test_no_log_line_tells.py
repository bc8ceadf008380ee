"""No log line holds the address of a visitor, a path, or anything that was answered or typed."""

import io
import logging

import pytest

from tests.people import TEEN_BLACKMAILED
from tests.visitor import Walker

TYPED = "typed-words-4c81"
ADDRESS = "203.0.113.77"


@pytest.fixture
def written():
    """What the configured handler writes, with every logger turned up."""
    (handler,) = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    stream, level = io.StringIO(), logging.getLogger().level
    before = handler.setStream(stream)
    logging.getLogger().setLevel(logging.DEBUG)
    yield stream
    logging.getLogger().setLevel(level)
    handler.setStream(before)


@pytest.mark.django_db
def test_no_log_line_holds_address_path_or_answer(written):
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.client.raise_request_exception = False
    form = "application/x-www-form-urlencoded"
    for path in ("/plan/", "/nothing-here/", "/places/nobody/"):
        walker.client.get(path, REMOTE_ADDR=ADDRESS)
    walker.client.post("/notes/", f"words={TYPED}&sheet=entry", content_type=form, REMOTE_ADDR=ADDRESS)
    walker.client.post("/notes/", f"words={TYPED}".encode(), content_type="image/png", REMOTE_ADDR=ADDRESS)
    told = written.getvalue()
    secret = (TYPED, ADDRESS, "/plan", "/nothing-here", "/places", "/notes", "blackmail", "13-15", "demand-money")
    assert ([word for word in secret if word in told], "404" in told) == ([], True)
