"""The proof: the safety rules hold in every reachable state, each rule bites, and raw walks agree with it."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.people import PEOPLE, WORLD, answers_of, path_of
from wizard.core import plan, rules, step_rules
from wizard.core.answers import FLAGS, Answers
from wizard.core.flow import Replies
from wizard.core.location import read_answers
from wizard.core.phrases import Phrase
from wizard.core.plan import OPEN_UNDER_13, build_plan
from wizard.core.step_rules import STEP_RULES, StepRule
from wizard.core.tools import locked_tools, open_tools
from wizard.management.commands import prove as prove_command
from wizard.management.commands.prove import Command
from wizard.review.proof import plan_rules
from wizard.review.proof.diagrams import NO
from wizard.review.proof.lazy_answers import GuidedWalk, LazyAnswers
from wizard.review.proof.people_space import PeopleSpace
from wizard.review.proof.plan_case import PlanCase
from wizard.review.proof.plan_proof import CHECKS, compare_with_random_walks, on_answers, prove, prove_all, random_paths
from wizard.review.proof.plan_rules import RULES
from wizard.review.proof.sample_places import NOWHERE
from wizard.review.proof.states import states_in
from wizard.review.proof.words_proof import StepVerdict, prove_step

Table = tuple[StepRule, ...]
TAGS = re.compile(r"{[%{].*?[%}]}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"rule {rule.number}")
def test_the_rule_holds_in_every_reachable_state(rule: plan_rules.Rule) -> None:
    verdict = prove(rule, PeopleSpace(WORLD))
    assert verdict.states > 0
    assert verdict.broken is None


def test_raw_walks_agree_with_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    # `make prove`, which CI runs after the tests, takes 20,000 walks.
    sample = compare_with_random_walks(WORLD, walks=2_000, placed=100)
    told = sum(verdict.states for verdict in prove_all(WORLD))
    with capsys.disabled():
        print(
            f"\nproof: {told} states, {len(RULES)} rules, {sample.walks} raw walks, {len(sample.plans)} different plans"
        )
    assert sample.disagreements == ()
    assert (told > 5_000, len(sample.plans) > 500) == (True, True)


# --- each rule bites --------------------------------------------------------------------------------------------------


def shown(slug: str, when: Callable[[Answers], bool]) -> Table:
    return tuple(replace(row, shown_when=when) if row.slug == slug else row for row in STEP_RULES)


def marked(slug: str, *marks: str) -> Table:
    return tuple(replace(row, marks=frozenset(marks)) if row.slug == slug else row for row in STEP_RULES)


def moved(slug: str, behind: str) -> Table:
    rows = [row for row in STEP_RULES if row.slug != slug]
    at = [row.slug for row in rows].index(behind) + 1
    return (*rows[:at], next(row for row in STEP_RULES if row.slug == slug), *rows[at:])


def with_demand(a: Answers) -> bool:
    return rules.may_say_no(a) or (a.affected and a.demand_money)


def also_family(a: Answers) -> bool:
    return rules.may_ask_others(a) or (a.family and a.shared_ticked and a.for_self)


def not_when_watched(a: Answers) -> bool:
    return a.afraid or a.family or a.contact_danger or a.home


ALL = {rule.number for rule in RULES}
BROKEN_TABLES: list[tuple[set[int], str, Table]] = [
    ({1, 23}, "the message is offered after a demand", shown("say-no", with_demand)),
    ({2}, "a friend is led to the service that needs the file", shown("match-service", lambda a: True)),
    ({4}, "the timer step has nobody to call", marked("beat-the-clock")),
    ({5}, "removal comes before the words are kept", moved("write-it-down", "remove")),
    ({5, 14}, "blocking comes before the safety plan", moved("safety-plan", "block")),
    ({6}, "a step replies to the blackmailer", marked("stop-contact", "replies")),
    ({9}, "family members are asked to delete it", shown("ask-others", also_family)),
    ({10}, "a sharer has nobody to talk to", shown("people", lambda a: not a.for_sharer)),
    ({13}, "police come before the legal line", moved("officers", "be-a-good-friend")),
    ({14}, "no safety plan on a watched phone", shown("safety-plan", not_when_watched)),
]


def broken(table: Table, among: set[int] = ALL) -> set[int]:
    """Numbers of the rules, among these, that some reachable state breaks with this table."""
    space = PeopleSpace(WORLD)
    return {
        rule.number
        for rule in RULES
        if rule.number in among
        for check in rule.checks
        if any(not state.verdict for state in states_in(space, lambda a, check=check: check(PlanCase(a, table))))
    }


IDS = [row[1] for row in BROKEN_TABLES]


@pytest.mark.parametrize(("numbers", "why", "table"), BROKEN_TABLES, ids=IDS)
def test_a_broken_table_breaks_its_rule(numbers: set[int], why: str, table: Table) -> None:
    assert broken(table, numbers) == numbers


@pytest.mark.thorough
@pytest.mark.parametrize(("numbers", "why", "table"), BROKEN_TABLES, ids=IDS)
def test_a_broken_table_breaks_no_other_rule(numbers: set[int], why: str, table: Table) -> None:
    assert broken(table) == numbers


def test_both_services_break_rule_3_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "matching_services", lambda a: frozenset({"take-it-down", "stopncii"}))
    assert broken(STEP_RULES) == {3}


def test_report_remove_abroad_breaks_rule_3_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        rules, "matching_services", lambda a: frozenset({"report-remove"} if a.minor_now else {"stopncii"})
    )
    assert broken(STEP_RULES) == {3}


def test_words_for_the_person_break_rule_11_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_rules, "is_theirs", lambda row, a: a.for_child or a.for_client)
    assert broken(STEP_RULES) == {11}


def test_police_outside_the_fold_break_rule_12_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "OPEN_UNDER_13", (*OPEN_UNDER_13, "officers"))
    assert broken(STEP_RULES) == {12}


# --- the machinery ----------------------------------------------------------------------------------------------------


class Recording:
    """Answers that note which flags are read."""

    def __init__(self, answers: Answers) -> None:
        self.__dict__["answers"], self.__dict__["seen"] = answers, set()

    def __getattr__(self, name: str) -> object:
        self.seen.add(name)
        return getattr(self.answers, name)


def test_rules_plan_and_tools_read_flags_and_nothing_else() -> None:
    seen: set[str] = set()
    for path in random_paths(WORLD, 500):
        recording = Recording(read_answers(path, WORLD))
        build_plan(recording), open_tools(recording), locked_tools(recording)  # type: ignore[arg-type]
        for rule in RULES:
            rule.holds(PlanCase(recording))  # type: ignore[arg-type]
        seen |= recording.seen
    assert seen <= FLAGS
    assert len(seen) > 40


def test_templates_read_flags_that_exist_and_nothing_else() -> None:
    words = (Path(__file__).parents[4] / "templates").rglob("*.html")
    named = {
        name for path in words for tag in TAGS.findall(path.read_text()) for name in re.findall(r"\ba\.(\w+)", tag)
    }
    assert named <= FLAGS
    assert len(named) > 30


def test_states_do_not_overlap_and_leave_nothing_out() -> None:
    def asks(a: Answers) -> bool:
        return a.deadline or (a.minor_now and a.under_13)

    space = PeopleSpace(WORLD)
    found, sets = list(states_in(space, asks)), space.sets
    everybody = sets.all_of(space.reachable(slug) for slug in ("danger", "age"))
    assert space.real(sets.any_of(state.who for state in found)) == everybody
    assert {sets.both(one.who, two.who) for one, two in combinations(found, 2)} == {NO}
    assert len({state.path for state in found}) == len(found) == 4


@pytest.mark.parametrize("name", PEOPLE)
def test_a_guided_walk_reads_the_same_flags_as_the_real_one(name: str) -> None:
    given = {key.replace("-", "_"): value for key, value in PEOPLE[name].items()}
    lazy = LazyAnswers(GuidedWalk(PeopleSpace(WORLD), path_of(**given).replies))
    real = answers_of(**given)
    differ = {flag for flag in FLAGS - {"role", "age"} if getattr(lazy, flag) != getattr(real, flag)}
    assert differ == set()


def test_a_plan_cut_off_early_is_the_plan_of_somebody_who_skipped_the_rest() -> None:
    for path in random_paths(WORLD, 300):
        stored = {stop.question.slug: list(stop.values) for stop in path.stops}
        assert build_plan(read_answers(path, WORLD)) == build_plan(answers_of(**as_words(stored)))


def as_words(stored: dict[str, list[str]]) -> dict[str, str]:
    return {slug.replace("-", "_"): " ".join(values) for slug, values in stored.items()}


def test_every_mark_is_used_or_forbidden() -> None:
    used = frozenset().union(*(row.marks for row in STEP_RULES))
    assert step_rules.MARKS - used == {"pays", "replies", "ends-account", "hires"}
    with pytest.raises(ValueError, match="unknown marks"):
        step_rules.asks("dances")


def test_every_check_is_counted() -> None:
    assert len(CHECKS) == sum(len(rule.checks) for rule in RULES) == 26
    assert on_answers(CHECKS[0])(LazyAnswers(GuidedWalk(PeopleSpace(WORLD), Replies({})))) is True


def words_of_one_step(phrases: tuple[Phrase, ...]) -> list[StepVerdict]:
    row = next(row for row in STEP_RULES if row.slug == "people")
    return [prove_step(row, NOWHERE, phrases, WORLD)]


@pytest.mark.thorough
@pytest.mark.django_db
def test_the_command_says_what_it_proved(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    # The words have a test of their own, step by step; here one step stands for all.
    monkeypatch.setattr(prove_command, "prove_words", words_of_one_step)
    call_command("prove", "--walks", "20", "--placed", "5")
    *said, took = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"  \d+\.\d minutes for everything", took)
    assert [line.split(":")[0].split()[-1] for line in said[: len(RULES)]] == [str(rule.number) for rule in RULES]
    assert {line.split(", ")[-1] for line in said[: len(RULES)]} == {"holds"}
    assert said[-1].startswith("20 raw walks with ")


@pytest.mark.django_db
def test_the_command_fails_on_a_broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "matching_services", lambda a: frozenset({"stopncii"}))
    monkeypatch.setattr(prove_command, "prove_words", words_of_one_step)
    # Numbers, the paper and the ready texts have tests of their own.
    monkeypatch.setattr(prove_command, "prove_numbers", tuple)
    monkeypatch.setattr(prove_command, "page_cases", tuple)
    monkeypatch.setattr(prove_command, "cases", tuple)
    monkeypatch.setattr(prove_command, "broken_page_words", lambda phrases, world: {})
    monkeypatch.setattr(Command, "_prove_texts", lambda command: [])
    with pytest.raises(CommandError, match="Broken rules: 3"):
        call_command("prove", "--walks", "1", "--placed", "0")


def test_some_raw_walks_begin_on_the_page_of_an_app() -> None:
    begun = [path for path in random_paths(WORLD, 500) if path.first_open == "who" and path.replies.values]
    known = {tuple(path.replies.values) for path in begun}
    assert known == {("where",), ("age",), ("age", "where"), ("age", "age-then", "where")}
