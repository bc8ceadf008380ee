"""The table of steps: what each is called, who sees it, when to do it and what it asks for, in the order of the plan.

To add a step, add one row here and one template `plan/steps/<slug>.html`; the suite says what else is missing."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core import rules, step_titles
from wizard.core.answers import Answers
from wizard.core.step_titles import Heading, pair, same

# When a step is for: the words change down the table, never back, so that sections keep the table's order.
FIRST, TODAY, DAYS = "first", "today", "days"


# What a step asks for: the safety rules are written over these words, so every row says them; "nothing" for none.
# `own` marks steps for whoever holds the phone, which the hand-off sheet leaves out.
MARKS = frozenset(
    [
        *("human", "writes-to-them", "file", "pays", "replies", "ends-account", "hires", "tells-around", "task"),
        *("reports", "own", "nothing"),
    ]
)


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step: its slug (a contract), the predicate that shows it, when to do it, its title and line, and its marks.

    Marks say what the step asks for, in words that the safety rules read (`MARKS`). None of this has a default: a step
    that says nothing of itself would pass the rules unread.
    """

    slug: str
    shown_when: Callable[[Answers], bool]
    when: str
    heading: Heading
    marks: frozenset[str]


def asks(words: str) -> frozenset[str]:
    """Marks of a row, as words between blanks; "nothing" stands alone.

    Raises ValueError for a word that no rule knows, and for a row that says none.
    """
    marks = frozenset(words.split())
    if not marks <= MARKS:
        raise ValueError(f"unknown marks: {sorted(marks - MARKS)}")
    if not marks or (marks > {"nothing"}):
        raise ValueError(f"say what the step asks for, or nothing: {sorted(marks)}")
    return marks


STEP_RULES: tuple[StepRule, ...] = (
    StepRule("danger-now", rules.in_danger, FIRST, pair(
        (_("If you are in danger now"), _("Who to call, and where to go")),
        (_("If they are in danger now"), _("Who to call, and where to go"))), asks("human")),
    StepRule("crisis", rules.in_crisis, FIRST, pair(
        (_("Talk to someone now"), _("You matter more than any picture")),
        (_("Stay with them, and call together"), _("How to ask, and who to call"))), asks("human")),
    StepRule("beat-the-clock", rules.has_deadline, FIRST, pair(
        (_("The time limit is there to rush you"), _("What to do with these minutes")),
        (_("The time limit is there to rush them"), _("What to do with these minutes"))), asks("human")),
    StepRule("safe-device", rules.needs_other_device, FIRST, pair(
        (_("Use another phone or computer"), _("If someone could look at this one")),
        (_("Think about who sees their phone"), _("And what to use instead"))), asks("nothing")),
    StepRule("safety-plan", rules.needs_safety_plan, FIRST, step_titles.safety_plan, asks("human")),
    StepRule("found-device", rules.may_find_a_device, FIRST, pair(
        (_("If a camera was hidden"), _("Leave it where it is, and ask a helpline")),
        (_("If a camera was hidden"), _("Nobody should touch it or look at what is on it"))), asks("human")),
    StepRule("stop-contact", rules.should_stop_contact, FIRST, step_titles.stop_contact, asks("nothing")),
    StepRule("got-one", rules.got_one, FIRST, pair(
        (_("If someone sent you a picture"), _("What to do with it, and what not to do")),
        (_("If someone sent them a picture"), _("What to do with it, and what not to do"))), asks("nothing")),
    StepRule("before-it-happens", rules.only_worried_so_far, FIRST, same(
        _("Before anything happens"), _("What to say, and what to hide")), asks("nothing")),
    StepRule("undo-payment", rules.payment_made, FIRST, same(
        _("Try to undo the payment"), _("Bank, app or card: the sooner, the better")), asks("task")),
    StepRule("worker-duties", rules.for_worker, FIRST, same(
        _("Your duties, and what to ask"), _("What to do today, and what not to do")), asks("own")),
    StepRule("with-your-child", rules.for_parent, FIRST, same(
        _("Be there for your child"), _("What to say, and what not to say")), asks("own")),
    StepRule("be-a-good-friend", rules.for_friend, FIRST, step_titles.good_friend, asks("own")),
    StepRule("put-it-right", rules.can_put_right, TODAY, pair(
        (_("Start to put it right"), _("What to do, in this order")),
        (_("Help them put it right"), _("What to do, in this order"))), asks("nothing")),
    StepRule("tell-someone", rules.may_tell, TODAY, step_titles.tell_someone, asks("own")),
    StepRule("body-care", rules.may_need_body_care, TODAY, pair(
        (_("If someone touched or hurt you"), _("Care for your body, if and when you want it")),
        (_("If someone touched or hurt them"), _("Care for their body, if and when they want it"))),
        asks("human")),
    StepRule("write-it-down", rules.should_write_down, TODAY, step_titles.write_it_down, asks("nothing")),
    StepRule("say-no", rules.may_say_no, TODAY, same(
        _("Say no to it being shared"), _("Only if you want to. You can skip this.")), asks("writes-to-them own")),
    StepRule("ask-others", rules.may_ask_others, TODAY, same(
        _("Ask others to delete it"), _("One person at a time")), asks("tells-around")),
    StepRule("look-alike", rules.is_imitated, TODAY, pair(
        (_("Someone is pretending to be you"), _("Report the profile, and tell a few people")),
        (_("Someone is pretending to be them"), _("Report the profile, and tell a few people"))), asks("nothing")),
    StepRule("match-service", rules.can_match, TODAY, step_titles.match_service, asks("file task")),
    StepRule("remove", rules.can_remove, TODAY, step_titles.remove, asks("task")),
    StepRule("block", rules.can_block, TODAY, step_titles.block, asks("task")),
    StepRule("regulator", rules.has_regulator, TODAY, same(
        _("Official services that can help"), _("Who can act here, and who they can help")), asks("task reports")),
    StepRule("officers", rules.may_go_to_police, DAYS, step_titles.officers, asks("task reports")),
    StepRule("school-or-work", rules.touches_school_or_work, DAYS, step_titles.school_or_work, asks("nothing")),
    StepRule("office-above", rules.has_an_office_above, DAYS, same(
        _("The office above the other person"), _("Which office it is, and what to ask for")), asks("task reports")),
    StepRule("lock-accounts", rules.can_lock_accounts, DAYS, step_titles.lock_accounts, asks("task")),
    StepRule("know-your-rights", rules.law_known, DAYS, same(
        _("Know your rights"), _("The law here, in plain words")), asks("own")),
    StepRule("no-paid-help", rules.may_meet_paid_help, DAYS, same(
        _("Removal is free"), _("How to tell when someone wants your money")), asks("own")),
    StepRule("watch-for-it", rules.should_watch, DAYS, step_titles.watch_for_it, asks("own")),
    StepRule("other-ways", rules.may_talk_it_out, DAYS, pair(
        (_("Other ways to repair the harm"), _("With a trained person, and only if you want it")),
        (_("Other ways to repair the harm"), _("With a trained person, and only if they want it"))), asks("nothing")),
    StepRule("look-after-yourself", rules.always, DAYS, same(
        _("Look after yourself"), _("Eat, sleep, talk")), asks("own")),
    StepRule("people", rules.always, DAYS, same(
        _("Helplines to call or text"), _("For this place and this age")), asks("human own")),
)  # fmt: skip
