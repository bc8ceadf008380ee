"""Whom somebody wants to tell, how, and how much: what is offered, and what stands when nothing was chosen. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.records.core.field import FieldSpec

# The kind of the one row in which a visit keeps these choices.
TALK = "talk"

FRIEND, FAMILY, ADULT, SCHOOL, LINE = "friend", "family", "adult", "school", "line"
TEXT, ALOUD = "text", "aloud"
LITTLE, SOME, MORE = "little", "some", "more"

BOXES: tuple[FieldSpec, ...] = (
    FieldSpec(
        "who",
        _("Who do you want to tell?"),
        "choice",
        choices=(
            (FRIEND, _("A friend")),
            (FAMILY, _("Someone in my family")),
            (ADULT, _("An adult I trust")),
            (SCHOOL, _("Someone at school or work")),
            (LINE, _("A helpline, a doctor or a worker")),
        ),
    ),
    FieldSpec("how", _("How?"), "choice", choices=((TEXT, _("By text")), (ALOUD, _("Out loud, or by phone")))),
    FieldSpec(
        "much",
        _("How much?"),
        "choice",
        choices=(
            (LITTLE, _("That something happened")),
            (SOME, _("The main thing")),
            (MORE, _("The details, too")),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class TalkChoice:
    """What was chosen, or stands in for it. `who` is "" for anybody."""

    who: str
    how: str
    much: str


def offered(a: Answers) -> tuple[FieldSpec, ...]:
    """The choices that this person has: nobody at home where that is a danger, no text from a phone others use."""
    left_out: set[str] = set()
    if a.family or a.home:
        left_out.add(FAMILY)
    if a.family or a.home or not a.device_mine:
        left_out.add(TEXT)
    return tuple(_without(box, left_out) for box in BOXES)


def chosen(a: Answers, texts: Mapping[str, str]) -> TalkChoice:
    """The choice that counts now; one that is not offered any more does not."""
    values = {box.slug: {value for value, _words in box.choices} for box in offered(a)}
    kept = {slug: texts.get(slug, "") if texts.get(slug) in known else "" for slug, known in values.items()}
    return TalkChoice(
        kept["who"], kept["how"] or (ALOUD if TEXT not in values["how"] or a.put_right else TEXT), kept["much"] or SOME
    )


def _without(box: FieldSpec, left_out: set[str]) -> FieldSpec:
    choices = tuple(choice for choice in box.choices if choice[0] not in left_out)
    return FieldSpec(box.slug, box.label, box.kind, choices=choices)
