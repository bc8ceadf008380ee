"""Every sentence of the talk pages, for everybody who can see it, against the table of what may never be said.

The words are rendered over flags that are decided only when they are read, as in the proof of the plan's steps.
"""

from collections.abc import Callable

import pytest
from django.template.loader import get_template

from tests.people import WORLD
from wizard.core.answers import Answers
from wizard.core.html_sentences import Sentences, sentences
from wizard.core.phrase_tables import read_phrases
from wizard.core.phrases import Phrase
from wizard.core.step_rules import STEP_RULES
from wizard.core.wording_rules import wording
from wizard.review.proof.states import states
from wizard.review.proof.step_readers import NoLines
from wizard.talk.core.card_content import three_rules
from wizard.talk.core.choices import ALOUD, SOME, TEXT, TalkChoice, chosen, offered
from wizard.talk.core.first_words import DETAILS, IN_DANGER, first_words
from wizard.talk.core.handoff_text import DO_NOT, FLAGS, Rows, made_by

# Rules that are about no step in particular, and what may never be said in the steps that these pages belong to.
STEPS = {"tell-someone", "with-your-child", "worker-duties", "be-a-good-friend", "people"}
PHRASES = [
    phrase
    for phrase in read_phrases(row.slug for row in STEP_RULES)
    if not phrase.steps or (phrase.never and STEPS & {*phrase.steps})
]
Read = Callable[[Answers], Sentences]


def broken(read: Read, phrases: list[Phrase] = PHRASES) -> tuple[dict[str, str], int]:
    """(name of a rule -> the first sentence that breaks it, how many different texts were seen)."""
    found: dict[str, str] = {}
    texts: set[Sentences] = set()

    def check(a: Answers) -> bool:
        said = read(a)
        texts.add(said)
        for phrase in phrases:
            if sentence := phrase.broken(said, a):
                found.setdefault(phrase.name, sentence)
        return True

    for _state in states(check, WORLD):
        pass
    return found, len(texts)


def part(name: str, whose: Callable[[Answers], bool]) -> Read:
    """The words of one part of the page; nothing for everybody else."""
    body = get_template(f"talk/_{name}.html")

    def read(a: Answers) -> Sentences:
        if not whose(a):
            return ()
        return sentences(body.render({"a": a, "lines": NoLines(), **wording(a), **with_words(a)}))

    return read


def with_words(a: Answers) -> dict[str, object]:
    choice = TalkChoice("", ALOUD if a.watched else TEXT, SOME)
    return {"choice": choice, "said": "…", "message_href": "" if a.watched else "sms:?&body=…"}


def every_choice(a: Answers) -> list[TalkChoice]:
    """All combinations that this person can choose."""
    who, how, much = ([value for value, _words in box.choices] for box in offered(a))
    return [chosen(a, {"who": w, "how": h, "much": m}) for w in ["", *who] for h in how for m in much]


def said_for_every_choice(a: Answers) -> Sentences:
    """All but the details: those stand in a table, and are looked at one by one."""
    said = {
        str(sentence): None
        for choice in every_choice(a)
        for sentence in first_words(
            a, TalkChoice(choice.who, choice.how, "some" if choice.much == "more" else choice.much)
        )
    }
    return tuple(said)


def of_tellers(read: Read) -> Read:
    """The words of those who choose for themselves; helpers and children alone have pages of their own."""
    return lambda a: () if a.helper or a.under_13_alone else read(a)


def alone(holds: Callable[[Answers], bool], words: object) -> Read:
    """One row of a table: sentences of different rows do not depend on each other."""
    return lambda a: sentences(f"<p>{words}</p>") if holds(a) else ()


@pytest.mark.parametrize(
    ("read", "texts"),
    [
        (part("child", lambda a: a.under_13_alone), 20),
        (part("parent", lambda a: a.for_child), 20),
        (part("worker", lambda a: a.for_client), 10),
        (part("friend", lambda a: a.for_friend), 10),
        (part("person", lambda a: not a.helper and not a.under_13_alone), 20),
        (of_tellers(said_for_every_choice), 40),
        (lambda a: (str(made_by(a)),), 4),
        (lambda a: three_rules(a), 5),
    ],
    ids=["child alone", "parent", "worker", "friend", "person", "first words", "sheet", "card"],
)
def test_no_rule_is_broken_for_anybody(read: Read, texts: int) -> None:
    found, seen = broken(read)
    assert (found, seen >= texts) == ({}, True)


@pytest.mark.parametrize("table", [FLAGS, DO_NOT], ids=["red flags", "do not"])
def test_no_row_of_the_sheet_breaks_a_rule_for_anybody(table: Rows) -> None:
    assert [broken(alone(holds, words))[0] for holds, words in table] == [{}] * len(table)


@pytest.mark.parametrize("table", [DETAILS, IN_DANGER], ids=["details", "in danger"])
def test_no_detail_breaks_a_rule_for_anybody(table: Rows) -> None:
    assert [broken(of_tellers(alone(holds, words)))[0] for holds, words in table] == [{}] * len(table)


def test_a_broken_rule_would_be_found() -> None:
    wrong = Phrase("2", "no looking", "-", never=("asked for more",))
    assert [*filter(None, (broken(alone(*row), [wrong])[0] for row in FLAGS))] == [
        {"no looking": "They are still being asked for more."}
    ]


def nobody_at_home(a: Answers) -> bool:
    """Rule 9: with a danger at home, nobody in the family is offered, and no word is meant for them."""
    at_home = a.family or a.home
    named = any(value == "family" for box in offered(a) for value, _words in box.choices)
    return not (at_home and named)


def no_text_on_a_watched_phone(a: Answers) -> bool:
    return not a.watched or all(choice.how == "aloud" for choice in every_choice(a))


@pytest.mark.parametrize("holds", [nobody_at_home, no_text_on_a_watched_phone])
def test_what_is_offered_does_no_harm(holds: Callable[[Answers], bool]) -> None:
    assert {state.verdict for state in states(holds, WORLD)} == {True}
