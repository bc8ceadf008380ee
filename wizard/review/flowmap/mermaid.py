"""Draws the order of the questions as a Mermaid flowchart, which a page of Markdown shows as a picture.

A question that is not always asked stands behind a fork: one arrow names its condition, the other one goes past it.
"""

from collections.abc import Iterator, Sequence

from wizard.review.flowmap.chart import AskedQuestion
from wizard.review.flowmap.terms import ALWAYS, All, Choose, Some, Term
from wizard.review.flowmap.wording import phrase

# What follows the last question, whatever was answered.
ENDS = (("check", "Check your answers"), ("plan", "The steps that the answers call for"))
OTHERWISE = "otherwise"
# What would end a quoted text, or begin a tag or a code of its own.
_MARKS = {letter: f"#{ord(letter)};" for letter in '"#&<>`\\'}


def flowchart(questions: Sequence[AskedQuestion]) -> str:
    """The diagram, in the fence that marks it in Markdown."""
    return "\n".join(["```mermaid", "flowchart TD", *_nodes(questions), *_arrows(questions), "```"])


def _nodes(questions: Sequence[AskedQuestion]) -> Iterator[str]:
    for one in questions:
        if one.asked != ALWAYS:
            yield f"    {_entry(one)}(( ))"
        yield f"    {_name(one)}[{_quoted(one.slug, one.own)}]"
    for name, words in ENDS:
        yield f"    {name}([{_quoted(name, words)}])"


def _arrows(questions: Sequence[AskedQuestion]) -> Iterator[str]:
    (check, _words), (plan, _more) = ENDS
    following = [*map(_entry, questions[1:]), check]
    for one, then in zip(questions, following, strict=True):
        if one.asked != ALWAYS:
            yield f"    {_entry(one)} -->|{_quoted(sentence(one.asked))}| {_name(one)}"
            yield f"    {_entry(one)} -->|{_quoted(OTHERWISE)}| {then}"
        yield f"    {_name(one)} --> {then}"
    yield f"    {check} --> {plan}"


def _name(question: AskedQuestion) -> str:
    return f"ask-{question.slug}"


def _entry(question: AskedQuestion) -> str:
    """Where the way to a question begins: at its fork when it has one."""
    return _name(question) if question.asked == ALWAYS else f"if-{question.slug}"


def _quoted(*lines: str) -> str:
    """Lines of text that Mermaid takes as they are."""
    return f'"{"<br/>".join("".join(_MARKS.get(letter, letter) for letter in line) for line in lines)}"'


def sentence(term: Term, inside: bool = False) -> str:
    """A condition in one line; what belongs together inside it stands in brackets."""
    match term:
        case Choose(test, then, other):
            words = f"if {sentence(test, True)}: {sentence(then, True)}; otherwise: {sentence(other, True)}"
        case All(parts):
            words = ", and ".join(sentence(part, True) for part in parts) or "always"
        case Some(parts):
            words = ", or ".join(sentence(part, True) for part in parts) or "never"
        case _:
            return "".join(text for _style, text in phrase(term))
    return f"({words})" if inside else words
