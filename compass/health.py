"""Can this process serve a request? Asked by the operator's machine, whatever the Host."""

from django.db import Error
from django.http import HttpResponse

from compass.models import Visit


def health() -> HttpResponse:
    """200 `ok` when the tables can be read, 503 otherwise."""
    try:
        Visit.objects.exists()
    except Error:
        return _plain("database", 503)
    return _plain("ok", 200)


def _plain(word: str, status: int) -> HttpResponse:
    return HttpResponse(word, content_type="text/plain; charset=utf-8", status=status)
