"""Two ways to ask the site for a page as a browser does: in this process, or over a network; in any language."""

import http.client
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.test import Client

from compass import languages
from compass.languages import Language

Form = Mapping[str, Sequence[str]]
FORM = "application/x-www-form-urlencoded"
MOST_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `location` and `cookie` ("name=value") are "" where none was sent."""

    status: int
    body: str
    location: str = ""
    cookie: str = ""


class Ask(Protocol):
    """GET without a form, POST with one. Raises OSError where nobody answers."""

    def __call__(self, path: str, cookie: str, form: Form | None = None) -> Answer:
        """The answer, without following where it leads."""
        ...


def in_process(path: str, cookie: str, form: Form | None = None) -> Answer:
    """Asks the site of this process, through all its layers, as its first host and over https where that is wanted."""
    host = next((name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"), "localhost")
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    sent = {"HTTP_HOST": host, "HTTP_COOKIE": cookie, "HTTP_ORIGIN": f"{scheme}://{host}"}
    body, method = ("", "GET") if form is None else (urlencode(form, doseq=True), "POST")
    answer = client.generic(method, path, body, content_type=FORM, secure=scheme == "https", **sent)  # type: ignore[arg-type]
    given = [f"{name}={morsel.value}" for name, morsel in answer.cookies.items()]
    return Answer(answer.status_code, answer.content.decode(), answer.headers.get("Location", ""), "".join(given[:1]))


def over_network(url: str) -> Ask:
    """Asks the site at an address such as `https://compass.example`. Raises ValueError for what is none."""
    to = urlsplit(url)
    if to.scheme not in ("http", "https") or not to.hostname or to.path.strip("/"):
        raise ValueError(f"{url!r} is not the address of a site, such as https://compass.example")
    kind = http.client.HTTPSConnection if to.scheme == "https" else http.client.HTTPConnection

    def ask(path: str, cookie: str, form: Form | None = None) -> Answer:
        connection = kind(to.netloc, timeout=MOST_SECONDS)
        headers = {"Origin": f"{to.scheme}://{to.netloc}", **({"Cookie": cookie} if cookie else {})}
        try:
            if form is None:
                connection.request("GET", path, headers=headers)
            else:
                connection.request("POST", path, urlencode(form, doseq=True), {**headers, "Content-Type": FORM})
            answer = connection.getresponse()
            given = answer.headers.get("Set-Cookie", "").partition(";")[0]
            return Answer(answer.status, answer.read().decode(), answer.headers.get("Location", ""), given)
        except http.client.HTTPException as error:
            raise ConnectionError(f"no answer that can be read ({type(error).__name__})") from error
        finally:
            connection.close()

    return ask


def in_language(ask: Ask, language: Language) -> Ask:
    """Asks for the same pages in a language; addresses go in and come out as those of English."""

    def asked(path: str, cookie: str, form: Form | None = None) -> Answer:
        answer = ask(languages.in_language(path, language), cookie, form)
        here = answer.location.startswith("/")
        return replace(answer, location=languages.in_language(answer.location, languages.ENGLISH)) if here else answer

    return asked
