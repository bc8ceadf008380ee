"""Each proxy, as its file in compass/deploy sets it up, before the running site: pages, forms, half forms, pauses."""

import re
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.http2 import Http2
from tests.deploy.proxies import Proxy
from tests.deploy.visitor import HOST, Connection, ask, ask_plainly, half_a_form

pytestmark = pytest.mark.thorough
HALF_SENT, STREAMS = 400, 20
KEPT, FORMS, PAUSE = 60, 5, 5.0
# The longest form that the site reads, one that it refuses, and one that does not get as far, in bytes.
LONGEST_AT, LONGEST = "/remove/at/instagram/", 670_000
LARGE, TOO_LARGE = 700_000, 820_000
# Path and form, and how they are answered.
ASKED = {("/now/", None): 200, ("/guide/who/", None): 200, ("/leave/", "a=b"): 204}
# On every answer of the site, and on none of a proxy.
OURS = "Content-Security-Policy"


def test_pages_and_style_sheets_come_through(proxy: Proxy) -> None:
    found = [ask(proxy.port, path) for path in ("/", "/now/", "/guide/who/", "/nothing-here/")]
    (sheet,) = set(re.findall(r"/static/css/compass\.\w+\.css", found[0].page))
    assert [answer.status for answer in found] == [200, 200, 200, 404]
    assert ask(proxy.port, sheet).status == 200


def test_the_site_knows_its_name_and_that_it_is_asked_over_https(proxy: Proxy) -> None:
    """A form of the site is taken only where its `Origin` is that name over https."""
    line = Connection(proxy.port)
    asked = line.ask("/guide/who/")
    cookie = asked.headers["Set-Cookie"]
    fields = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', asked.page)
    body = "&".join([*(f"{name}={value}" for name, value in fields), "skip=1"])
    taken = line.ask("/guide/who/", body, Cookie=cookie.split(";")[0], Origin=f"https://{HOST}")
    line.close()
    assert (cookie.startswith("__Host-visit="), "; Secure" in cookie) == (True, True)
    assert (taken.status, taken.headers["Location"].startswith("/guide/")) == (303, True)


def test_http_leads_to_https(proxy: Proxy) -> None:
    sent = ask_plainly(proxy.plain_port, "/people/ca/?a=b")
    assert (sent.status in (301, 308), sent.headers["Location"]) == (True, f"https://{HOST}/people/ca/?a=b")


def test_it_speaks_http_2(proxy: Proxy) -> None:
    line = Http2(proxy.port)
    page = line.page("/now/")
    line.close()
    assert page == ask(proxy.port, "/now/").page


def slowest(proxy: Proxy) -> float:
    """Of ten pages and five forms, in seconds. Raises AssertionError where one is not answered as ever."""
    asked = [ask(proxy.port, path, body) for path, body in ASKED for _ in range(5)]
    assert [answer.status for answer in asked] == [status for status in ASKED.values() for _ in range(5)]
    return max(answer.seconds for answer in asked)


def test_half_sent_forms_hold_up_nobody(proxy: Proxy) -> None:
    held = [half_a_form(proxy.port, "/guide/who/") for _ in range(HALF_SENT)]
    took = slowest(proxy)
    for line in held:
        line.close()
    assert took < 1


def test_nor_do_they_over_http_2(proxy: Proxy) -> None:
    held = [Http2(proxy.port) for _ in range(HALF_SENT // STREAMS)]
    for line in held:
        for number in range(STREAMS):
            line.half_a_form("/guide/who/", 2 * number + 1)
    took = slowest(proxy)
    for line in held:
        line.close()
    assert took < 1


def test_nor_do_long_ones(proxy: Proxy) -> None:
    """Of which all but the end is there."""
    held = [half_a_form(proxy.port, LONGEST_AT, "a" * 600_000, LONGEST) for _ in range(50)]
    took = slowest(proxy)
    for line in held:
        line.close()
    assert took < 1


def test_a_kept_connection_with_pauses_loses_no_form(proxies: dict[str, Proxy]) -> None:
    def sends(proxy: Proxy) -> list[int]:
        line, statuses = Connection(proxy.port), []
        for number in range(FORMS):
            time.sleep(PAUSE if number else 0)
            statuses.append(line.ask("/leave/", "").status)
        line.close()
        return statuses

    def all_of_them(found: Iterable[list[int]]) -> list[int]:
        return [status for statuses in found for status in statuses]

    # All proxies at the same time: it is waiting, for the most part.
    with ThreadPoolExecutor(KEPT * len(proxies)) as pool:
        found = {name: pool.map(sends, [proxy] * KEPT) for name, proxy in proxies.items()}
        assert {name: all_of_them(found[name]) for name in proxies} == dict.fromkeys(proxies, [204] * KEPT * FORMS)


def test_the_longest_form_comes_through(proxy: Proxy) -> None:
    """It is too long for its boxes, so the site gives it back."""
    words = "a" * (LONGEST - len("links="))
    sent = ask(proxy.port, LONGEST_AT, f"links={words}", Origin=f"https://{HOST}")
    assert (sent.status, words in sent.page) == (413, True)


def test_what_is_longer_is_refused_by_the_site_and_what_is_much_longer_by_the_proxy(proxy: Proxy) -> None:
    large, larger = (ask(proxy.port, "/guide/who/", "a" * length) for length in (LARGE, TOO_LARGE))
    assert (large.status, OURS in large.headers) == (413, True)
    assert (larger.status, OURS in larger.headers) == (413, False)
