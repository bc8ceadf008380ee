"""The slots that several steps share, and the steps in which somebody may be hurt. Pure."""

from resources.core.helpline import Helpline
from wizard.helplines.core.groups import groups_of
from wizard.helplines.core.harm_slots import DYING, GROWN, YOUNG, Slot, harm_slots, talk_slots
from wizard.helplines.core.key import CLOSE, NumberKey

Lines = tuple[Helpline, ...]


def young(key: NumberKey, taken: Lines) -> bool:
    return key.minor


def nobody_at_night(key: NumberKey, taken: Lines) -> bool:
    return not any(line.open_all_hours for line in taken)


def nobody_for_everybody(key: NumberKey, taken: Lines) -> bool:
    """Nobody taken so far takes everybody at night."""
    return not any(line.open_all_hours and not groups_of(line) for line in taken)


def none_yet(key: NumberKey, taken: Lines) -> bool:
    return not taken


def no_line_for_the_young(key: NumberKey, taken: Lines) -> bool:
    """Somebody under 18 has only lines for everybody so far."""
    return key.age == "minor" and not any("youth" in line.fit.topics for line in taken)


EMERGENCY = Slot("emergency", 2, ("emergency",))
TALK = Slot("talk", 1, ("talk",))
CHILD = Slot("child", 1, ("child_line",))
CHILD_TOO = Slot("child_too", 1, ("child_line",), no_line_for_the_young, says_who_calls=True)
PROTECTION_FIRST = Slot("protection", 1, ("child_protection",))
PROTECTION = Slot("protection", 2, ("child_protection",), young)
LEGAL = Slot("legal", 2, ("legal_for_age",))
# Whoever knows most about pictures stands, with a number, where the person or the helper begins.
SPECIALIST = Slot("picture", 1, ("specialist",), lambda key, taken: key.affected, says_who_calls=True)
ADULT_AT_RISK = Slot("adult_protection", 1, ("adult_protection",), lambda key, taken: key.at_risk)
OUTING = Slot("outing", 1, ("lgbtq",), lambda key, taken: key.outing == "named")
HURT = Slot("hurt", 2, ("hurt",))
NIGHT = Slot("talk", 1, ("talk",), nobody_at_night)


def danger_now(key: NumberKey) -> tuple[Slot, ...]:
    """Whoever thinks about dying finds the crisis line before the others."""
    harm = harm_slots(key.danger_from, key.age)
    if not harm:
        return (EMERGENCY,)
    crisis = Slot("talk", 1, ("grown_talk" if key.age == "skipped" else "talk",), label=DYING)
    return (EMERGENCY, crisis, *harm) if key.crisis else (EMERGENCY, *harm, crisis)


def crisis(key: NumberKey) -> tuple[Slot, ...]:
    """The crisis line first, then the line for who the danger comes from, then more people to talk to."""
    harm = [slot for slot in harm_slots(key.danger_from, key.age) if slot.name not in ("child", "grown")]
    talk = talk_slots(key, 1)
    return (EMERGENCY, *talk, *harm, CHILD_TOO, Slot("more", 2, ("talk",)))


def clock(key: NumberKey) -> tuple[Slot, ...]:
    """Somebody who answers now; where somebody close may hurt them, the line that plans for that comes first."""
    near = key.danger_from if key.danger_from in (*CLOSE, "unknown") else ""
    harm = tuple(slot for slot in harm_slots(near, key.age)[:2] if slot.name in ("child", "violence"))
    return (*harm, *talk_slots(key, 2), CHILD_TOO, Slot("emergency", 2, ("emergency",), none_yet))


def safety_plan(key: NumberKey) -> tuple[Slot, ...]:
    """Child protection and a line for the young; for an adult the violence line, which plans such things every day.

    With a boss, an officer or a landlord it is one for whom an assault or a crime has hurt: no line about couples.
    """
    if key.age == "adult" or key.age == "long-ago":
        if key.source == "around":
            return (Slot("violence", 1, ("around", "violence")), Slot("talk", 1, ("talk",), nobody_for_everybody))
        return (Slot("violence", 2, ("violence",)), NIGHT)
    young = Slot("child", 1, ("child_line",), label=YOUNG) if key.age == "skipped" else CHILD
    dating = Slot("violence", 1, ("dating",), lambda key, taken: key.source == "partner")
    grown = Slot("violence", 2, ("grown_violence",), label=GROWN)
    either = (PROTECTION_FIRST, young) if key.role in ("child", "client") else (young, PROTECTION_FIRST)
    return (*either, grown if key.age == "skipped" else dating, NIGHT)
