"""Writes the map as Markdown: a diagram of the order of the questions, and tables."""

from collections.abc import Iterable

from wizard.review.flowmap.chart import AskedQuestion, Chart, ShownStep
from wizard.review.flowmap.glossary import GlossaryEntry
from wizard.review.flowmap.mermaid import flowchart
from wizard.review.flowmap.probe import Answer
from wizard.review.flowmap.terms import ALWAYS, NEVER, Term
from wizard.review.flowmap.wording import Run, outline, runs_of

HEAD = """# The map

Every question of the guide and every step of the plan, and when each of them appears. It is made for people who check
the advice and do not read code. `python manage.py flowmap` writes it from the code; a change by hand would be lost.
The same to print and to sign: the first part of the book that `python manage.py book` writes.

## How to read it

- Every question can be skipped. A skipped answer has no value: “is” and “has” are then false, “is not” and “does not
  have” are true.
- “Was skipped” means that the question applied to this person and has no answer, also because they went to the plan
  before it.
- Words in `code marks` are the short names of questions and answers. *Slanted* words in quotes are conditions with a
  name; the lists at the end say what they mean.
- The words for a helper are used when who is child, client or friend, and in the part for the
  grown-up who helps a child.
- The one-line form stands in for the full words of a step. The fold is the closed part of the plan, for the grown-up
  who helps a child who is here alone.
- Names in round brackets stand for what the facts list, for example every country.
"""
ORDER = """An arrow without words is always followed. Before a question with a condition the way forks. Any question can
be skipped, and at any of them a person can go to the plan at once.
"""


def markdown(chart: Chart) -> str:
    """The text of `flow.md`."""
    parts = [
        HEAD,
        "## The order of the questions\n",
        ORDER,
        flowchart(chart.questions),
        "\n## The questions, in order\n",
        *_table(("#", "Question", "Asks the person", "Asks a helper", "Answers", "Asked when"),
                (_question(at, question) for at, question in enumerate(chart.questions, 1))),
        "\n## The steps, in order\n",
        *_table(("#", "Step", "Title for the person", "Title for a helper", "Shown when", "Why",
                 "One-line form when", "In the fold for the grown-up when"),
                (_step(at, step) for at, step in enumerate(chart.steps, 1))),
        "\n## Words in the conditions of the questions\n",
        *_glossary(chart.question_words),
        "\n## Words in the conditions of the steps\n",
        *_glossary(entry for entry in chart.step_words if entry.named),
        "\n## What the code calls one answer\n",
        *_glossary(entry for entry in chart.step_words if not entry.named),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [_row(heads), _row(tuple("---" for _ in heads)), *map(_row, rows)]


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _question(at: int, question: AskedQuestion) -> tuple[str, ...]:
    many = "; choose all that fit" if question.many else ""
    return (
        str(at),
        f"`{question.slug}`{many}",
        _asks(question.own, question.own_hint),
        _asks(question.theirs, question.their_hint),
        "<br>".join(_answer(answer) for answer in question.answers),
        f"{_said(question.asked)}<br>Why: {_doc(question.why)}" if question.why else _said(question.asked),
    )


def _asks(heading: str, hint: str) -> str:
    return f"**{_safe(heading)}**<br>{_safe(hint)}" if hint else f"**{_safe(heading)}**"


def _answer(answer: Answer) -> str:
    theirs = f" / {_safe(answer.theirs)}" if answer.theirs not in ("", answer.own) else ""
    alone = "; counts only when ticked alone" if answer.alone else ""
    offered = "" if answer.offered == ALWAYS else f"; offered when {_said(answer.offered)}"
    return f"`{answer.value}` {_safe(answer.own)}{theirs}{alone}{offered}"


def _step(at: int, step: ShownStep) -> tuple[str, ...]:
    return (
        str(at),
        f"`{step.slug}`<br>{_safe(step.section)}",
        " or:<br>".join(_asks(*title) for title in step.own),
        " or:<br>".join(_asks(*title) for title in step.theirs),
        _said(step.shown),
        _doc(step.why),
        _said(step.short),
        _said(step.folded),
    )


def _glossary(entries: Iterable[GlossaryEntry]) -> list[str]:
    rows = ((f"*{entry.name}*", _doc(entry.means), _said(entry.how) if entry.how else "from the facts")
            for entry in entries)  # fmt: skip
    return _table(("Word", "What it means", "How it is worked out"), rows)


def _said(term: Term) -> str:
    if term == NEVER:
        return "–"
    lines = (f"{'&emsp;' * depth}{'– ' if depth else ''}{''.join(map(_run, runs))}" for depth, runs in outline(term))
    return "<br>".join(lines)


def _doc(sentence: str) -> str:
    return "".join(map(_run, runs_of(sentence)))


def _run(run: Run) -> str:
    style, text = run
    if style == "named":
        return f"*{text}*"
    return f"`{text}`" if style else _safe(text)


def _safe(text: str) -> str:
    """Text that cannot end a cell or become a tag."""
    marks = {"&": "&amp;", "<": "&lt;", "|": "\\|", "*": "\\*", "_": "\\_", "`": "\\`"}
    return "".join(marks.get(letter, letter) for letter in text)
