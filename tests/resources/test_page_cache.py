"""Pages from memory: the same page for everybody, never somebody's own, and never an old one."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import brotli
import pytest
from django.core.management import call_command
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.template.response import TemplateResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.translation import override

from resources import page_cache, repository
from resources.kept_pages import PACKERS, Shelf
from resources.models import FactsVersion
from tests.people import TEEN_BLACKMAILED
from tests.resources.conftest import helpline, small
from tests.visitor import Walker

NOON = datetime(2026, 11, 22, 12, 7, tzinfo=UTC)
PUBLIC = ["/", "/safety/", "/privacy/", "/about/"]


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = NOON

    def goes_on(self, **time):
        self.now += timedelta(**time)


class Pages:
    """A view behind the memory; the page says how often it was rendered. `ask` gives the plain body."""

    def __init__(self, answer=HttpResponse, kept=page_cache.cached_page, **more):
        self.rendered, self.answer, self.more = 0, answer, more
        self.view = kept(self.render)

    def render(self, request, *args):
        self.rendered += 1
        return self.answer(f"page {self.rendered}", **self.more)

    def get(self, path="/a/", method="get", **headers):
        return self.view(getattr(RequestFactory(), method)(path, headers=headers))

    def ask(self, path="/a/", **more):
        return self.get(path, **more).content.decode()


@pytest.fixture
def facts_are(monkeypatch):
    """Says which facts are loaded, without a database."""
    return lambda digest: monkeypatch.setattr(repository, "_digest", lambda: digest)


@pytest.fixture
def clock(monkeypatch, facts_are):
    """The clock of the memory, with facts loaded."""
    facts_are("one")
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def pages(clock):
    return Pages()


def test_a_page_is_rendered_once(pages):
    assert [pages.ask() for _ in range(3)] == ["page 1", "page 1", "page 1"]


def test_each_address_has_its_own_page(pages):
    assert [pages.ask(path) for path in ("/a/", "/b/", "/a/")] == ["page 1", "page 2", "page 1"]


def test_each_language_has_its_own_page(pages):
    said = []
    for language in ("en", "fr", "en"):
        with override(language):
            said.append(pages.ask())
    assert said == ["page 1", "page 2", "page 1"]


def test_other_facts_are_another_page(pages, facts_are):
    before = pages.ask()
    facts_are("two")
    assert (before, pages.ask()) == ("page 1", "page 2")


def test_a_page_is_rendered_again_when_a_quarter_of_an_hour_begins(pages, clock):
    said = [pages.ask()]
    for minutes in (7, 1, 14, 1):
        clock.goes_on(minutes=minutes)
        said.append((clock.now.minute, pages.ask()))
    assert said == ["page 1", (14, "page 1"), (15, "page 2"), (29, "page 2"), (30, "page 3")]


@pytest.mark.parametrize("ahead", [{"days": 1}, {"minutes": 16}, {"seconds": 30}])
def test_a_page_of_a_clock_that_was_ahead_is_not_given_when_it_is_put_right(pages, clock, ahead):
    clock.goes_on(**ahead)
    said = [pages.ask(), pages.ask()]
    clock.goes_on(**{unit: -amount for unit, amount in ahead.items()})
    said += [pages.ask(), pages.ask()]
    clock.goes_on(minutes=7)
    assert [*said, pages.ask()] == ["page 1", "page 1", "page 2", "page 2", "page 2"]


@pytest.mark.parametrize("zone", ["America/St_Johns", "Asia/Kathmandu", "Australia/Eucla", "Pacific/Chatham"])
def test_no_page_lasts_past_midnight_anywhere(zone):
    midnight = datetime.fromisoformat("2026-11-23").astimezone(ZoneInfo(zone))
    midnight = midnight.replace(day=23, hour=0, minute=0)
    before = (midnight - timedelta(minutes=1)).astimezone(UTC)
    assert page_cache.last_moment(before, HttpResponse()) == midnight


def test_a_page_is_rendered_again_at_the_next_opening_change(clock):
    pages = Pages(lambda words: page_cache.fresh_until(HttpResponse(words), clock.now + timedelta(minutes=2)))
    said = [pages.ask()]
    for seconds in (119, 1):
        clock.goes_on(seconds=seconds)
        said.append(pages.ask())
    assert said == ["page 1", "page 1", "page 2"]


@pytest.mark.parametrize(("minutes", "expected"), [(None, 15), (60, 15), (8, 15), (7, 14), (0, 7), (-5, 2)])
def test_the_end_is_the_quarter_or_what_the_view_says_when_that_is_sooner(minutes, expected):
    wanted = None if minutes is None else NOON + timedelta(minutes=minutes)
    assert page_cache.last_moment(NOON, page_cache.fresh_until(HttpResponse(), wanted)) == NOON.replace(minute=expected)


def test_a_page_that_was_good_only_until_now_is_rendered_every_time(clock):
    pages = Pages(lambda words: page_cache.fresh_until(HttpResponse(words), clock.now))
    assert [pages.ask(), pages.ask()] == ["page 1", "page 2"]


def test_a_query_is_rendered_every_time(pages):
    assert [pages.ask("/a/?age=18"), pages.ask("/a/?age=18"), pages.ask("/a/")] == ["page 1", "page 2", "page 3"]


@pytest.fixture
def filtered(clock):
    return Pages(kept=page_cache.cached_filtered_page)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("?age=18&open=1", "?open=1&age=18"),
        ("?age=18", "?age=%318"),
        ("?a=b", "?c=d&a=e"),
        ("?age=18&a=b", "?age=18&c=d"),
        ("?age=18&age=18", "?x"),
        ("", ""),
    ],
)
def test_what_asks_for_the_same_is_one_page(filtered, one, other):
    assert [filtered.ask(f"/a/{query}") for query in (one, other, one)] == ["page 1"] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "?age=18"),
        ("?age=18", "?age=u18"),
        ("?age=18", "?age=18&a=b"),
        ("", "?a=b"),
        ("?age=18", "?age=18&by=text"),
    ],
)
def test_what_asks_for_something_else_is_another_page(filtered, one, other):
    assert [filtered.ask(f"/a/{query}") for query in (one, other, one)] == ["page 1", "page 2", "page 1"]


def test_a_few_dozen_filtered_pages_are_kept_and_push_out_no_other(filtered):
    filtered.ask()
    for number in range(page_cache.FILTERED.most + 9):
        filtered.ask(f"/{number}/?age=18")
    said = [filtered.ask("/0/?age=18"), filtered.ask()]
    assert (said, len(page_cache.FILTERED)) == (["page 75", "page 1"], 64)


def test_a_filtered_page_ends_as_any_other(filtered, clock):
    said = [filtered.ask("/a/?age=18")]
    clock.goes_on(minutes=8)
    assert [*said, filtered.ask("/a/?age=18")] == ["page 1", "page 2"]


def test_a_post_reaches_the_view(pages):
    pages.ask()
    assert [pages.ask(method="post"), pages.ask()] == ["page 2", "page 1"]


def test_head_is_answered_from_memory_but_fills_none(pages):
    said = [pages.ask(method="head"), pages.ask(), pages.ask(method="head")]
    assert said == ["page 1", "page 2", "page 2"]


@pytest.mark.parametrize(
    ("accepts", "encoding", "unpack"),
    [("", None, bytes), ("gzip", "gzip", gzip.decompress), ("gzip, deflate, br", "br", brotli.decompress)],
)
def test_a_browser_gets_the_page_packed_as_it_can_unpack_it(pages, accepts, encoding, unpack):
    for _ in range(2):
        page = pages.get(accept_encoding=accepts)
        assert (unpack(page.content).rstrip(b"\n"), page.get("Content-Encoding"), page["Vary"]) == (
            b"page 1",
            encoding,
            "Accept-Encoding",
        )


def test_a_page_is_packed_once_in_each_way(pages, monkeypatch):
    made = []
    packers = {name: lambda body, name=name: (made.append(name), body)[1] for name in PACKERS}
    monkeypatch.setattr(page_cache.PAGES, "packers", packers)
    for accepts in ("br", "gzip", "br", "gzip", ""):
        pages.get(accept_encoding=accepts)
    assert made == ["br", "gzip", ""]


def test_the_headers_of_the_view_are_kept(clock):
    pages = Pages(headers={"Content-Language": "en", "Vary": "Origin"}, content_type="text/html; charset=utf-8")
    expected = {
        "Content-Language": "en",
        "Content-Length": "6",
        "Content-Type": "text/html; charset=utf-8",
        "Vary": "Origin, Accept-Encoding",
    }
    assert [dict(pages.get().items()) for _ in range(2)] == [expected, expected]


def test_what_a_layer_above_writes_on_an_answer_is_not_kept(pages):
    pages.get()["X-Somebody"] = "1"
    assert "X-Somebody" not in pages.get()


def with_cookie(words):
    response = HttpResponse(words)
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize(
    "answer",
    [
        with_cookie,
        lambda words: HttpResponse(words, status=404),
        lambda words: HttpResponse(words, status=206),
        lambda words: HttpResponseRedirect("/b/"),
        lambda words: HttpResponse(words, headers={"Vary": "Cookie"}),
        lambda words: StreamingHttpResponse([words]),
    ],
)
def test_what_may_belong_to_somebody_or_is_no_page_is_not_kept(clock, answer):
    pages = Pages(answer)
    pages.get()
    pages.get()
    assert pages.rendered == 2


def test_a_page_that_was_rendered_for_a_visitor_is_not_kept(pages, settings):
    def visiting():
        request = RequestFactory().get("/a/")
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "x" * 32
        return pages.view(request).content.decode()

    assert [visiting(), pages.ask(), visiting()] == ["page 1", "page 2", "page 2"]


def test_a_page_with_a_form_token_is_not_kept(clock):
    @page_cache.cached_page
    def view(request):
        return HttpResponse(get_token(request))

    requests = [RequestFactory().get("/a/") for _ in range(2)]
    for request in requests:
        request.session = {}
    first, second = [view(request).content for request in requests]
    assert (first != second, len(page_cache.PAGES)) == (True, 0)


def test_a_template_that_was_not_rendered_yet_is_rendered_and_kept(clock):
    template = engines["django"].from_string("page {{ words }}")
    pages = Pages(lambda words: TemplateResponse(None, template, {"words": words}))
    assert [pages.ask(), pages.ask()] == ["page page 1", "page page 1"]


def test_many_threads_get_whole_pages_and_the_shelf_keeps_its_size(monkeypatch, clock):
    monkeypatch.setattr(page_cache, "PAGES", Shelf(3))

    @page_cache.cached_page
    def view(request):
        return HttpResponse(request.path * 50)

    def ask(number):
        path = f"/{number % 7}/"
        return view(RequestFactory().get(path)).content.decode() == path * 50

    with ThreadPoolExecutor(8) as pool:
        right = list(pool.map(ask, range(2000)))
    assert (all(right), len(right), len(page_cache.PAGES)) == (True, 2000, 3)


@pytest.mark.django_db
class TestTheSite:
    def test_a_browser_without_a_visit_is_answered_before_its_address_is_looked_up(self, client, settings):
        page = client.get("/").content
        settings.ROOT_URLCONF = "tests.compass.pages"
        assert client.get("/").content == page
        client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
        assert client.get("/").content != page

    @pytest.mark.parametrize("path", ["/people/ca/?age=u18", "/people/ca/mb/?by=text&age=u18"])
    def test_a_page_with_a_filter_is_answered_early_too(self, client, settings, path):
        page = client.get(path).content
        settings.ROOT_URLCONF = "tests.compass.pages"
        assert client.get(path).content == page

    def test_a_search_is_no_filter(self, client):
        found = [client.get(f"/places/?q={name}").content for name in ("instagram", "tiktok")]
        assert (found[0] != found[1], len(page_cache.FILTERED)) == (True, 0)

    def test_a_strange_host_is_refused_as_ever(self, client):
        client.get("/")
        assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400

    def test_a_site_with_https_only_leads_there_first(self, client, settings):
        client.get("/")
        settings.SECURE_SSL_REDIRECT = True
        assert Client().get("/")["Location"] == "https://testserver/"

    def test_a_dead_cookie_is_taken_away_with_a_kept_page(self, client, settings):
        client.get("/")
        client.cookies[settings.SESSION_COOKIE_NAME] = "short"
        assert client.get("/").cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 0

    def test_nothing_below_the_memory_chooses_a_language(self, settings):
        below = settings.MIDDLEWARE[settings.MIDDLEWARE.index("resources.page_cache.PageCacheMiddleware") :]
        assert [name for name in below if "Locale" in name or "Language" in name] == []

    @pytest.mark.parametrize("path", PUBLIC)
    def test_a_public_page_is_kept_and_the_same_for_a_visitor(self, path):
        walker = Walker().walk(TEEN_BLACKMAILED)
        page_cache.forget()
        first, again = Client().get(path), Client().get(path)
        visiting = walker.client.get(path)
        assert (again.content, visiting.content, len(page_cache.PAGES)) == (first.content, first.content, 1)

    @pytest.mark.parametrize("path", PUBLIC)
    def test_a_kept_page_goes_out_like_any_other(self, client, path):
        fresh, again = [client.get(path, headers={"accept-encoding": "gzip"}) for _ in range(2)]
        assert dict(fresh.items()) == dict(again.items())
        assert (again["Cache-Control"], again["Content-Encoding"], again["Vary"], dict(again.cookies)) == (
            "no-store",
            "gzip",
            "Accept-Language, Accept-Encoding" if path == "/" else "Accept-Encoding",
            {},
        )
        assert (int(again["Content-Length"]), len(again.content) % 512) == (len(again.content), 0)

    @pytest.mark.parametrize("encoding", ["gzip", "br"])
    def test_the_length_of_a_public_page_does_not_name_it(self, client, encoding):
        pages = [
            client.get(f"/now/{land}/", headers={"accept-encoding": encoding}) for land in ("ie", "nz", "za", "jp")
        ]
        lengths = {len(page.content) for page in pages}
        assert ({page["Content-Encoding"] for page in pages}, len(lengths) < 4) == ({encoding}, True)
        assert {length % 512 for length in lengths} == {0}

    @pytest.mark.parametrize("path", PUBLIC)
    def test_a_browser_that_does_not_unpack_can_read_it(self, client, path):
        packed, plain, head = (
            client.get(path, headers={"accept-encoding": "gzip"}),
            client.get(path),
            client.head(path),
        )
        assert (plain.content, plain.get("Content-Encoding")) == (gzip.decompress(packed.content), None)
        assert (head.content, head["Content-Length"]) == (b"", str(len(plain.content)))

    def test_a_number_that_was_corrected_is_on_the_page_at_once(self, client, folder):
        before = client.get("/").content
        call_command("load_content", folder=folder(small(helplines=[helpline()])), verbosity=0)
        assert (b"1-800-668-6868" in client.get("/").content, client.get("/").content != before) == (True, True)

    def test_another_process_that_loads_facts_is_noticed_within_a_second(self, client, monkeypatch):
        clock, shelf = [100.0], []
        monkeypatch.setattr(repository.time, "monotonic", lambda: clock[0])
        client.get("/")
        FactsVersion.objects.update(digest="another")
        for clock[0] in (100.9, 101.0):
            client.get("/")
            shelf.append(len(page_cache.PAGES))
        assert shelf == [1, 2]

    def test_a_kept_page_asks_the_database_nothing_but_which_facts_are_loaded(
        self, client, django_assert_max_num_queries
    ):
        client.get("/")
        with django_assert_max_num_queries(1):
            client.get("/")
