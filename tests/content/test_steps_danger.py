"""The words of the steps for danger, pressure and people: what each reader must read, and must never read."""

import re

import pytest

from tests.content.step_words import step_words
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    WORRIED,
    answers_of,
)
from tests.resources.conftest import one_line_a_need
from wizard.core.plan import build_plan
from wizard.helplines.for_plan import whole_key

STEPS = (
    "danger-now",
    "crisis",
    "beat-the-clock",
    "body-care",
    "found-device",
    "got-one",
    "safe-device",
    "safety-plan",
    "stop-contact",
    "before-it-happens",
    "undo-payment",
    "people",
)
WITH_SHORT_FORM = ("danger-now", "crisis", "undo-payment")  # of one line, for a question that was left out

CALM_CHILD = {**CHILD_ALONE, "danger": "none", "device": "mine", "holder": "stranger"}
ADULT_STRANGER = {**ADULT_MAY_SAY_NO, "what": "demand-money", "holder": "stranger", "already": "none"}
ADULT_WORRIED = {**ADULT_MAY_SAY_NO, "what": "worried"}
TEEN_FAMILY = {**TEEN_BLACKMAILED, "what": "threat", "holder": "family"}
GB_TEEN_WORRIED = {**WORRIED, "place": "GB", "region": "GB-ENG"}
MOTHER_WORRIED = {**MOTHER, "what": "worried"}


def but(person, **changed):
    """The same person with other answers; a value of None means that the question was not answered."""
    merged = {**person, **changed}
    return {key: value for key, value in merged.items() if value is not None}


# step, person, short form, what must be there, what must never be there. To cover another reader, add a row.
ROWS = [
    # danger-now
    ("danger-now", but(TEEN_BLACKMAILED, danger="unsafe"), False,
     ["call the emergency number now", "Go where other people are", "Do not meet the other person",
      "Tell one person you choose", "This site cannot send anyone"],
     ["If any of this is true", "turn back", "them go", "alone with the other person"]),
    ("danger-now", but(ADULT_EX, danger="meet"), False,
     # The other person may come and go at home: "do not meet" cannot be done there, and could make it worse.
     ["Try not to be alone with the other person", "you can turn back",
      "staying away from the other person could get you hurt"],
     ["grown-up", "Do not meet"]),
    ("danger-now", but(TEEN_FAMILY, danger="unsafe"), False,
     ["Try not to be alone with the other person",
      "staying away from the other person could get you hurt"], ["Do not meet", "parent"]),
    ("danger-now", but(TEEN_FAMILY, danger="meet"), False,
     ["Try not to be alone with the other person"], ["parent", "Do not meet"]),
    ("danger-now", CHILD_ALONE, False, ["If someone may hurt you", "Tell a grown-up you trust"],
     ["person you choose", "hurt them"]),
    ("danger-now", but(MOTHER, danger="meet"), False,
     ["If someone may hurt them", "They should not meet the other person. Do not go in their place.",
      "Keep your child close"], ["anyone at home"]),
    ("danger-now", but(MOTHER, danger="unsafe", holder="family"), False,
     ["anyone at home who could hurt your child"], ["Keep your child close"]),
    ("danger-now", but(WORKER, danger="unsafe"), False, ["Follow your agency’s emergency steps"], ["your child"]),
    ("danger-now", but(FRIEND, danger="meet"), False, ["If you are not with them, ask where they are."], ["agency"]),
    ("danger-now", but(SHARER, danger="meet"), False, ["Do not meet the other person"], ["hurt them"]),
    ("danger-now", but(TEEN_BLACKMAILED, danger=None), True,
     ["If any of this is true, call the emergency number now: someone may hurt you",
      "Do not meet the other person. Go where other people are."], ["turn back", "This site cannot"]),
    ("danger-now", but(FRIEND, danger=None), True,
     ["If any of this is true, call the emergency number now: someone may hurt them", "They should not meet"],
     ["hurt you"]),
    # crisis
    ("crisis", but(TEEN_BLACKMAILED, danger="self-harm"), False,
     ["If you have taken something or are hurt, call the emergency number now", "call or text one of these",
      "Stay with someone you trust", "Many people get through this"],
     ["If any of this is true", "made to", "Ask in a calm voice"]),
    ("crisis", but(CHILD_ALONE, danger="self-harm"), False, ["If you have taken something", "“I need help.”"],
     ["they have taken", "What they were"]),
    ("crisis", but(MOTHER, danger="self-harm"), False,
     ["If they have taken something or are hurt", "“Are you thinking about suicide?”", "Stay with them",
      "Move anything that could hurt them out of reach", "call or text one of these with them", "Say to your child"],
     ["you have taken", "agency"]),
    ("crisis", but(WORKER, danger="self-harm"), False, ["Follow your agency’s steps for this today"], ["your child"]),
    ("crisis", but(FRIEND, danger="self-harm"), False,
     ["Do not promise to keep it to yourself", "You do not have to keep them alive alone"],
     ["agency"]),
    ("crisis", but(TEEN_BLACKMAILED, already="hurt-self"), False,
     ["made you do it. It is not your fault.", "get medical care",
      "You never have to show it to anyone online"], ["their fault"]),
    ("crisis", but(MOTHER, already="hurt-self"), False,
     ["made them do it. It is not their fault.", "help them get medical care",
      "Never ask them to show it to you"], ["not your fault"]),
    ("crisis", but(SHARER_FORCED, already="hurt-self"), False, ["made you do it. It is not your fault."],
     ["their fault"]),
    ("crisis", but(TEEN_BLACKMAILED, danger=None, already=None), True,
     ["If any of this is true, reach a person now: you are thinking about dying", "emergency number first",
      "Stay with someone you trust. Many people get through this.", "If you were made to hurt yourself"],
     ["What you were made to do"]),
    ("crisis", but(FRIEND, danger=None, what="threat", already=None), True,
     ["If any of this is true, reach a person now: they are thinking about dying",
      "Ask if they are thinking about suicide",
      "If they were made to hurt themselves"], ["hurting yourself"]),
    # beat-the-clock
    ("beat-the-clock", TEEN_BLACKMAILED, False,
     ["You do not owe anyone an answer.", "Tell one person you choose",
      "Write down the other person’s words", "words only, not the picture",
      "If it is sent anyway, there are ways to ask apps and sites to take it down"],
     ["paper", "If not answering could get you hurt", "stays in the list"]),
    ("beat-the-clock", but(ADULT_EX, danger="deadline"), False,
     ["on paper", "If not answering could get you hurt, ask a helpline here before anything else",
      "stays in the list on this phone"],
     ["words only"]),
    ("beat-the-clock", but(SHARER, danger="deadline"), False, ["on paper", "words only, not the picture"],
     ["account name"]),
    ("beat-the-clock", but(CALM_CHILD, danger="deadline"), False,
     ["Tell a grown-up you trust", "Write on paper what the other person wants, or tell the grown-up"],
     ["They do not owe", "account", "If not answering"]),
    ("beat-the-clock", but(MOTHER, danger="deadline"), False,
     ["do not owe anyone an answer", "Stay with your child", "Do not look at the picture",
      "Do not pay or write for them"],
     ["You do not owe", "agency", "lives elsewhere"]),
    ("beat-the-clock", but(MOTHER, danger="deadline", device="home"), False,
     ["Tell one person who lives elsewhere"], ["both trust"]),
    ("beat-the-clock", but(WORKER, danger="deadline"), False, ["in your agency’s file"], ["your child"]),
    ("beat-the-clock", but(FRIEND, danger="deadline"), False, ["Ask who they would like to tell"], ["agency"]),
    # body-care
    ("body-care", TEEN_CLASSMATE_SHARED, False,
     ["If someone touched or hurt you", "It is not your fault", "Sooner is better",
      "Staff may have to tell someone", "within three days", "sexual assault helpline", "child advocacy centre",
      "“Who would you have to tell?”"], ["hurt them"]),
    ("body-care", ADULT_EX, False, ["You can usually get care without police"],
     ["Child protection", "child advocacy", "may have to tell"]),
    ("body-care", MOTHER, False, ["hurt them", "It is not their fault", "Do not look for marks"],
     ["hurt you", "camera"]),
    ("body-care", but(WORKER, age="18-plus", **{"age-then": "18-plus"}), False, ["It is their choice"],
     ["Child protection"]),
    ("body-care", CHILD_ALONE, False, ["hurt them", "child advocacy centre"], ["hurt you"]),
    ("body-care", SHARER_FORCED, False, ["hurt you", "It is not your fault"], ["hurt them"]),
    # safe-device
    ("safe-device", ADULT_EX, False,
     ["use another device", "stay in this phone’s list", "on the bill",
      "Changing passwords can tip the other person off", "It does not clear the history",
      "Do not keep notes about this here"], ["their phone’s"]),
    ("safe-device", but(ADULT_EX, device="home"), False, ["Read this away from home"], ["Do not keep notes"]),
    ("safe-device", but(MOTHER, device="watched"), False,
     ["stay in their phone’s list", "Changing passwords can tip", "Do not keep notes about this on their phone"],
     ["this phone", "voice messages"]),
    ("safe-device", WORKER, False, ["voice messages"], ["this phone"]),
    ("safe-device", but(FRIEND, device="shared"), False, ["their phone’s list"], ["this phone"]),
    ("safe-device", but(SHARER, device="shared"), False, ["this phone’s list"], ["their phone"]),
    ("safe-device", CHILD_ALONE, False, ["Help them use another device"], ["this phone"]),
    # safety-plan
    ("safety-plan", ADULT_EX, False,
     ["Before you go silent, block, change a password, or say anything to the other person, talk to a helpline about",
      "You know this person best", "A code word", "A place to go", "Who to call", "Shared accounts and location",
      "A shelter can look for a place to stay"], ["child protection", "under 18", "Choose people outside"]),
    ("safety-plan", but(TEEN_FAMILY, device="home"), False,
     ["talk to a helpline for children and teens, or one about violence at home",
      "Choose people outside your home",
      "“Who would you have to tell?”"], ["can look for a place to stay", "parent"]),
    ("safety-plan", but(TEEN_BLACKMAILED, danger="meet"), False,
     ["You know best what could make it worse", "Tell one person you choose where you will be"],
     ["You know this person best"]),
    ("safety-plan", but(TEEN_CLASSMATE_SHARED, holder="trust", afraid="yes"), False,
     ["outside the other person’s school, team, work or faith group"], ["outside your home"]),
    ("safety-plan", WORKER, False,
     ["They know this person best", "Use your agency’s form", "Choose people outside their home"],
     ["your child", "code word. Choose"]),
    ("safety-plan", but(MOTHER, danger="unsafe", holder="family"), False,
     ["together with your child", "Nobody who lives there needs to know yet"], ["agency"]),
    ("safety-plan", but(FRIEND, afraid="yes"), False, ["Help with one part"], ["your child", "agency"]),
    ("safety-plan", CHILD_ALONE, False, ["You are the adult this child chose"], ["you go silent"]),
    ("safety-plan", SHARER_FORCED, False, ["Before you go silent"], ["they go silent"]),
    # stop-contact
    ("stop-contact", TEEN_BLACKMAILED, False,
     ["You can stop now. You do not have to answer", "Do not pay. Do not send more.", "Do not reply, argue or bargain",
      "Do not delete the chat or the account", "You can mute the chat, and put the phone away",
      "Sometimes the other person has nothing",
      "Do not answer to find out"], ["After the safety plan", "blocked", "get you hurt"]),
    ("stop-contact", ADULT_EX, False,
     ["If not answering could get you hurt, do what keeps you from harm now. Plan the rest with a helpline in "
      "this plan.", "After the safety plan, and only if it will not get you hurt",
      "Many people have paid, answered or sent more"],
     ["You can stop now. You do", "You can stop now. If not", "have nothing"]),
    ("stop-contact", but(ADULT_STRANGER, holder="partner"), False,
     ["You can stop now. If not answering could get you hurt", "Plan the rest with a helpline in this plan"],
     ["After the safety plan"]),
    ("stop-contact", but(ADULT_STRANGER, holder="partner", what="demand-more"), False, ["After the safety plan"],
     ["You can stop now"]),
    *(("stop-contact", but(ADULT_EX, already=already), False,
       ["After the safety plan", "sent more under pressure like this. It is not your fault."], ["You can stop now"])
      for already in ("sent-more", None)),
    ("stop-contact", but(ADULT_STRANGER, holder="partner", what=None), False, ["After the safety plan"],
     ["You can stop now"]),
    ("stop-contact", but(TEEN_BLACKMAILED, already="blocked"), False,
     ["that is good. Do not unblock it to save anything."],
     ["they already blocked"]),
    ("stop-contact", but(TEEN_BLACKMAILED, already="sent-more"), False,
     ["Many people have paid, answered or sent more under pressure like this. You can stop now."],
     ["unblock"]),
    ("stop-contact", but(TEEN_BLACKMAILED, already=None), False,
     ["If you have already answered, sent more or blocked", "You can stop now", "Do not unblock",
      "If you sent a picture of someone else, you were pressured.",
      "If you were made to hurt yourself, it is not your fault."],
     ["Many people have paid, answered or sent more", "and that is not your fault"]),
    ("stop-contact", but(FRIEND, what="threat", already=None), False,
     ["If they sent a picture of someone else, they were pressured.",
      "If they were made to hurt themselves, it is not their fault."], ["made to hurt yourself"]),
    ("stop-contact", but(TEEN_BLACKMAILED, already="sent-others"), False,
     ["answered or sent more under pressure like this", "you were pressured. It is not your fault.",
      "Do not send it again, not even to explain", "Talk to a legal line first"], ["They sent", "police about"]),
    ("stop-contact", but(MOTHER, already="sent-others"), False,
     ["they were pressured. It is not their fault.", "Nobody writes about it to the person in the picture",
      "A legal line comes first"], ["that is not your fault"]),
    ("stop-contact", but(TEEN_BLACKMAILED, already="paid"), False,
     ["Do not answer anyone who offers to fix it for money", "comes from an old leak", "A fake counts"],
     ["sent a picture of someone else"]),
    ("stop-contact", MOTHER, False,
     ["Your child can stop now, and does not have to answer",
      "“You can stop now. I am here, and you are not in trouble with me.”",
      "Do not write to the other person yourself", "Do not take it from them"], ["You can stop now. You do", "agency"]),
    ("stop-contact", WORKER, False, ["Ask them first", "Many people have paid, answered or sent more"],
     ["You can stop now", "your child"]),
    ("stop-contact", but(FRIEND, what="threat"), False, ["“You do not have to deal with this alone. I am here.”"],
     ["in trouble with me"]),
    ("stop-contact", SHARER_FORCED, False, ["After the safety plan, and only if it will not get you hurt"],
     ["get them"]),
    ("stop-contact", but(SHARER, danger="deadline"), False, ["Do not pay. Do not send more."], ["They can stop"]),
    ("stop-contact", but(WORRIED, holder="stranger"), False,
     ["If you are asked for money or pictures, do not pay and do not send any."],
     ["Do not send more", "More messages may come", "offers to fix it"]),
    # before-it-happens
    ("before-it-happens", WORRIED, False,
     ["One picture does not decide anything", "You can say no", "is often a trap", "If someone keeps asking",
      "Take It Down",
      "hide friend and follower lists. You can turn off location. You can take your school"],
     ["StopNCII", "Report Remove", "safety plan", "They can"]),
    ("before-it-happens", ADULT_WORRIED, False, ["StopNCII"], ["Take It Down", "Report Remove", "If an adult asks"]),
    ("before-it-happens", GB_TEEN_WORRIED, False, ["Take It Down and Report Remove"], ["StopNCII"]),
    ("before-it-happens", but(GB_TEEN_WORRIED, age="18-plus", **{"age-then": "under-18"}), False, ["Take It Down"],
     ["Report Remove", "StopNCII"]),
    ("before-it-happens", but(WORRIED, afraid="yes"), False,
     ["If saying no could get you hurt, plan first. After the safety plan, you can stop answering",
      "Do this after the safety plan"], ["If someone keeps asking"]),
    ("before-it-happens", MOTHER_WORRIED, False,
     ["Pick a quiet time", "Ask, and do not accuse.", "three short talks", "Make house rules together",
      "Tell them that it exists. They use it themselves."], ["away from home", "A later step"]),
    ("before-it-happens", but(MOTHER_WORRIED, device="home"), False, ["away from home"], ["house rules"]),
    ("before-it-happens", but(WORKER, what="worried", holder="peer"), False, ["Ask what worries them most"],
     ["house rules", "three short talks"]),
    ("before-it-happens", but(FRIEND, what="worried"), False, ["Do not ask to see anything"],
     ["house rules", "StopNCII", "A later step"]),
    ("before-it-happens", but(CHILD_ALONE, what="worried"), False,
     ["three short talks", "After the safety plan, they can stop answering and block"], ["A later step"]),
    ("before-it-happens", but(SHARER_FORCED, what="worried", already=None), False,
     ["a helpline in this plan can tell you which free service fits"], ["Take It Down", "StopNCII"]),
    # undo-payment
    ("undo-payment", but(TEEN_BLACKMAILED, already="paid"), False,
     ["Ask the bank, the payment app or the card company now", "It is not your fault", "Keep receipts",
      "Paying does not stop it", "An adult you choose can do this with you"],
     ["If any of this is true", "The owner of the card may be told", "safety plan"]),
    ("undo-payment", but(TEEN_BLACKMAILED, already="paid", device="home"), False,
     ["ask a helpline first", "do the safety plan first"], ["An adult you choose"]),
    ("undo-payment", but(ADULT_STRANGER, already="paid"), False, ["Paying does not stop it"], ["An adult you choose"]),
    ("undo-payment", MOTHER, False, ["Help them ask the bank", "Do not hold it against them"], ["your fault"]),
    ("undo-payment", but(TEEN_BLACKMAILED, already=None), True,
     ["If any of this is true, ask the bank, the app or the card company now: you sent money", "Keep every receipt",
      "Paying does not stop it"], ["Gift card: keep", "blackmailed into"]),
    ("undo-payment", but(WORKER, what="demand-money", already=None), True,
     ["they sent money", "It is not their fault"], ["you sent money"]),
    # people
    ("people", TEEN_BLACKMAILED, False, ["If talking is hard, text first", "You choose how much you tell"],
     ["stays in the list on", "Legal", "all night", "You did not say where"]),
    ("people", but(TEEN_BLACKMAILED, device="shared"), False, ["stays in the list on"], ["text first"]),
    ("people", but(TEEN_BLACKMAILED, device=None), False, ["stays in the list on"], ["text first"]),
    ("people", ADULT_MAY_SAY_NO, False, ["Talk to someone now"], ["text first", "stays in the list on"]),
    ("people", but(ADULT_MAY_SAY_NO, place=None), False, ["You did not say where you are"], ["where they are"]),
    ("people", MOTHER, False, ["they can text first", "for yourself"], ["A grown-up you trust"]),
    ("people", but(WORKER, place=None), False, ["stays in the list on their phone", "where they are"], ["this phone"]),
    ("people", CHILD_ALONE, False, ["A grown-up you trust can call with you"], ["text first", "for yourself"]),
    ("people", SHARER, False, ["Ask a legal line before anyone", "All other help can start now"],
     ["for yourself"]),
    ("people", SHARER_FORCED, False, ["You choose how much you tell", "Ask a legal line before anyone"], []),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "person", "short", "there", "never"), ROWS)
def test_a_reader_finds_the_words_for_them_and_no_others(slug, person, short, there, never):
    words = step_words(slug, short=short, **person)
    assert ([p for p in there if p not in words], [p for p in never if p in words]) == ([], [])


# Who the words are for: `your child` to a parent only, `agency` to a worker only, and so on.
FOREIGN = {
    "child": ["your agency", "grown-up", "You can stop now. You do"],
    "client": ["your child", "grown-up", "You can stop now. You do"],
    "friend": ["your child", "your agency", "grown-up", "You can stop now. You do"],
    "self": ["your child", "your agency", "Do not go in their place"],
    "sharer": ["your child", "your agency", "Do not go in their place"],
}


@pytest.mark.parametrize("slug", STEPS)
@pytest.mark.parametrize("name", PEOPLE)
def test_every_step_has_words_for_everybody_and_none_for_somebody_else(slug, name):
    person = PEOPLE[name]
    words = step_words(slug, **person)
    assert (len(words.split()) >= 20, "None" in words, [w for w in FOREIGN[person["who"]] if w in words]) == (
        True,
        False,
        [],
    )


@pytest.mark.parametrize("slug", WITH_SHORT_FORM)
@pytest.mark.parametrize("name", PEOPLE)
def test_a_short_form_begins_with_if_and_is_shorter(slug, name):
    short, full = (step_words(slug, short=form, **PEOPLE[name]) for form in (True, False))
    assert (short.startswith("If any of this is true"), len(short) < len(full)) == (True, True)


# A child under 13 alone: three short lines, whole, in order.
ASK_FIRST = (
    "If you are scared to stop sending or answering, first tell a grown-up, or call a number on this page. "
    "Do not send more pictures. Do not pay. "
    "Do not delete the chat or the account."
)
# Nobody who may live with the other person is the grown-up to tell.
ASK_OUTSIDE = ASK_FIRST.replace("a grown-up,", "a grown-up who does not live with you,")
STOP = (
    "Do not send more pictures. Do not pay. "
    "Do not answer. You can put the phone away. "
    "Do not delete the chat or the account."
)
CHILDREN = {
    "a stranger, nobody near": (CALM_CHILD, STOP),
    "nobody knows who": (but(CALM_CHILD, holder="unknown"), STOP),
    "passed one on, is pressured": (but(CALM_CHILD, who="sharer"), STOP),
    "someone they know": (but(CALM_CHILD, holder="peer"), ASK_FIRST),
    "a grown-up they know": (but(CALM_CHILD, holder="adult"), ASK_FIRST),
    "someone in charge": (but(CALM_CHILD, holder="trust"), ASK_FIRST),
    "family": (but(CALM_CHILD, holder="family"), ASK_OUTSIDE),
    "someone may hurt them": (but(CALM_CHILD, danger="unsafe"), ASK_FIRST),
    "asked to meet": (but(CALM_CHILD, danger="meet"), ASK_FIRST),
    "a watched phone": (but(CALM_CHILD, device="watched"), ASK_FIRST),
    "nothing said about the phone": (but(CALM_CHILD, device=None), ASK_FIRST),
    "home must not know": (but(CALM_CHILD, device="home"), ASK_OUTSIDE),
    "nothing said about who": (but(CALM_CHILD, holder=None), ASK_FIRST),
    "somebody on duty": (but(CALM_CHILD, holder="duty"), ASK_FIRST),
    "was sent one, by a stranger": (
        but(CALM_CHILD, what="received"),
        STOP.replace("Do not send more pictures.", "You do not owe anyone a picture."),
    ),
}


@pytest.mark.parametrize("name", CHILDREN)
def test_a_child_alone_reads_three_lines_and_asks_first_where_stopping_could_hurt(name):
    person, lines = CHILDREN[name]
    assert step_words("stop-contact", **person) == lines


# Nobody near the danger is told to be silent, to block or to change a password unless the safety plan comes first.
CAREFUL = {
    "afraid": but(ADULT_STRANGER, holder="partner", afraid="yes"),
    "family": TEEN_FAMILY,
    "unsafe": but(TEEN_BLACKMAILED, danger="unsafe"),
    "watched": but(TEEN_BLACKMAILED, device="watched"),
    "home": but(TEEN_BLACKMAILED, device="home"),
    "child of a mother, watched": but(MOTHER, device="watched"),
    "client at home": WORKER,
    "friend, afraid": but(FRIEND, what="threat", afraid="yes"),
}
ORDERS = r"Do not (?:reply|answer)|[Yy]ou can stop (?:now|answering)|They can stop|they can stop answering"


@pytest.mark.parametrize("name", CAREFUL)
@pytest.mark.parametrize("what", ["as it is", "worried"])
def test_where_answering_keeps_harm_away_the_safety_plan_comes_first(name, what):
    person = CAREFUL[name] if what == "as it is" else but(CAREFUL[name], what="worried", already=None)
    slug = "stop-contact" if what == "as it is" else "before-it-happens"
    words = step_words(slug, **person)
    order, plan = re.search(ORDERS, words), re.search(r"[Aa]fter the safety plan", words)
    assert (order is not None, plan is not None and plan.start() < order.start()) == (True, True)


@pytest.mark.parametrize("slug", ["stop-contact", "before-it-happens", "undo-payment"])
def test_nobody_is_sent_to_a_safety_plan_that_is_not_on_their_plan(slug):
    readers = [*PEOPLE.values(), *CAREFUL.values(), *(row[1] for row in ROWS)]
    told = [reader for reader in readers if re.search("[Tt]he safety plan", step_words(slug, **reader))]
    assert [r for r in told if "safety-plan" not in build_plan(answers_of(**r)).slugs] == []


# Words that no reader meets in these steps.
NEVER = re.compile(
    r"\b(at least|just|simply|calm down|don.t worry|mistake|victim|survivor|offender|predator|abuser|criminal"
    r"|boyfriend|girlfriend|he|she|his|her|safe(?! for (?:you|them))|secure|private|confidential|anonymous"
    r"|why did|should have|leave the chat|delete your|screenshot|guarantee|promise you)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("slug", STEPS)
def test_no_blame_no_gender_and_no_promise_without_its_limit(slug):
    readers = [*PEOPLE.values(), *(row[1] for row in ROWS if row[0] == slug)]
    found = {match for person in readers for match in NEVER.findall(step_words(slug, **person))}
    assert found == set()


@pytest.mark.parametrize("slug", STEPS)
@pytest.mark.parametrize("name", PEOPLE)
def test_sentences_are_thirteen_words_long_or_shorter_on_average(slug, name):
    words = step_words(slug, **PEOPLE[name])
    sentences = [sentence for sentence in re.split(r"[.!?:]+\W", words) if sentence]
    assert len(words.split()) <= 13 * len(sentences)


def with_lines(monkeypatch, person):
    """Puts one helpline for each need, named by it, in place of none."""
    a = answers_of(**person)
    monkeypatch.setattr("tests.content.step_words.NoLines", lambda: one_line_a_need(whole_key(a)))


SHOWN = [
    ("danger-now", but(TEEN_BLACKMAILED, danger="unsafe"), False, "emergency crisis"),
    ("danger-now", but(TEEN_BLACKMAILED, danger=None), True, "emergency"),
    ("crisis", TEEN_BLACKMAILED, False, "emergency crisis"),
    ("crisis", but(MOTHER, danger=None), True, "emergency crisis"),
    ("beat-the-clock", TEEN_BLACKMAILED, False, "crisis"),
    ("body-care", TEEN_CLASSMATE_SHARED, False, "sexual_violence child_protection"),
    ("body-care", ADULT_EX, False, "sexual_violence"),
    ("safe-device", ADULT_EX, False, ""),
    ("safety-plan", TEEN_FAMILY, False, "crisis child_protection"),
    ("safety-plan", ADULT_EX, False, "family_violence"),
    ("stop-contact", TEEN_BLACKMAILED, False, ""),
    ("stop-contact", but(TEEN_BLACKMAILED, already="sent-others"), False, "youth_legal"),
    ("stop-contact", but(ADULT_STRANGER, already="sent-others"), False, "legal"),
    ("before-it-happens", WORRIED, False, ""),
    ("undo-payment", MOTHER, False, "fraud"),
    ("people", TEEN_BLACKMAILED, False, "emergency crisis matching child_protection"),
    ("people", ADULT_MAY_SAY_NO, False, "emergency crisis matching family_violence"),
    ("people", MOTHER, False, "emergency crisis child_tipline child_protection"),
    # Rule 13: the legal line stands before every body that takes reports.
    ("people", SHARER, False, "emergency crisis youth_legal child_tipline"),
    ("people", SHARER_FORCED, False, "emergency crisis youth_legal matching"),
    ("people", CHILD_ALONE, False, "emergency crisis child_protection"),
]


@pytest.mark.parametrize(("slug", "person", "short", "needs"), SHOWN)
def test_the_helplines_of_a_step_stand_in_the_order_of_the_need(slug, person, short, needs, monkeypatch):
    with_lines(monkeypatch, person)
    assert re.findall(r"\[(\w+)\]", step_words(slug, short=short, **person)) == needs.split()


@pytest.mark.parametrize("slug", ["danger-now", "crisis", "people"])
def test_beside_the_emergency_number_stands_what_must_be_said_of_it(slug, monkeypatch):
    person = but(TEEN_BLACKMAILED, danger="unsafe")
    with_lines(monkeypatch, person)
    words = step_words(slug, **person)
    assert words.index("[emergency]") < words.index("The number may differ.") < words.index("[crisis]")


@pytest.mark.parametrize("slug", ["crisis", "beat-the-clock", "people"])
def test_a_step_says_when_no_line_is_known_to_be_open_all_night(slug, monkeypatch):
    with_lines(monkeypatch, TEEN_BLACKMAILED)
    assert "We do not know of a helpline here that is open all night for everyone" in step_words(
        slug, **TEEN_BLACKMAILED
    )


@pytest.mark.parametrize("slug", ["danger-now", "crisis", "people"])
def test_without_an_emergency_number_someone_near_is_asked(slug):
    assert "Ask someone near you to call for help." in step_words(slug, **TEEN_BLACKMAILED)
