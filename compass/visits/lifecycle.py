"""Opening and forgetting the visit of a request. No other module decides when a visit begins or ends."""

from typing import cast

from django.http import HttpRequest

from compass.visits.session_store import SessionStore


def visit_of(request: HttpRequest) -> SessionStore:
    """The session of a request with its real type. It may be no visit yet: ask `is_open` and `lost`."""
    return cast(SessionStore, request.session)


def open_visit(request: HttpRequest) -> SessionStore:
    """The open visit; a new one, with a new cookie, when there is none.

    Only the first question calls this, and the button for a ready text on the page of a place.
    """
    visit = visit_of(request)
    visit.open()
    return visit


def forget(request: HttpRequest) -> None:
    """Closes the visit for good and deletes everything it holds: now, or as soon as the database lets us."""
    visit_of(request).flush()
