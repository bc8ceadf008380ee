"""Which crisis line is the first to name, and which comes next. Pure."""

from resources.core.helpline import TALKED_ON, Helpline
from resources.core.helpline_choice import GROUPS, Seeker, rank, right_age, speaks, special


def crisis_lines(found: tuple[Helpline, ...], fitting: tuple[Helpline, ...], who: Seeker) -> tuple[Helpline, ...]:
    """Of the crisis lines `found`, those for anybody, when there are some: the others stand under their own need, too.

    The first takes calls at any hour where one does; if it takes no texts then, the second does.
    """
    if not any(_known_here(line, who) for line in found):
        # A counsellor who answers at any hour is a crisis line in all but name.
        found += tuple(line for line in fitting if _known_here(line, who) and _counsels_at_night(line))
    general = tuple(line for line in found if not special(line))
    # Lines about one subject leave only where somebody talks to grown people about everything.
    grown = not who.minor or who.anybody
    if not any(_known_here(line, who) and not (grown and "youth" in line.fit.topics) for line in general):
        general = found
    elif not any(_awake(line, who) for line in general):
        # Who works on one kind of harm is there at night, when all others are closed.
        general += tuple(line for line in found if special(line) and _awake(line, who) and not line.fit.topics & GROUPS)
    first, *others = [*sorted(general, key=lambda line: _call_first(line, who)), None]
    if first is None:
        return ()
    if not first.always_by("text"):
        others.sort(key=lambda line: not (line and right_age(line, who) and texts_at_night(line)))
    return (first, *filter(None, others))


def _known_here(line: Helpline, who: Seeker) -> bool:
    return line.confirmed and not line.international and right_age(line, who)


def _awake(line: Helpline, who: Seeker) -> bool:
    return line.open_all_hours and right_age(line, who)


def _counsels_at_night(line: Helpline) -> bool:
    return line.open_all_hours and "counselling" in line.fit.topics


def texts_at_night(line: Helpline) -> bool:
    """Open to anybody by text, day and night."""
    return line.always_by("text") and not special(line)


def _call_first(line: Helpline, who: Seeker) -> tuple[bool, ...]:
    """A call answered at any hour, for anybody of this age; then texts too; then the usual order."""
    return (
        not line.confirmed,
        not any(way.kind in TALKED_ON for way in line.channels),
        not right_age(line, who),
        line.international,
        line.about.origin.number_unsure,
        who.text_first and not line.always_by("text"),
        not line.always_by("phone"),
        special(line),
        "youth" not in line.fit.topics and who.minor,
        not line.always_by("text"),
        not line.hours_known,
        not speaks(line, who),
        not line.fit.national,
        *rank(line, who),
    )
