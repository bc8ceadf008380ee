"""Can this process serve a request, and name a number? Asked by the operator's machine, whatever the Host."""

from django.conf import settings
from django.db import Error
from django.http import HttpResponse
from django.utils.module_loading import import_string

from compass.models import Visit


def health() -> HttpResponse:
    """200 `ok`, or 503 and the first thing that is wrong."""
    trouble = next(filter(None, (import_string(check)() for check in settings.HEALTH_CHECKS)), "")
    return _plain(trouble or "ok", 503 if trouble else 200)


def database() -> str:
    """What is wrong with the tables of visits, "" when they can be read."""
    try:
        Visit.objects.exists()
    except Error:
        return "database"
    return ""


def _plain(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=status)
