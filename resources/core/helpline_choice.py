"""Helplines as pages see them, who fits one, and in which order they stand. Pure: the rows come from `selectors`.

A page shows `Helpline` and `Channel` and nothing else of a helpline; `Eligibility` is what the choice below reads.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from resources.core.helpline import Eligibility, Helpline

HELPERS = ("child", "client", "friend")
# A line for one of these is not the first to name to somebody who did not say so.
GROUPS = frozenset({"indigenous", "lgbtq"})
SUBJECTS = frozenset({"sexual-violence", "family-violence", "child-exploitation-report", "image-abuse", "school"})
# What a body that takes reports about children may also do, so that an adult can turn to it for themselves.
FOR_ADULTS_TOO = frozenset({"fraud", "counselling", "crisis"})

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Seeker:
    """Who looks for a line. `minor`: the person affected is under 18 now; `subject_under_18`: was, in the picture."""

    minor: bool
    role: str = "self"
    subject_under_18: bool = True
    text_first: bool = False
    anybody: bool = False  # a page that knows nothing of its reader
    reads: str = ENGLISH  # the code of the language of the page


def fits(line: Helpline, who: Seeker) -> bool:
    """May this line be shown? Emergency always; otherwise picture, age and role must agree."""
    if line.emergency:
        return True
    return _picture(line.fit, who.subject_under_18) and (_own(line.fit, who) or _theirs(line.fit, who))


def _picture(fit: Eligibility, under_18: bool) -> bool:
    """Bodies for pictures of children say nothing to an adult, and those for adults must not see a child's picture."""
    if under_18:
        return fit.crosses != "adult"
    only_children = (
        "child-exploitation-report" in fit.topics and fit.crosses is None and not fit.topics & FOR_ADULTS_TOO
    )
    return fit.crosses != "under-18" and not only_children


def _own(fit: Eligibility, who: Seeker) -> bool:
    """For the one who reads; a parent and a worker may use child lines on the child's behalf."""
    if who.role not in fit.for_roles:
        # Young people who passed a picture on need a lawyer as much as anyone: no legal line lists them.
        return who.role == "sharer" and {"legal", "youth"} <= fit.topics and _age(fit, who.minor)
    if who.minor and who.role in ("child", "client"):
        # A line that only adults may use is for the helper when parents may use it, or when nobody uses it alone.
        return fit.youth_ok or "child" in fit.for_roles or "self" not in fit.for_roles
    return _age(fit, who.minor)


def _theirs(fit: Eligibility, who: Seeker) -> bool:
    """For the person a helper stands by: somebody to talk to, or the matching service to tell them about."""
    if who.role not in HELPERS or "self" not in fit.for_roles or not _age(fit, who.minor):
        return False
    return fit.crosses is None or "picture-matching" in fit.topics


def right_age(line: Helpline, who: Seeker) -> bool:
    """A line about young people is not for an adult on their own behalf, even where it would take the call."""
    return who.minor or "youth" not in line.fit.topics


def _age(fit: Eligibility, minor: bool) -> bool:
    return fit.youth_ok if minor else fit.adult_ok


def special(line: Helpline) -> bool:
    """For one group or one subject. Lines for young people talk about everything."""
    subjects = GROUPS if "youth" in line.fit.topics else GROUPS | SUBJECTS
    return bool(line.fit.topics & subjects)


def speaks(line: Helpline, who: Seeker) -> bool:
    """Does somebody on this line speak the language of the reader? English is spoken on nearly every one."""
    return who.reads == ENGLISH or who.reads in {each.code for each in line.about.languages}


def rank(line: Helpline, who: Seeker) -> tuple[bool, ...]:
    """Sorts lines inside a need, best first: reachable now, right for this person, official, near."""
    fit = line.fit
    reader_is_young = who.minor and who.role in ("self", "sharer", "friend")
    return (
        not line.confirmed,
        line.international and "picture-matching" not in fit.topics,
        line.about.origin.number_unsure,
        not line.open_all_hours,
        "youth" in fit.topics and not who.minor,
        who.text_first and not any(way.kind == "text" for way in line.channels),
        "youth" not in fit.topics and reader_is_young,
        not line.hours_known,
        not speaks(line, who),
        not fit.official,
        fit.national,
    )


def ranked_for_need(lines: Iterable[Helpline], wanted: Callable[[Helpline], bool], who: Seeker) -> tuple[Helpline, ...]:
    """The lines of one need in order. A worldwide list is left out once the country has a line of its own."""
    found = sorted(filter(wanted, lines), key=lambda line: rank(line, who))
    # A child line is no reason to keep an adult from the list.
    grown = not who.minor or who.anybody
    own = [line for line in found if line.confirmed and not line.international]
    own = [line for line in own if not (grown and "youth" in line.fit.topics)]
    return tuple(line for line in found if not _adds_nothing(line, own))


def _adds_nothing(line: Helpline, own: list[Helpline]) -> bool:
    """True for a directory beside own lines, unless its site is all there is at night.

    A European number is not in use in every country of Europe: where a country has a line of its own, that one stands.
    Another emergency number does work there.
    """
    if "directory" not in line.fit.topics or not own:
        return False
    numbers = {way.href for way in line.channels if way.kind == "phone"}
    if line.emergency:
        return numbers <= {way.href for each in own for way in each.channels}
    return bool(numbers) or "crisis" not in line.fit.topics or any(each.open_all_hours for each in own)
