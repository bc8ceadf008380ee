"""The site under moves that nobody planned: three browsers, with tabs that grow old, a clock that goes on, and rubbish.

After every move each answer keeps `rules_of_answers`; the plan is the one that the answers call for and keeps the
safety rules; what was typed is held or given back; nobody meets the words of somebody else; the database and the log
hold no word.
"""

import logging
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any, ClassVar
from unittest import mock
from urllib.parse import urlencode

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from compass.logs import FORMAT, DropRequest
from compass.models import SealedRecord, Visit
from compass.visits.session_store import SessionStore
from resources import page_cache
from tests.moves.person import Person, Tab
from tests.moves.rules_of_answers import TYPED, broken
from tests.people import PEOPLE
from tests.visitor import FORM, Page
from wizard.core.tools import open_tools
from wizard.journey.journey import ANSWERS
from wizard.review.proof.plan_case import PlanCase
from wizard.review.proof.plan_rules import RULES

START = datetime(2026, 11, 22, 21, 7, tzinfo=UTC)
PUBLIC = (
    *("/", "/now/", "/now/gb/", "/after/", "/people/", "/people/ca/", "/people/ca/?age=u18&by=text", "/people/xx/"),
    *("/places/", "/places/?q=insta", "/places/instagram/", "/places/nobody/", "/safety/", "/privacy/", "/about/"),
    *("/people.json", "/healthz", "/nothing-here/", "/notes/check/"),
)
OF_A_VISIT = (
    *("/plan/", "/plan/print/", "/visit/", "/guide/", "/guide/now/", "/guide/check/", "/notes/", "/notes/take/"),
    *("/notes/print/", "/message/", "/remove/", "/talk/", "/talk/card/", "/talk/sheet/", "/plan/stop-contact/"),
)
# Address of a form -> the box that words are typed into. Of the last ones a visit holds one text each.
BOXES = {
    "/notes/": "link", "/notes/new/": "words", "/notes/more/told/": "answer", "/notes/more/held/": "what",
    "/notes/more/": "effect", "/remove/at/instagram/": "found", "/message/write/": "about",
}  # fmt: skip
HELD_ONCE = ("/notes/more/", "/remove/at/instagram/", "/message/write/")
RUBBISH = ("", "a=b", "who-answer=%00", "words=" + "x" * 9000, "=&&==", "done=1&done=0", "csrfmiddlewaretoken=no")
# Other ways to read letters never come so far: `compass.door` takes them off.
KINDS = (FORM, "multipart/form-data; boundary=x", "image/jpeg", "text/plain", "")

people = st.integers(0, 2)
picks = st.integers(0, 9999)


class Site(RuleBasedStateMachine):
    """Three people move; `moves` counts all moves of all runs."""

    moves = 0
    # What came of them, so that a machine that only stands before closed doors is noticed.
    seen: ClassVar[Counter[str]] = Counter()

    @initialize()
    def opens(self) -> None:
        self.now = START
        self.clock = mock.patch("django.utils.timezone.now", side_effect=lambda: self.now)
        self.clock.start()
        Visit.objects.all().delete()
        SealedRecord.objects.all().delete()
        page_cache.forget()
        self.people = [Person(name) for name in "abc"]
        self.log = StringIO()
        self.handler = logging.StreamHandler(self.log)
        self.handler.setFormatter(logging.Formatter(FORMAT, style="{"))
        self.handler.addFilter(DropRequest())
        logging.getLogger().addHandler(self.handler)

    def teardown(self) -> None:
        if hasattr(self, "clock"):
            self.clock.stop()
            logging.getLogger().removeHandler(self.handler)

    # Looking and going on -----------------------------------------------------------------------------------------

    @rule(who=people, pick=picks)
    def looks_at_a_public_page(self, who: int, pick: int) -> None:
        path = PUBLIC[pick % len(PUBLIC)]
        answer = self.ask(self.people[who], "get", path)
        assert answer.status_code == (404 if path in ("/people/xx/", "/places/nobody/", "/nothing-here/") else 200)

    @rule(who=people)
    def begins(self, who: int) -> None:
        person = self.people[who]
        self.settle(person)
        answer = self.ask(person, "get", "/guide/who/")
        assert answer.status_code == 200
        if not person.alive:
            person.begins(self.now)
        self.keep_tab(person, "/guide/who/", answer)

    @rule(who=people, someone=st.sampled_from([*PEOPLE]))
    def comes_with_a_whole_story(self, who: int, someone: str) -> None:
        """Leaves what was, and answers every question as one of the people that tests know."""
        self.leaves(who, "tap")
        self.begins(who)
        person, story = self.people[who], PEOPLE[someone]
        while (slug := person.path.first_open) is not None:
            tab = next(tab for tab in reversed(person.tabs) if tab.path == f"/guide/{slug}/")
            self.sends_answer(person, tab, slug, tuple(story.get(slug, "").split()))
            if person.path.first_open not in (None, person.tabs[-1].path.split("/")[2]):
                # The page with numbers after the question on danger.
                self.keep_tab(person, *self.open_question(person))
        self.seen["whole story"] += 1

    def open_question(self, person: Person) -> tuple[str, Any]:
        path = f"/guide/{person.path.first_open}/"
        return path, self.ask(person, "get", path)

    @rule(who=people, pick=picks)
    def looks_into_the_visit(self, who: int, pick: int) -> None:
        person, path = self.people[who], OF_A_VISIT[pick % len(OF_A_VISIT)]
        self.settle(person)
        answer = self.ask(person, "get", path)
        if person.alive is False:
            assert answer.status_code == 303 or path == "/guide/"
        elif answer.status_code == 200 and "<form" in answer.content.decode():
            self.keep_tab(person, path, answer)

    @rule(who=people, chosen=st.lists(st.tuples(picks, st.integers(0, 9)), min_size=1, max_size=14))
    def answers_questions(self, who: int, chosen: list[tuple[int, int]]) -> None:
        for pick, skips in chosen:
            self.answers_one(self.people[who], pick, skips)

    def answers_one(self, person: Person, pick: int, skips: int) -> None:
        tabs = [tab for tab in person.tabs if tab.path.startswith("/guide/") and tab.page.offered]
        if not tabs:
            return
        # The newest tab mostly, an old one now and then.
        tab = tabs[-1] if pick % 9 else tabs[pick % len(tabs)]
        slug = tab.path.split("/")[2]
        offered = tab.page.offered.get(f"{slug}-answer", [])
        values = tuple(dict.fromkeys(offered[(pick * step) % len(offered)] for step in (1, 7)[: 1 + pick % 2]))
        many = f"{slug}-answer" in tab.page.many
        self.sends_answer(person, tab, slug, () if not skips else values if many else values[:1])

    def sends_answer(self, person: Person, tab: Tab, slug: str, values: tuple[str, ...]) -> None:
        self.settle(person)
        data = {f"{slug}-answer": list(values)} if values else {"skip": "1"}
        fits = person.alive and tab.visit == person.visit
        answer = self.send(person, tab, data)
        if not fits:
            assert answer.status_code == 403
            self.seen["late answer"] += 1
            return
        if answer.status_code == 303:
            self.seen["answer"] += 1
            if slug in [stop.question.slug for stop in person.path.reached]:
                person.answer(slug, values)
            self.follow(person, answer)
        assert SessionStore(person.cookie).get(ANSWERS, {}) == person.stored

    @rule(who=people)
    def sees_the_plan_that_the_answers_call_for(self, who: int) -> None:
        person = self.people[who]
        self.settle(person)
        answer = self.ask(person, "get", "/plan/")
        if not person.alive:
            assert (answer.status_code, answer["Location"]) == (303, "/guide/")
            return
        page = Page(answer)
        assert sorted(page.data["data-step"]) == sorted(person.plan.slugs)
        assert set(page.data.get("data-tool", ())) <= open_tools(person.answers)
        self.seen["plan of many answers" if len(person.stored) > 7 else "plan"] += 1
        case = PlanCase(person.answers)
        assert [each.number for each in RULES if not all(check(case) for check in each.checks)] == []
        self.keep_tab(person, "/plan/", answer)

    @rule(who=people, pick=picks)
    def opens_a_step_and_ticks_it(self, who: int, pick: int) -> None:
        person = self.people[who]
        self.settle(person)
        slugs = person.plan.slugs if person.alive else ()
        slug = slugs[pick % len(slugs)] if slugs and pick % 4 else "say-no"
        answer = self.ask(person, "get", f"/plan/{slug}/")
        assert answer.status_code == (200 if slug in slugs else 303)
        if answer.status_code == 200:
            self.send(person, Tab(f"/plan/{slug}/", Page(answer), person.visit), {"done": str(pick % 2)})

    # Writing ------------------------------------------------------------------------------------------------------

    @rule(who=people, chosen=st.lists(picks, min_size=1, max_size=6))
    def writes(self, who: int, chosen: list[int]) -> None:
        if not self.people[who].alive:
            self.comes_with_a_whole_story(who, [*PEOPLE][chosen[0] % len(PEOPLE)])
        for pick in chosen:
            self.opens_a_form_and_types(self.people[who], list(BOXES)[pick % len(BOXES)])

    def opens_a_form_and_types(self, person: Person, path: str) -> None:
        self.settle(person)
        if path.startswith("/message/"):
            self.ask(person, "get", "/message/")
        answer = self.ask(person, "get", path)
        if answer.status_code == 200 and f'name="{BOXES[path]}"' in answer.content.decode():
            self.keep_tab(person, path, answer)
            self.types(person, person.tabs[-1])

    @rule(who=people, pick=picks)
    def writes_in_an_old_tab(self, who: int, pick: int) -> None:
        person = self.people[who]
        tabs = [tab for tab in person.tabs if tab.path in BOXES]
        if tabs:
            self.settle(person)
            self.types(person, tabs[pick % len(tabs)])

    def types(self, person: Person, tab: Tab) -> None:
        """What was typed is held afterwards, or stands in the answer; no other text goes."""
        words, before = person.new_words(), set(person.words)
        fits = person.alive and tab.visit == person.visit
        answer = self.send(person, tab, {BOXES[tab.path]: words}, typed={words})
        held = self.held(person)
        assert words in held or words in answer.content.decode(), "typed words are lost"
        assert fits or (words not in held and answer.status_code == 403)
        self.seen["held" if words in held else "given back"] += 1
        gone = before - held
        assert all(person.words[each] == tab.path in HELD_ONCE for each in gone), "another text is gone"
        person.past += gone
        person.words = {each: person.words.get(each, tab.path) for each in held}

    @rule(who=people, pick=picks)
    def takes_a_note_away(self, who: int, pick: int) -> None:
        person = self.people[who]
        self.settle(person)
        notes = [words for words, path in person.words.items() if path in ("/notes/", "/notes/new/")]
        if not (person.alive and notes) or "notes" not in open_tools(person.answers) or person.watched:
            return
        listing = self.ask(person, "get", "/notes/")
        links = [link for link in Page(listing).links if link.endswith("/remove/")]
        if links:
            asked = self.ask(person, "get", links[pick % len(links)])
            self.send(person, Tab(links[pick % len(links)], Page(asked), person.visit), {})
            held = self.held(person)
            assert len(set(person.words) - held) <= 1
            self.seen["note removed"] += 1
            person.past += set(person.words) - held
            person.words = {words: path for words, path in person.words.items() if words in held}

    @rule(who=people, which=st.sampled_from(["csv", "json", "no"]))
    def takes_the_notes_along(self, who: int, which: str) -> None:
        person = self.people[who]
        self.settle(person)
        answer = self.ask(person, "get", "/notes/take/")
        if answer.status_code == 200:
            self.send(person, Tab("/notes/take/", Page(answer), person.visit), {"which": which})
            self.seen["notes taken along"] += 1

    # Ending -------------------------------------------------------------------------------------------------------

    @rule(who=people, how=st.sampled_from(["tap", "beacon", "again"]))
    def leaves(self, who: int, how: str) -> None:
        person = self.people[who]
        self.settle(person)
        cookie = person.cookie
        if how == "again" and person.alive:
            page = Page(self.ask(person, "get", "/visit/"))
            self.send(person, Tab("/start-again/", page, person.visit), {})
        else:
            self.ask(person, "post" if how == "beacon" else "get", "/leave/", {} if how == "beacon" else None)
        assert not (cookie and SessionStore(cookie).is_open)
        self.seen["left"] += bool(person.alive)
        person.ends()

    @rule(minutes=st.sampled_from([1, 1, 2, 3, 3, 20, 35, 125]))
    def time_goes_on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for person in self.people:
            was = person.alive
            person.lives_on(self.now)
            self.seen["over in time"] += bool(was and person.alive is False)

    @rule()
    def what_ended_is_removed(self) -> None:
        SessionStore.clear_expired()
        alive = [person.alive for person in self.people]
        found = [bool(person.row()) for person in self.people]
        assert alive.count(True) <= Visit.objects.count() <= len(alive) - alive.count(False), (alive, found)

    # Rubbish ------------------------------------------------------------------------------------------------------

    @rule(who=people, pick=picks, body=st.sampled_from(RUBBISH), kind=st.sampled_from(KINDS))
    def sends_rubbish(self, who: int, pick: int, body: str, kind: str) -> None:
        person = self.people[who]
        self.settle(person)
        paths = (*PUBLIC, *OF_A_VISIT, *BOXES)
        path = paths[pick % len(paths)]
        had = bool(person.cookie)
        answer = person.client.generic("POST", path, body, content_type=kind)
        self.judge(person, answer, set(person.words), had, path)

    @rule(who=people, cookie=st.sampled_from(["", "short", "a" * 32, "ä", "x" * 5000]))
    def comes_with_a_cookie_that_is_none(self, who: int, cookie: str) -> None:
        stranger = Person("z")
        stranger.client.cookies["visit"] = cookie
        answer = stranger.client.get(OF_A_VISIT[who])
        self.judge(stranger, answer, set(), True, OF_A_VISIT[who])
        assert answer.status_code == 303

    # What always holds --------------------------------------------------------------------------------------------

    @invariant()
    def the_database_holds_no_word(self) -> None:
        if hasattr(self, "people"):
            type(self).moves += 1
            for table in (Visit, SealedRecord):
                boxes = (bytes(box).decode("latin-1") for box in table.objects.values_list("box", flat=True))
                assert [box for box in boxes if TYPED.search(box)] == []

    @invariant()
    def the_log_holds_no_word_and_no_address(self) -> None:
        if hasattr(self, "log"):
            told = self.log.getvalue()
            assert TYPED.search(told) is None
            assert [path for path in (*OF_A_VISIT, *BOXES, "127.0.0.1") if path in told and path != "/"] == []

    # How it is asked ----------------------------------------------------------------------------------------------

    def ask(self, person: Person, method: str, path: str, data: Any = None, typed: frozenset[str] = frozenset()) -> Any:
        had = bool(person.cookie)
        if method == "get":
            answer = person.client.get(path)
        else:
            answer = person.client.post(path, urlencode(data or {}, doseq=True), content_type=FORM)
        self.judge(person, answer, {*person.words, *typed}, had, path)
        if person.alive:
            person.used = self.now
        return answer

    def send(self, person: Person, tab: Tab, data: dict[str, Any], typed: Any = frozenset()) -> Any:
        """Posts what stands in the hidden fields of a tab, with these boxes beside it."""
        person.sent = True
        return self.ask(person, "post", tab.path, {**tab.page.fields, **data}, frozenset(typed))

    def judge(self, person: Person, answer: Any, mine: set[str], had: bool, path: str) -> None:
        found = broken(answer, mine, had, path)
        assert found == [], (found, path)

    def follow(self, person: Person, answer: Any) -> None:
        """Goes where an answer leads, and leaves the page open in a tab."""
        for _ in range(4):
            if answer.status_code != 303:
                break
            path = answer["Location"].partition("#")[0]
            answer = self.ask(person, "get", path)
        if answer.status_code == 200:
            self.keep_tab(person, path, answer)

    def keep_tab(self, person: Person, path: str, answer: Any) -> None:
        person.tabs = [*person.tabs, Tab(path, Page(answer), person.visit)][-12:]

    def held(self, person: Person) -> set[str]:
        """The words on the page of all that is kept."""
        had = bool(person.cookie)
        answer = person.client.get("/visit/")
        body = answer.content.decode()
        self.judge(person, answer, {*person.words, *TYPED.findall(body)} - set(person.past), had, "/visit/")
        return set(TYPED.findall(body))

    def settle(self, person: Person) -> None:
        """Asks the site whether a visit lives on where the rounding of its ends decides."""
        if person.alive is None:
            person.alive = SessionStore(person.cookie).is_open
            if not person.alive:
                person.ends()
