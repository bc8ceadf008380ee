"""What "not" excuses: sentences that differ in little, of which one is refused by the real table and one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.html_sentences import sentences
from wizard.core.negation import excused
from wizard.core.phrase_tables import read_phrases
from wizard.core.step_rules import STEP_RULES

# A rule that forbids a "not" itself excuses none.
RULES = [
    rule
    for rule in read_phrases(row.slug for row in STEP_RULES)
    if rule.never and not any(words.startswith(("do not", "should not")) for words in rule.never)
]
# The number of the rule, a sentence that breaks it, and one that keeps it.
PAIRS = [
    ("6", "Do not reply, pay them.", "Do not pay, reply or bargain."),
    ("6", "Do not reply. Pay them.", "Do not reply. Do not pay them."),
    ("6", "Do not reply and pay them.", "Do not reply or pay them."),
    ("6", "Do not reply, and pay them.", "Do not reply, and do not pay them."),
    ("6", "Do not reply but pay them.", "Do not reply, but never pay them."),
    ("6", "Do not reply; pay them.", "Do not reply; do not pay them."),
    ("6", "Do not reply: pay them.", "One thing: do not pay them."),
    ("6", "Do not reply – pay them.", "Stop – do not pay them."),
    ("6", "Do not reply (pay them).", "Stop (do not pay them)."),
    ("6", "Do not say “pay them”.", "Say “do not pay them”."),
    ("6", "If you do not want trouble, pay them.", "If you want no trouble, do not pay them."),
    ("6", "Do not reply until you pay them.", "Until help is there, do not pay them."),
    ("6", "Do not wait to pay them.", "You do not have to pay them."),
    ("6", "Do not forget to pay them.", "You do not need to pay them."),
    ("6", "Do not only pay them.", "Do not even pay them."),
    ("6", "Why not pay them?", "Do not pay them."),
    ("6", "Should you not pay them?", "You should not pay them."),
    ("6", "Why don’t you pay them?", "Don’t pay them."),
    ("6", "No matter what, pay them.", "There is no need to pay them."),
    ("6", "Nobody can help, so pay them.", "Nobody should pay them."),
    ("6", "Nobody else knows, pay them.", "No adult should pay them."),
    ("6", "Either do not reply or pay them.", "They must never pay them."),
    ("6", "Do not reply, pay them, block and wait.", "Do not reply, pay them, block or wait."),
    ("6", "Do not reply, pay them today or tomorrow.", "Do not reply, pay them or meet."),
    ("6", "Do not reply, pay them or their friend.", "Do not reply to them or pay them."),
    ("6", "Do not wait, call a friend or pay them.", "Do not call them, or pay them."),
    ("6", "If you do not want that, block or pay them.", "If they ask, do not block or pay them."),
    ("6", "I do not know, call or pay them.", "Do not call, block or pay them."),
    ("6", "Do not reply, or else pay them.", "Nobody else should pay them."),
    ("6", "No one knows, or pays: pay them.", "Call, and do not block, reply or pay them."),
    ("6", "No one can help if you pay a friend.", "No one has to pay a friend."),
    ("6", "Do not pay them, pay the other one.", "Do not pay them or pay the other one."),
    ("6", "Pay them, do not reply.", "Ask them not to pay a cent."),
    ("6", "Never mind, send money.", "Never send money."),
    ("6", "Without a lawyer, send money.", "You cannot send money."),
    ("6", "Do not cry, hire a firm.", "Do not let anyone hire a firm."),
    ("6", "Do not cry, ask a hacker.", "Do not ask a hacker."),
    ("6", "Do not block. Delete the chat.", "Do not delete the chat."),
    ("6", "They push you, so send more.", "Nobody may threaten you to make you send more."),
    ("6", "Do not cry, answer calmly.", "Do not answer."),
    ("6", "Reply in one line.", "You do not owe anyone an answer."),
    ("6", "Do not cry, unblock them.", "Do not unblock them to save anything."),
    ("4", "If you were asked to meet, meet in public.", "If you were asked to meet, tell one adult."),
    ("4", "Meet them with a friend.", "They should not meet the other person."),
    ("4", "Do not cry, ask them to show it.", "Never ask them to show it."),
    ("4", "Do not meet them alone.", "Do not meet them."),
    ("6", "Do not pay them before you have proof.", "Before you do anything, do not pay them."),
    ("6", "Do not answer without a plan.", "Do not answer."),
    ("6", "Never send money until you know more.", "Never send money, whatever they say."),
    ("1", "They may contact the other person, so tell the other person.", "They may contact the other person."),
    ("1", "Do not cry, write to them.", "Do not write to them."),
    ("1", "Never shout; pose as a friend.", "Never pose as a friend."),
    ("2", "Do not go without a copy of the picture.", "Go without a copy of the picture."),
    ("2", "Do not open it, take a screenshot.", "Do not open it or take a screenshot."),
    ("2", "With a phone that nobody checks, save the picture.", "Nobody should save the picture."),
    ("2", "Do not lose a copy of the picture.", "Do not keep a copy of the picture."),
    ("2", "Do not tell them, show the picture.", "You do not have to show the picture."),
    ("2", "Do not print it, send the picture.", "Do not bring, print or send the picture."),
    ("9", "Do not be alone, tell your parents.", "You do not have to tell your parents."),
    ("11", "Do not ask them, open the link.", "Do not open the link."),
    ("12", "Do not cry, change the password.", "Do not block or change a password."),
    ("13", "Do not call a legal line, go to the police.", "Call a legal line before you go to the police."),
    ("21", "Do not ask, log in as them.", "Do not ask, and never log in as them."),
    ("21", "Do not worry them, unlock it at night.", "You do not unlock it."),
    ("21", "Do not ask, track where they go.", "Do not track where they go."),
    ("21", "Do not ask, read their messages.", "Do not open or read their messages."),
    ("21", "Do not guess, interview them.", "You do not run your own interview."),
    ("21", "Do not take sides: hear each of them.", "Do not hear each of them."),
    ("words", "Promise to keep it secret.", "Do not promise to keep it secret."),
    ("words", "It is not theirs, it is your fault.", "It is not your fault."),
    ("words", "You are not stupid.", "You are not alone."),
    ("3", "Do not use StopNCII.", "Do not use that service."),
]


def refused_by(words):
    """The numbers of the rules that any of these sentences breaks, whoever reads it."""
    return {rule.rule for rule in RULES if rule.found(sentences(f"<p>{words}</p>"))}


@pytest.mark.parametrize(("rule", "refused", "passes"), PAIRS, ids=[row[1] for row in PAIRS])
def test_a_not_excuses_only_the_words_it_stands_with(rule, refused, passes):
    assert (rule in refused_by(refused), rule in refused_by(passes)) == (True, False)


@pytest.mark.parametrize("mark", ["?", "?”", "?)", '?"', "? »"])
def test_a_question_excuses_nothing(mark):
    assert [excused(f"You would not pay them{end}", (14, 22)) for end in (".", mark)] == [True, False]


OTHERS = ("Do not cry", "Never be alone", "Nobody is angry", "You have no debt", "It isn’t too late")
JOINTS = (". ", "! ", " – ", ": ", "; ", ", ", " and ", ", and ", " but ", ", then ", " (", ". “", ", so ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_not_before_it_excuses_no_example(rule):
    # "But" and a quotation mark are words that some rules themselves let pass.
    joints = [joint for joint in JOINTS if not any(word in joint for word in rule.unless)]
    said = [f"{other}{joint}{rule.example}" for other in OTHERS for joint in joints]
    assert [text for text in said if not rule.found(sentences(f"<p>{text}</p>"))] == []


WHOLE = st.lists(st.sampled_from([f"{other}." for other in OTHERS]), max_size=3)


@given(rule=st.sampled_from(RULES), before=WHOLE, after=WHOLE)
def test_whole_sentences_around_it_excuse_no_example(rule, before, after):
    text = " ".join((*before, rule.example, *after))
    assert rule.found(sentences(f"<p>{text}</p>"))


@given(rule=st.sampled_from(RULES), before=WHOLE, after=WHOLE)
def test_sentences_that_were_not_cut_excuse_no_example(rule, before, after):
    assert rule.found((" ".join((*before, rule.example, *after)),))
