"""A visitor over HTTP: opens the guide, reads the form on the page as a browser does, and answers it."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from compass.languages import ENGLISH, Language, in_language
from compass.visits.session_store import SessionStore
from wizard.core.flow import record, walk
from wizard.core.questions import FLOW
from wizard.journey.facts import facts_for_guide
from wizard.journey.journey import ANSWERS


class Page(HTMLParser):
    """What a test reads of a page: form fields, `data-` attributes, links, ids and the title."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.offered: dict[str, list[str]] = {}
        self.checked: dict[str, list[str]] = {}
        self.many: set[str] = set()
        self.data: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.ids: list[str] = []
        self.forms: list[str | None] = []
        self.title = ""
        self._in: list[str] = []
        self._select = ""
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in.append(tag)
        for name, value in attrs:
            if name.startswith("data-"):
                self.data.setdefault(name, []).append(value or "")
        self.ids += [given["id"] or ""] if "id" in given else []
        # The link to the same page in another language leads nowhere that this page does not.
        if tag == "a" and given.get("rel") != "alternate":
            self.links.append(given.get("href") or "")
        elif tag == "form":
            self.forms.append(given.get("method"))
        elif tag == "input":
            self._input(given)
        elif tag == "select":
            self._select = given.get("name") or ""
        elif tag == "option" and given.get("value"):
            self._offer(self._select, given["value"] or "", "selected" in given)

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "title" in self._in:
            self.title += data

    def _input(self, given: Mapping[str, str | None]) -> None:
        name, value = given.get("name") or "", given.get("value") or ""
        if given.get("type") == "hidden":
            self.fields.setdefault(name, []).append(value)
        elif given.get("type") in ("radio", "checkbox"):
            self._offer(name, value, "checked" in given)
            self.many |= {name} if given["type"] == "checkbox" else set()

    def _offer(self, name: str, value: str, chosen: bool) -> None:
        self.offered.setdefault(name, []).append(value)
        if chosen:
            self.checked.setdefault(name, []).append(value)


class Walker:
    """A client that answers with what stands on the page. `checks_csrf` as in production.

    Addresses are given and remembered as in English; asked for, they are in `language`, which may change on the way.
    """

    def __init__(self, language: Language = ENGLISH) -> None:
        self.language = language
        self.client = Client(enforce_csrf_checks=True)
        self.at = ""
        self.page: Page

    def get(self, path: str) -> HttpResponse:
        """Follows redirects by hand, so that every address on the way is seen; remembers the last page."""
        path = in_language(path, self.language)
        response: Any = self.client.get(path)
        while response.status_code == 303:
            path = response.url
            response = self.client.get(path)
        self.at, self.page = in_language(path, ENGLISH), Page(response)
        self.page.links = [in_language(link, ENGLISH) if link.startswith("/") else link for link in self.page.links]
        return response

    def post(self, path: str, **data: Any) -> Any:
        """Posts what stands in the hidden fields of the last page, with these fields beside it."""
        path = in_language(path, self.language)
        return self.client.post(path, _urlencoded({**self.page.fields, **data}), content_type=FORM)

    def reply(self, *values: str, slug: str = "") -> Any:
        """Answers the question of the last page (no values: skip), and goes where that leads."""
        slug = slug or self.at.rstrip("/").rsplit("/", 1)[-1]
        data = {f"{slug}-answer": list(values)} if values else {"skip": "1"}
        response = self.post(f"/guide/{slug}/", **data)
        if response.status_code == 303:
            self.get(response.url)
        else:
            self.page = Page(response)
        return response

    def walk(self, person: Mapping[str, str]) -> "Walker":
        """Starts the guide and has answered every question that is asked, as this person does.

        The answers are written as the pages would have written them, because most tests are about what comes after.
        """
        self.get("/guide/")
        visit, world = SessionStore(self.client.cookies[settings.SESSION_COOKIE_NAME].value), facts_for_guide()
        stored: dict[str, list[str]] = {}
        while slug := walk(FLOW, stored, world).first_open:
            stored = record(FLOW, stored, slug, person.get(slug, "").split(), world)
        visit.change(lambda state: state.__setitem__(ANSWERS, stored))
        visit.save()
        self.get("/guide/")
        return self

    def walk_by_hand(self, person: Mapping[str, str]) -> "Walker":
        """As `walk`, over the pages of all questions."""
        for slug in self.asked():
            self.reply(*person.get(slug, "").split())
        return self

    def asked(self) -> Iterator[str]:
        """Each question that is asked, its page the last one; whoever takes it has to answer before the next."""
        self.get("/guide/")
        while self.at.startswith("/guide/") and self.at != "/guide/check/":
            if self.at == "/guide/now/":
                self.get("/guide/")
                continue
            yield self.at.split("/")[2]


FORM = "application/x-www-form-urlencoded"


def _urlencoded(data: Mapping[str, Any]) -> str:
    return urlencode(data, doseq=True)
