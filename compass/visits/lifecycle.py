"""Opening and forgetting the visit of a request. No other module decides when a visit begins or ends."""

import logging
from typing import cast

from django.db import Error
from django.http import HttpRequest

from compass.visits.session_store import SessionStore

logger = logging.getLogger(__name__)


def visit_of(request: HttpRequest) -> SessionStore:
    """The session of a request with its real type. It may be no visit yet: ask `is_open` and `lost`."""
    return cast(SessionStore, request.session)


def open_visit(request: HttpRequest) -> SessionStore:
    """The open visit; a new one, with a new cookie, when there is none. Only the first question calls this."""
    visit = visit_of(request)
    visit.open()
    return visit


def forget(request: HttpRequest) -> None:
    """Deletes everything the visit holds. Never raises: if the database is away, the rows end with their time."""
    try:
        visit_of(request).flush()
    except Error as error:
        logger.error("A visit could not be deleted.", exc_info=error)
