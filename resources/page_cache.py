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
- GET and HEAD are answered from memory. An address with a query (a filter, a search) is rendered every time.
- Only what was rendered by GET for a browser without a visit is kept, and only a 200 that sets no cookie, uses no form
  token and does not vary by cookie. Everything else passes through as it is.
- The compressed bodies are kept too: brotli where the browser takes it (over https), else gzip. They hold no secret,
  so whole blocks are enough, without the chance that other pages get. Each is made once, when it is first asked for.

`PageCacheMiddleware` answers a browser without a visit before its address is looked up; the decorator answers the
others.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import wraps
from threading import Lock
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_vary_headers

from compass.http import best_encoding
from compass.sizes import filled_brotli, filled_gzip
from resources import repository

View = Callable[..., HttpResponseBase]
Answer = TypeVar("Answer", bound=HttpResponseBase)
Name = tuple[str, repository.Key]  # path, (digest, language)

MOST_PAGES = 512
QUARTER = timedelta(minutes=15)


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "gzip": lambda body: filled_gzip(gzip.compress(body, mtime=0)),
    "br": lambda body: filled_brotli(body, 11),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One answer as it goes out; good from `made` and not from `until` on (UTC). `packed`: its bodies, by encoding."""

    plain: bytes
    headers: tuple[tuple[str, str], ...]
    made: datetime
    until: datetime
    packed: dict[str, bytes] = field(default_factory=dict, compare=False)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page as this browser takes it."""
        encoding = best_encoding(request)
        if encoding not in self.packed:
            # Two threads may both do it; they make the same bytes.
            self.packed[encoding] = PACKERS[encoding](self.plain)
        body, more = self.packed[encoding], {"Content-Encoding": encoding} if encoding else {}
        # The length, because no layer that would add it may come after.
        return HttpResponse(body, headers={**dict(self.headers), **more, "Content-Length": str(len(body))})


class PageCache:
    """A bounded memory of pages: the one that was asked for longest ago goes first. For several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pages: OrderedDict[Name, Page] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def take(self, name: Name, now: datetime) -> Page | None:
        """The page of this name, None when there is none that is still good."""
        with self._lock:
            page = self._pages.get(name)
            # A clock that was ahead and was put right would keep "open now" for as long as it was ahead.
            if page is not None and page.made <= now < page.until:
                self._pages.move_to_end(name)
                return page
            self._pages.pop(name, None)
            return None

    def put(self, name: Name, page: Page) -> None:
        """Keeps a page, in place of the one that had its name."""
        with self._lock:
            self._pages[name] = page
            self._pages.move_to_end(name)
            if len(self._pages) > self._most:
                self._pages.popitem(last=False)

    def clear(self) -> None:
        """Forgets every page."""
        with self._lock:
            self._pages.clear()


PAGES = PageCache(MOST_PAGES)


def forget() -> None:
    """Renders every page again; for tests, and for whoever changes settings or the clock in a running process."""
    PAGES.clear()


def fresh_until(response: Answer, moment: datetime | None) -> Answer:
    """The same response, to be rendered again at this moment (aware; None: nothing on it changes with the time)."""
    setattr(response, "fresh_until", moment)  # noqa: B010
    return response


def cached_page(view: View) -> View:
    """The view, answered from memory where it can be; see the module for what that asks of it."""

    @wraps(view)
    def remembered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        name, now = name_of(request), timezone.now()
        page = name and PAGES.take(name, now)
        if page:
            return page.answer(request)
        response = view(request, *args, **kwargs)
        page = page_of(request, response, now) if name else None
        if not (name and page):
            return response
        PAGES.put(name, page)
        return page.answer(request)

    return remembered


class PageCacheMiddleware:
    """Answers from memory early. It stands below what redirects to https and what chooses a language."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page from memory for a browser without a visit, or the answer of the layers below."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            name = name_of(request)
            page = name and PAGES.take(name, timezone.now())
            if page:
                # Raises DisallowedHost, as a layer below would have done.
                request.get_host()
                return page.answer(request)
        return self.get_response(request)


def name_of(request: HttpRequest) -> Name | None:
    """Under which name the answer may be kept; None when it is never kept."""
    if request.method not in ("GET", "HEAD") or request.META.get("QUERY_STRING"):
        return None
    return request.path, repository.version_key()


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
