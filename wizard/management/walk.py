"""A made-up person walks through the site: to the plan, back to an answer, and out. Each step is held to what it shows.

Nothing stays: the visit is left at the end, also where the walk breaks off.
"""

from contextlib import suppress
from html.parser import HTMLParser

from django.conf import settings

from wizard.management.asking import Answer, Ask

# A fifteen-year-old with a deadline. Every other question is skipped.
PERSON = {
    "who": ("self",),
    "danger": ("deadline",),
    "device": ("mine",),
    "age": ("13-15",),
    "what": ("demand-money", "threat"),
    "holder": ("stranger",),
}
MOST_QUESTIONS = 40


class WalkError(Exception):
    """Where the walk ended and why, as one sentence."""


class _Form(HTMLParser):
    """The hidden fields of a page, the values that can be chosen, and those that are chosen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hidden: dict[str, list[str]] = {}
        self.offered: set[str] = set()
        self.chosen: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers what a form would send."""
        given = {name: value or "" for name, value in attrs}
        if given.get("type") == "hidden":
            self.hidden.setdefault(given.get("name", ""), []).append(given.get("value", ""))
        elif tag in ("input", "option"):
            self.offered.add(given.get("value", ""))
            self.chosen |= {given.get("value", "")} if {"checked", "selected"} & given.keys() else set()


class Walk:
    """One walk. `pages` counts what was asked for."""

    def __init__(self, ask: Ask) -> None:
        self._ask, self._cookie = ask, ""
        self.pages = 0

    def go(self) -> None:
        """Raises WalkError at the first thing that is not as it should be."""
        try:
            self._holds("/", "tel:", "a number to call")
            self._answer_everything()
            self._plan_and_back()
        except WalkError:
            with suppress(WalkError):
                self._get("/leave/")
            raise
        self._leave()

    def _answer_everything(self) -> None:
        path = self._led("/guide/")
        for _turn in range(MOST_QUESTIONS):
            if path == "/guide/check/":
                return
            path = self._led("/guide/") if path == "/guide/now/" else self._reply(path)
        raise WalkError(f"After {MOST_QUESTIONS} pages there is still a question: {path}")

    def _reply(self, path: str) -> str:
        """Answers a question, or skips it, and says where that leads."""
        slug, form = path.split("/")[2], _Form(self._holds(path, "<form", "a form"))
        wanted = {**PERSON, "place": (settings.COMPASS_HOME_COUNTRY,)}.get(slug, ())
        values = [value for value in wanted if value in form.offered]
        reply = {f"{slug}-answer": values} if values else {"skip": ["1"]}
        return self._next("POST", path, self._send(path, {**form.hidden, **reply}))

    def _plan_and_back(self) -> None:
        self._holds("/guide/now/", "tel:", "a number to call")
        self._holds("/plan/", "tel:", "a number to call")
        self._holds("/plan/", "data-step=", "a step")
        if not {*PERSON["age"]} <= _Form(self._holds("/guide/age/", "<form", "a form")).chosen:
            raise WalkError("GET /guide/age/ does not show what was answered there.")
        self._reply("/guide/age/")
        self._holds("/plan/", "data-step=", "a step")

    def _leave(self) -> None:
        held = self._cookie
        to = self._next("GET", "/leave/", self._get("/leave/"))
        if not to.startswith("https://"):
            raise WalkError(f"GET /leave/ leads to {to or 'nowhere'}, not to another site over https.")
        # Somebody who had copied the cookie.
        self._cookie = held
        answer = self._get("/plan/")
        if answer.status == 200:
            raise WalkError("GET /plan/ still shows the plan of a visit that was left.")
        self._next("GET", "/plan/", answer)

    def _holds(self, path: str, mark: str, what: str) -> str:
        answer = self._get(path)
        if answer.status != 200:
            raise WalkError(f"GET {path} answered {answer.status}, not 200.")
        if mark not in answer.body:
            raise WalkError(f"GET {path} shows no page with {what}.")
        return answer.body

    def _led(self, path: str) -> str:
        return self._next("GET", path, self._get(path))

    def _next(self, method: str, path: str, answer: Answer) -> str:
        if answer.status != 303:
            raise WalkError(f"{method} {path} answered {answer.status}, not 303.")
        return answer.location

    def _get(self, path: str) -> Answer:
        return self._send(path, None)

    def _send(self, path: str, form: dict[str, list[str]] | None) -> Answer:
        self.pages += 1
        try:
            answer = self._ask(path, self._cookie, form)
        except OSError as error:
            raise WalkError(f"{path} cannot be reached: {error}") from error
        self._cookie = answer.cookie or self._cookie
        return answer
