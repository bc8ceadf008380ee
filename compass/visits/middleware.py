"""The visit around a request: reads the cookie on the way in, writes what changed on the way out."""

import logging
import secrets
from typing import Literal

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from compass.database import note_failure
from compass.views import visit_cleared
from compass.visits.lifecycle import visit_of
from compass.visits.session_store import SessionStore

logger = logging.getLogger(__name__)


# One request in this many also removes visits that have ended, so that a missing timer is no leak.
PURGE_ONE_IN = 200


# A link from elsewhere may lead into a visit; a form from elsewhere may not write to it.
SAME_SITE: Literal["Lax"] = "Lax"


class CsrfMiddleware(CsrfViewMiddleware):
    """Django's, for pages that need no visit: with the database away they go on without its token."""

    def process_request(self, request: HttpRequest) -> None:
        """Reads the token of the visit. A form that misses it is refused; a page that needs the visit fails there."""
        try:
            super().process_request(request)
        except Error as error:
            logger.warning("The visit cannot be read.", exc_info=error)
            note_failure()


class VisitMiddleware(SessionMiddleware):
    """Django's session middleware with three changes: no cookie without a visit, no write without a change,
    and a kind page where a visit ended in another tab."""

    def process_request(self, request: HttpRequest) -> None:
        """Gives the request its session. On the way out nothing is read, so that leaving cannot fail."""
        cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        request.session = SessionStore(cookie)
        # Without a cookie nothing would be read, and public pages need not look up an address.
        if cookie is not None and request.path == reverse("leave"):
            request.session.skip_reading()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Writes what changed, moves the idle end, and sets or deletes the cookie."""
        visit = visit_of(request)
        # After a failure nothing is written, and a session that nobody looked at is not read now.
        if response.status_code < 500 and visit.was_read and visit.is_open:
            response = self._keep(request, response)
        dead = visit.session_key is None and settings.SESSION_COOKIE_NAME in request.COOKIES
        # A redirect leaves a lost cookie, so that the page it leads to can still say that a visit was lost.
        if dead and not (300 <= response.status_code < 400 and visit.lost):
            response.delete_cookie(settings.SESSION_COOKIE_NAME, samesite=SAME_SITE)
            patch_vary_headers(response, ("Cookie",))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A view that writes by itself may find the visit gone: the same kind page."""
        if not isinstance(exception, UpdateError):
            return None
        visit_of(request).flush()
        return visit_cleared(request)

    def _keep(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        visit = visit_of(request)
        try:
            if visit.modified or visit.cookie_due:
                visit.save()
        except UpdateError:
            visit.flush()
            return visit_cleared(request)
        if visit.cookie_due:
            _give_cookie(response, str(visit.session_key))
        else:
            _tidy(visit)
        patch_vary_headers(response, ("Cookie",))
        # Pages that belong to one person are not for search engines; the public ones are.
        response["X-Robots-Tag"] = "noindex"
        return response


def _give_cookie(response: HttpResponse, cookie: str) -> None:
    response.set_cookie(
        settings.SESSION_COOKIE_NAME,
        cookie,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=settings.SESSION_COOKIE_HTTPONLY,
        samesite=SAME_SITE,
    )


def _tidy(visit: SessionStore) -> None:
    """Small writes that may wait for the next request: a busy database must not take away a page that is ready."""
    try:
        visit.touch()
        if secrets.randbelow(PURGE_ONE_IN) == 0:
            visit.clear_expired()
    except Error as error:
        logger.warning("The idle time or the purge has to wait.", exc_info=error)
