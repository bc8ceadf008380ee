"""What the pages of the notes show: plain objects for templates, made from boxes and the texts in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from resources.core.hours.summary import clock
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.location import Whereabouts
from wizard.notes.core.fields import BOXES, Box
from wizard.records.core import dates, timezones
from wizard.records.core.input import to_look_at
from wizard.records.store import Row

GLANCE = 90  # characters of a note on the page that lists them


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list box."""

    value: str
    words: Words
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One box as the page draws it. `kind`: line, long, date, time or choice; `wrong`: a sentence, or ""."""

    box: Box
    label: Words
    text: str
    kind: str
    wrong: str
    near: tuple[Option, ...] = ()
    far: tuple[Option, ...] = ()

    @property
    def is_link(self) -> bool:
        """A whole address goes here."""
        return self.box.slug in ("link", "profile")

    @property
    def described(self) -> str:
        """Ids of what a screen reader says with the box: what is wrong, the hint, the room."""
        parts = {"w": self.wrong, "h": self.box.hint, "r": self.box.kind == "long"}
        return " ".join(f"{letter}-{self.box.slug}" for letter, there in parts.items() if there)

    @property
    def limit(self) -> int:
        """Where the browser stops: far enough behind the limit for us to say so, near enough to be sent at all."""
        return 2 * self.box.most


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes under one heading. One that is not `open` is folded."""

    heading: Words
    fields: tuple[Field, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The label and the words of one box that holds something."""

    label: Words
    text: Words


@dataclass(frozen=True, slots=True)
class Glance:
    """One row on the page that lists them."""

    id: str
    heading: str
    words: str
    look: bool


def fields(
    boxes: Iterable[Box], texts: Mapping[str, str], wrong: Mapping[str, str], a: Answers, at: Whereabouts
) -> tuple[Field, ...]:
    """The boxes with what stands in them and what is wrong with that."""
    return tuple(_field(box, texts.get(box.slug, ""), wrong.get(box.slug, ""), a, at) for box in boxes)


def groups(found: Iterable[Field], first_open: int) -> tuple[Group, ...]:
    """Under their headings; the first ones are open, and those that hold something or have something to look at."""
    parts = [(heading, tuple(part)) for heading, part in groupby(found, lambda field: field.box.group)]
    return tuple(
        Group(heading, part, at < first_open or any(field.text or field.wrong for field in part))
        for at, (heading, part) in enumerate(parts)
    )


def _field(box: Box, text: str, wrong: str, a: Answers, at: Whereabouts) -> Field:
    label = box.label_for(a)
    if box.kind == "zone":
        near, far = timezones.near(at.country), timezones.far(at.country)
        # What was chosen before the place was changed, or is no zone at all, stays chosen.
        extra = (text,) if text and text not in (*near, *far) else ()
        return Field(box, label, text, "choice", wrong, _zones((*extra, *near), text), _zones(far, text))
    if box.kind == "choice":
        known = dict(box.choices)
        choices = (*box.choices, *([(text, text)] if text and text not in known else []))
        options = tuple(Option(value, words, value == text) for value, words in choices)
        return Field(box, label, text, "choice", wrong, options)
    return Field(box, label, text, _way(box.kind, text), wrong)


def _zones(names: Iterable[str], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(name, zone_words(name), name == chosen) for name in names)


def zone_words(name: str) -> str:
    """A zone as a person says it: "Atlantic time (Halifax)"; what is no zone, as it was typed."""
    if dates.zone(name) is None or "/" not in name:
        return name
    said, city = clock(name), name.rpartition("/")[2].replace("_", " ")
    return said if city in said else _("%(clock)s (%(city)s)") % {"clock": said, "city": city}


def _way(kind: str, text: str) -> str:
    """How a box is drawn: never in a way that a browser would drop what stands in it."""
    if kind == "date":
        found = dates.day(text)
        return "date" if text == "" or (found and found.isoformat() == text) else "line"
    if kind == "time":
        fits = re.fullmatch(r"\d\d:\d\d", text, re.ASCII) and dates.clock(text)
        return "time" if text == "" or fits else "line"
    # One line drops the ends of lines.
    return "long" if "\n" in text else kind


def words_in(box: Box, text: str) -> Words:
    """The text of a box as it is read: the words of a choice, else what was typed."""
    return zone_words(text) if box.kind == "zone" else dict(box.choices).get(text, text)


def kept_before(kind: str, texts: Mapping[str, str], asked: Iterable[Box], a: Answers) -> tuple[Shown, ...]:
    """What stands in boxes that this person is not asked (any more)."""
    now = {box.slug for box in asked}
    return shown([box for box in BOXES[kind] if box.slug not in now], texts, a)


def shown(boxes: Iterable[Box], texts: Mapping[str, str], a: Answers) -> tuple[Shown, ...]:
    """Labels and words of the boxes that hold something."""
    return tuple(Shown(box.label_for(a), words_in(box, texts[box.slug])) for box in boxes if texts.get(box.slug))


def glance(row: Row) -> Glance:
    """A row as one line that leads to it."""
    heads = [box for box in BOXES[row.kind] if box.slug in ("kind", "platform")]
    rest = [box for box in BOXES[row.kind] if box.slug not in ("kind", "platform", "date", "time", "zone", "sure")]
    said = [str(words_in(box, row.texts[box.slug])) for box in rest if row.texts.get(box.slug)]
    when = when_words(row.texts) if "date" in {box.slug for box in BOXES[row.kind]} else ""
    parts = [when, *(str(words_in(box, row.texts[box.slug])) for box in heads if row.texts.get(box.slug))]
    heading = " · ".join(part for part in parts if part)
    return Glance(row.id, heading, " · ".join(said)[:GLANCE], bool(to_look_at(row.kind, row.texts)))


def when_words(texts: Mapping[str, str]) -> str:
    """Day and time of an entry; what is none stands as it was typed."""
    on, at = texts.get("date", ""), texts.get("time", "")
    found = dates.day(on)
    said = ", ".join(part for part in (date_format(found, "j F Y") if found else on, at) if part)
    sure = {"about": _("about %(when)s"), "not-sure": _("%(when)s, not sure")}.get(texts.get("sure", ""))
    return (sure % {"when": said} if sure else said) if said else _("No day yet")
