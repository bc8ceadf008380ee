"""The pages of `page_kinds` as HTML, each under a name that says whose it is and where."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import resolve

from compass.languages import ENGLISH, Language, in_language
from tests.html.page_kinds import FILES, FORMS, OF_A_VISIT, PUBLIC, Forms
from tests.visitor import FORM, Walker
from wizard.pdf.render import NotYetError, PdfBusyError
from wizard.talk.card_image import NoFontError

OURS = {"HTTP_ORIGIN": "http://testserver"}


class Shelf:
    """Pages by a name that says whose they are and where; which addresses and templates they came from."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.routes: set[str] = set()
        self.templates: set[str] = set()
        self.statuses: set[int] = set()

    def add(self, name: str, path: str, answer: Any) -> None:
        """Keeps an answer, if it is a page."""
        if not answer.get("Content-Type", "").startswith("text/html") or not answer.content:
            return
        self.pages[f"{name} {path[:60]} {answer.status_code} #{len(self.pages)}"] = answer.content.decode()
        self.templates |= {template.name for template in answer.templates if template.name}
        self.statuses.add(answer.status_code)
        if answer.status_code == 200:
            self.routes.add(resolve(urlsplit(path).path).route)


class Collector(Walker):
    """A visitor whose every page goes on the shelf."""

    def __init__(self, shelf: Shelf, name: str, language: Language = ENGLISH) -> None:
        super().__init__(language)
        self.shelf, self.name = shelf, name
        self.client.defaults.update(OURS)
        self.client.raise_request_exception = False

    def get(self, path: str) -> Any:
        answer = super().get(path)
        self.shelf.add(self.name, self.at, answer)
        return answer

    def post(self, path: str, **data: Any) -> Any:
        answer = super().post(path, **data)
        self.shelf.add(f"{self.name}, sent", path, answer)
        return answer

    def everything(self, person: Mapping[str, str], forms: Forms = FORMS) -> None:
        """All pages of a visit of this person: empty, wrong, filled in, and as files that cannot be had yet."""
        self.walk_by_hand(person)
        for slug in person:
            self.get(f"/guide/{slug}/")
            if self.at == f"/guide/{slug}/":
                self.post(self.at)
        self.looks_around()
        for path, data in forms:
            self.get(path)
            self.post(self.at, **data)
        self.looks_around()
        for path, data in FILES:
            self.asks_for_a_file(path, data)

    def looks_around(self) -> None:
        """Every address, with the rows that are there."""
        rows = {kind: self.first_row(f"/{kind}/") for kind in ("notes", "remove")}
        self.get("/plan/")
        steps = sorted({link for link in self.page.links if re.fullmatch(r"/plan/[a-z-]+/", link)})
        for path in (path for paths in OF_A_VISIT.values() for path in paths):
            for step in steps if path == "{step}" else [""]:
                here = path.format(note=rows["notes"], request=rows["remove"], step=step)
                if here.startswith("/"):
                    self.get(here)

    def first_row(self, path: str) -> str:
        """The address of a text on a list, "" when there is none."""
        self.get(path)
        found = (re.match(rf"{path}[0-9a-f]{{32}}/", link) for link in self.page.links)
        return next((match[0] for match in found if match), "")

    def asks_for_a_file(self, path: str, data: dict[str, Any]) -> None:
        """The page that asks again, the page that says no, and the paper itself."""
        for trouble in (NotYetError, PdfBusyError):

            def refuse(_row: str, _since: float, html: Callable[[], str], trouble: type = trouble) -> bytes:
                self.shelf.pages[f"{self.name} paper of {path}"] = html()
                raise trouble

            self.get(path)
            if self.at == path:
                with mock.patch("wizard.plan.files.make_in_turn", refuse):
                    self.post(path, **data)


def public_pages(shelf: Shelf, language: Language = ENGLISH) -> None:
    """All that is read without a visit."""
    client = Client()
    for paths in PUBLIC.values():
        for path in paths():
            shelf.add("public", path, client.get(in_language(path, language)))


def saved_pages(shelf: Shelf, folder: Path) -> None:
    """What a proxy shows while the site is away."""
    names = ("front", "now", "people")
    call_command("export_static", to=folder)
    for path in sorted(folder.rglob("*.html")):
        shelf.pages[f"saved {path.relative_to(folder)}"] = path.read_text()
    shelf.templates |= {f"away/{name}.html" for name in ("base", *names)}


def sad_pages(shelf: Shelf, writer: Mapping[str, str], no_writer: Mapping[str, str]) -> None:
    """Lost, refused, too late, too long, broken. `no_writer` has no notes."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False, **OURS)
    for path in ("/nothing-here/", "/people/xx/", "/places/nobody/", "/now/xx/", "/after/xx/", "/people/ca/xx/"):
        shelf.add("sad", path, client.get(path))
    shelf.add("sad", "/", client.get("/", HTTP_HOST="b ad"))
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    for path in ("/guide/who/", "/plan/", "/visit/"):
        shelf.add("sad, lost", path, client.get(path, follow=True))
    for path, body, kind, more in (
        *(("/guide/who/", "who-answer=self", FORM, {}), ("/notes/new/", "words=A+%3Cb%3E+%26", FORM, {})),
        *(("/notes/new/", "a=b", "image/png", {}), ("/notes/new/", "words=" + "x" * 900_000, FORM, {})),
        *(("/notes/new/", "words=" + "x+%3C" * 60_000, FORM, {}), ("/", "", FORM, {"HTTP_TRANSFER_ENCODING": "x"})),
        ("/", "a=b", FORM, {"CONTENT_LENGTH": "a"}),
    ):
        shelf.add("sad", path, client.generic("POST", path, body, content_type=kind, **more))
    with mock.patch("compass.arriving.arrives", return_value=False):
        shelf.add("sad, crowded", "/guide/who/", client.post("/guide/who/", "a=b", content_type=FORM))
    late = Collector(shelf, "sad, late").walk(writer)
    late.get("/notes/new/")
    form = late.page
    late.walk(no_writer)
    late.page = form
    late.post("/notes/new/", words="Typed & late")
    broken = Collector(shelf, "sad, broken").walk(writer)
    broken.get("/notes/new/")
    with mock.patch("wizard.notes.views.NotesEditor", side_effect=ValueError):
        broken.post("/notes/new/", words="Typed & lost")
        broken.get("/notes/new/")
    with mock.patch("wizard.talk.views.draw", side_effect=NoFontError):
        broken.get("/talk/card/")
        broken.post("/talk/card/")
