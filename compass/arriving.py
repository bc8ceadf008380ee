"""A form is here before a request goes on with it, and only a few threads of the server ever wait for one.

A body that comes slowly, or never, holds a thread for as long as its sender likes; with twenty of them nobody could
read a number or leave. So of a worker's four threads two may wait. Whoever finds no place is told at once, and a
script keeps the words on the page.
"""

import threading
from collections.abc import Callable
from contextlib import suppress

from django.http import HttpRequest
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase

from compass.middleware import body_size
from compass.views import refused

PLACES = 2
# What was sent at once is read within a millisecond, so in a crowd a place is free long before this, in seconds.
MOST_SECONDS = 0.2

_places = threading.BoundedSemaphore(PLACES)


class BodyFirstMiddleware:
    """Stands below the limit on bodies, and above whatever reads one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the layers below, or 503 for a form that nobody can wait for."""
        if body_size(request) and not arrives(request):
            return refused(request, 503)
        return self.get_response(request)


def arrives(request: HttpRequest) -> bool:
    """Waits for the body; False where too many wait already."""
    if not _places.acquire(timeout=MOST_SECONDS):
        return False
    try:
        # One that breaks off is an empty form to Django from here on; nobody is there to read the answer.
        with suppress(UnreadablePostError):
            request.body  # noqa: B018  Django keeps it.
    finally:
        _places.release()
    return True
