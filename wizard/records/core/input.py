"""What was typed into boxes, and what is wrong with it. Pure. Nothing is cut, trimmed or put right."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wizard.records.core import dates
from wizard.records.core.field import FieldSpec
from wizard.records.core.merging import Texts

# What a form fills in by itself is not yet something that a person wrote.
FILLED_IN = frozenset({"zone"})


def typed(given: Mapping[str, str], boxes: Iterable[FieldSpec]) -> Texts:
    """The text of each box that was sent, as typed. On the way every new line became two characters: one again."""
    return {box.slug: _one_line_end(given[box.slug]) for box in boxes if box.slug in given}


def _one_line_end(text: str) -> str:
    # No keyboard writes a zero byte, and no page and no file can show one.
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def is_blank(texts: Mapping[str, str]) -> bool:
    """Nobody wrote anything."""
    return not any(text.strip() for slug, text in texts.items() if slug not in FILLED_IN)


def without_idle_zone(texts: Mapping[str, str], usual: str) -> Texts:
    """A new row without the time zone that the form filled in, where no day and no time stands beside it."""
    idle = texts.get("zone", "") == usual and not texts.get("date") and not texts.get("time")
    return {slug: text for slug, text in texts.items() if not (idle and slug == "zone")}


def too_long(texts: Mapping[str, str], boxes: Iterable[FieldSpec]) -> dict[str, str]:
    """Slug -> one sentence, for each box with more text than it can hold: this cannot be kept."""
    return {
        box.slug: _longer(len(texts[box.slug]), box.most) for box in boxes if len(texts.get(box.slug, "")) > box.most
    }


def _longer(size: int, most: int) -> str:
    return _(
        "This has %(size)s characters, and there is room for %(most)s. It is still here. Make it shorter, or put a "
        "part of it into another note."
    ) % {"size": _in_thousands(size), "most": _in_thousands(most)}


def _in_thousands(number: int) -> str:
    return f"{number:,}".replace(",", pgettext("between thousands", ","))


def to_look_at(boxes: Iterable[FieldSpec], texts: Mapping[str, str], now: datetime | None = None) -> dict[str, str]:
    """Slug -> one sentence, for what was saved as it is but may be meant otherwise: a day or a time that is none.

    With `now` (aware), also one that has not come yet.
    """
    if not any(box.kind == "date" for box in boxes):
        return {}
    return dates.problems(texts.get("date", ""), texts.get("time", ""), texts.get("zone", ""), now)
