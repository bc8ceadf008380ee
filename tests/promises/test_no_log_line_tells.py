"""No log line, and no field of a log record, holds the address of a visitor, a path, or anything answered or typed."""

import io
import logging

import pytest
from django.db import OperationalError

from compass.models import VisitQuerySet
from tests.people import TEEN_BLACKMAILED
from tests.visitor import FORM, Walker

TYPED = "typed-words-4c81"
ADDRESS = "203.0.113.77"
SECRET = (TYPED, ADDRESS, "/plan", "/nothing-here", "/places", "/notes", "/guide", "blackmail", "13-15", "demand-money")


@pytest.fixture
def written(monkeypatch):
    """What the configured handler writes, with every logger turned up; and every record as it got there."""
    (handler,) = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    stream, records = io.StringIO(), []
    loggers = [logging.getLogger(), *map(logging.getLogger, logging.getLogger().manager.loggerDict)]
    levels = {logger: logger.level for logger in loggers}
    before, emit = handler.setStream(stream), handler.emit
    monkeypatch.setattr(handler, "emit", lambda record: (records.append(dict(vars(record))), emit(record)))
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    yield stream, records
    for logger, level in levels.items():
        logger.setLevel(level)
    handler.setStream(before)


def everything_that_can_be_logged(monkeypatch):
    """A plan, pages that are missing, forms that are refused, late, without a token, too long, and one that breaks."""
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.client.raise_request_exception = False
    walker.client.defaults.update({"REMOTE_ADDR": ADDRESS, "HTTP_ORIGIN": "http://testserver"})
    walker.get("/notes/new/")
    statuses = [walker.client.get(path).status_code for path in ("/plan/", "/nothing-here/", "/places/nobody/")]
    statuses.append(walker.client.post("/notes/", f"words={TYPED}&sheet=entry", content_type=FORM).status_code)
    statuses.append(walker.client.post("/notes/", f"words={TYPED}", content_type="image/png").status_code)
    statuses.append(walker.post("/notes/new/", words=TYPED * 18_000).status_code)

    def away(self, *args, **kwargs):
        raise OperationalError(f"{TYPED} {ADDRESS}")

    monkeypatch.setattr(VisitQuerySet, "select_for_update", away)
    statuses.append(walker.post("/notes/new/", words=TYPED).status_code)
    return statuses


@pytest.mark.django_db
def test_no_log_line_holds_address_path_or_answer(written, monkeypatch):
    stream, records = written
    statuses = everything_that_can_be_logged(monkeypatch)
    told = stream.getvalue() + "".join(map(repr, records))
    assert statuses == [200, 404, 404, 403, 415, 413, 500]
    assert [word for word in SECRET if word in told] == []
    assert [code for code in ("404", "403", "500") if code not in told] == []
