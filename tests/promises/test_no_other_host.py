"""No page loads anything from another host."""

import re

import pytest
from django.test import Client

from resources import selectors
from tests.content.template_rules import unwelcome
from tests.project.source_tree import text, under

LOADS = re.compile(r"""(?:@import|url\(|fetch\(|sendBeacon\(|importScripts\()\s*['"]?(?:https?:)?//""")
AWAY = re.compile(r"""<a\b[^>]*href="https?://[^>]*>""")
TAG = re.compile(r"""<(?!a\b)[a-z][^>]*\b(?:src|href|action|poster|srcset|data)="(?:https?:)?//""")


def loading(page):
    """What a page loads from elsewhere; a link that a person taps is none."""
    return TAG.findall(page) + LOADS.findall(page)


@pytest.mark.django_db
def test_no_page_style_or_script_loads_from_another_host():
    paths = ["/", "/now/", "/after/", "/people/", "/people/ca/", "/places/", "/safety/", "/privacy/", "/about/"]
    paths += ["/guide/who/"]
    paths += [card.href for card in selectors.platforms()]
    client = Client()
    links = [link for path in paths for link in AWAY.findall(client.get(path).content.decode())]
    # The dull page is asked for by a tap on Leave, and never told where from: the policy of the page sees to that.
    assert ([link for link in links if 'rel="noreferrer noopener"' not in link], len(links) > 100) == ([], True)
    rendered = {path: found for path in paths if (found := loading(client.get(path).content.decode()))}
    kept = {path: found for path in under("static", ".css", ".js", ".svg") if (found := LOADS.findall(text(path)))}
    policy = client.get("/")["Content-Security-Policy"]
    assert (rendered, kept, "//" in policy) == ({}, {}, False)


def test_something_from_another_host_would_be_found():
    assert loading('<a href="https://a.example/">x</a>') == []
    assert len(loading('<img src="https://a.example/x.png"><link href="//b.example/x.css">')) == 2
    assert unwelcome('<script src="https://a.example/x.js"></script>') != []
