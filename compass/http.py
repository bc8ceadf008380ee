"""Small answers that every app needs: see another page, and is anybody really there?"""

from django.http import HttpRequest, HttpResponseRedirect

PREFETCH_HEADERS = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
PREFETCH_WORDS = ("prefetch", "prerender", "preview")


class SeeOther(HttpResponseRedirect):
    """303: the browser asks for the new address with GET, whatever it did here."""

    status_code = 303


def only_looking(request: HttpRequest) -> bool:
    """True when a browser or a link checker fetches ahead: nobody has tapped anything."""
    if request.method == "HEAD":
        return True
    purposes = (request.headers.get(name, "").lower() for name in PREFETCH_HEADERS)
    return any(word in purpose for purpose in purposes for word in PREFETCH_WORDS)
