"""Which lines each step has, from which pools, and which flags of the person decide it. Pure: a table of steps.

To give a step other lines, change its row here. A row reads the flags of its key and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from resources.core.helpline import Helpline
from wizard.helplines.core.danger_slots import (
    ADULT_AT_RISK,
    EMERGENCY,
    HURT,
    LEGAL,
    NIGHT,
    OUTING,
    PROTECTION,
    SPECIALIST,
    TALK,
    clock,
    crisis,
    danger_now,
    none_yet,
    safety_plan,
    young,
)
from wizard.helplines.core.harm_slots import Slot
from wizard.helplines.core.key import NumberKey

Lines = tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """The lines of one step: the flags of the key that it reads beside `role` and `age`, and its parts for a key.

    Parts are picked in this order: what is named first is never pushed out.
    """

    flags: tuple[str, ...]
    parts: Callable[[NumberKey], tuple[Slot, ...]]
    reader: str = ""  # the role of who reads these lines, where that is not the one who answered

    @property
    def reads(self) -> tuple[str, ...]:
        """Every flag of the key that the step may read."""
        return ("role", "age", *self.flags)

    def seen(self, whole: NumberKey) -> NumberKey:
        """The key as this step sees it: all that it does not read is neutral."""
        narrow = whole.narrowed(self.reads)
        return replace(narrow, role=self.reader) if self.reader else narrow


def _just(*slots: Slot) -> Callable[[NumberKey], tuple[Slot, ...]]:
    """The same parts whatever the key says; each asks it by its own `when`."""
    return lambda key: slots


def _grown(key: NumberKey, taken: Lines) -> bool:
    return not key.minor


def _may_report(key: NumberKey, taken: Lines) -> bool:
    # A body that takes reports is for a sharer only beside a lawyer to ask first.
    sharer = key.role == "sharer" or key.passed_on == "only"
    return not sharer or any("legal" in line.fit.topics and line.confirmed for line in taken)


def _no_parents_line(key: NumberKey, taken: Lines) -> bool:
    return not any("parents" in line.fit.topics for line in taken) or key.role != "child"


def _not_friend_of_young(key: NumberKey, taken: Lines) -> bool:
    # A friend can hand a link to a tipline; everything else is for the person in the picture.
    return key.role != "friend" or not key.subject_under_18


PICTURE = ("own_matching", "own_tiplines", "bodies", "matching", "tiplines", "image")


STEPS: dict[str, StepRow] = {
    "danger_now": StepRow(("danger_from", "crisis"), danger_now),
    "crisis": StepRow(("danger_from", "text_first"), crisis),
    "beat_the_clock": StepRow(("danger_from", "text_first"), clock),
    "body_care": StepRow((), _just(Slot("hurt", 2, ("care",)), PROTECTION)),
    "safety_plan": StepRow(("source",), safety_plan),
    "found_device": StepRow((), _just(PROTECTION, HURT, NIGHT)),
    "got_one": StepRow((), _just(Slot("tipline", 2, ("own_tiplines", "link_tiplines")), TALK)),
    "look_alike": StepRow((), _just(Slot("tipline", 1, ("own_tiplines",), young))),
    "office_above": StepRow(("passed_on",), _just(PROTECTION, Slot("legal", 1, ("legal_for_age",)))),
    "stop_contact": StepRow(("passed_on",), _just(Slot("legal", 1, ("lawyer",)))),
    "undo_payment": StepRow((), _just(Slot("money", 2, ("fraud",)))),
    "worker_duties": StepRow(
        ("at_risk", "affected"),
        _just(EMERGENCY, ADULT_AT_RISK, PROTECTION, Slot("tipline", 1, ("own_tiplines",), young), SPECIALIST),
    ),
    "with_your_child": StepRow(
        ("at_risk", "affected", "text_first", "passed_on"),
        _just(TALK, ADULT_AT_RISK, Slot("parents", 1, ("parents",)), SPECIALIST, Slot("more", 1, ("talk",))),
    ),
    # The same step when home is the danger.
    "risky_home": StepRow(
        ("at_risk", "source", "passed_on"),
        _just(
            PROTECTION,
            ADULT_AT_RISK,
            Slot("violence", 2, ("violence",), _grown),
            TALK,
            Slot("parents", 1, ("parents",)),
        ),
    ),
    "be_a_good_friend": StepRow(
        ("at_risk", "affected", "text_first"), _just(PROTECTION, ADULT_AT_RISK, TALK, SPECIALIST)
    ),
    "put_it_right": StepRow(
        ("passed_on", "affected"),
        _just(
            Slot("legal", 2, ("lawyer",)),
            Slot("change", 1, ("change",), _grown),
            replace(SPECIALIST, when=lambda key, taken: key.affected and _may_report(key, taken)),
        ),
    ),
    "tell_someone": StepRow(
        ("passed_on", "affected", "schooled", "sextorted", "outing", "text_first"),
        _just(
            Slot("legal", 1, ("lawyer",), lambda key, taken: key.lawyer),
            SPECIALIST,
            Slot("counselling", 1, ("counselling", "talk")),
            OUTING,
        ),
    ),
    "write_it_down": StepRow((), _just(Slot("tipline", 1, ("link_tiplines",)))),
    "say_no": StepRow((), _just(Slot("between", 1, ("between",)))),
    "match_service": StepRow(
        (), _just(Slot("matching", 2, ("matching",)), Slot("link", 1, ("link_tiplines", "bodies")))
    ),
    "regulator": StepRow(
        (), _just(Slot("tiplines", 2, ("tiplines",)), Slot("bodies", 4, ("bodies",), _not_friend_of_young))
    ),
    "officers": StepRow(
        ("passed_on",),
        _just(LEGAL, Slot("police", 1, ("police_near",), _may_report), Slot("money", 1, ("police_money",))),
    ),
    "know_your_rights": StepRow(
        ("passed_on",),
        _just(
            Slot("lawyer", 2, ("lawyer",), lambda key, taken: key.lawyer),
            Slot("youth_legal", 2, ("youth_legal",), none_yet),
            Slot("legal", 2, ("legal",), lambda key, taken: not taken and not key.lawyer),
            Slot("compensation", 2, ("compensation",)),
        ),
    ),
    "other_ways": StepRow((), _just(HURT)),
    "look_after_yourself": StepRow(
        ("text_first", "passed_on"),
        _just(
            Slot("talk", 1, ("own_talk",)),
            Slot("parents", 1, ("parents",), lambda key, taken: key.role == "child"),
            Slot("counselling", 2, ("counselling",), _no_parents_line),
        ),
    ),
    "people": StepRow(
        ("text_first", "passed_on", "outing"),
        _just(
            EMERGENCY,
            TALK,
            Slot("legal", 1, ("lawyer",), lambda key, taken: key.lawyer),
            Slot("picture", 1, PICTURE, _may_report),
            OUTING,
            Slot("safety", 1, ("safety",), lambda key, taken: key.role != "sharer" and key.passed_on != "only"),
            Slot("more", 4, ("talk", "hurt")),
            Slot("rest", 0, ("all",)),
        ),
    ),
    # What a child under 13 alone sees of `people`; the rest stands in the fold for the grown-up.
    "child_alone": StepRow(
        ("text_first",),
        _just(
            EMERGENCY,
            Slot("talk", 1, ("awake_child_line",)),
            Slot("protection", 1, ("child_protection",)),
            Slot("more", 1, ("talk",)),
            Slot("rest", 0, ("all",)),
        ),
    ),
    # What stands in that fold: lines for the grown-up whom the child told.
    "grown_up": StepRow(
        (), _just(PROTECTION, Slot("parents", 1, ("parents",)), Slot("tipline", 1, ("own_tiplines",))), reader="child"
    ),
}
