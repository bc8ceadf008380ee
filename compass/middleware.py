"""Around every request: health, security headers, and a limit on what a body may be."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from compass.health import health
from compass.http import SeeOther
from compass.typed_text import SMALL_FORM, given_back, most_bytes
from compass.views import refused

Next = Callable[[HttpRequest], HttpResponseBase]

FORM = "application/x-www-form-urlencoded"
# On a form that a script sends, and on the answer.
BY_SCRIPT = "By-Script"


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


class SecurityHeadersMiddleware:
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
        # A body goes down to the limit on bodies, as everywhere.
        asks = request.method in ("GET", "HEAD") and not refusal(request)
        return health() if asks and request.path_info == "/healthz" else self.get_response(request)


class BodyLimitMiddleware:
    """Refuses by type and length, before a byte of the body is read, whatever no form of this site sends.

    A form that is longer than its boxes allow, but not twice as long, is read: what was typed is given back.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """A plain refusal, or the answer of the layers below."""
        status = refusal(request)
        if status:
            return refused(request, status)
        if body_size(request) > SMALL_FORM and body_size(request) > most_bytes(request):
            return refused(request, 413, given_back(request))
        return self.get_response(request)


def refusal(request: HttpRequest) -> int | None:
    """400, 411, 413 or 415 for a body that this site does not take; None for a form or no body."""
    length = request.META.get("CONTENT_LENGTH") or ""
    if length and not (length.isascii() and length.isdigit()):
        return 400
    size, kind = body_size(request), request.content_type or ""
    if kind.startswith("multipart/") or (size and kind != FORM):
        return 415
    if request.META.get("HTTP_TRANSFER_ENCODING"):
        return 411
    return 413 if size > SMALL_FORM and size > 2 * most_bytes(request) else None


def body_size(request: HttpRequest) -> int:
    """How many bytes the body is said to have."""
    # Python refuses to read a number of thousands of digits; nobody needs to try.
    return int((request.META.get("CONTENT_LENGTH") or "")[:20] or 0)


class SentByScriptMiddleware:
    """Tells a script where its form leads, which a browser does not let it see in a redirect.

    A 303 becomes a 204 that names the address. Every answer to a script says that it is one of ours, because another
    machine on the way may answer, too, and then the words stay on the page.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the layers below, for a script where a script asked."""
        response = self.get_response(request)
        if request.headers.get(BY_SCRIPT) != "1":
            return response
        response[BY_SCRIPT] = "1"
        if response.status_code == SeeOther.status_code:
            response.status_code = 204
            response["Go-To"] = response["Location"]
            del response["Location"]
        return response
