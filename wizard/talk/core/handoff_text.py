"""What the hand-off sheet says from the answers: who made it, red flags, what not to do. Pure.

It is written to the next helper; "they" is the person it is about. No name is needed, and no picture belongs to it.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.plan import Plan
from wizard.core.step_rules import STEP_RULES

Listed = tuple[Words, ...]
# Steps for the one who holds the sheet now, and the message to the other person: not for the next helper to do.
OWN_STEPS = frozenset(row.slug for row in STEP_RULES if "own" in row.marks)
# Answers that stand on the sheet, with the words before them. Paper is found: who did it and what they did themselves
# stand nowhere in our words. What they typed in their notes is theirs, and is printed.
LABELS: dict[str, Words] = {
    "age": _("Age now"),
    "age-then": _("Age in the picture"),
    "forced": _("Made or pressured to do it"),
    "what": _("What is happening"),
    "afraid": _("Care is needed around the other person"),
    "where": _("Where"),
}

# Answers that say something else without their question and the other answers beside them.
ALONE: dict[tuple[str, str], Words] = {
    ("what", "demand-money"): _("Someone wants money or gift cards"),
    ("what", "threat"): _("Someone says they will share it"),
    ("what", "demand-more"): _("Someone wants more pictures, or something else from them"),
}


def own_deeds_left_out(a: Answers) -> bool:
    """They may have done something that a lawyer should hear of first: the sheet leaves it out, and says so."""
    return a.put_right or a.sent_others


def _of_an_adult(a: Answers) -> bool:
    return a.put_right and not a.subject_under_18


Rows = tuple[tuple[Callable[[Answers], bool], Words], ...]

FLAGS: Rows = (
    (
        lambda a: a.self_harm,
        _("They are thinking about dying, or may hurt themselves. Do not leave them alone with it."),
    ),
    (lambda a: a.unsafe, _("Someone may hurt them.")),
    (lambda a: a.meet, _("The other person wants to meet them, or is coming.")),
    (lambda a: a.deadline, _("A time limit is running.")),
    (lambda a: a.hurt_self, _("They were made to hurt themselves, or to do something.")),
    (
        lambda a: a.demand_money,
        _("Someone is demanding money. Ask how they are, and if they are thinking about dying."),
    ),
    (lambda a: a.danger_skipped, _("Nobody has said yet if they are in danger. Ask that first.")),
    (lambda a: a.under_13, _("They are under 13.")),
    (
        lambda a: a.known_person or a.young or a.trust or a.duty or a.family,
        _("The other person may be near them."),
    ),
    (lambda a: a.trust or a.duty, _("More people may be at risk from the same person.")),
    (lambda a: a.filmed, _("A camera may still be where it was.")),
    (lambda a: a.afraid, _("They may have to be careful around the other person.")),
    (lambda a: a.demand_more, _("They are still being asked for more.")),
    (lambda a: a.home, _("They could get hurt if people at home find out.")),
    (lambda a: a.watched and not a.device_skipped, _("Someone checks their phone, or could.")),
    (lambda a: a.device_skipped, _("It is not known who can see their phone.")),
    (lambda a: not a.device_mine and not a.watched and not a.home, _("Other people use their phone.")),
)
# About the picture, then the other person, then the person it is about.
DO_NOT: Rows = (
    (
        lambda a: a.off_limits,
        _("Do not ask to see the picture. Do not look at it, copy, keep, receive or send it."),
    ),
    (lambda a: not a.off_limits, _("Do not ask to see the picture. You do not need it to help.")),
    # Words of the law are between workers: the person reads this sheet, too.
    (
        lambda a: a.for_client and a.subject_under_18,
        _("The law on this picture is strict, even for a fake. Do not make or pass on a copy."),
    ),
    (
        lambda a: not (a.only_passed_on or a.put_it_there),
        _("Do not contact the other person or their family. Do not write in their name."),
    ),
    (lambda a: a.put_right, _("Do not contact the person in the picture, or their family.")),
    (
        lambda a: (a.family or a.home) and not a.for_child,
        _("Do not call, write to or visit anyone at their home."),
    ),
    (
        lambda a: (a.family or a.home) and a.for_child,
        _("Do not call, write to or visit their home. Contact only the person who gave you this, in the way they say."),
    ),
    (lambda a: a.trust or a.duty, _("Do not tell the other person, or people close to them. Go around them.")),
    (
        lambda a: a.filmed,
        _("Do not touch a camera or look at what is on it. Ask police or a helpline before you tell the place."),
    ),
    (lambda a: (a.trust or a.duty) and a.minor_now, _("Ask child protection who else may know there, and when.")),
    (lambda a: not a.device_mine, _("Do not call or text their phone before you know who sees it.")),
    (
        rules.needs_safety_plan,
        _("Nothing should be blocked, changed or answered before there is a safety plan."),
    ),
    (
        lambda a: a.sextorted or a.threatened,
        _("Do not pay. Do not send more. Do not delete the chat or the account."),
    ),
    (lambda a: a.minor_now and not a.for_client, _("Do not take the phone away. It is how help reaches them.")),
    # A worker may hold it already: their duties say how.
    (lambda a: a.minor_now and a.for_client, _("Do not search the phone, and do not wipe it.")),
    (
        lambda a: a.at_risk,
        _(
            "Do not decide over their head. Ask them first, alone and in a way that suits them. A duty to report still "
            "applies."
        ),
    ),
    (
        # About who passed on an adult's picture, no line speaks of children.
        lambda a: not (a.minor_now or a.at_risk or _of_an_adult(a)),
        _("Do not act unless they agree, or a life or a child is in danger."),
    ),
    (
        lambda a: not (a.minor_now or a.at_risk) and _of_an_adult(a),
        _("Do not act unless they agree, or a life is in danger."),
    ),
    (own_deeds_left_out, _("Do not question them about what they did. Point them to a legal line first.")),
    (rules.always, _("Do not ask for their reasons. Do not promise that the picture will go away.")),
)


# What somebody may have done themselves, in answers that say other things too.
OWN_DEEDS = frozenset({("forced", "no"), ("what", "passed-on")})


def told(a: Answers, slug: str, values: tuple[str, ...], unsaid: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """What goes on the sheet of an answer: nothing that can be held against the person before a lawyer was asked.

    `unsaid`: apps and sites that stay off paper, because their name tells something about the person.
    """
    if slug in ("age-then", "where") and (a.for_sharer or a.only_passed_on):
        # They are about what was passed on: whose picture, and where to.
        return ()
    values = tuple(value for value in values if slug != "where" or value not in unsaid)
    return tuple(value for value in values if (slug, value) not in OWN_DEEDS)


def made_by(a: Answers) -> Words:
    """Who filled it in."""
    who: dict[str, Words] = {
        "child": _("Filled in by a parent or carer."),
        "client": _("Filled in by a worker."),
        "friend": _("Filled in by someone close to them."),
    }
    return who.get(a.role, _("Filled in by the person it is about."))


def red_flags(a: Answers) -> Listed:
    """What cannot wait, first things first."""
    return tuple(words for holds, words in FLAGS if holds(a))


def do_not(a: Answers) -> Listed:
    """What makes it worse."""
    return tuple(words for holds, words in DO_NOT if holds(a))


def next_steps(a: Answers, plan: Plan, done: frozenset[str]) -> tuple[Listed, Listed]:
    """(titles of the steps that are ticked, titles of those that are not), in the words for a helper."""
    titles = {row.slug: row.heading(a, True)[0] for row in STEP_RULES}
    on_plan = [slug for slug in plan.slugs if slug not in OWN_STEPS]
    return (
        tuple(titles[slug] for slug in on_plan if slug in done),
        tuple(titles[slug] for slug in on_plan if slug not in done),
    )
