"""What stands in each box of the drawn map: a question, a step, or a name and its meaning."""

from collections.abc import Iterable, Iterator, Sequence

from wizard.review.flowmap.chart import AskedQuestion, ShownStep
from wizard.review.flowmap.glossary import Entry
from wizard.review.flowmap.probe import Answer
from wizard.review.flowmap.terms import ALWAYS, NEVER, Term
from wizard.review.flowmap.text_layout import Box, Part, Text, box, texts_of
from wizard.review.flowmap.wording import Line, Run, outline, plain, runs_of

COLUMN = 430.0
READING = (
    "Every question can be skipped. A skipped answer has no value: “is” and “has” are then false, “is not” and “does "
    "not have” are true.",
    "“Was skipped”: the question applied to this person and has no answer, also because they went to the plan "
    "before it.",
    "Bold words in a condition are questions. Green words in quotes are conditions with a name; what they mean stands "
    "below.",
    "A broken edge: asked only sometimes. A tinted ground: the condition, read from the code.",
    "After a stroke ( / ): the words for a helper.",
    "The grown-up’s fold is the closed part of the plan for the grown-up who helps a child who is here alone.",
)


def question_blocks(questions: Sequence[AskedQuestion]) -> list[list[Box]]:
    """A box for each question."""
    return [[_question(at, question)] for at, question in enumerate(questions, 1)]


def _question(at: int, question: AskedQuestion) -> Box:
    many = " · choose all that fit" if question.many else ""
    top = [Text("label", (plain(f"{at} · {question.slug}{many}"),)), Text("title", (plain(question.own),))]
    if question.theirs != question.own:
        top.append(Text("soft", (plain(f"/ {question.theirs}"),)))
    answers = tuple(Text("text", tuple(_answer(answer)), 1) for answer in question.answers)
    always = question.asked == ALWAYS
    why = [] if always else _why(question.why)
    parts = [Part(tuple(top)), _condition("Asked", question.asked), Part(tuple(why)), Part(answers)]
    kind = "card" if always else "some"
    return box(f"question-{question.slug}", kind, COLUMN, parts)


def _answer(answer: Answer) -> Iterator[Run]:
    theirs = f" / {answer.theirs}" if answer.theirs not in ("", answer.own) else ""
    alone = "; counts only when ticked alone" if answer.alone else ""
    yield "question", answer.value
    yield plain(f" {answer.own}{theirs}{alone}")
    if answer.offered != ALWAYS:
        yield plain("; offered when ")
        yield from outline(answer.offered)[0][1]


def _why(sentence: str) -> list[Text]:
    return [Text("soft", (plain("Why: "), *runs_of(sentence)), above=2)] if sentence else []


def _condition(word: str, term: Term) -> Part:
    """The condition on a tinted ground; a short one in the same line as its word."""
    if term in (ALWAYS, NEVER):
        return Part((Text("soft", (plain(f"{word} {'always' if term == ALWAYS else 'never'}"),), above=3),))
    return Part(_after(f"{word} when ", outline(term)), tint=True)


def _after(words: str, lines: tuple[Line, ...], style: str = "text") -> tuple[Text, ...]:
    (depth, first), *more = lines
    return texts_of([(depth, (plain(words), *first)), *more], style)


def step_blocks(steps: Sequence[ShownStep]) -> list[list[Box]]:
    """A box for each step; the first one of a section stands under its heading."""
    blocks: list[list[Box]] = []
    section = ""
    for at, step in enumerate(steps, 1):
        block = [_step(at, step)]
        if step.section != section:
            section = step.section
            block.insert(0, _heading(section))
        blocks.append(block)
    return blocks


def _step(at: int, step: ShownStep) -> Box:
    top = [Text("label", (plain(f"{at} · {step.slug}"),))]
    for title, line in step.own:
        top += [Text("title", (plain(f"or: {title}" if len(top) > 1 else title),)), Text("soft", (plain(line),))]
    theirs = (title for title in step.theirs if title not in step.own)
    top += [Text("soft", (plain(f"/ {title} – {line}"),)) for title, line in theirs]
    rest = _why(step.why)
    if step.short != NEVER:
        rest += _after("One-line form when ", outline(step.short))
    if step.folded != NEVER:
        rest += _after("In the grown-up’s fold when ", outline(step.folded), "soft")
    return box(
        f"step-{step.slug}", "card", COLUMN, [Part(tuple(top)), _condition("Shown", step.shown), Part(tuple(rest))]
    )


def word_blocks(asked: Iterable[Entry], shown: Iterable[Entry]) -> list[list[Box]]:
    """How to read the map, then a box for each name that its conditions use."""
    blocks = [[_heading("How to read this"), box("", "word", COLUMN, [Part(_list(READING))])]]
    for kind, entries in (("questions", asked), ("steps", shown)):
        found = [[_word(kind, entry)] for entry in entries if entry.named]
        if found:
            found[0].insert(0, _heading(f"Used by the {kind}"))
        blocks += found
    return blocks


def _list(lines: Iterable[str]) -> tuple[Text, ...]:
    return tuple(Text("text", (plain(line),), 1, above=4) for line in lines)


def _heading(words: str) -> Box:
    return box("", "bare", COLUMN, [Part((Text("section", (plain(words),)),))])


def _word(kind: str, entry: Entry) -> Box:
    top = Part((Text("label", (("named", entry.name),)), Text("soft", runs_of(entry.means))))
    how = [_condition("Holds", entry.how)] if entry.how else []
    return box(f"{kind}-{entry.name.replace(' ', '-')}", "word", COLUMN, [top, *how])
