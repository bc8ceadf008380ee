"""The plan: one table of steps in the order they are shown, and `build_plan`, which keeps the rows that apply.

To add a step, add one row here and one template `plan/steps/<slug>.html`; the suite says what is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core import rules, step_titles
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.step_titles import Heading, pair, same

# When a step is for: the words change down the table, never back, so that sections keep the table's order.
FIRST, TODAY, DAYS = "first", "today", "days"
# What a step can ask for: the safety rules are written over these words.
MARKS = frozenset(
    ["human", "writes-to-them", "file", "pays", "replies", "ends-account", "hires", "tells-around", "task", "reports"]
)
# What a child under 13 alone sees outside the fold for the grown-up; the first three share one box.
ONE_BOX = ("danger-now", "crisis", "beat-the-clock")
OPEN_UNDER_13 = (*ONE_BOX, "stop-contact", "tell-someone", "people")


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step: its slug (a contract), the predicate that shows it, when to do it, its title and line, and its marks.

    Marks say what the step asks for, in words that the safety rules read (`MARKS`).
    """

    slug: str
    shown_when: Callable[[Answers], bool]
    when: str
    heading: Heading
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """A step on somebody's plan. `short` is the one-line form; `folded` belongs to the grown-up of a child alone."""

    slug: str
    when: str
    title: Words
    line: Words
    short: bool
    they: bool
    folded: bool

    @property
    def template(self) -> str:
        """Name of the template that holds the words."""
        return f"plan/steps/{self.slug}.html"


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of one plan, in table order."""

    steps: tuple[Step, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """Slugs of all steps, in table order."""
        return tuple(step.slug for step in self.steps)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """The steps outside the fold."""
        return tuple(step for step in self.steps if not step.folded)

    @property
    def folded(self) -> tuple[Step, ...]:
        """The steps in the fold for the grown-up."""
        return tuple(step for step in self.steps if step.folded)

    def step(self, slug: str) -> Step | None:
        """The step of that slug, or None when it is not on this plan."""
        return next((step for step in self.steps if step.slug == slug), None)


def asks(words: str) -> frozenset[str]:
    """Marks of a row, as words between blanks; raises ValueError for a word that no rule knows."""
    marks = frozenset(words.split())
    if not marks <= MARKS:
        raise ValueError(f"unknown marks: {sorted(marks - MARKS)}")
    return marks


STEP_RULES: tuple[StepRule, ...] = (
    StepRule("danger-now", rules.in_danger, FIRST, pair(
        (_("If you are in danger now"), _("Who to call, and where to go")),
        (_("If they are in danger now"), _("Who to call, and where to go"))), asks("human")),
    StepRule("crisis", rules.in_crisis, FIRST, pair(
        (_("Talk to someone now"), _("You matter more than any picture")),
        (_("Stay with them, and call together"), _("How to ask, and who to call"))), asks("human")),
    StepRule("beat-the-clock", rules.has_deadline, FIRST, pair(
        (_("The timer is there to rush you"), _("What to do with these minutes")),
        (_("The timer is there to rush them"), _("What to do with these minutes"))), asks("human")),
    StepRule("body-care", rules.may_need_body_care, FIRST, pair(
        (_("If someone touched, hurt or filmed you"), _("Care for your body, if and when you want it")),
        (_("If someone touched, hurt or filmed them"), _("Care for their body, if and when they want it"))),
        asks("human")),
    StepRule("safe-device", rules.needs_other_device, FIRST, pair(
        (_("Use another phone or computer"), _("If someone could look at this one")),
        (_("Think about who sees their phone"), _("And what to use in its place")))),
    StepRule("safety-plan", rules.needs_safety_plan, FIRST, step_titles.safety_plan, asks("human")),
    StepRule("stop-contact", rules.should_stop_contact, FIRST, step_titles.stop_contact),
    StepRule("before-it-happens", rules.only_worried_so_far, FIRST, same(
        _("Before anything happens"), _("Nothing is decided by one picture"))),
    StepRule("undo-payment", rules.payment_made, FIRST, same(
        _("Try to undo the payment"), _("Bank, app or card: soon is better")), asks("task")),
    StepRule("worker-duties", rules.for_worker, FIRST, same(
        _("Your duties, and what to ask"), _("What to do today, and what to leave"))),
    StepRule("with-your-child", rules.for_parent, FIRST, same(
        _("Be with your child"), _("Words to say, and words to leave out"))),
    StepRule("be-a-good-friend", rules.for_friend, FIRST, same(
        _("Be a good friend"), _("What helps, and what spreads it"))),
    StepRule("put-it-right", rules.can_put_right, TODAY, pair(
        (_("Start to put it right"), _("What to do, in this order")),
        (_("Help them put it right"), _("What to do, in this order")))),
    StepRule("tell-someone", rules.may_tell, TODAY, step_titles.tell_someone),
    StepRule("write-it-down", rules.should_write_down, TODAY, step_titles.write_it_down),
    StepRule("say-no", rules.may_say_no, TODAY, same(
        _("Say that you do not agree"), _("Only if you want to. You can skip this.")), asks("writes-to-them")),
    StepRule("ask-others", rules.may_ask_others, TODAY, same(
        _("Ask others to delete it"), _("One person at a time")), asks("tells-around")),
    StepRule("match-service", rules.can_match, TODAY, step_titles.match_service, asks("file task")),
    StepRule("remove", rules.can_remove, TODAY, step_titles.remove, asks("task")),
    StepRule("block", rules.can_block, TODAY, step_titles.block, asks("task")),
    StepRule("regulator", rules.has_regulator, TODAY, same(
        _("People whose job this is"), _("Who can act here, and for whom")), asks("task reports")),
    StepRule("officers", rules.may_go_to_police, DAYS, pair(
        (_("Police, if you choose"), _("What to bring, and what to ask first")),
        (_("Police: what to know first"), _("A statement is their choice, at their pace"))), asks("task reports")),
    StepRule("school-or-work", rules.touches_school_or_work, DAYS, same(
        _("School or work"), _("One adult. Words only."))),
    StepRule("lock-accounts", rules.can_lock_accounts, DAYS, step_titles.lock_accounts, asks("task")),
    StepRule("know-your-rights", rules.law_known, DAYS, same(
        _("Know your rights"), _("The law here, in plain words"))),
    StepRule("no-paid-help", rules.may_meet_paid_help, DAYS, same(
        _("Removal is free"), _("How to tell when someone wants your money"))),
    StepRule("watch-for-it", rules.should_watch, DAYS, step_titles.watch_for_it),
    StepRule("other-ways", rules.may_talk_it_out, DAYS, same(
        _("Other ways to make it right"), _("With a trained person, only if it is wanted"))),
    StepRule("look-after-yourself", rules.always, DAYS, same(
        _("Look after yourself"), _("Eat, sleep, talk"))),
    StepRule("people", rules.always, DAYS, same(
        _("People to talk to"), _("For this place and this age")), asks("human")),
)  # fmt: skip

# Which steps have a one-line form, and when it stands in for the full one.
_SHORT_FORMS: dict[str, Callable[[Answers], bool]] = {
    "danger-now": lambda a: not a.contact_danger,
    "crisis": lambda a: not (a.self_harm or a.hurt_self),
    "undo-payment": lambda a: not a.paid,
}


def build_plan(answers: Answers) -> Plan:
    """The steps that apply to these answers, in table order."""
    return Plan(tuple(step_for(row, answers) for row in STEP_RULES if row.shown_when(answers)))


def is_folded(row: StepRule, a: Answers) -> bool:
    """The step belongs to the grown-up of a child alone."""
    return a.under_13_alone and row.slug not in OPEN_UNDER_13


def is_theirs(row: StepRule, a: Answers) -> bool:
    """The words are for somebody who helps."""
    return a.helper or is_folded(row, a)


def step_for(row: StepRule, a: Answers) -> Step:
    """The step of a row as this person sees it."""
    folded, they = is_folded(row, a), is_theirs(row, a)
    title, line = row.heading(a, they)
    is_short = row.slug in _SHORT_FORMS and _SHORT_FORMS[row.slug](a)
    return Step(row.slug, row.when, title, line, is_short, they, folded)


# When a step is for, in words: the map of the journey says it of each row.
SECTIONS: tuple[tuple[str, Words], ...] = (
    (FIRST, _("Do this first")),
    (TODAY, _("Today, if you can")),
    (DAYS, _("In the next days")),
)
