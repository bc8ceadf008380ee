"""One request to one place: its boxes, its ready texts and its clock, for the person whose visit it is."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

from django.http import Http404
from django.utils import timezone

from resources import selectors
from resources.contexts.platforms import GENERAL
from resources.core.guide_sections import GuideSection
from resources.core.removal import Platform, RemovalService
from wizard.core.flow import Words
from wizard.core.wording_situations import own_work
from wizard.journey.journey import Journey
from wizard.notes.core.fields import ENTRY
from wizard.notes.core.guidance import care
from wizard.plan.core.removal_routes import Routes, routes_for_plan
from wizard.records.core import dates
from wizard.records.core.field import FieldSpec
from wizard.records.core.merging import Texts
from wizard.records.form import RecordEditor, RecordForm, Saved
from wizard.records.store import Record
from wizard.remove.core import ledger, prefill
from wizard.remove.core.deadlines import Clock
from wizard.remove.core.fields import BOXES, PLACE, REQUEST, boxes_for, first_boxes
from wizard.remove.core.how_to_ask import ways
from wizard.remove.core.links import problem
from wizard.remove.core.ready_texts import Ready, ready
from wizard.remove.core.request_parts import parts_of
from wizard.remove.core.text_kinds import LAW, Scene, offered


def place_called(name: str) -> Platform:
    """The place of that name; one that the facts do not know any more is asked like any website."""
    found = next((card for card in selectors.platforms() if card.name == name), None)
    found = found or next(iter(selectors.named_places((GENERAL,))), None)
    if found is None:
        raise Http404
    return found


class RequestEditor(RecordEditor):
    """The desk of one place."""

    def __init__(self, journey: Journey, place: Platform) -> None:
        super().__init__(journey)
        self.place = place

    @cached_property
    def routes(self) -> Routes:
        """Services and laws that can be used for this place."""
        at, a = self.at, self.a
        here = selectors.services_for(at.country, at.region, subject_under_18=a.subject_under_18)
        return routes_for_plan(here, at.country, (self.place,), minor=a.minor_now)

    def kinds(self, texts: Mapping[str, str] = {}) -> tuple[str, ...]:
        """The texts that fit this place and this person."""
        routes = (*self.routes.clocks, *self.routes.notices, *self.routes.copyright)
        found = tuple(route.service for route in routes)
        scene = Scene(
            self.place.kind,
            self.place.covered_by_us_48h,
            frozenset(card.slug for card in found),
            own_laws=frozenset(card.slug for card in found if card.is_of(self.at.country)),
            own_work=own_work(self.a),
            asks_back=texts.get("asks") == "yes",
        )
        return offered(self.a, scene)

    def ready(self, texts: Mapping[str, str]) -> tuple[Ready, ...]:
        """The texts themselves."""
        return tuple(ready(kind, self.a, parts_of(texts)) for kind in self.kinds(texts))

    def ways(self) -> tuple[GuideSection, ...]:
        """How to ask this place."""
        return ways(self.place, self.a, self.kinds())

    # The form

    def asked(self, kind: str) -> tuple[FieldSpec, ...]:
        """The boxes of a request to this place."""
        return boxes_for(self.a, self.kinds())

    def start(self) -> RecordForm:
        """The short form for a new request, with what the notes know of this place."""
        sheet = self.empty_form(REQUEST, first_boxes(self.asked(REQUEST)))
        known = {slug: text for slug, text in self.known().items() if slug in {box.slug for box in sheet.boxes}}
        return RecordForm(REQUEST, sheet.boxes, known, new=sheet.new)

    def known(self) -> Texts:
        """What the notes say about this place; nothing on a phone that somebody checks."""
        if self.a.watched:
            return {}
        entries = (row.texts for row in self.book.rows(ENTRY))
        return prefill.known(entries, _named(self.place), map(_named, selectors.platforms()))

    def form_for(self, row: Record) -> RecordForm:
        """The whole form of a request, with the clock of the place where none was chosen."""
        zone = {"zone": self._zone} if self._zone else {}
        return RecordForm(REQUEST, self.asked(REQUEST), {**zone, **row.texts}, row.version, wrong=to_look_at(row.texts))

    def every_box(self, kind: str) -> tuple[FieldSpec, ...]:
        """All boxes of a request."""
        return BOXES

    def care(self) -> tuple[Words, ...]:
        """What to take care of while writing: the same as for the notes."""
        return care(self.a)

    def _kept(self, sheet: RecordForm, sent: Texts, row: Record | None, was: str, new: str) -> Saved:
        here = {PLACE: self.place.name} if row is None else {}
        return super()._kept(sheet, {**here, **sent}, row, was, new)


def _named(card: Platform) -> prefill.PlaceNames:
    return prefill.PlaceNames(card.kind, (card.name, card.slug, *card.aliases))


def to_look_at(texts: Mapping[str, str]) -> dict[str, str]:
    """Slug -> one sentence, for what was kept as it is but may be meant otherwise."""
    said = {"links": problem(texts.get("links", ""))}
    on, at, where = (texts.get(slug, "") for slug in ("date", "time", "zone"))
    when = dates.problems(on, at, where, timezone.now())
    return {slug: words for slug, words in (said | when).items() if words}


def law_of(texts: Mapping[str, str]) -> RemovalService | None:
    """The law behind the request that was sent, None for any other request."""
    return selectors.service(LAW.get(texts.get("way", ""), ""))


def clock_of(texts: Mapping[str, str], now: datetime, country: str) -> tuple[Clock | None, str]:
    """The clock of a request of somebody in this country, and its words ("" without a clock)."""
    law = law_of(texts)
    hours = law.deadline_hours if law else None
    found = ledger.clock_of(texts, hours, now, selectors.clocks_near(country))
    return found, ledger.clock_words(found, hours is not None) if found else ""


def places_named(journey: Journey) -> tuple[Platform, ...]:
    """The places of the answers; a website without a name is any website."""
    slugs: Iterable[str] = journey.at.platforms
    website = (GENERAL,) if journey.path.replies.has("where", "website") else ()
    return selectors.named_places(dict.fromkeys((*slugs, *website)))
