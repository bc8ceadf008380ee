"""Addresses as people paste them, and what is wrong with one. Nothing is opened, followed or changed. Pure."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext as _

MOST, LONGEST = 50, 2000
WEB = frozenset({"http", "https"})
# Names that a network gives to its own machines.
OWN_NAMES = frozenset({"localhost", "local", "internal", "lan", "home", "arpa"})


@dataclass(frozen=True, slots=True)
class RequestLink:
    """One address as it was typed. `wrong`: one sentence, or ""; `usable`: somebody else can find the page with it."""

    text: str
    wrong: str = ""
    usable: bool = True


def links(typed: str) -> tuple[RequestLink, ...]:
    """Each address in a text: one on each line, or several with blanks between them; the same one counts once."""
    return tuple(_link(text) for text in dict.fromkeys(_pieces(typed)))


def usable(typed: str) -> tuple[str, ...]:
    """The addresses that go into a request, the first `MOST` of them."""
    return tuple(link.text for link in links(typed) if link.usable)[:MOST]


def problem(typed: str) -> str:
    """What to say beside the box, "" when all is well: every different thing that is wrong, once."""
    found = links(typed)
    said = [_too_many(len(found))] if len(found) > MOST else []
    return " ".join(dict.fromkeys([*said, *(link.wrong for link in found if link.wrong)]))


def host(link: str) -> str:
    """The name of the site in small letters, "" when there is none."""
    try:
        return (urlsplit(link if "://" in link else f"https://{link}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _pieces(typed: str) -> list[str]:
    pieces: list[str] = []
    for line in typed.split("\n"):
        words = line.split()
        # A line of words is one thing to look at, not twenty addresses.
        pieces += words if all("." in word or ":" in word for word in words) else [" ".join(words)]
    return pieces


def _link(text: str) -> RequestLink:
    if wrong := _useless(text):
        return RequestLink(text, wrong, usable=False)
    return RequestLink(text) if "://" in text else RequestLink(text, _bare(text))


def _useless(text: str) -> str:
    """Why nobody could find a page with this, "" when they could."""
    if " " in text:
        return _("One line is words, not a link. Words go in the box below it.")
    if len(text) > LONGEST:
        return _("One link is longer than any we know. Copy it from the page again.")
    try:
        parts = urlsplit(text if "://" in text or _is_scheme(text) else f"https://{text}")
        return _wrong_parts(parts) if parts.port is None or parts.port else _not_an_address()
    except ValueError:
        return _not_an_address()


def _is_scheme(text: str) -> bool:
    """`javascript:…` begins with a scheme; `site.org:8080/…` with the name of a site."""
    before, colon, after = text.partition(":")
    return bool(colon) and "." not in before and "/" not in before and not after[:1].isdigit()


def _wrong_parts(parts: SplitResult) -> str:
    if parts.scheme == "file":
        return _on_this_device()
    if parts.scheme not in WEB:
        return _("One line is not a link to a page. A link to a page begins with https://")
    name = (parts.hostname or "").rstrip(".")
    if _is_near(name):
        return _on_this_device()
    return "" if _is_public(name) else _not_an_address()


def _is_near(name: str) -> bool:
    """This computer, or one in the same building."""
    if name.rpartition(".")[2] in OWN_NAMES:
        return True
    found = _number(name)
    return found is not None and not found.is_global


def _is_public(name: str) -> bool:
    # The last part of a site's name is never a number, however a browser may read it.
    last = name.rpartition(".")[2]
    return _number(name) is not None or ("." in name.strip(".") and len(last) > 1 and not last.isdigit())


def _number(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The machine that an address names by number, also as one whole number as browsers take it."""
    try:
        found = ipaddress.ip_address(int(name, 0) if name.startswith("0x") or name.isdecimal() else name)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found


def _on_this_device() -> str:
    return _("One link leads to this device or its own network. Nobody else can open it. Copy the link of the post.")


def _not_an_address() -> str:
    return _("One line is not a whole link. Copy it from the page again.")


def _bare(text: str) -> str:
    return _("One link has no https:// at the front. It may work as it is. A whole link is better.")


def _too_many(count: int) -> str:
    return _(
        "You have put in %(count)s links. All of them are in this request. The texts use the first %(most)s. You can "
        "start another request for the others."
    ) % {"count": count, "most": MOST}
