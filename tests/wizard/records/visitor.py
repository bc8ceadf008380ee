"""A visitor who writes notes: reads the boxes of a form as a browser does, types, and sends all of them."""

import html
import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse

from compass.visits.session_store import SessionStore
from tests.content.step_words import plain
from tests.visitor import Page, Walker
from wizard.records.store import Record, RecordStore


class Boxes(HTMLParser):
    """The text in each named box of the forms of a page, and which element holds it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "input" and given.get("type") != "hidden":
            self.texts[name], self.kinds[name] = given.get("value", ""), given["type"]
        elif tag in ("select", "textarea"):
            self._in, self.texts[name], self.kinds[name] = name, "", tag
        elif tag == "option" and "selected" in given:
            self.texts[self._in] = given["value"]

    def handle_data(self, data: str) -> None:
        if self._in and self.kinds[self._in] == "textarea":
            self.texts[self._in] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser drops one new line after the tag.
            self.texts[self._in] = re.sub(r"^\n", "", self.texts[self._in])
        self._in = "" if tag in ("select", "textarea") else self._in


class Writer(Walker):
    """Walks the guide, then writes. `keep` sends a form as it stands on the page, with new words in some boxes."""

    def look(self, path: str) -> str:
        """The page at an address, as HTML."""
        self.last: HttpResponse = self.get(path)
        return self.last.content.decode()

    def boxes(self, path: str) -> dict[str, str]:
        """Slug -> text, for every box on a page."""
        return Boxes(self.look(path)).texts

    def keep(self, path: str, **words: str) -> HttpResponse:
        """Opens a form, types, sends it, and follows to the page after it."""
        return self.send(path, {**self.boxes(path), **words})

    def send(self, path: str, boxes: dict[str, str]) -> HttpResponse:
        """Sends these boxes with the hidden fields of the last page. Every new line travels as two characters."""
        wire = {slug: text.replace("\n", "\r\n") for slug, text in boxes.items()}
        self.answer: Any = self.post(path, **wire)
        if self.answer.status_code == 303:
            return self.get(self.answer.url)
        self.page = Page(self.answer)
        return self.answer

    def said(self, path: str) -> str:
        """The words of the main part of a page."""
        return plain(html.unescape(self.look(path).split("<main")[1].split("</main>")[0]))

    @property
    def book(self) -> RecordStore:
        """What the visit holds, read anew."""
        return RecordStore(SessionStore(self.client.cookies["visit"].value))

    def rows(self, kind: str = "entry") -> tuple[Record, ...]:
        """The rows of one kind."""
        return self.book.rows(kind)

    def texts(self, kind: str = "entry") -> list[dict[str, str]]:
        """The texts of each row of one kind, in order."""
        return [row.texts for row in self.rows(kind)]
