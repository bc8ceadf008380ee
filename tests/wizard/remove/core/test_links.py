import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.remove.core.links import LONGEST, MOST, RequestLink, host, links, problem, usable

GOOD = ["https://www.instagram.com/p/Ab1/", "http://example.org", "https://8.8.8.8/x", "https://t.me/+x?y=1#z"]
NEAR = [
    "http://localhost/a",
    "http://localhost:8000/",
    "localhost",
    "http://my.localhost/",
    "http://127.0.0.1/x",
    "http://192.168.0.10/x.jpg",
    "http://10.1.2.3:81/",
    "http://169.254.1.1/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://[::1]/",
    "http://[fe80::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://printer.local/",
    "http://router.lan",
    "HTTP://LOCALHOST./",
    "file:///C:/a.html",
]
NO_PAGE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "mailto:me@example.org",
    "ftp://example.org/",
]
BROKEN = ["http://[", "https://", "https://example.org:99999/", "http://0177.0.0.1/", "http://127.1/", "//", "word"]
ON_THIS_DEVICE = "One link leads to this device or its own network. Nobody else can open it. Copy the link of the post."
NOT_A_PAGE = "One line is not a link to a page. A link to a page begins with https://"
NOT_WHOLE = "One line is not a whole link. Copy it from the page again."


@pytest.mark.parametrize("link", GOOD)
def test_an_address_that_others_can_open_is_used_as_it_is(link):
    assert links(link) == (RequestLink(link),)


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        *((link, ON_THIS_DEVICE) for link in NEAR),
        *((link, NOT_A_PAGE) for link in NO_PAGE),
        *((link, NOT_WHOLE) for link in BROKEN),
        ("in the chat of my class", "One line is words, not a link. Words go in the box below it."),
        ("https://a.org/" + "x" * LONGEST, "One link is longer than any we know. Copy it from the page again."),
    ],
)
def test_what_nobody_else_can_open_is_kept_out_of_texts_and_said(link, wrong):
    assert (links(link), usable(link)) == ((RequestLink(link, wrong, usable=False),), ())


@pytest.mark.parametrize("link", ["instagram.com/p/1", "example.org:8080/x", "www.example.org"])
def test_an_address_without_https_is_used_and_said(link):
    said = "One link has no https:// at the front. It may work as it is. A whole link is better."
    assert (usable(link), problem(link)) == ((link,), said)


def test_one_on_each_line_or_several_with_blanks_and_the_same_one_once():
    typed = " https://a.org/1 \n\nhttps://a.org/2 https://a.org/3\nhttps://a.org/1"
    assert usable(typed) == ("https://a.org/1", "https://a.org/2", "https://a.org/3")


def test_five_hundred_addresses_are_told_and_the_first_ones_are_used():
    typed = "\n".join(f"https://a.org/{number}" for number in range(500))
    assert (len(links(typed)), usable(typed)[-1], len(usable(typed))) == (500, "https://a.org/49", MOST)
    assert problem(typed) == (
        "You have put in 500 links. All of them are in this request. The texts use the first 50. You can start "
        "another request for the others."
    )


def test_each_trouble_is_said_once():
    assert problem("http://localhost/1\nhttp://127.0.0.1/2\njavascript:x") == f"{ON_THIS_DEVICE} {NOT_A_PAGE}"


def test_nothing_typed_is_nothing_wrong():
    assert (links(" \n "), problem("")) == ((), "")


@pytest.mark.parametrize(
    ("link", "site"),
    [("https://www.Example.org/a", "example.org"), ("t.me/x", "t.me"), ("http://[", ""), ("", "")],
)
def test_the_name_of_the_site(link, site):
    assert host(link) == site


@given(st.text(max_size=300))
def test_whatever_is_typed_has_an_answer(typed):
    found = links(typed)
    assert all(link.usable or link.wrong for link in found)
    assert {*"".join(link.text for link in found)} - {" "} == {*"".join(typed.split())}


@given(st.ip_addresses())
def test_a_machine_is_used_exactly_when_the_world_can_reach_it(address):
    shown = f"[{address}]" if address.version == 6 else str(address)
    inner = getattr(address, "ipv4_mapped", None) or address
    assert bool(usable(f"http://{shown}/x")) == inner.is_global
