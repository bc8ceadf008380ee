"""Small answers that every app needs: see another page, how to pack one, and who is asking, if anybody?"""

import re

from django.http import HttpRequest, HttpResponseRedirect

PACKINGS = ("br", "gzip")
WANTED = re.compile(r"\s*q\s*=\s*(?:0?\.\d*[1-9]\d*|1(?:\.0*)?)\s*", re.ASCII)
PREFETCH_HEADERS = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
PREFETCH_WORDS = ("prefetch", "prerender", "preview")


class SeeOther(HttpResponseRedirect):
    """303: the browser asks for the new address with GET, whatever it did here."""

    status_code = 303


def best_encoding(request: HttpRequest) -> str:
    """How to pack an answer for this browser: "br", "gzip", or "" for not at all."""
    return next(iter(encodings(request.META.get("HTTP_ACCEPT_ENCODING", ""))), "")


def encodings(header: str) -> tuple[str, ...]:
    """Which of "br" and "gzip" an Accept-Encoding header takes, the better first.

    `*` counts only where a plain answer is refused: who says nothing else may be too old to unpack. Where all is
    refused there is none, and the page goes out plain: better than no page.
    """
    weighed = dict(map(_weighed, header.lower().split(",")))
    others = weighed.get("*", False) and not weighed.get("identity", True)
    return tuple(name for name in PACKINGS if weighed.get(name, others))


def _weighed(part: str) -> tuple[str, bool]:
    """A word of Accept-Encoding, and whether it is wanted: "br;q=0" is not, nor is a weight that nobody can read."""
    name, _semicolon, rest = part.partition(";")
    return name.strip(), not rest or bool(WANTED.fullmatch(rest))


def only_looking(request: HttpRequest) -> bool:
    """True when a browser or a link checker fetches ahead: nobody has tapped anything."""
    if request.method == "HEAD":
        return True
    purposes = (request.headers.get(name, "").lower() for name in PREFETCH_HEADERS)
    return any(word in purpose for purpose in purposes for word in PREFETCH_WORDS)


def from_our_origin(request: HttpRequest) -> bool:
    """True when the browser names this site as the one whose page sent the form (`Origin`)."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def sent_from_here(request: HttpRequest) -> bool:
    """True when one of our own pages sent this form. For forms without a token: a page from elsewhere cannot say so.

    `Sec-Fetch-Site` decides where a browser sends it (over https), else `Origin`. False when neither came.
    """
    site = request.headers.get("Sec-Fetch-Site")
    return site in ("same-origin", "none") if site else from_our_origin(request)
