"""Which tools are open on a plan, and for each that is locked one line: why, and what works instead."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.step_rules import STEP_RULES, StepRule

TOOLS = ("notes", "message", "remove", "talk")
# Each tool opens with its step.
DOORS = {"notes": "write-it-down", "message": "say-no", "remove": "remove"}


def is_open(tool: str, answers: Answers, table: tuple[StepRule, ...] = STEP_RULES) -> bool:
    """A tool opens exactly when its step is on the plan; talk always; under 13 alone only talk."""
    if tool == "talk" or answers.under_13_alone:
        return tool == "talk"
    return any(row.slug == DOORS[tool] and row.shown_when(answers) for row in table)


def open_tools(answers: Answers) -> frozenset[str]:
    """Which tools may be used."""
    return frozenset(tool for tool in (*DOORS, "talk") if is_open(tool, answers))


def pack_open(a: Answers) -> bool:
    """One file with all that was written, for police or a court. Not before a legal line was asked what to hand over,
    and not where it could be used against them."""
    return is_open("notes", a) and not (a.put_right or a.sent_others or a.crime_here)


@dataclass(frozen=True, slots=True)
class Locked:
    """A tool that stays closed, and the line that says why."""

    tool: str
    line: Words


def locked_tools(a: Answers) -> tuple[Locked, ...]:
    """The closed tools of this plan, each with its line."""
    closed = (tool for tool in TOOLS if tool not in open_tools(a))
    lines = {"notes": _notes, "message": _message, "remove": _remove}
    return tuple(Locked(tool, lines[tool](a)) for tool in closed)


def _notes(a: Answers) -> Words:
    if a.under_13_alone:
        return _("Writing it down is a job for the grown-up who helps you. Tell them what you remember.")
    if a.only_worried:
        return _("There is nothing to write down yet. If something happens, change your answers here.")
    if a.helper:
        return _("The notes page is for the person in the picture. Here, putting it right matters more.")
    return _(
        "The notes page is for the person in the picture. For you, what you do next matters more than what you write."
    )


def _message(a: Answers) -> Words:
    if a.helper and a.only_passed_on:
        return _("Do not write to the person in the picture, or to their family. It can feel like pressure.")
    if a.helper:
        return _("Writing to the other person is not part of this plan. It can put the person in the picture at risk.")
    if a.under_13_alone:
        return _("You do not have to write to anyone. Tell a grown-up you trust, or call a number on this page.")
    if a.for_sharer or a.only_passed_on:
        return _("Do not write to the person in the picture. It can feel like pressure. The steps here help more.")
    if a.put_it_there:
        return _("There is nobody to write to about this. The steps here are about the post itself.")
    if _known_and_threatening(a):
        return _(
            "After a threat, do not write to them alone. A worker can help you decide, and write it with you. With a "
            "court case or children you share, ask your lawyer or a worker first."
        )
    return _(
        "Writing to the other person is not part of this plan. It can make things worse. "
        "Start with the steps here instead."
    )


def _known_and_threatening(a: Answers) -> bool:
    """Somebody they know and are not afraid of threatens, and wants nothing: a worker can go on with it."""
    calm = not (a.contact_danger or a.sextorted or a.dangerous_holder)
    return a.said_self and a.threat and a.known_person and a.afraid_no and calm


def _remove(a: Answers) -> Words:
    if a.under_13_alone and not rules.can_remove(a):
        return _(
            "As far as we know, nothing is online. If someone posts the picture, tell a grown-up. They can help to get "
            "it taken down."
        )
    if a.under_13_alone:
        return _("Asking for removal is a job for the grown-up who helps you. It is in the part for them.")
    if a.carer:
        return _("We know of no post to take down. If one appears, tell them first if that is safe. Then report it.")
    if a.for_friend:
        return _("It is your friend who asks for removal. Check with them before you report the post in the app.")
    if a.for_sharer or (a.put_right and not a.affected):
        if a.helper:
            return _(
                "What to do about their posts is in the step “Help them put it right”. Read the top of that step "
                "before anything is deleted."
            )
        return _(
            "What to do about your posts is in the step “Start to put it right”. Read the top of that step before you "
            "delete anything."
        )
    if not a.pictured:
        return _("The step about what was sent says how to report it. It is not yours to take down.")
    return _("We know of no post to remove. If one appears, change your answers and the steps will be here.")
