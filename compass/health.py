"""Can this process serve a request, and name a number? Asked by the operator's machine, whatever the Host."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import Error
from django.http import HttpResponse
from django.utils.module_loading import import_string

from compass.database import VISITS
from compass.in_time import InTime
from compass.memory import is_private
from compass.models import SealedRecord, Visit

# A proxy waits a second for the answer, and must not take a site for dead that goes on without its database.
_look = InTime("health", 0.6)


def health() -> HttpResponse:
    """200 `ok` and a line for each remark, or 503 and the first thing that is wrong."""
    if wrong := trouble():
        return _plain(wrong, 503)
    return _plain("\n".join(("ok", *filter(None, _asked(settings.HEALTH_REMARKS)))), 200)


def trouble() -> str:
    """The first thing that keeps this site from serving, "" when nothing does."""
    return next(filter(None, _asked(settings.HEALTH_CHECKS)), "")


def _asked(checks: Iterable[str]) -> Iterator[str]:
    return (import_string(check)() for check in checks)


def database() -> str:
    """What is wrong with the tables of visits and notes, "" when they can be read."""
    try:
        _look.run(_read, VISITS)
    except Error:
        return "database"
    return ""


def _read() -> None:
    Visit.objects.exists()
    SealedRecord.objects.exists()


def memory() -> str:
    """A remark when what lies in memory could get into a file or be read by another program."""
    return "" if is_private() else "memory is open to others: start the site with manage.py serve"


def _plain(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=status)
