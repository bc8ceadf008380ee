"""The message of one visit: what was kept of it, the text that comes out, and how a form of it is kept."""

from collections.abc import Iterable
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from resources import selectors
from resources.core.law import Law
from wizard.core.flow import Words
from wizard.journey.journey import Journey
from wizard.message.core.fields import MESSAGE, NO, STOPS, STYLE, TEXT, YES, stops
from wizard.message.core.laws import law_to_name
from wizard.message.core.styles import Style, made, styles, suggestions
from wizard.records.context import DrawnField, fields
from wizard.records.core.field import FieldSpec
from wizard.records.core.input import typed
from wizard.records.core.merging import Texts
from wizard.records.core.messages import FULL
from wizard.records.store import FullError, RecordStore


class Draft:
    """Reads one row of the book. After a form that could not be kept, `texts` still holds what was typed."""

    def __init__(self, journey: Journey) -> None:
        self.journey, self.a, self.at = journey, journey.answers, journey.at
        self.book = RecordStore(journey.session)
        self.typed: Texts = {}
        self.wrong: dict[str, str] = {}
        self.trouble: Words = ""

    @property
    def kept(self) -> Texts:
        """What was kept, by the slug of its box."""
        row = self.book.single(MESSAGE)
        return row.texts if row else {}

    @property
    def was(self) -> str:
        """Names what was kept; each form carries it, so that a save from an old tab loses nothing."""
        row = self.book.single(MESSAGE)
        return row.version if row else ""

    @property
    def texts(self) -> Texts:
        """What the boxes show: kept or typed, and words that fit where there are none."""
        return {**suggestions(self.a), **self.kept, **self.typed}

    @property
    def stops(self) -> tuple[FieldSpec, ...]:
        """The questions before any words."""
        return stops(self.a)

    @property
    def stopped_by(self) -> tuple[str, ...]:
        """The questions that were answered with yes."""
        return tuple(box.slug for box in self.stops if self.kept.get(box.slug) == YES)

    @property
    def may_write(self) -> bool:
        """Every question was answered with no: one that is left open counts as a yes."""
        return all(self.kept.get(box.slug) == NO for box in self.stops)

    @property
    def failed(self) -> bool:
        """A form was sent and could not be kept."""
        return bool(self.trouble)

    # The text

    @cached_property
    def law(self) -> Law | None:
        """The law of the place that a message may name."""
        a, at = self.a, self.at
        found = selectors.laws_for(at.country, at.region, role=a.role, subject_under_18=a.subject_under_18)
        return None if at.assumed else law_to_name(found, made_up=a.fake)

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """The ways to say it that are offered."""
        return styles(self.a, self.law.title if self.law else "")

    @property
    def style(self) -> Style:
        """The chosen way, the first one until then."""
        return next((style for style in self.styles if style.slug == self.texts.get("style")), self.styles[0])

    @property
    def made(self) -> str:
        """The text that the blanks make."""
        return made(self.style, self.texts, self.a)

    @property
    def text(self) -> str:
        """The text to send: in the person's own words, or the one from the blanks."""
        return self.texts.get("text") or self.made

    # Keeping

    def fields(self, *boxes: FieldSpec) -> tuple[DrawnField, ...]:
        """The boxes as a page draws them."""
        return fields(boxes, {**self.texts, "text": self.text}, self.wrong, self.a, self.at)

    def keep(self, given: QueryDict, *boxes: FieldSpec) -> bool:
        """Keeps what was sent for these boxes; False when it could not be kept, and `trouble` says why."""
        self.typed = {slug: text for slug, text in typed(given, boxes).items() if self._offered(slug, text)}
        self.wrong = _too_long(self.typed, boxes)
        if self.wrong:
            self.trouble = next(iter(self.wrong.values()))
            return False
        return self.change(self._own_words(), given.get("was", "")[:3000])

    def change(self, texts: Texts, was: str) -> bool:
        """As `keep`, for texts that are right."""
        try:
            self.book.save_single(MESSAGE, texts, was)
        except FullError:
            self.trouble = FULL
            return False
        self.typed = {}
        return True

    def _offered(self, slug: str, text: str) -> bool:
        known = {box.slug: {YES, NO} for box in STOPS} | {STYLE.slug: {style.slug for style in self.styles}}
        return text in known.get(slug, {text})

    def _own_words(self) -> Texts:
        # Words that the page had filled in change with the answers, so they are not kept as the person's own.
        usual = suggestions(self.a) | {TEXT.slug: self.made}
        return {slug: "" if text == usual.get(slug) else text for slug, text in self.typed.items()}


def _too_long(texts: Texts, boxes: Iterable[FieldSpec]) -> dict[str, str]:
    sentence = _("This has %(size)s characters, and there is room for %(most)s. It is still here. Make it shorter.")
    sizes = {box.slug: (len(texts.get(box.slug, "")), box.most) for box in boxes}
    return {slug: sentence % {"size": size, "most": most} for slug, (size, most) in sizes.items() if size > most}
