"""The words of the danger steps for what is rarer: cameras, doors, officers, somebody else's death, a sent picture."""

import re

import pytest

from tests.content.step_words import plain, step_words
from tests.content.test_steps_danger import (
    ADULT_STRANGER,
    CALM_CHILD,
    TEEN_FAMILY,
    but,
)
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    answers_of,
)
from wizard.core.plan import build_plan

ADULT_FILMED = but(ADULT_MAY_SAY_NO, what="filmed", holder="unknown")
TENANT = but(ADULT_FILMED, holder="duty", afraid="yes", device="home")
CHILD_FILMED_AT_HOME = but(TEEN_FAMILY, what="filmed", danger="none", already=None)
ADULT_SENT_ONE = but(ADULT_MAY_SAY_NO, what="received", holder="stranger", already=None, **{"age-then": None})
ADULT_CLIENT = but(WORKER, age="18-plus", **{"age-then": "18-plus"})
CARER = but(FRIEND, age="18-plus", what="filmed", holder="duty", **{"keeps-safe": "no", "age-then": "18-plus"})
LONG_AGO = but(ADULT_MAY_SAY_NO, what="demand-more", already="none", **{"age-then": "under-18"})

# step, person, what must be there, what must never be there. To cover another situation, add a row.
ROWS = [
    # A hidden camera: nothing touched, nothing shown, an outside person first.
    ("found-device", ADULT_FILMED,
     ["Leave it where it is. Do not touch it, open it, or check what it recorded.",
      "Leave the room. Wash, change and sleep somewhere else.", "Do not go first to whoever did it",
      "look for a live stream", "your choice", "who has keys", "door and camera records", "do not copy it"],
     ["safety plan", "child protection", "joke"]),
    ("found-device", TENANT,
     ["Make the safety plan first. Act as if you had not seen it", "only if that would not show that you know",
      "Do not go first to whoever did it, to their own office", "the office above them"],
     ["host, landlord", "Police can ask for door"]),
    ("found-device", CHILD_FILMED_AT_HOME,
     ["Tell a helpline for children and teens, child protection or police today. Do this before any talk at home",
      "You do not have to collect anything", "It is not a joke"], ["an adult you choose", "your choice",
      "when you saw it"]),
    ("found-device", but(CHILD_FILMED_AT_HOME, holder="peer"),
     ["Tell an adult you choose, a helpline for children and teens, child protection or police"], ["talk at home"]),
    ("found-device", but(MOTHER, what="filmed", holder="unknown", already=None),
     ["Tell child protection or police today. Do this before any talk at home",
      "The child does not have to collect anything"],
     ["your choice", "their choice", "if you are an adult"]),
    ("found-device", but(FRIEND, what="filmed"), ["If you are an adult, that is you."], ["their choice"]),
    ("found-device", CARER, ["Ask adult protection or police today", "not to their station"], ["their choice"]),
    ("found-device", but(ADULT_CLIENT, what="filmed", holder="partner", afraid="no"),
     ["It is their choice whether to tell police."], ["child"]),
    ("stop-contact", but(TEEN_BLACKMAILED, what="demand-money filmed"),
     ["If a camera was in the room Leave it where it is.", "Nobody under 18 has to collect"], []),
    # One was sent to them.
    ("got-one", ADULT_SENT_ONE,
     ["It is not your fault. You do not owe anyone an answer, or a picture back.",
      "If yes, or if you are not sure, do this",
      "Do not open it again. Do not send it on, not even to police or to a parent.",
      "“Should I delete it, or leave it?”",
      "Keep the words of the chat", "Do not post it to shame the sender"], ["grooming", "an adult you choose"]),
    ("got-one", but(ADULT_SENT_ONE, what="received passed-on"), ["ask a legal line before you tell police"], []),
    ("got-one", but(ADULT_SENT_ONE, device="watched", holder="partner", afraid="yes"),
     ["After the safety plan, you can report it, block the sender"], ["like. You can"]),
    ("got-one", but(TEEN_BLACKMAILED, what="received", danger="none"),
     ["Tell an adult you choose, or a helpline, today. Say it in words.", "grooming", "You did nothing wrong"],
     ["keep or delete", "does not live"]),
    ("got-one", but(TEEN_FAMILY, what="received", danger="none", already=None), ["who does not live with you"],
     ["an adult you choose"]),
    ("got-one", but(TEEN_CLASSMATE_SHARED, what="received"), ["You do not owe anyone an answer"], ["grooming"]),
    ("got-one", but(MOTHER, what="received"), ["Do not open it", "charged and not wiped", "grooming"],
     ["keep or delete", "not your fault"]),
    ("got-one", but(ADULT_CLIENT, what="received", **{"keeps-safe": "yes"}), ["they choose what to do with it"],
     ["keep or delete", "grooming"]),
    ("got-one", but(ADULT_CLIENT, what="received", **{"keeps-safe": "no"}), ["Do not open it"], ["they choose"]),
    # A worker's own duty waits for no lawyer, and one who holds the phone already is told so.
    ("got-one", but(MOTHER, who="client", what="received passed-on"),
     ["A report that you have to make does not wait for it", "your duties say what to do with it"],
     ["charged and not wiped", "before anyone tells police"]),
    ("stop-contact", ADULT_SENT_ONE, ["You do not owe anyone a picture. Do not pay, and do not send one."],
     ["Do not send more", "whether they have a picture"]),
    # Somebody else's death is taken as true, and is no reason to answer.
    ("stop-contact", but(ADULT_STRANGER, what="threat", holder="partner", afraid="no"),
     ["take it seriously. It is not your fault, and answering cannot keep them alive.",
      "Make it yourself only if that does not put you in danger.", "can be a sign of danger to you, too"], []),
    ("stop-contact", but(TEEN_BLACKMAILED, what="demand-more"),
     ["Tell an adult you choose, or a helpline, who that person is, and where."], ["danger to you, too"]),
    ("stop-contact", but(MOTHER, what="demand-more"), ["“It is not your fault, and answering cannot keep them alive.”"],
     ["Call yourself"]),
    # What else is threatened.
    ("stop-contact", TEEN_BLACKMAILED,
     ["If they threaten to tell people who you are or who you love You choose who knows.", "the normal number",
      "hands open",
      "Ask an immigration legal line first", "Keep your passport with you", "especially from a group",
      "one person you trust to stay near you"],
     ["Do the safety plan first", "cannot be sent away", "tell your"]),
    ("stop-contact", but(TEEN_FAMILY, what="threat"), ["Do the safety plan first. If the other person is an officer"],
     ["Do not tell anyone for them"]),
    ("stop-contact", WORKER, ["They choose who knows. Do not tell anyone for them.",
      "Make sure they keep their passport"],
     ["You choose who knows"]),
    ("stop-contact", but(ADULT_STRANGER, holder="unknown"), ["If not answering could get you hurt, do what keeps you"],
     []),
    # The door, and the station.
    ("danger-now", but(TEEN_BLACKMAILED, danger="unsafe", what="posing"),
     ["keep it shut, whoever it is", "“That profile is fake. Please leave.”", "want to be hurt, say that first"],
     []),
    ("danger-now", but(MOTHER, danger="unsafe", what="posing"), ["it stays shut, whoever it is"], ["keep it shut"]),
    ("danger-now", but(ADULT_EX, danger="unsafe", holder="duty"), ["ask for officers from another station",
      "medical care"],
     ["alone with"]),
    ("danger-now", but(TEEN_BLACKMAILED, danger="meet", device="home", holder=None), ["Try not to be alone"],
     ["Do not meet"]),
    ("danger-now", but(TEEN_BLACKMAILED, danger="meet", device="home"), ["Do not meet the other person"],
     ["alone with"]),
    ("danger-now", CHILD_ALONE, ["If someone touched or hurt you, you can say that, too."], ["medical care"]),
    ("danger-now", but(FRIEND, danger="unsafe"), ["Help them go where other people are"], ["medical care"]),
    # A line may send somebody to a home where the other person opens the door.
    ("crisis", but(TEEN_FAMILY, danger="self-harm"),
     ["“Someone at home or near me may hurt me. Please do not send anyone there without asking me.”"], []),
    ("crisis", but(MOTHER, danger="self-harm"), ["Stay with them"], ["without asking"]),
    ("crisis", but(MOTHER, danger="self-harm", device="home"), ["Please do not send anyone there without asking."], []),
    ("crisis", but(TEEN_BLACKMAILED, already="hurt-self"), ["the step about care for your body"], []),
    ("crisis", but(CALM_CHILD, danger="self-harm"), ["call or text one of these"], ["step about care"]),
    # Not answering can be the danger: that is the first sentence.
    ("beat-the-clock", but(ADULT_STRANGER, danger="deadline", holder="unknown"),
     ["If not answering could get you hurt, ask a helpline here before anything else. You do not owe anyone"], []),
    ("beat-the-clock", but(TEEN_BLACKMAILED, holder=None), ["If not answering could get you hurt"], []),
    ("beat-the-clock", but(ADULT_STRANGER, danger="deadline", holder="duty", afraid="no"),
     ["If not answering could get you hurt", "someone who does not work with the other person"], []),
    # A device of the school or the work can be seen there.
    ("safe-device", but(TEEN_CLASSMATE_SHARED, device="shared", holder="trust"),
     ["Do not use a device, an account or the Wi-Fi of your school or work, or of the other person"],
     ["a clinic or a school"]),
    ("safe-device", but(ADULT_EX, where="school-work"), ["Wi-Fi of your school or work"], []),
    ("safe-device", but(WORKER, holder="duty", afraid="yes"), ["Wi-Fi of their school or work"],
     ["a clinic or a school"]),
    # The way to school, not a flight.
    ("safety-plan", but(TEEN_CLASSMATE_SHARED, afraid="yes"),
     ["The way to school and back, and who walks with you.", "The breaks, and who stays near you."],
     ["What to take", "shelter", "A place to go"]),
    ("safety-plan", but(TEEN_CLASSMATE_SHARED, afraid="yes", device="home"), ["If you cannot stay at home"],
     ["shelter"]),
    ("safety-plan", but(ADULT_EX, holder="duty"), ["Choose people who do not work with the other person"], []),
    ("safety-plan", but(CARER, afraid="yes"),
     ["Who can be with them when this person is there", "Who else can wash, dress and help them"],
     ["What to take", "shelter", "A place to go"]),
    ("safety-plan", but(CARER, holder="adult", afraid="yes"), ["What to take", "shelter"], ["wash, dress"]),
    # Who is paid to care did it: said openly, and once.
    ("be-a-good-friend", CARER, ["If this person is paid to care for them, tell the office that checks such places",
     "If this person runs the place, tell only the office"],
     ["If someone who is paid", "Ask again tomorrow", "friend"]),
    ("be-a-good-friend", but(CARER, holder="adult"), ["If someone who is paid to care for them did it"],
     ["If this person is paid"]),
    ("office-above", CARER, ["nobody there questions them first", "no part in their care, their home"], []),
    ("office-above", TENANT, ["no part in your care, your home or your case"], ["questions them"]),
    ("school-or-work", but(CARER, where="group-chat"),
     ["the place where they live, learn, work or spend the day", "who can be near them"], ["at break"]),
    # In the United States the harmed one has somebody to ask, who is not the one in charge.
    ("school-or-work", but(TEEN_CLASSMATE_SHARED, place="US", region=None),
     ["You can ask for the Title IX coordinator.", "without a formal complaint"], []),
    ("school-or-work", TEEN_CLASSMATE_SHARED, ["one adult at school or at work"], ["Title IX"]),
    # Care for the body: staff, police and time, by age.
    ("body-care", but(TEEN_CLASSMATE_SHARED, age="18-plus", **{"age-then": "18-plus"}),
     ["You can usually get care without police", "within three days", "about a week"], ["have to tell", "long ago"]),
    ("body-care", LONG_AGO, ["it is never too late to talk about it"], []),
    ("body-care", CARER, ["Ask them first, alone and in a way that suits them"], ["their choice", "camera"]),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "person", "there", "never"), ROWS)
def test_each_situation_has_its_words_and_no_others(slug, person, there, never):
    assert slug in build_plan(answers_of(**{key.replace("-", "_"): said for key, said in person.items()})).slugs
    words = step_words(slug, **person)
    assert ([p for p in there if p not in words], [p for p in never if p in words]) == ([], [])


ASK_A_HELPLINE = "If the other person could hurt you, ask a helpline before you go silent, block or change a password."
ON_PAPER = "If someone looks at this phone, write on paper, and use another phone to call."
SAFE_FOR_YOU = "Tell one person who is safe for you."
FULL = "What to plan"
NIGHT = but(TEEN_BLACKMAILED, danger="none")
TWO_LINES = {
    "nobody said who": (but(NIGHT, holder=None), {ASK_A_HELPLINE, SAFE_FOR_YOU}),
    "somebody in charge, under 18": (but(NIGHT, holder="trust", afraid="no"), {ASK_A_HELPLINE, SAFE_FOR_YOU}),
    "nothing said about the phone": (but(NIGHT, device=None), {ON_PAPER, SAFE_FOR_YOU}),
    "watched, and a stranger": (but(NIGHT, device="watched"), {ON_PAPER, SAFE_FOR_YOU}),
    "neither said": (but(NIGHT, device=None, holder=None), {ASK_A_HELPLINE, ON_PAPER, SAFE_FOR_YOU}),
    "watched, and someone they know": (but(NIGHT, device="watched", holder="peer", afraid="no"), {FULL}),
    "has to be careful": (but(NIGHT, holder="trust", afraid="yes"), {FULL}),
    "home must not know": (but(NIGHT, device="home"), {FULL}),
}


@pytest.mark.parametrize("name", TWO_LINES)
def test_a_safety_plan_has_two_lines_unless_somebody_near_is_a_reason_for_all_of_it(name):
    person, there = TWO_LINES[name]
    step = build_plan(answers_of(**person)).step("safety-plan")
    words = step_words("safety-plan", short=step.short, **person)
    assert {said for said in (ASK_A_HELPLINE, ON_PAPER, SAFE_FOR_YOU, FULL) if said in words} == there


ABOVE_THE_FOLDS = 300
PEOPLE_OF_ROWS = {f"{slug} {number}": (slug, person) for number, (slug, person, _there, _never) in enumerate(ROWS)}


@pytest.mark.parametrize("name", PEOPLE_OF_ROWS)
def test_no_step_says_more_than_three_hundred_words_above_its_folds(name, monkeypatch):
    slug, person = PEOPLE_OF_ROWS[name]
    monkeypatch.setattr(
        "tests.content.step_words.plain", lambda page: plain(re.sub("<details>.*?</details>", "", page, flags=re.S))
    )
    assert len(step_words(slug, **person).split()) <= ABOVE_THE_FOLDS
