"""`/people.json` over HTTP: the same for everybody, kept for an hour by whoever likes, and never a cookie."""

import gzip
import json

import pytest
from django.conf import settings
from django.core.management import call_command

from compass.middleware import HEADERS
from resources import hsds
from tests.people import TEEN_BLACKMAILED
from tests.resources.conftest import small
from tests.resources.fact_counts import HELPLINES_IN_USE
from tests.visitor import FORM, Walker

pytestmark = pytest.mark.django_db

ADDRESS = "/people.json"
GZIP = {"accept-encoding": "gzip"}
SAID = ("Content-Type", "Cache-Control", "Vary")


def said(response):
    return tuple(response.headers.get(name) for name in SAID)


def test_it_is_json_that_a_cache_may_keep_for_an_hour(client):
    response = client.get(ADDRESS)
    assert (response.status_code, said(response)) == (
        200,
        ("application/json", "public, max-age=3600", "Accept-Encoding"),
    )
    assert (response.content, len(json.loads(response.content))) == (hsds.directory().plain, HELPLINES_IN_USE)


def test_it_carries_the_headers_of_every_answer(client):
    response = client.get(ADDRESS)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


def test_packed_it_is_the_same(client):
    response = client.get(ADDRESS, headers=GZIP)
    assert (response.headers["Content-Encoding"], gzip.decompress(response.content)) == (
        "gzip",
        hsds.directory().plain,
    )
    # About 600 bytes for each line.
    assert (said(response), len(response.content) < 600 * HELPLINES_IN_USE) == (said(client.get(ADDRESS)), True)


def test_the_tag_is_strong_and_names_the_bytes_that_are_sent(client):
    plain, packed = client.get(ADDRESS).headers["ETag"], client.get(ADDRESS, headers=GZIP).headers["ETag"]
    digest = hsds.directory().digest
    assert (plain, packed, len(digest)) == (f'"{digest}"', f'"{digest}-gzip"', 32)


@pytest.mark.parametrize("takes", [{}, GZIP])
@pytest.mark.parametrize("method", ["get", "head"])
def test_who_has_it_already_gets_no_body_and_may_keep_it_on(client, takes, method):
    tag = client.get(ADDRESS, headers=takes).headers["ETag"]
    response = getattr(client, method)(ADDRESS, headers={**takes, "if-none-match": tag})
    assert (response.status_code, response.content, response.headers["ETag"]) == (304, b"", tag)
    assert said(response)[1:] == ("public, max-age=3600", "Accept-Encoding")


def test_who_has_an_old_one_gets_the_new_one(client, folder):
    old = client.get(ADDRESS).headers["ETag"]
    call_command("load_content", folder=folder(small()), verbosity=0)
    response = client.get(ADDRESS, headers={"if-none-match": old})
    assert (response.status_code, [each["name"] for each in response.json()]) == (200, ["A line"])


def test_the_head_is_that_of_the_whole(client):
    head, whole = client.head(ADDRESS), client.get(ADDRESS)
    assert (head.status_code, head.content, head.headers) == (200, b"", whole.headers)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_it_can_only_be_read(client, method):
    response = getattr(client, method)(ADDRESS, "", content_type=FORM)
    assert (response.status_code, response.headers["Cache-Control"]) == (405, "no-store")


@pytest.mark.parametrize("cookie", ["x" * 32, "no cookie of ours", ""])
def test_a_cookie_that_opens_nothing_is_neither_answered_nor_deleted(client, cookie):
    # A cache could hand the deletion to somebody whose visit is alive.
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    for tag in ("", client.get(ADDRESS).headers["ETag"]):
        response = client.get(ADDRESS, headers={"if-none-match": tag})
        assert (list(response.cookies), response.headers["Vary"]) == ([], "Accept-Encoding")


def test_somebody_on_a_visit_gets_what_everybody_gets_and_stays_on_it(client):
    walker = Walker().walk(TEEN_BLACKMAILED)
    response, without = walker.client.get(ADDRESS), client.get(ADDRESS)
    assert (response.content, response.headers, list(response.cookies)) == (without.content, without.headers, [])
    assert walker.client.get("/plan/").status_code == 200


def test_after_the_first_time_it_comes_from_memory(client, django_assert_max_num_queries):
    client.get(ADDRESS)
    # The one query asks which facts are loaded, at most once a second.
    with django_assert_max_num_queries(2):
        for takes in ({}, GZIP, {}, GZIP):
            client.get(ADDRESS, headers=takes)
