"""What a translator gets: one meaning under one text, and no text that Django would translate as something else."""

import ast
import re
from collections import defaultdict
from gettext import translation as catalog
from pathlib import Path

import django
import pytest

from tests.content.gathered_texts import gathered
from tests.project.source_tree import modules, syntax

# Nearly the same to the eye, and not the same where they stand: a heading or a button without a full stop, a
# sentence with one, words inside a sentence.
LOOKED_AT: set[frozenset[str]] = {
    frozenset({" or ", ", or "}),
    frozenset({"Another country", "another country"}),
    frozenset({"Do not delete the chat", "Do not delete the chat."}),
    frozenset({"First, some questions", "First, some questions:"}),
    frozenset({"Good to know", "Good to know:"}),
    frozenset({"How", "How?"}),
    frozenset({"How much", "How much?"}),
    frozenset({"In danger or hurt", "In danger or hurt?"}),
    frozenset({"Made on", "Made on:"}),
    frozenset({"Numbers for %(place)s", "Numbers for %(place)s.", "Numbers for %(place)s:"}),
    frozenset({"Open day and night", "open day and night"}),
    frozenset({"Remove this", "Remove this?"}),
    frozenset({"Someone filmed me in secret", "Someone filmed me in secret."}),
    frozenset({"Someone is pretending to be me online", "Someone is pretending to be me online."}),
    frozenset({"Something happened with a picture.", "“Something happened with a picture.”"}),
    frozenset({"Take this off the list", "Take this off the list?"}),
    frozenset({"Tell a grown-up you trust", "Tell a grown-up you trust."}),
    frozenset({"Tell one person you choose", "Tell one person you choose."}),
    frozenset({"The time limit is there to rush you", "The time limit is there to rush you."}),
    frozenset({"They want money", "They want money."}),
    frozenset({"This is not your fault.", "“This is not your fault.”"}),
    frozenset({"Under 18", "under 18"}),
    frozenset({"What is happening", "What is happening?"}),
    frozenset({"Where it is", "Where it is:"}),
    frozenset({"You do not have to send anything", "You do not have to send anything."}),
}
# Django means by these what we mean.
AS_DJANGO_SAYS = {
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December", "midnight", "Yes", "No", "Change", "Email address", "Time"),
}


def bare(text: str) -> str:
    """A text without case, punctuation and the order of its words' commas."""
    return re.sub(r"[^\w%{}()]+", " ", text.casefold().replace("’", "'")).strip()


def meanings() -> dict[str, set[str]]:
    """The texts without a context that read the same once case and punctuation are gone."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in gathered():
        if entry.msgctxt is None:
            found[bare(entry.msgid)].add(entry.msgid)
    return found


def test_one_meaning_has_one_text():
    twice = {frozenset(texts) for texts in meanings().values() if len(texts) > 1}
    assert twice - LOOKED_AT == set()


def test_what_was_looked_at_is_still_there():
    assert LOOKED_AT - {frozenset(texts) for texts in meanings().values()} == set()


def renamed(path: str) -> list[str]:
    """The names under which a module uses what marks a text, where xgettext does not know them."""
    imports = (node for node in ast.walk(syntax(path)) if isinstance(node, ast.ImportFrom))
    marks = (name for node in imports if node.module == "django.utils.translation" for name in node.names)
    return [f"{path}: {name.asname}" for name in marks if name.asname not in (None, "_")]


def test_every_text_is_marked_with_a_name_that_xgettext_knows():
    assert [name for path in modules() for name in renamed(path)] == []


def test_django_translates_no_text_of_ours_as_something_else():
    """Its own catalogue answers where ours is silent: the verb of “Text 988” became a noun."""
    djangos = catalog("django", Path(django.__file__).parent / "conf" / "locale", ["fr"])
    said = {entry.msgid: djangos.gettext(entry.msgid) for entry in gathered() if entry.msgctxt is None}
    known = {text for text, translated in said.items() if translated != text}
    assert known == AS_DJANGO_SAYS


@pytest.mark.parametrize(
    ("one", "other"),
    [("Take this off the list?", "Take this off the list"), ("Say that, too.", "“Say that too.”")],
)
def test_case_and_punctuation_hide_no_second_text(one, other):
    assert bare(one) == bare(other)
