"""Small answers that every app needs."""

import pytest
from django.test import RequestFactory

from compass.http import SeeOther, best_encoding, only_looking, sent_from_here


def test_see_other_is_a_303():
    response = SeeOther("/plan/")
    assert (response.status_code, response["Location"]) == (303, "/plan/")


@pytest.mark.parametrize(
    ("method", "headers", "looking"),
    [
        ("GET", {}, False),
        ("HEAD", {}, True),
        ("GET", {"sec-purpose": "prefetch;prerender"}, True),
        ("GET", {"purpose": "Prefetch"}, True),
        ("GET", {"x-purpose": "preview"}, True),
        ("GET", {"x-moz": "prefetch"}, True),
        ("GET", {"purpose": "reading"}, False),
    ],
)
def test_a_browser_that_fetches_ahead_is_only_looking(method, headers, looking):
    assert only_looking(RequestFactory().generic(method, "/leave/", headers=headers)) is looking


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({}, False),
        ({"origin": "http://testserver"}, True),
        ({"origin": "https://testserver"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://testserver.example"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site", "origin": "http://testserver"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, False),
    ],
)
def test_a_form_without_a_token_says_whose_page_it_stood_on(headers, ours):
    assert sent_from_here(RequestFactory().post("/", headers=headers)) is ours


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [
        ("", ""),
        ("identity", ""),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("BR", "br"),
        ("gzip;q=0.5, br;q=0.2", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip;q=0.0,br; q = 0", ""),
        ("brotli, gzipped", ""),
        ("*", ""),
        ("gzip;q=0", ""),
        ("gzip;q=0, *", ""),
        ("gzip;q=0.000", ""),
        ("gzip;q=0.001", "gzip"),
        ("GZIP; Q=1.0", "gzip"),
        ("gzip;q=.5", "gzip"),
        ("gzip;q=", ""),
        ("gzip;q=nan", ""),
        ("gzip;level=9", ""),
        ("br;q=0", ""),
        ("br;q=0, gzip;q=0.1", "gzip"),
        ("*;q=0", ""),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0", ""),
        ("identity;q=0, gzip;q=0.5", "gzip"),
        ("identity;q=0, *", "br"),
        ("identity;q=0, br;q=0, *;q=0.1", "gzip"),
        ("identity;q=0, *;q=0", ""),
        (";q=1,,;", ""),
    ],
)
def test_an_answer_is_packed_as_the_browser_wants(accepts, encoding):
    request = RequestFactory().get("/", headers={"accept-encoding": accepts})
    assert best_encoding(request) == encoding
