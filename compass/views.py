"""Leaving, starting again, health and the pages for when something went wrong."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from compass.health import health
from compass.http import SeeOther, only_looking
from compass.typed_text import given_back
from compass.visits.lifecycle import forget, visit_of


def healthz(request: HttpRequest) -> HttpResponse:
    """The same answer as HealthMiddleware, for a stack that runs without it."""
    return health()


@csrf_exempt  # the script's beacon has no token, and leaving must work when the visit is gone
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Forgets everything. GET goes on to a dull page, POST (the beacon) to nowhere; looking ahead ends nothing."""
    if request.method != "POST" and only_looking(request):
        return HttpResponse(status=204)
    forget(request)
    response = HttpResponse(status=204) if request.method == "POST" else SeeOther(settings.COMPASS_LEAVE_TO)
    # Without "cache": clearing that keeps Chromium busy for seconds, and every page is `no-store` anyway.
    response["Clear-Site-Data"] = '"cookies", "storage"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def start_again(request: HttpRequest) -> HttpResponse:
    """POST forgets everything and goes to the front door; a typed address goes where the button stands."""
    if request.method != "POST":
        return SeeOther(reverse("visit"))
    forget(request)
    return SeeOther(reverse("front"))


def visit_cleared(request: HttpRequest, reason: str = "", exception: Exception | None = None) -> HttpResponse:
    """403 when a form comes without a visit that knows it; what was typed is given back.

    `visit_open`: another visit of this browser lives on. `no_cookie`: the browser sent none, so it may keep none.
    """
    context = {
        "visit_open": hasattr(request, "session") and visit_of(request).is_open,
        "no_cookie": settings.SESSION_COOKIE_NAME not in request.COOKIES,
        "typed": given_back(request),
    }
    return render(request, "403_csrf.html", context, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for what no form of ours sends."""
    return render(request, "400.html", status=400)


def refused(request: HttpRequest, status: int, typed: str = "") -> HttpResponse:
    """400, 411, 413 or 415 for a body that was not read, 503 for one that nobody could wait for.

    `typed`: one that was read, to give back what stands in it.
    """
    return render(request, "errors/body_refused.html", {"status": status, "typed": typed}, status=status)
