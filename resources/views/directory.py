"""The directory as data. It is the same for everybody, so that caches may keep it: it knows no visit and no cookie."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_safe
from django.views.decorators.vary import vary_on_headers

from compass.visits.session_store import SessionStore
from resources.hsds import directory

HOUR = 60 * 60


def without_visit(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The view, for everybody alike: a cookie that came is neither renewed nor deleted by an answer others may get."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        request.session, request.COOKIES = SessionStore(), {}
        return view(request)

    return answer


def _packs(request: HttpRequest) -> bool:
    return bool(re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))


def _etag(request: HttpRequest) -> str:
    # A strong tag names bytes, and the packed ones are others.
    return f'"{directory().digest}{"-gzip" if _packs(request) else ""}"'


@without_visit
@require_safe
@cache_control(public=True, max_age=HOUR)
@vary_on_headers("Accept-Encoding")
@etag(_etag)
def people_json(request: HttpRequest) -> HttpResponse:
    """Every helpline, as HSDS services."""
    if not _packs(request):
        return HttpResponse(directory().plain, content_type="application/json")
    # Packed once and not for each request; it holds no secret that a random length would have to hide.
    packed = HttpResponse(directory().packed, content_type="application/json")
    packed["Content-Encoding"] = "gzip"
    return packed
