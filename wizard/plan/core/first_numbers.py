"""The numbers that stand large on the first page of a paper: the emergency number, and the line to reach first. Pure.

They come out of the lines of this plan, so whatever is proved of those holds for them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from resources.core.helpline import Channel, Helpline
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.helplines.core.groups import groups_of, is_for_one_sex
from wizard.helplines.core.pick import PlanHelplines

OWN_STEPS = {"child": "with_your_child", "friend": "be_a_good_friend", "client": "people", "sharer": "people"}

Lines = tuple[Helpline, ...]
Named = tuple[Words, Helpline, tuple[Channel, ...]]


@dataclass(frozen=True, slots=True)
class LargeNumber:
    """One line on the first page: words above it, the line, and the few ways that are printed (none: its note is)."""

    label: Words
    line: Helpline
    ways: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class PageNeed:
    """All that the numbers of a first page depend on, beside the lines of the plan."""

    role: str
    minor: bool
    crisis: bool  # thoughts of dying, or made to hurt themselves, or nobody said
    close: bool  # harm from somebody close
    lawyer: bool  # a legal line comes before questions


def page_need(a: Answers) -> PageNeed:
    """The need of one person."""
    crisis, lawyer = a.self_harm or a.hurt_self or a.danger_skipped, a.put_right or a.sent_others
    return PageNeed(a.role, a.minor_now, crisis, harm_is_close(a), lawyer)


def first_numbers(need: PageNeed, lines: PlanHelplines) -> tuple[LargeNumber, ...]:
    """Emergency, then whom to reach first; then a text line, a violence line or legal help where a rule asks for it."""
    found: dict[str, LargeNumber] = {}
    for label, line, ways in (*_emergency(lines), *_to_reach(need, lines)):
        found.setdefault(line.slug, LargeNumber(label, line, ways))
    return tuple(found.values())


def numbers_are_local(line: Helpline) -> bool:
    """Its numbers serve one part of the place each: without room for which, none of them is the right one."""
    calls = [way for way in line.channels if way.kind == "phone"]
    return not line.emergency and bool(calls) and (line.channels[0].kind == "web" or len(calls) > 3)


def harm_is_close(a: Answers) -> bool:
    """Someone may hurt them, and nothing says that it is a person from far away or from school: rule 17."""
    fear = a.afraid or a.family or a.contact_danger
    return fear and not (a.stranger or a.peer or a.young or a.trust)


def _emergency(lines: PlanHelplines) -> Iterator[Named]:
    for line in lines.steps["danger_now"].parts.get("emergency", ()):
        yield _("In danger or hurt"), line, tuple(way for way in line.channels if way.kind == "phone")


def _to_reach(need: PageNeed, lines: PlanHelplines) -> Iterator[Named]:
    """Whom to reach first, best first; each line with a call and a text."""
    talk = _talk(lines)
    if need.crisis:
        yield from _named(_("To talk"), talk[:1])
        yield from _texts(talk)
    if need.close:
        harm = _for_harm(need, lines)
        for line in harm:
            yield from _named(_for_whom(line), (line,))
        # Who sleeps at night is not the only one on the page.
        yield from _named(_("To talk"), () if harm and harm[0].open_all_hours else talk[:1])
    if not need.crisis and not need.close:
        yield from _named(_("To talk"), _awake_first(_own(need, lines)))
    if need.lawyer:
        yield from _named(_("Legal help"), lines.steps["people"].parts["legal"][:1])


def _for_harm(need: PageNeed, lines: PlanHelplines) -> Lines:
    """A child line for who is under 18, a violence line for everybody else; somebody to talk to where none is known."""
    near = lines.steps["safety_plan"].parts["child"][:1] if need.minor else _violence(lines)
    return near or _talk(lines)[:1]


def _for_whom(line: Helpline) -> Words:
    """The answers never say who somebody is, so a line for women or for men says it itself."""
    groups = groups_of(line)
    return _("To talk, for women") if "women" in groups else _("To talk, for men") if "men" in groups else _("To talk")


def _talk(lines: PlanHelplines) -> Lines:
    """People to talk to in a crisis, best first."""
    parts = lines.steps["crisis"].parts
    return (*parts["talk"], *parts["more"])


def _violence(lines: PlanHelplines) -> Lines:
    """One line for everybody; or the pair for women and for men, as the safety plan has them."""
    found = _few(lines.steps["safety_plan"].parts["violence"])
    return found if any(map(is_for_one_sex, found)) else _awake_first(found)


def _own(need: PageNeed, lines: PlanHelplines) -> Lines:
    """The lines to talk to of the step that is this person's own, then those that stand among people to talk to."""
    step = lines.steps[OWN_STEPS.get(need.role, "tell_someone")].parts
    people = lines.steps["people"].parts
    return (*step.get("counselling", ()), *step.get("talk", ()), *people["talk"], *people["more"])


def _awake_first(lines: Iterable[Helpline]) -> Lines:
    """One line: the first that is open at all hours, else the first that can be dialled, else the first."""
    return tuple(sorted(_few(lines), key=lambda line: (not line.open_all_hours, not _ways(line))))[:1]


def _few(lines: Iterable[Helpline]) -> Lines:
    return tuple(line for line in lines if line.confirmed and not numbers_are_local(line))


def _texts(talk: Lines) -> Iterator[Named]:
    """A second line, for texts only, where the first takes none."""
    if talk and not any(way.kind == "text" for way in talk[0].channels):
        for line in [line for line in talk[1:] if line.always_by("text")][:1]:
            yield _("To text"), line, tuple(way for way in line.channels if way.kind == "text")[:1]


def _named(label: Words, lines: Lines) -> Iterator[Named]:
    return ((label, line, _ways(line) or line.channels[:1]) for line in lines)


def _ways(line: Helpline) -> tuple[Channel, ...]:
    """Every number to call, as their labels say which is for whom; then the first text and the first WhatsApp."""
    if numbers_are_local(line):
        return ()
    texts = {way.kind: way for way in reversed(line.channels) if way.kind in ("text", "whatsapp")}
    calls = [way for way in line.channels if way.kind == "phone"]
    return (*calls, *(texts[kind] for kind in ("text", "whatsapp") if kind in texts))
