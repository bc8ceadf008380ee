"""Pages that are the same for everybody, served from memory once they were rendered.

For a view that belongs to nobody: its template holds no form token, and neither looks at the visit or at a cookie.
Put `@cached_page` above the other decorators of the view:

    @cached_page
    @require_safe
    def now(request, country=""):
        lines = …
        return fresh_until(render(request, "people/now.html", …), next_change(lines, timezone.now()))

- A page is kept for its path, the active language and the facts that are loaded; another digest means another page.
- It is rendered again when a quarter of an hour begins, or at `response.fresh_until` when that comes first. Every
  zone's midnight begins a quarter, so that "tomorrow" is never said too long.
- A page that was made later than now is not given: the clock was ahead then.
- GET and HEAD are answered from memory. An address with a query is rendered every time.
- A view that reads filters is marked with `@cached_filtered_page`: a few dozen of its pages are kept, by what was asked
  for. The order of the filters, and whatever was not understood, make no page of their own.
- Only what was rendered by GET for a browser without a visit is kept, and only a 200 that sets no cookie, uses no form
  token and does not vary by cookie. Everything else passes through as it is.
- The compressed bodies are kept too: brotli where the browser takes it (over https), else gzip. They hold no secret,
  so whole blocks are enough, without the chance that other pages get. Each is made once, when it is first asked for.

`PageCacheMiddleware` answers a browser without a visit before its address is looked up; the decorator answers the
others.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_vary_headers

from compass.languages import LANGUAGES, preferred, show_at
from resources import repository
from resources.core import filters
from resources.kept_pages import QUICK_PACKERS, Name, Page, Shelf

View = Callable[..., HttpResponseBase]
Answer = TypeVar("Answer", bound=HttpResponseBase)

QUARTER = timedelta(minutes=15)
FRONT_PAGES = frozenset(f"/{language.prefix}" for language in LANGUAGES)

PAGES = Shelf(512)
# A few dozen of a thousand combinations for each place; a rare one pushes out the one that was last asked for.
FILTERED = Shelf(64, QUICK_PACKERS)


def forget() -> None:
    """Renders every page again; for tests, and for whoever changes settings or the clock in a running process."""
    PAGES.clear()
    FILTERED.clear()


def fresh_until(response: Answer, moment: datetime | None) -> Answer:
    """The same response, to be rendered again at this moment (aware; None: nothing on it changes with the time)."""
    setattr(response, "fresh_until", moment)  # noqa: B010
    return response


def cached_page(view: View) -> View:
    """The view, answered from memory where it can be; see the module for what that asks of it."""
    return _remembered(view, PAGES, _plain_name)


def cached_filtered_page(view: View) -> View:
    """As `cached_page`, for a view that reads nothing of the query but `filters.read` of it."""
    plain = _remembered(view, PAGES, _plain_name)
    filtered = _remembered(view, FILTERED, _filtered_name)

    @wraps(view)
    def either(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        return (filtered if request.META.get("QUERY_STRING") else plain)(request, *args, **kwargs)

    return either


def _remembered(view: View, shelf: Shelf, name_of: Callable[[HttpRequest], Name | None]) -> View:
    @wraps(view)
    def remembered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        name, now = name_of(request), timezone.now()
        if name is None:
            return view(request, *args, **kwargs)
        kept = shelf.answer(request, name, now)
        if kept is not None:
            return kept
        _say_where(request)
        response = view(request, *args, **kwargs)
        page = page_of(request, response, now)
        if page is None:
            return response
        shelf.put(name, page)
        return page.answer(request, shelf.packers)

    return remembered


class PageCacheMiddleware:
    """Answers from memory early. It stands below what redirects to https and what chooses a language."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page from memory for a browser without a visit, or the answer of the layers below."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            kept = _kept(request)
            if kept is not None:
                # Raises DisallowedHost, as a layer below would have done.
                request.get_host()
                return kept
        return self.get_response(request)


def _kept(request: HttpRequest) -> HttpResponse | None:
    """What one of the shelves has for this address. Only a view that reads filters has put pages on the second."""
    for shelf, name in ((PAGES, _plain_name(request)), (FILTERED, _filtered_name(request))):
        if name is not None:
            return shelf.answer(request, name, timezone.now())
    return None


def _plain_name(request: HttpRequest) -> Name | None:
    """Under which name an address without a query is kept; None for every other request."""
    if request.method not in ("GET", "HEAD") or request.META.get("QUERY_STRING"):
        return None
    # The front page puts a language first for a browser that asks for it.
    first = f"#{preferred(request)}" if request.path in FRONT_PAGES else ""
    return request.path + first, repository.version_key()


def _filtered_name(request: HttpRequest) -> Name | None:
    """Under which name a page with filters is kept: the same for every query that asks for the same."""
    query = request.META.get("QUERY_STRING")
    if request.method not in ("GET", "HEAD") or not query:
        return None
    asked = filters.read(query)
    # A page says so where a part was not understood.
    return request.path + (asked.wish.query or "?") + ("" if asked.understood else "&"), repository.version_key()


def _say_where(request: HttpRequest) -> None:
    """Tells the page its own address: whoever asks for it later may have written it in another way."""
    query = request.META.get("QUERY_STRING")
    show_at(request, request.path + (filters.read(query).wish.query if query else ""))


def page_of(request: HttpRequest, response: HttpResponseBase, now: datetime) -> Page | None:
    """What to keep of an answer that was made at `now` (aware); None when it may belong to somebody."""
    # Somebody's visit could have left a trace in the page, if a view was marked by a slip.
    if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    # Django marks the request when a template asked for a form token.
    if request.META.get("CSRF_COOKIE_NEEDS_UPDATE") or has_vary_header(response, "Cookie"):
        return None
    patch_vary_headers(response, ("Accept-Encoding",))
    return Page(response.content, tuple(response.items()), now, last_moment(now, response))


def last_moment(now: datetime, response: HttpResponse) -> datetime:
    """When the next quarter of an hour begins, or the `fresh_until` of the response when that comes first."""
    start = datetime.min.replace(tzinfo=UTC)
    quarter = now - (now - start) % QUARTER + QUARTER
    wanted: datetime | None = getattr(response, "fresh_until", None)
    return min(quarter, wanted) if wanted else quarter
