"""What a form of the tools shows: plain objects for templates, made from fields and the texts in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from resources import selectors
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.location import Location
from wizard.records.core import dates
from wizard.records.core.field import FieldSpec


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One choice of a list box."""

    value: str
    words: Words
    chosen: bool


@dataclass(frozen=True, slots=True)
class DrawnField:
    """One box as the page draws it. `kind`: line, long, date, time or choice; `wrong`: a sentence, or ""."""

    box: FieldSpec
    label: Words
    text: str
    kind: str
    wrong: str
    near: tuple[FieldOption, ...] = ()
    far: tuple[FieldOption, ...] = ()

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
class FieldGroup:
    """Boxes under one heading. One that is not `open` is folded."""

    heading: Words
    fields: tuple[DrawnField, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The label and the words of one box that holds something."""

    label: Words
    text: Words


def fields(
    boxes: Iterable[FieldSpec], texts: Mapping[str, str], wrong: Mapping[str, str], a: Answers, at: Location
) -> tuple[DrawnField, ...]:
    """The boxes with what stands in them and what is wrong with that."""
    return tuple(_field(box, texts.get(box.slug, ""), wrong.get(box.slug, ""), a, at) for box in boxes)


def groups(found: Iterable[DrawnField], first_open: int) -> tuple[FieldGroup, ...]:
    """Under their headings; the first ones are open, and those that hold something or have something to look at."""
    parts = [(heading, tuple(part)) for heading, part in groupby(found, lambda field: field.box.group)]
    return tuple(
        FieldGroup(heading, part, at < first_open or any(field.text or field.wrong for field in part))
        for at, (heading, part) in enumerate(parts)
    )


def _field(box: FieldSpec, text: str, wrong: str, a: Answers, at: Location) -> DrawnField:
    label = box.label_for(a)
    if box.kind == "zone":
        near, far = selectors.clocks_near(at.country), selectors.clocks_far(at.country)
        # What was chosen before the place was changed, or is no zone at all, stays chosen.
        extra = (text,) if text and text not in (*near, *far) else ()
        return DrawnField(box, label, text, "choice", wrong, _zones((*extra, *near), text), _zones(far, text))
    if box.kind == "choice":
        known = dict(box.choices)
        choices = (*box.choices, *([(text, text)] if text and text not in known else []))
        options = tuple(FieldOption(value, words, value == text) for value, words in choices)
        return DrawnField(box, label, text, "choice", wrong, options)
    return DrawnField(box, label, text, _way(box.kind, text), wrong)


def _zones(names: Iterable[str], chosen: str) -> tuple[FieldOption, ...]:
    return tuple(FieldOption(name, zone_words(name), name == chosen) for name in names)


def zone_words(name: str) -> str:
    """A zone as a person says it: "Atlantic time (Halifax)"; what is no zone, as it was typed."""
    if dates.zone(name) is None or "/" not in name:
        return name
    said, city = selectors.clock_name(name), name.rpartition("/")[2].replace("_", " ")
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


def words_in(box: FieldSpec, text: str) -> Words:
    """The text of a box as it is read: the words of a choice, else what was typed."""
    return zone_words(text) if box.kind == "zone" else dict(box.choices).get(text, text)


def shown(boxes: Iterable[FieldSpec], texts: Mapping[str, str], a: Answers) -> tuple[Shown, ...]:
    """Labels and words of the boxes that hold something."""
    return tuple(Shown(box.label_for(a), words_in(box, texts[box.slug])) for box in boxes if texts.get(box.slug))
