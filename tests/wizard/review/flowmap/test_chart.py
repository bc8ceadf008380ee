"""The map says what the code does: every question, answer and step is on it, and a changed rule changes it."""

import inspect
import random
import re
from dataclasses import replace
from functools import cache

import pytest

from tests.people import PEOPLE, WORLD, answers_of, path_of
from wizard.core.answers import Answers
from wizard.core.flow import Choice, Path, Question, Replies, walk
from wizard.core.location import read_answers
from wizard.core.plan import Plan, build_plan
from wizard.core.questions import BY_SLUG, FLOW
from wizard.core.questions.conditions import always, say
from wizard.core.step_rules import STEP_RULES
from wizard.review.flowmap import glossary
from wizard.review.flowmap.chart import chart_of
from wizard.review.flowmap.markdown import markdown
from wizard.review.flowmap.probe import COUNTRY, PLATFORM, REGION, titles, tried
from wizard.review.flowmap.probe import answers_of as offered_answers
from wizard.review.flowmap.read_code import NoWordsError, condition, flag
from wizard.review.flowmap.terms import (
    ALWAYS,
    NEVER,
    All,
    Choose,
    Has,
    Named,
    Offered,
    Only,
    Skipped,
    Some,
    choose,
    every,
    leaves,
    negate,
    some,
)
from wizard.review.flowmap.wording import outline, phrase
from wizard.review.words import name_of

CHART = chart_of()
TABLES = markdown(CHART)
A, B, C = Has("who", ("self",)), Skipped("danger"), Only("what", "worried")


def spoken(term) -> list[str]:
    """A condition as lines of plain text, deeper ones further in."""
    return [". " * depth + "".join(text for _, text in runs) for depth, runs in outline(term)]


meaning = cache(condition)


def holds(term, replies: Replies, answers: Answers | None = None) -> bool:
    """Whether a condition of the map is true of somebody."""
    match term:
        case All(parts):
            return all(holds(part, replies, answers) for part in parts)
        case Some(parts):
            return any(holds(part, replies, answers) for part in parts)
        case Choose(test, then, other):
            return holds(then if holds(test, replies, answers) else other, replies, answers)
        case Has(slug, values, yes):
            return replies.has(slug, *values) == yes
        case Only(slug, value, yes):
            return replies.only(slug, value) == yes
        case Skipped(slug, yes):
            return (slug in answers.unanswered) == yes
        case Named(name, None, yes):
            return getattr(answers, name) == yes
        case Named(_, source, yes):
            return holds(meaning(source), replies, answers) == yes
    raise TypeError(term)


def strangers(count: int):
    """The paths of people who answer and skip by chance, always the same ones."""
    chance = random.Random(3)
    for _ in range(count):
        stored: dict[str, list[str]] = {}
        while slug := walk(FLOW, stored, WORLD).first_open:
            choices = BY_SLUG[slug].choices(walk(FLOW, stored, WORLD).before(slug), WORLD)
            many = chance.randint(1, 2) if BY_SLUG[slug].many else 1
            picked = chance.sample([choice.value for choice in choices], min(many, len(choices)))
            stored[slug] = picked if chance.random() > 0.12 else []
        yield walk(FLOW, stored, WORLD)


@cache
def paths() -> list[Path]:
    """The named people, and many others."""
    return [*(path_of(**given) for given in PEOPLE.values()), *strangers(150)]


@cache
def plans() -> list[tuple[Answers, Plan]]:
    """The flags and the plan of each of them."""
    return [(answers, build_plan(answers)) for answers in (read_answers(path, WORLD) for path in paths())]


# The map is true -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", CHART.steps, ids=lambda step: step.slug)
def test_what_the_map_says_of_a_step_is_what_the_plan_does(step):
    said, done = [], []
    for answers, plan in plans():
        found, replies = plan.step(step.slug), answers.replies
        shown = holds(step.shown, replies, answers)
        rest = (holds(step.short, replies, answers), holds(step.folded, replies, answers)) if shown else ()
        said.append((shown, rest))
        done.append((found is not None, (found.short, found.folded) if found else ()))
    assert said == done


@pytest.mark.parametrize("step", CHART.steps, ids=lambda step: step.slug)
def test_every_title_on_a_plan_is_on_the_map(step):
    found = [plan.step(step.slug) for _, plan in plans()]
    seen = {(str(one.title), str(one.line)) for one in found if one}
    assert seen - {*step.own, *step.theirs} == set()


@pytest.mark.parametrize("question", CHART.questions, ids=lambda question: question.slug)
def test_what_the_map_says_of_a_question_is_what_the_guide_does(question):
    code = BY_SLUG[question.slug]
    for path in paths():
        before = Replies({slug: values for slug, values in path.replies.values.items() if slug in EARLIER[code.slug]})
        if question.asked == Offered():
            assert bool(code.choices(before, WORLD)) == (path.stop(code.slug) is not None)
        else:
            assert holds(question.asked, before) == (path.stop(code.slug) is not None)


EARLIER = {question.slug: {one.slug for one in FLOW[:at]} for at, question in enumerate(FLOW)}


@pytest.mark.parametrize("question", [one for one in CHART.questions if one.slug not in ("place", "region", "where")],
                         ids=lambda question: question.slug)  # fmt: skip
def test_the_answers_on_the_map_are_those_offered(question):
    for path in paths():
        code = BY_SLUG[question.slug]
        if path.stop(code.slug):
            before = path.before(code.slug)
            said = [answer.value for answer in question.answers if holds(answer.offered, before)]
            # A child under 13 alone reads them in another order.
            assert sorted(said) == sorted(choice.value for choice in code.choices(before, WORLD))


# The map is whole ----------------------------------------------------------------------------------------------------


def test_every_question_and_step_is_on_it_in_order():
    assert [one.slug for one in CHART.questions] == [question.slug for question in FLOW]
    assert [one.slug for one in CHART.steps] == [row.slug for row in STEP_RULES]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the Markdown, without its head."""
    part = TABLES.split(f"## {heading}\n")[1].split("\n## ")[0]
    return [re.split(r" (?<!\\)\| ", line[2:-2]) for line in part.splitlines() if line.startswith("| ")][2:]


def test_the_tables_hold_every_question_with_every_answer():
    told = {re.findall("`([^`]+)`", row[1])[0]: re.findall("(?:^|<br>)`([^`]+)`", row[4])
            for row in rows("The questions, in order")}  # fmt: skip
    assert told == {one.slug: [answer.value for answer in one.answers] for one in CHART.questions}


def test_the_tables_hold_every_step():
    told = [re.findall("`([^`]+)`", row[1])[0] for row in rows("The steps, in order")]
    assert told == [row.slug for row in STEP_RULES]


def test_every_row_of_a_table_has_the_same_cells():
    headings = re.findall(r"^## (.+)", TABLES, re.MULTILINE)[2:]
    assert {heading: {len(row) for row in rows(heading)} for heading in headings} == {
        "The questions, in order": {6},
        "The steps, in order": {8},
        "Words in the conditions of the questions": {3},
        "Words in the conditions of the steps": {3},
        "What the code calls one answer": {3},
    }


def test_every_flag_that_a_rule_reads_is_explained():
    used = {name for row in STEP_RULES for name in re.findall(r"\ba\.(\w+)", inspect.getsource(row.shown_when))}
    known = {entry.name.replace(" ", "_") for entry in CHART.step_words}
    assert (used - known, len(used) > 30) == (set(), True)


@pytest.mark.parametrize(
    ("heading", "entries", "conditions"),
    [
        ("Words in the conditions of the questions", CHART.question_words, [one.asked for one in CHART.questions]),
        (
            "Words in the conditions of the steps",
            CHART.step_words,
            [term for one in CHART.steps for term in (one.shown, one.short, one.folded)],
        ),
    ],
)
def test_every_name_in_a_condition_is_explained_in_the_table_below(heading, entries, conditions):
    told = [*conditions, *(entry.how for entry in entries if entry.how)]
    named = {leaf.name for term in told for leaf in leaves(term) if isinstance(leaf, Named)}
    known = {row[0].strip("*") for row in rows(heading)}
    assert {name_of(name) for name in named} - known == set()


def test_every_explanation_has_words():
    assert [entry.name for entry in (*CHART.question_words, *CHART.step_words) if not entry.means.strip()] == []


# A change shows ------------------------------------------------------------------------------------------------------


def only_on_deadline(a: Answers) -> bool:
    """Changed for this test."""
    return a.deadline and not a.for_client


def changed(slug: str, **fields) -> list:
    return [replace(row, **fields) if row.slug == slug else row for row in STEP_RULES]


def test_a_changed_rule_changes_the_tables():
    tables = markdown(chart_of(table=changed("say-no", shown_when=only_on_deadline)))
    row = "| `danger` has `deadline`, and `who` is not `client` | Changed for this test. |"
    assert (row in TABLES, row in tables) == (False, True)


def test_a_step_that_is_gone_is_gone_from_the_map():
    tables = markdown(chart_of(table=[row for row in STEP_RULES if row.slug != "beat-the-clock"]))
    assert ("beat-the-clock" in TABLES, "beat-the-clock" in tables) == (True, False)


# Reading code --------------------------------------------------------------------------------------------------------

READ = [
    (lambda a: a.unsafe or a.meet, ["danger has unsafe or meet"]),
    (lambda a: not a.unsafe and not a.meet, ["danger has neither unsafe nor meet"]),
    (lambda a: not a.for_child, ["who is not child"]),
    (lambda a: a.minor_now, ["age is not 18-plus"]),
    (lambda a: a.what_skipped, ["what was skipped"]),
    (lambda a: not a.only_worried, ["what is not only worried"]),
    (lambda a: a.affected and not a.afraid, ["“affected”, and not “afraid”"]),
    (lambda a: a.law_known if a.paid else a.saved,
     ["if already has paid:", ". “law known”", "otherwise:", ". already has saved"]),
    (lambda r: r.only("device", "mine"), ["device is only mine"]),
    (lambda a: a.paid and (a.fake or a.stranger or a.afraid or a.watched or a.group_chat),
     ["all of these:", ". already has paid", ". any of these:", ". . what has fake", ". . holder is stranger",
      ". . “afraid”", ". . “watched”", ". . where has group-chat"]),
    (lambda a: True, ["always"]),
    (lambda a: a.paid and False, ["never"]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "words"), READ, ids=[" ".join(words) for _, words in READ])
def test_a_rule_in_words(rule, words):
    assert spoken(condition(rule)) == words


def test_branches_and_local_names_are_followed():
    def rule(a):
        near = a.partner or a.family
        if a.for_client:
            return False
        return near

    assert spoken(condition(rule)) == ["who is not client, and holder is partner or family"]


def test_a_condition_of_several_questions_is_put_as_a_list_of_cases():
    test = some(A, every(B, C))
    assert spoken(Choose(test, B, C)) == [
        "if any of these:", ". who is self", ". danger was skipped, and what is only worried", "then:",
        ". danger was skipped", "otherwise:", ". what is only worried",
    ]  # fmt: skip


STRANGE = [
    lambda a: a.role == "child",
    lambda a: a.role,
    lambda a: a.age,
    lambda a: a.nothing_known,
    lambda a: len(a.replies.values) > 2,
    lambda a: any([a.paid, a.saved]),
    lambda a: bool(a.paid),
    lambda a: a.replies.one("who"),
    lambda r: r.has("who", *sorted(["child"])),
    lambda a: build_plan(a, 3),
    lambda a: ~a.paid,
    lambda a: 1,
]


@pytest.mark.parametrize("rule", STRANGE, ids=[str(at) for at in range(len(STRANGE))])
def test_what_it_cannot_read_it_refuses(rule):
    with pytest.raises(NoWordsError):
        condition(rule)


def test_a_rule_without_an_end_is_refused():
    def rule(a):
        if a.paid:
            return True

    with pytest.raises(NoWordsError):
        condition(rule)


def test_two_rules_on_one_line_are_refused():
    pair = (lambda a: a.paid, lambda a: a.saved)
    with pytest.raises(NoWordsError, match="2 functions on this line"):
        condition(pair[0])


def test_a_refusal_says_where():
    with pytest.raises(NoWordsError, match=r"test_chart\.py:\d+: no words for \"a\.role == 'child'\""):
        condition(STRANGE[0])


def test_a_fact_that_is_decided_in_a_new_way_asks_for_new_words(monkeypatch):
    monkeypatch.setitem(glossary.FACTS, "law_known", ("at.among(world.law_places)", "Old words"))
    with pytest.raises(NoWordsError, match="law_known is decided in a new way"):
        chart_of()


def test_every_fact_has_its_words():
    facts = {name for name, kind in Answers.__annotations__.items() if kind in (bool, "bool")}
    assert {*glossary.FACTS} == facts
    assert [name for name in facts if flag(name) != Named(name, None)] == []


# Trees ---------------------------------------------------------------------------------------------------------------


def test_trees_are_kept_plain():
    assert negate(every(A, some(B, C))) == some(negate(A), every(negate(B), negate(C)))
    assert (every(A, ALWAYS), every(A, NEVER), some(A, NEVER), some(A, ALWAYS)) == (A, NEVER, A, ALWAYS)
    assert (choose(A, ALWAYS, B), choose(A, NEVER, B)) == (some(A, B), every(negate(A), B))
    assert (choose(A, B, ALWAYS), choose(A, B, NEVER)) == (some(negate(A), B), every(A, B))
    assert negate(choose(A, B, C)) == Choose(A, negate(B), negate(C))
    assert every(A, every(B, A)) == All((A, B))


def test_what_is_said_twice_of_a_question_is_said_once_only_where_that_means_the_same():
    paid, saved = Has("already", ("paid",)), Has("already", ("saved",))
    assert some(paid, A, saved) == Some((Has("already", ("paid", "saved")), A))
    assert every(paid, saved) == All((paid, saved))
    assert some(negate(paid), negate(saved)) == Some((negate(paid), negate(saved)))


@pytest.mark.parametrize(
    ("leaf", "words"),
    [
        (Has("danger", ("meet",), False), "danger does not have meet"),
        (Has("age", ("13-15", "16-17"), False), "age is not 13-15 or 16-17"),
        (Skipped("age", False), "age was not skipped"),
        (Offered(False), "the facts have no answers to choose from"),
        (Named("put_right", None, False), "not “put right”"),
    ],
)
def test_one_statement_in_words(leaf, words):
    assert "".join(text for _, text in phrase(leaf)) == words


# Trying words --------------------------------------------------------------------------------------------------------


def test_words_are_tried_for_all_that_they_look_at_and_no_more():
    values = {"who": ("a", "b"), "age": ("x",), "place": ("y",)}
    found = tried(lambda r: (r.one("who"), r.has("age", "x") if r.has("who", "a") else None), values)
    assert len(found) == 6


def test_an_answer_says_who_it_is_offered_to():
    offered = {(one.slug, answer.value): spoken(answer.offered)[0]
               for one in CHART.questions for answer in one.answers if answer.offered != ALWAYS}  # fmt: skip
    assert offered == {
        ("region", REGION): f"place is {COUNTRY}",
        ("what", "received"): "who is not sharer",
        ("what", "passed-on"): "who is not friend or sharer",
        ("what", "worried"): "who is not sharer",
        ("holder", "young"): "age is 18-plus",
        ("holder", "me"): "all of these:",
    }


def test_words_for_several_readers_all_stand_on_the_map():
    found = {one.slug: one.own for one in CHART.questions}
    assert found["age-then"].startswith("How old were you in the picture?, or: How old was the person in the picture?")
    what = next(one for one in CHART.questions if one.slug == "what")
    money = next(answer for answer in what.answers if answer.value == "demand-money")
    assert money.own.endswith(", or: They want money")


def test_the_facts_stand_on_the_map_as_one_sample_of_each_kind():
    answers = {one.slug: [answer.value for answer in one.answers] for one in CHART.questions}
    assert (answers["place"], answers["region"], answers["where"][0]) == ([COUNTRY, "other"], [REGION], PLATFORM)


A_ONE, B_ONE = Choice("a", "A"), Choice("b", "B")


@pytest.mark.parametrize(
    "choices",
    [
        lambda r, w: (A_ONE, B_ONE) if r.has("who", "x") and r.has("age", "y") else (A_ONE,),
        lambda r, w: (A_ONE,) if r.has("who", "x") else (B_ONE,),
    ],
    ids=["two questions", "never all at once"],
)  # fmt: skip
def test_words_that_depend_on_more_than_the_map_can_say_are_refused(choices):
    with pytest.raises(NoWordsError):
        offered_answers(Question("made", say("Made"), say(""), choices, always), {"who": ("x",), "age": ("y",)})


def test_a_title_that_depends_on_a_word_is_refused():
    with pytest.raises(NoWordsError, match="role"):
        titles(lambda a, they: (a.role, ""), False)


def test_all_titles_are_found_through_the_rules_that_they_ask():
    def heading(a, they):
        return ("Both" if a.paid and a.fake else "One" if a.paid else "None"), "line"

    assert titles(heading, False) == (("None", "line"), ("One", "line"), ("Both", "line"))


def test_the_flags_of_a_person_are_those_that_the_map_explains():
    answers = answers_of(who="self", danger="meet", what="threat")
    entries = {entry.name: entry.how for entry in CHART.step_words if entry.how}
    said = {name: holds(how, answers.replies, answers) for name, how in entries.items()
            if hasattr(answers, name.replace(" ", "_"))}  # fmt: skip
    assert said == {name: getattr(answers, name.replace(" ", "_")) for name in said}
