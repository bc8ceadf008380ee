"""The shelf of pages that `page_cache` serves from: bounded, for several threads, each page packed once in each way."""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from django.http import HttpRequest, HttpResponse

from compass.http import best_encoding
from compass.sizes import filled_brotli, filled_gzip
from resources import repository

Name = tuple[str, repository.Key]  # address, (digest, language)

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "gzip": lambda body: filled_gzip(gzip.compress(body, mtime=0)),
    "br": lambda body: filled_brotli(body, 11),
}
# A tenth of a second for the best packing is too much for a page that few ask for.
QUICK_PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "gzip": lambda body: filled_gzip(gzip.compress(body, compresslevel=6, mtime=0)),
    "br": lambda body: filled_brotli(body, 5),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One answer as it goes out; good from `made` and not from `until` on (UTC). `packed`: its bodies, by encoding."""

    plain: bytes
    headers: tuple[tuple[str, str], ...]
    made: datetime
    until: datetime
    packed: dict[str, bytes] = field(default_factory=dict, compare=False)

    def answer(self, request: HttpRequest, packers: dict[str, Callable[[bytes], bytes]]) -> HttpResponse:
        """The page as this browser takes it."""
        encoding = best_encoding(request)
        if encoding not in self.packed:
            # Two threads may both do it; they make the same bytes.
            self.packed[encoding] = packers[encoding](self.plain)
        body, more = self.packed[encoding], {"Content-Encoding": encoding} if encoding else {}
        # The length, because no layer that would add it may come after.
        return HttpResponse(body, headers={**dict(self.headers), **more, "Content-Length": str(len(body))})


class Shelf:
    """So many pages: the one that was asked for longest ago goes first. For several threads."""

    def __init__(self, most: int, packers: dict[str, Callable[[bytes], bytes]] = PACKERS) -> None:
        self.packers = packers
        self.most = most
        self._pages: OrderedDict[Name, Page] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def answer(self, request: HttpRequest, name: Name, now: datetime) -> HttpResponse | None:
        """The page of this name for this browser, None when there is none that is still good."""
        page = self.take(name, now)
        return page.answer(request, self.packers) if page else None

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
            if len(self._pages) > self.most:
                self._pages.popitem(last=False)

    def clear(self) -> None:
        """Forgets every page."""
        with self._lock:
            self._pages.clear()
