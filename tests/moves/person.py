"""What the machine knows of one visitor, apart from the site: answers, words, and how long the visit may live."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.test import Client

from compass.models import Visit
from compass.visits import storage
from tests.visitor import Page
from wizard.core.answers import Answers
from wizard.core.flow import Path, record, walk
from wizard.core.location import read_answers
from wizard.core.plan import Plan, build_plan
from wizard.core.questions import FLOW
from wizard.journey.facts import facts_for_guide

# Ends are rounded to one and to ten minutes, so between these two nobody can say.
IDLE = {True: (timedelta(minutes=28), timedelta(minutes=32)), False: (timedelta(minutes=4), timedelta(minutes=7))}
WHOLE = (timedelta(hours=3, minutes=48), timedelta(hours=4, minutes=11))


@dataclass
class Tab:
    """A page that is still open somewhere: its address, what stands on it, and which visit it belongs to."""

    path: str
    page: Page
    visit: int


@dataclass
class Person:
    """One browser. `visit` counts the visits it has had; `alive` is None where only the site can say."""

    name: str
    client: Client = field(default_factory=lambda: _client())
    visit: int = 0
    alive: bool | None = False
    began: datetime | None = None
    used: datetime | None = None
    stored: dict[str, list[str]] = field(default_factory=dict)
    written: int = 0
    sent: bool = False
    """Something else was sent in this visit, so that it may hold more than the answers."""
    words: dict[str, str] = field(default_factory=dict)
    """Words that were typed -> the kind of text they are in, while they are held."""
    tabs: list[Tab] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    """Words of visits that ended, and of texts that were removed."""

    @property
    def cookie(self) -> str:
        """What the browser would send; "" for nothing."""
        held = self.client.cookies.get(settings.SESSION_COOKIE_NAME)
        return held.value if held else ""

    @property
    def path(self) -> Path:
        """The questions that apply, by what was answered."""
        return walk(FLOW, self.stored, facts_for_guide())

    @property
    def answers(self) -> Answers:
        """The flags of this person."""
        return read_answers(self.path, facts_for_guide())

    @property
    def plan(self) -> Plan:
        """The plan that the answers call for."""
        return build_plan(self.answers)

    @property
    def watched(self) -> bool:
        """Somebody may look at this phone: nothing is written on it."""
        return self.answers.watched

    def new_words(self) -> str:
        """Words that nobody else has typed."""
        self.written += 1
        return f"said{self.name}{self.written:03}so"

    def answer(self, slug: str, values: tuple[str, ...]) -> None:
        """Notes an answer as the guide should."""
        self.stored = record(FLOW, self.stored, slug, values, facts_for_guide())

    def begins(self, now: datetime) -> None:
        """A new visit."""
        self.visit += 1
        self.alive, self.began, self.used = True, now, now
        self.stored, self.words, self.sent = {}, {}, False

    def ends(self) -> None:
        """The visit is over, with everything in it."""
        self.past += self.words
        self.alive, self.stored, self.words = False, {}, {}

    def lives_on(self, now: datetime) -> None:
        """What the clock says about the visit; None where the rounding of its ends decides."""
        if self.alive is False or self.began is None or self.used is None:
            return
        lives, over = IDLE[bool(self.stored or self.words)]
        spans = ((now - self.used, (lives, IDLE[True][1] if self.sent else over)), (now - self.began, WHOLE))
        if any(passed >= surely_over for passed, (_lives, surely_over) in spans):
            self.ends()
        elif any(passed > surely_alive for passed, (surely_alive, _over) in spans):
            self.alive = None

    def row(self) -> Any:
        """The row of the visit in the database, None when there is none."""
        return Visit.objects.filter(pk__in=storage.names_of(self.cookie)).first() if self.cookie else None


def _client() -> Client:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.defaults.update({"HTTP_ORIGIN": "http://testserver"})
    return client
