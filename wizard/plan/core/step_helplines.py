"""The few lines that a step shows: four at most, the rest behind one link. Pure: a table of steps, one way to pick.

To give a step other lines, change its row here; its template shows the parts by name (`lines.steps.people.talk`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from resources.core.helpline import Helpline
from resources.core.helpline_choice import Seeker
from resources.core.needs import HelplinesByNeed
from wizard.plan.core.helpline_pools import ByNeed, narrower_needs

MOST = 4
When = Callable[[Seeker, tuple[Helpline, ...]], bool]


@dataclass(frozen=True, slots=True)
class Slot:
    """Lines that stand together in a step: at most so many, from these needs in turn.

    `when` is asked with the seeker and the lines that the parts before it took.
    """

    name: str
    most: int
    needs: tuple[str, ...]
    when: When = lambda who, taken: True


@dataclass(frozen=True, slots=True)
class StepHelplines:
    """What one step shows, by part. `left_out`: there are more lines of these kinds, so the link belongs here."""

    parts: Mapping[str, tuple[Helpline, ...]] = field(default_factory=dict)
    left_out: bool = False

    def __getitem__(self, part: str) -> tuple[Helpline, ...]:
        return self.parts[part]

    @property
    def lines(self) -> tuple[Helpline, ...]:
        """Every line of the step, in the order it was picked."""
        return tuple(line for part in self.parts.values() for line in part)


@dataclass(frozen=True, slots=True)
class PlanHelplines(HelplinesByNeed):
    """The helplines of one plan: by need, and by the step that shows them."""

    steps: Mapping[str, StepHelplines] = field(default_factory=dict)


def _young(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return who.minor


def _grown(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return not who.minor


def _parent(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return who.role == "child"


def _sharer(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return who.role == "sharer" or who.only_passed_on


def _passed_on(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return who.needs_a_lawyer


def _not_sharer(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return not _sharer(who, taken)


def _may_report(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    # A body that takes reports is for a sharer only beside a lawyer to ask first.
    return not _sharer(who, taken) or any("legal" in line.fit.topics and line.confirmed for line in taken)


def _no_parents_line(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return not any("parents" in line.fit.topics for line in taken) or who.role != "child"


def _none_yet(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return not taken


def _nobody_at_night(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    return not any(line.open_all_hours for line in taken)


def _not_friend_of_young(who: Seeker, taken: tuple[Helpline, ...]) -> bool:
    # A friend can hand a link to a tipline; everything else is for the person in the picture.
    return who.role != "friend" or not who.subject_under_18


EMERGENCY = Slot("emergency", 2, ("emergency",))
TALK = Slot("talk", 1, ("talk",))
PROTECTION = Slot("protection", 2, ("child_protection",), _young)
LEGAL = Slot("legal", 2, ("legal_for_age",))
# Whoever knows most about pictures stands, with a number, where the person or the helper begins.
SPECIALIST = Slot("picture", 1, ("specialist",), _not_sharer)
PICTURE = ("own_matching", "own_tiplines", "bodies", "matching", "tiplines", "image")

# Parts are picked in this order: what is named first is never pushed out. A template may show them in another.
STEPS: dict[str, tuple[Slot, ...]] = {
    "danger_now": (EMERGENCY, TALK),
    "crisis": (EMERGENCY, Slot("talk", 3, ("talk",))),
    "beat_the_clock": (Slot("talk", 2, ("talk",)), Slot("emergency", 2, ("emergency",), _none_yet)),
    "body_care": (Slot("hurt", 2, ("hurt",)), PROTECTION),
    "safety_plan": (PROTECTION, Slot("violence", 2, ("violence",)), Slot("talk", 1, ("talk",), _nobody_at_night)),
    "found_device": (PROTECTION, Slot("hurt", 2, ("hurt",)), Slot("talk", 1, ("talk",), _nobody_at_night)),
    "got_one": (Slot("tipline", 2, ("own_tiplines", "link_tiplines")), Slot("talk", 1, ("talk",))),
    "look_alike": (Slot("tipline", 1, ("own_tiplines",), _young),),
    "office_above": (PROTECTION, Slot("legal", 1, ("legal_for_age",))),
    "stop_contact": (Slot("legal", 1, ("lawyer",)),),
    "undo_payment": (Slot("money", 2, ("fraud",)),),
    "worker_duties": (EMERGENCY, PROTECTION, Slot("tipline", 1, ("own_tiplines",), _young), SPECIALIST),
    "with_your_child": (Slot("talk", 2, ("talk",)), Slot("parents", 1, ("parents",)), SPECIALIST),
    # The same step when home is the danger.
    "risky_home": (PROTECTION, Slot("violence", 1, ("violence",), _grown), TALK, Slot("parents", 1, ("parents",))),
    "be_a_good_friend": (PROTECTION, TALK, SPECIALIST),
    "put_it_right": (Slot("legal", 2, ("lawyer",)),),
    "tell_someone": (Slot("legal", 1, ("lawyer",)), Slot("counselling", 1, ("counselling", "talk")), SPECIALIST),
    "write_it_down": (Slot("tipline", 1, ("link_tiplines",)),),
    "say_no": (Slot("between", 1, ("between",)),),
    "match_service": (Slot("matching", 2, ("matching",)), Slot("link", 1, ("link_tiplines", "bodies"))),
    "regulator": (Slot("tiplines", 2, ("tiplines",)), Slot("bodies", MOST, ("bodies",), _not_friend_of_young)),
    "officers": (LEGAL, Slot("police", 1, ("police_near",), _may_report), Slot("money", 1, ("police_money",))),
    "know_your_rights": (
        Slot("lawyer", 2, ("lawyer",), _passed_on),
        Slot("youth_legal", 2, ("youth_legal",), _none_yet),
        Slot("legal", 2, ("legal",), lambda who, taken: not taken and not _passed_on(who, taken)),
        Slot("compensation", 2, ("compensation",)),
    ),
    "other_ways": (Slot("hurt", 1, ("hurt",)),),
    "look_after_yourself": (
        Slot("talk", 1, ("own_talk",)),
        Slot("parents", 1, ("parents",), _parent),
        Slot("counselling", 2, ("counselling",), _no_parents_line),
    ),
    "people": (
        EMERGENCY,
        TALK,
        Slot("legal", 1, ("lawyer",), _passed_on),
        Slot("picture", 1, PICTURE, _may_report),
        Slot("safety", 1, ("safety",), _not_sharer),
        Slot("more", MOST, ("talk", "hurt")),
        Slot("rest", 0, ("all",)),
    ),
    # What a child under 13 alone sees of `people`; the rest stands in the fold for the grown-up.
    "child_alone": (
        EMERGENCY,
        TALK,
        Slot("protection", 1, ("child_protection",)),
        Slot("more", 1, ("talk",)),
        Slot("rest", 0, ("all",)),
    ),
}


def helplines_for_steps(found: ByNeed, who: Seeker) -> dict[str, StepHelplines]:
    """The lines of each step, out of the lines by need that fit this person."""
    needs = {**found, **narrower_needs(found, who)}
    return {step: _pick(parts, needs, who) for step, parts in STEPS.items()}


def _pick(parts: tuple[Slot, ...], needs: ByNeed, who: Seeker) -> StepHelplines:
    """Each line once, four at most."""
    made: dict[str, tuple[Helpline, ...]] = {}
    taken: tuple[Helpline, ...] = ()
    offered: list[Helpline] = []
    for part in parts:
        wanted = part.when(who, taken)
        lines = [line for need in part.needs for line in needs[need]] if wanted else []
        offered += lines
        fresh = {line.slug: line for line in lines if line not in taken}
        made[part.name] = tuple(fresh.values())[: min(part.most, MOST - len(taken))]
        taken += made[part.name]
    return StepHelplines(made, any(line not in taken for line in offered))
