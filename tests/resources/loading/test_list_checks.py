"""The lists beside the facts, and what a visitor could tap."""

import pytest

from resources.loading.list_checks import slips
from tests.resources.conftest import guide, helpline, platform, service, small, way

HOST = {"host": "example.org", "kind": "service"}
WANTED = {"slug": "dk-line", "kind": "helplines", "country": "DK", "name": "A line", "why": "No page names it.",
          "look_again_on": "2026-12-01"}  # fmt: skip

LOOK = "must look like kidshelpphone.ca."


def said(hosts=(HOST,), wanted=(), **files):
    content = small(**files)
    content.hosts, content.wanted = [*hosts], [*wanted]
    return [*slips(content)]


def test_content_that_came_from_no_folder_has_no_lists_to_judge():
    content = small(helplines=[helpline(url="https://elsewhere.example/")])
    content.hosts = content.wanted = None
    assert [*slips(content)] == []


def test_nothing_wrong_is_nothing_said():
    assert said(wanted=[WANTED, {**WANTED, "slug": "everywhere", "country": None}]) == []


@pytest.mark.parametrize(
    ("hosts", "sentence"),
    [
        ([{"host": "https://a.org", "kind": "service"}], f"https://a.org, host: 'https://a.org' {LOOK}"),
        ([{"host": "35.201.78.98", "kind": "service"}], f"35.201.78.98, host: '35.201.78.98' {LOOK}"),
        ([{**HOST, "kind": "news"}], "example.org, kind: 'news' is not one of service, government, directory."),
        ([HOST, HOST], "example.org, host: stands there 2 times."),
        (["a.org"], "object 1, object: must have fields."),
    ],
)
def test_a_slip_in_the_hosts_is_one_sentence(hosts, sentence):
    assert said(hosts) == [f"hosts.json, {sentence}"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({**WANTED, "number": "112"}, "dk-line, number: is not a field we know."),
        ({**WANTED, "why": ""}, "dk-line, why: must be a text that is not empty."),
        ({**WANTED, "country": "Denmark"}, "dk-line, country: 'Denmark' must look like CA or INT."),
    ],
)
def test_a_slip_in_what_is_wanted_is_one_sentence(row, sentence):
    assert said(wanted=[row]) == [f"wanted.json, {sentence}"]


OUT = "https://elsewhere.example/a"
CHAT = way(kind="chat", value=OUT, dial=None)
UNNAMED = f"{OUT!r} is on a host that hosts.json does not name."


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"helplines": [helpline(url=OUT)]}, "helplines.json, a-line, url"),
        ({"helplines": [helpline(channels=[CHAT])]}, "helplines.json, a-line, channels[0].value"),
        ({"platforms": [platform(guides=[guide(form_url=OUT)])]}, "platforms.json, an-app, guides[0].form_url"),
        ({"takedown": [service(url=OUT)]}, "takedown.json, a-service, url"),
    ],
)
def test_an_address_that_a_visitor_can_tap_is_on_a_named_host(files, where):
    assert said(**files) == [f"{where}: {UNNAMED}"]


def test_a_host_stands_for_all_below_it_and_for_nothing_beside_it():
    lines = [helpline(slug=name, url=f"https://{name}example.org/") for name in ("www.", "a.b.", "not")]
    assert said(helplines=lines) == [
        "helplines.json, not, url: 'https://notexample.org/' is on a host that hosts.json does not name."
    ]


PAGE = {"url": "https://example.org/", "page_date": None}
GOVERNMENT = [HOST, {"host": "gov.example", "kind": "government"}]


@pytest.mark.parametrize(
    ("pages", "fine"),
    [
        ([PAGE], False),
        ([PAGE, {**PAGE, "url": "https://police.gov.example/"}], True),
        ([PAGE, {**PAGE, "url": "https://police.gov.example/", "read": False}], False),
        ([{**PAGE, "quotes": "government"}], True),
    ],
)
def test_an_emergency_number_was_read_where_a_government_says_it(pages, fine):
    sentence = "sources: an emergency number needs a page of a government that was read, or one that quotes it."
    found = said(GOVERNMENT, helplines=[helpline(emergency=True, sources=pages)])
    assert found == ([] if fine else [f"helplines.json, a-line, {sentence}"])
