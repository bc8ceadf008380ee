"""What every answer of the site has to keep, whatever was asked before it: README, SECURITY and the promises."""

import re
from typing import Any

from django.conf import settings

from compass.middleware import HEADERS

EXPECTED = {200, 204, 302, 303, 400, 403, 404, 405, 410, 411, 413, 415}
TYPED = re.compile(r"said[a-z]+\d{3}so")


def broken(answer: Any, mine: set[str], had_cookie: bool, path: str) -> list[str]:
    """What an answer breaks. `mine`: the words that this browser may meet, because it typed or sent them."""
    return [*_of_headers(answer), *_of_cookies(answer, had_cookie, path), *_of_body(answer, mine)]


def _of_headers(answer: Any) -> list[str]:
    found = [] if answer.status_code in EXPECTED else [f"status {answer.status_code}"]
    found += [f"header {name}" for name, value in HEADERS.items() if answer.get(name) != value]
    if answer.get("Content-Type", "").startswith("text/html") and answer.get("Cache-Control") != "no-store":
        found.append("a page may be kept by a cache")
    return found


def _of_cookies(answer: Any, had_cookie: bool, path: str) -> list[str]:
    given = answer.cookies.get(settings.SESSION_COOKIE_NAME)
    strange = [name for name in answer.cookies if name != settings.SESSION_COOKIE_NAME]
    begins = path.startswith("/guide/") or path.endswith("/text/")
    if given and given["max-age"] != 0 and not (begins or had_cookie):
        strange.append("a visit where nobody began one")
    if given and given["max-age"] != 0 and (given["max-age"] or given["expires"] or not given["httponly"]):
        strange.append("a cookie that lasts, or that a script can read")
    return [f"cookie: {what}" for what in strange]


def _of_body(answer: Any, mine: set[str]) -> list[str]:
    if getattr(answer, "streaming", False):
        return []
    body = answer.content.decode(errors="replace")
    found = [f"somebody else's words: {words}" for words in set(TYPED.findall(body)) - mine]
    if body and answer.get("Content-Type", "").startswith("text/html"):
        found += [] if re.search(r"<title>[^<]+</title>", body) else ["a page without a title"]
        found += ["a picture may be sent"] if re.search(r'type="?file', body) else []
    return found
