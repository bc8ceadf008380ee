"""The diagram of the order of the questions: whoever follows its arrows is asked what the guide asks."""

import re
from dataclasses import replace

import pytest

from tests.project.source_tree import text, under
from wizard.core.questions import FLOW
from wizard.core.questions.conditions import when
from wizard.review.flowmap.chart import chart_of
from wizard.review.flowmap.mermaid import flowchart, sentence
from wizard.review.flowmap.terms import ALWAYS, NEVER, All, Choose, Has, Named, Some

CHART = chart_of()
FORK, ASKED = "if-", "ask-"
NODE = re.compile(r' {4}([\w-]+)(?:\[|\(\[)"(.*)"(?:\]|\]\))')
ARROW = re.compile(r' {4}([\w-]+) -->(?:\|"([^"]*)"\|)? ([\w-]+)')
WHO, AGE = Has("who", ("self",)), Has("age", ("18-plus",), False)
ONE, TWO, THREE = (replace(one, slug=slug, own=f"Number {slug}?", asked=ALWAYS)
                   for one, slug in zip(CHART.questions, ("one", "two", "three"), strict=False))  # fmt: skip


def body(diagram: str) -> list[str]:
    """Its lines without the fence and the first line."""
    return diagram.splitlines()[2:-1]


def arrows(diagram: str) -> list[tuple[str, str, str]]:
    """Each arrow: from where, its words, to where."""
    return [found.groups("") for line in body(diagram) if (found := ARROW.fullmatch(line))]


def way(diagram: str, take) -> list[str]:
    """The nodes on the way from the first question to the end; `take` says whether a condition holds."""
    ways: dict[str, list[tuple[str, str]]] = {}
    for start, words, end in arrows(diagram):
        ways.setdefault(start, []).append((words, end))
    at, found = f"{ASKED}{CHART.questions[0].slug}", []
    while True:
        found.append(at)
        match ways.get(at, []):
            case []:
                return found
            case [("", end)]:
                at = end
            case [(words, asked), ("otherwise", past)]:
                at = asked if take(words) else past


def test_all_of_a_small_diagram():
    # Two that follow each other and are not always asked: the way past the first leads to the fork of the second.
    questions = (ONE, replace(TWO, asked=WHO), replace(THREE, asked=AGE))
    assert flowchart(questions) == "\n".join([
        "```mermaid",
        "flowchart TD",
        '    ask-one["one<br/>Number one?"]',
        "    if-two(( ))",
        '    ask-two["two<br/>Number two?"]',
        "    if-three(( ))",
        '    ask-three["three<br/>Number three?"]',
        '    check(["check<br/>Check your answers"])',
        '    plan(["plan<br/>The steps that the answers call for"])',
        "    ask-one --> if-two",
        '    if-two -->|"who is self"| ask-two',
        '    if-two -->|"otherwise"| if-three',
        "    ask-two --> if-three",
        '    if-three -->|"age is not 18-plus"| ask-three',
        '    if-three -->|"otherwise"| check',
        "    ask-three --> check",
        "    check --> plan",
        "```",
    ])  # fmt: skip


def test_every_question_is_one_node_with_its_heading_in_order():
    nodes = [found.groups() for line in body(flowchart(CHART.questions)) if (found := NODE.fullmatch(line))]
    told = [(f"{ASKED}{one.slug}", f"{one.slug}<br/>{one.own}") for one in CHART.questions]
    assert (nodes[:-2], [name for name, _words in nodes[-2:]]) == (told, ["check", "plan"])


def test_every_line_is_a_node_a_fork_or_an_arrow_between_nodes():
    lines = body(flowchart(CHART.questions))
    forks = [line for line in lines if re.fullmatch(rf" {{4}}{FORK}[\w-]+\(\( \)\)", line)]
    rest = [line for line in lines if line not in forks and not NODE.fullmatch(line) and not ARROW.fullmatch(line)]
    drawn = {re.match(r" {4}([\w-]+)", line)[1] for line in lines if "-->" not in line}
    ends = {name for start, _words, end in arrows(flowchart(CHART.questions)) for name in (start, end)}
    assert (rest, drawn ^ ends) == ([], set())


def test_who_meets_every_condition_is_asked_everything():
    found = [name for name in way(flowchart(CHART.questions), lambda words: True) if not name.startswith(FORK)]
    assert found == [*(f"{ASKED}{question.slug}" for question in FLOW), "check", "plan"]


@pytest.mark.parametrize("slug", [one.slug for one in CHART.questions if one.asked != ALWAYS])
def test_who_meets_one_condition_is_asked_what_is_always_asked_and_that(slug):
    wanted = next(sentence(one.asked) for one in CHART.questions if one.slug == slug)
    found = [name for name in way(flowchart(CHART.questions), lambda words: words == wanted) if FORK not in name]
    always = [f"{ASKED}{one.slug}" for one in CHART.questions if one.asked == ALWAYS or one.slug == slug]
    assert found == [*always, "check", "plan"]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (WHO, "who is self"),
        (Named("under_13_alone", None, False), "not “under 13 alone”"),
        (All((WHO, Some((AGE, Has("what", ("fake", "shared")))))),
         "who is self, and (age is not 18-plus, or what has fake or shared)"),
        (Some((All((WHO, AGE)), AGE)), "(who is self, and age is not 18-plus), or age is not 18-plus"),
        (Choose(WHO, AGE, All((AGE, WHO))),
         "if who is self: age is not 18-plus; otherwise: (age is not 18-plus, and who is self)"),
        (ALWAYS, "always"),
        (NEVER, "never"),
    ],
)  # fmt: skip
def test_a_condition_in_one_line(term, words):
    assert sentence(term) == words


def test_no_heading_can_end_its_text_or_begin_a_tag():
    nasty = replace(ONE, own='"Why" <b>&</b> #1 `a` \\?')
    assert body(flowchart([nasty]))[0] == (
        '    ask-one["one<br/>#34;Why#34; #60;b#62;#38;#60;/b#62; #35;1 #96;a#96; #92;?"]'
    )


def test_a_changed_condition_changes_the_diagram():
    flow = [replace(one, asked=when(lambda r: r.has("who", "child"))) if one.slug == "where" else one for one in FLOW]
    changed = ("if-where", "who is child", "ask-where")
    diagrams = (flowchart(CHART.questions), flowchart(chart_of(flow=flow).questions))
    assert [changed in arrows(diagram) for diagram in diagrams] == [False, True]


def test_nothing_that_the_site_serves_knows_of_the_language_of_the_diagram():
    served = [path for path in under("templates", "") if not path.startswith("templates/book/")] + under("static", "")
    words = [path for path in served if path.endswith((".html", ".txt", ".xml", ".js", ".css", ".svg", ".json"))]
    assert [path for path in served if "mermaid" in path.lower()] == []
    assert ([path for path in words if "mermaid" in text(path).lower()], len(words) > 100) == ([], True)
