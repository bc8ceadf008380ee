"""What stands on the pocket card: three ways to reach a person for this place and age, and three rules. Pure.

The card looks like any list of numbers: it names no subject, no site and no service.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from resources.core.helpline import Channel, Helpline
from resources.core.needs import Numbers
from resources.core.translations import colon
from wizard.core import rules
from wizard.core.answers import Answers
from wizard.helplines.core.pick import PlanHelplines
from wizard.plan.core.first_numbers import numbers_are_local

MOST = 3
TAPPED, READ = ("phone", "text", "whatsapp"), ("web", "chat")
ORDER = (*TAPPED, *READ)
# Label, line, and the kinds of channels that are meant.
Wanted = tuple[str, Helpline, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One way to reach a person: words above the number, the number ("" where there is none), lines below it."""

    label: str
    number: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card, in one language."""

    title: str
    entries: tuple[CardEntry, ...]
    rules: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CardNumber:
    """A number with the line that answers it, and what a tap opens ("" for none): the page has them, the card not."""

    entry: CardEntry
    line: Helpline
    href: str


def pocket_card(a: Answers, lines: PlanHelplines, numbers: Numbers) -> tuple[Card, tuple[CardNumber, ...]]:
    """The card, and each of its numbers with its line."""
    named = tuple(islice(_entries(a, lines, numbers), MOST))
    note = lines.emergency_note if not numbers.emergency else ""
    return Card(_("Numbers"), tuple(one.entry for one in named), three_rules(a), note), named


def three_rules(a: Answers) -> tuple[str, str, str]:
    """What to hold on to, in words that tell nothing to whoever sees the card."""
    if a.under_13_alone:
        return _("Tell a grown-up you trust."), _("You do not have to send anything."), _("It is not your fault.")
    if a.helper:
        return _("Stay near. Listen first."), _("Do not look. Do not copy it."), _("They have a say.")
    if a.for_sharer and not a.forced:
        return _("Do not send anything more."), _("Get legal help first."), _("Tell one person you choose.")
    if rules.needs_safety_plan(a):
        first = _("Plan first, with someone you trust.")
        return first, _("Do not pay. Do not send more."), _("Tell one person you choose.")
    return _("You do not have to answer."), _("Do not pay, send or delete."), _("Tell one person you choose.")


def _entries(a: Answers, lines: PlanHelplines, numbers: Numbers) -> Iterator[CardNumber]:
    seen: set[str] = set()
    for label, line, kinds in (*_first(lines, numbers), *_more(a, lines)):
        ways = [way for way in line.channels if way.kind in kinds and not numbers_are_local(line)]
        if line.emergency or (ways and line.slug not in seen):
            seen.add(line.slug)
            ways.sort(key=lambda way: ORDER.index(way.kind))
            entry = _entry(label, line, ways, lines.emergency_note if line.emergency else "")
            yield CardNumber(entry, line, ways[0].href if ways else "")


def _first(lines: PlanHelplines, numbers: Numbers) -> Iterator[Wanted]:
    """In danger, to talk, legal help for who passed a picture on, and texts where the first line takes none."""
    yield from ((_("In danger"), line, ("phone",)) for line in numbers.emergency[:1])
    if numbers.crisis:
        yield _("To talk"), numbers.crisis, _kinds(numbers.crisis)
    legal = lines.steps["people"].parts["legal"]
    yield from ((_("Legal help"), line, _kinds(line)) for line in legal)
    if numbers.text:
        yield _("To talk"), numbers.text, ("text",)


def _more(a: Answers, lines: PlanHelplines) -> Iterator[Wanted]:
    """What fills the card up, best first. Where the other person is near, a line against harm comes first."""
    people, crisis = lines.steps["people"].parts, lines.steps["crisis"].parts
    near = a.known_person or a.young or a.trust or a.family or a.home or a.contact_danger
    first, later = (people["safety"], ()) if near else ((), people["safety"])
    others = (*first, *people["more"], *crisis["talk"], *crisis["more"], *later, *people["picture"], *lines.counselling)
    yield from ((_("More help"), line, TAPPED) for line in others)


def _kinds(line: Helpline) -> tuple[str, ...]:
    """Where nobody can be called or texted, there may be an address that leads on."""
    return TAPPED if any(way.kind in TAPPED for way in line.channels) else READ


def _entry(label: str, line: Helpline, ways: list[Channel], note: str) -> CardEntry:
    if not ways:
        return CardEntry(label, "", (note or line.notes,))
    first, *others = ways
    if line.emergency:
        return CardEntry(label, first.shown, (note,) if note else ())
    texts = [f"{_verb(way)} {way.shown}" for way in others if way.kind == "text"]
    hours = _("Open day and night") if line.open_all_hours else line.hours_note
    above = label if first.kind == "phone" else f"{label}{colon()} {_verb(first)}"
    return CardEntry(above, first.shown, (*texts, *([hours] if hours else [])))


def _verb(way: Channel) -> str:
    if way.kind == "text":
        return _("Text %(keyword)s to") % {"keyword": way.keyword} if way.keyword else pgettext("verb", "Text")
    return _("WhatsApp") if way.kind == "whatsapp" else _("Website")
