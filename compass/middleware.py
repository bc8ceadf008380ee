"""Around every request: health, headers, no pictures, and the visit."""

import logging
import secrets
from collections.abc import Callable
from typing import Literal

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from compass.health import health
from compass.views import refused, visit_cleared
from compass.visits.lifecycle import visit_of
from compass.visits.session_store import SessionStore

logger = logging.getLogger(__name__)

Next = Callable[[HttpRequest], HttpResponseBase]

FORM = "application/x-www-form-urlencoded"
# One request in this many also removes visits that have ended, so that a missing timer is no leak.
PURGE_ONE_IN = 200

# A link from elsewhere may lead into a visit; a form from elsewhere may not write to it.
SAME_SITE: Literal["Lax"] = "Lax"

HEADERS = {
    # Nothing inline, nothing from elsewhere: an injected script or picture has nowhere to come from or go to.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # The address of a page is told to nobody else. `no-referrer` would break every form over https.
    "Referrer-Policy": "same-origin",
    # This site never asks for any of these, and a page that could slip in may not either.
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), hid=(), midi=(), "
        "accelerometer=(), gyroscope=(), magnetometer=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # For browsers that do not know `frame-ancestors`.
    "X-Frame-Options": "DENY",
}


class HeadersMiddleware:
    """Sets the same headers on every answer of any layer below; nothing that can be read is kept by a cache."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the layers below, with the headers."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response[name] = value
        if response.get("Content-Type", "").startswith("text/html") or not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response


class HealthMiddleware:
    """Answers `/healthz` before the host check and the redirect to https: a balancer asks by number, over http."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The state of health, or the answer of the layers below."""
        return health() if request.path_info == "/healthz" else self.get_response(request)


class NoPictureMiddleware:
    """Refuses by type and length, before a byte of the body is read, whatever no form of this site sends."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """A plain refusal, or the answer of the layers below."""
        status = refusal(request)
        return refused(request, status) if status else self.get_response(request)


def refusal(request: HttpRequest) -> int | None:
    """400, 411, 413 or 415 for a body that this site does not take; None for a form or no body."""
    length = request.META.get("CONTENT_LENGTH") or ""
    if length and not (length.isascii() and length.isdigit()):
        return 400
    # Python refuses to read a number of thousands of digits; nobody needs to try.
    size = int(length[:20] or 0)
    kind = request.content_type or ""
    if kind.startswith("multipart/") or (size and kind != FORM):
        return 415
    if request.META.get("HTTP_TRANSFER_ENCODING"):
        return 411
    return 413 if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE else None


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
        if response.status_code < 500 and visit.accessed and visit.is_open:
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
