"""The words about removal, bodies, police, school, accounts and law: the right ones for each reader, no others."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from resources.core.needs import NEEDS
from tests.content.step_words import NoLines, plain, step_words
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
from tests.resources.conftest import line, steps_from
from wizard.core import rules
from wizard.core.answers import Answers
from wizard.core.location import Location
from wizard.core.plan import build_plan

ROOT = settings.ROOT
STEPS = ["match-service", "remove", "block", "regulator", "officers", "school-or-work", "lock-accounts",
         "know-your-rights", "no-paid-help", "watch-for-it", "office-above", "look-alike"]  # fmt: skip

GROWN = {"age": "18-plus", "age-then": "18-plus"}
MOTHER_OF_GROWN = {**MOTHER, **GROWN}
MOTHER_SHARED = {**MOTHER, "what": "shared"}
WORKER_GROWN = {**WORKER, **GROWN}
FRIEND_GROWN = {**FRIEND, **GROWN}
FRIEND_IN_DANGER = {**FRIEND, "danger": "unsafe"}
SHARER_IN_DANGER = {**SHARER, "danger": "unsafe"}
SMALL_SHARER = {**CHILD_ALONE, "who": "sharer", "what": "shared"}
TEEN_IN_GB = {**TEEN_CLASSMATE_SHARED, "place": "GB", "region": "GB-ENG"}
GROWN_SINCE = {**ADULT_MAY_SAY_NO, "age-then": "under-18"}
ALSO_PASSED_ON = {**TEEN_CLASSMATE_SHARED, "what": "shared passed-on"}
ONLY_PASSED_ON = {**TEEN_CLASSMATE_SHARED, "what": "passed-on"}
TEEN_HOME = {**TEEN_CLASSMATE_SHARED, "device": "home"}
TEEN_FAMILY = {**TEEN_CLASSMATE_SHARED, "holder": "family"}


def of(person: dict[str, str], **changed: str) -> dict[str, str]:
    return {**person, **{name.replace("_", "-"): value for name, value in changed.items()}}


def flags(person: dict[str, str]) -> Answers:
    return answers_of(**{slug.replace("-", "_"): value for slug, value in person.items()})


def shown(person: dict[str, str]) -> list[str]:
    """Which of these steps the person can read."""
    return [slug for slug in build_plan(flags(person)).slugs if slug in STEPS]


# (step, person, phrases that must be there, phrases that must never be there)
Row = tuple[str, dict[str, str], tuple[str, ...], tuple[str, ...]]

MATCHING: list[Row] = [
    ("match-service", TEEN_BLACKMAILED,
     ("Take It Down", "The picture is still on my phone", "Do not delete it or move it yet", "Never get a copy",
      "A tipline can work with a link"), ("StopNCII", "Report Remove", "their phone")),
    ("match-service", GROWN_SINCE, ("Take It Down", "were under 18 in the picture"), ("StopNCII", "Report Remove")),
    ("match-service", TEEN_IN_GB, ("Take It Down", "Report Remove", "You use it yourself"), ("StopNCII",)),
    ("match-service", of(GROWN_SINCE, place="GB", region="GB-ENG"), ("Take It Down",), ("Report Remove", "StopNCII")),
    ("match-service", ADULT_MAY_SAY_NO,
     ("StopNCII", "case number", "PIN", "Ask the site to remove it. A helpline for adults"),
     ("Take It Down", "Report Remove", "tipline", "their phone")),
    ("match-service", MOTHER, ("Your part is to tell them that it exists", "please do not look at the screen"),
     ("StopNCII", "your phone", "on my phone")),
    ("match-service", MOTHER_OF_GROWN, ("StopNCII", "It is their choice"), ("Take It Down", "tipline")),
    ("match-service", WORKER, ("Report Remove", "They use it themselves", "Nobody else should open it"), ("StopNCII",)),
    ("match-service", WORKER_GROWN, ("StopNCII", "You do not need to see the picture"), ("Take It Down",)),
    ("match-service", CHILD_ALONE, ("Ask them not to delete it or move it yet",), ("my phone", "StopNCII")),
    ("match-service", of(TEEN_CLASSMATE_SHARED, what="fake"), ("A fake counts too",), ("only a fake",)),
    ("match-service", of(TEEN_CLASSMATE_SHARED, device="watched"), ("If someone checks this phone",), ()),
]  # fmt: skip

REMOVING: list[Row] = [
    ("remove", TEEN_BLACKMAILED,
     ("Report the account that is threatening you", "“blackmail”", "picture of me. I am under 18.",
      "even if your profile shows another age", "Ask for a second look"),
     ("If a search shows it", "Ask to remove the picture")),
    ("remove", TEEN_CLASSMATE_SHARED,
     ("Ask each app or site to take it down", "I was under 18 in this picture", "You do not have to open the picture",
      "Google and Bing", "different reason", "and do not pay", "that sold the site"), ("“blackmail”", "48 hours")),
    ("remove", ADULT_MAY_SAY_NO, ("This is a nude or sexual picture of me. I did not agree",), ("under 18",)),
    ("remove", GROWN_SINCE, ("I was under 18 in this picture",), ()),
    ("remove", of(ADULT_MAY_SAY_NO, what="fake"), ("This is a fake that looks like me",), ("only a fake",)),
    ("remove", ADULT_EX, ("Report the account", "Use paper if someone checks this phone",
      "If that could put you in danger, talk to a helpline in this plan first"),
     ("under 18",)),
    ("remove", MOTHER, ("The account that is threatening them", "The person in it was under 18"),
     ("threatens me", "of me")),
    ("remove", MOTHER_SHARED, ("Do not look for or open the post", "let them tap"), ("I was under 18",)),
    ("remove", of(WORKER_GROWN, what="shared"),
     ("I am writing with their permission", "I support this person in my work"), ("under 18", "of me")),
    ("remove", of(CHILD_ALONE, what="shared"), ("Use the links they already have",), ("of me",)),
    ("remove", of(SHARER_FORCED, what="shared"),
     ("your own posts to be taken down", "Talk to a legal line before you write", "Never send the picture"),
     ("in this picture", "picture of me")),
    ("remove", of(SHARER_FORCED, where="snapchat"), ("“This account is threatening me.”",),
     ("in this picture", "nude or sexual")),
    ("remove", SMALL_SHARER, ("what the child posted", "Do not look at the picture"),
     ("in this picture", "posts of mine")),
]  # fmt: skip

BLOCKING: list[Row] = [
    ("block", TEEN_BLACKMAILED, ("notes first, then report, then block", "Do not delete it", "“deactivate”"),
     ("safety plan",)),
    ("block", of(TEEN_BLACKMAILED, already="blocked"), ("Do not undo it to save anything",), ()),
    ("block", of(MOTHER, already="blocked"),
     ("They do the tapping", "If they have already blocked the account"), ("your account",)),
    ("block", of(SHARER_FORCED, afraid="no", device="mine"), ("Keep your own account",), ("safety plan",)),
    ("block", CHILD_ALONE, ("After the safety plan, they can go in this order",), ("your own account",)),
    ("lock-accounts", TEEN_BLACKMAILED,
     ("Hide your friend and follower lists", "two-step", "“logins”", "cloud", "location", "passcode", "Wi-Fi",
      "cameras, speakers", "virus scan", "Leave the picture itself where it is"), ("safety plan",)),
    ("lock-accounts", MOTHER, ("Your child holds the phone", "Hide their friend and follower lists"), ("your email",)),
    ("lock-accounts", of(WORKER, device="mine", holder="stranger"), ("You can go through this with them",),
     ("Your child",)),
    ("lock-accounts", of(CHILD_ALONE, danger="none", holder="stranger", device="mine"), ("side by side",),
     ("Your child", "my phone")),
    # Where a picture was passed on, `put-it-right` says to delete it: nothing here may say the opposite.
    ("lock-accounts", of(SHARER_FORCED, afraid="no"), ("Stop sharing albums",), ("Leave the picture",)),
]  # fmt: skip

BODIES: list[Row] = [
    ("regulator", TEEN_BLACKMAILED, ("A tipline takes reports", "I am under 18. Someone has a picture of me"),
     ("help adults", "I was under 18")),
    ("regulator", MOTHER, ("Do not look for the picture",), ("picture of me",)),
    ("regulator", ADULT_MAY_SAY_NO, ("help adults with private pictures",), ("tipline", "under 18")),
    ("regulator", of(WORKER_GROWN, place="GB"),
     ("It is up to the person in the picture to ask",), ("tipline", "under 18")),
    ("regulator", FRIEND, ("If you already have a link", "tipline", "never send it"), ("of me",)),
    ("regulator", FRIEND_GROWN, ("They decide",), ("tipline", "under 18")),
    ("regulator", SHARER_FORCED, ("Something happened with a picture", "Talk to a legal line before you report"),
     ("picture of me", "Someone made me")),
    ("regulator", ALSO_PASSED_ON, ("You can report what was done to you now", "ask a legal line about"), ()),
]  # fmt: skip

POLICE: list[Row] = [
    ("officers", TEEN_BLACKMAILED,
     ("Telling police is your choice. With what is happening to you, it is a good idea",
      "“Will I be in trouble?”", "Nobody can promise", "Bring your notes",
      "Do not make a copy of the picture, and do not send it", "case number", "not to give a name to police"),
     ("their phone", "cannot be charged")),
    ("officers", TEEN_CLASSMATE_SHARED, ("Telling police is a choice here",), ("good idea",)),
    ("officers", of(TEEN_CLASSMATE_SHARED, holder="trust"), ("it is a good idea",), ()),
    ("officers", of(TEEN_FAMILY, holder_age="adult"),
     ("one who does not live with you", "You do not have to tell anyone at home"), ()),
    ("officers", TEEN_HOME, ("Please do not call or come to my home",), ()),
    ("officers", ADULT_EX, ("at a time you pick",), ("good idea",)),
    ("officers", WORRIED, ("You can ask for advice before anything happens",), ("Nothing has been shared yet",)),
    ("officers", MOTHER,
     ("It is a good idea to tell police about this", "First ask your child what they want",
      "“Will they be in trouble?”"),
     ("your phone", "Will I be")),
    ("officers", of(MOTHER_SHARED, holder="peer", holder_age="young"), ("Talk it over with your child",),
     ("good idea",)),
    ("officers", MOTHER_OF_GROWN, ("This is their choice",), ("good idea",)),
    ("officers", WORKER, ("You still have your own duty to report",), ("your child", "Will I be")),
    ("officers", WORKER_GROWN, ("It is their choice, at their own pace",), ("duty",)),
    ("officers", FRIEND_IN_DANGER, ("call the emergency number", "an adult they choose"), ("be in trouble",)),
    ("officers", of(FRIEND_GROWN, danger="unsafe"), ("Beyond that, they decide",), ("an adult they choose",)),
    ("officers", CHILD_ALONE, ("Call child protection or police today", "their own words"), ("your child", "Will I")),
    ("officers", SHARER_IN_DANGER,
     ("Talk to the legal line below before you answer questions", "Ask the legal line what to bring"),
     ("good idea", "Bring your notes")),
    ("officers", ALSO_PASSED_ON, ("you can get help now", "Ask a legal line before you answer questions"), ()),
    ("officers", of(TEEN_BLACKMAILED, already="sent-others"), ("If you passed on someone else’s picture as well",), ()),
    ("officers", of(TEEN_BLACKMAILED, already="paid"),
     ("even if the other person is far away", "Read it before you sign"), ("passed on as well",)),
]  # fmt: skip

AT_RISK = {**GROWN, "keeps-safe": "no"}
POLICE += [
    # Another young person did it, or nobody else: a choice.
    ("officers", TEEN_FAMILY, ("is a choice. You can ask a helpline for children",), ("good idea",)),
    ("officers", of({**MOTHER_SHARED, "holder-age": "young"}, holder="family"),
     ("Ask child protection for advice first", "After that, you can choose"), ("good idea",)),
    ("officers", of(TEEN_CLASSMATE_SHARED, holder="me", danger="unsafe"), ("it is a good idea",), ("far away",)),
    # Rule 20: never the office of the person who did it.
    ("officers", of(ADULT_MAY_SAY_NO, holder="duty"),
     ("do not go to that office", "says who takes complaints", "a different police office, not theirs"), ("go there",)),
    ("officers", of(CHILD_ALONE, holder="duty"), ("do not go to that office", "takes complaints about police"), ()),
    ("officers", of(ADULT_MAY_SAY_NO, holder="trust"), ("at a time you pick",), ("officer, do not go",)),
    # Rule 16: where a place makes it a duty, the person is asked first, and the duty is not hidden.
    *(("officers", {**person, **AT_RISK},
       ("Ask them first, alone", "In some places the law asks you to report harm", "Adult protection can say"),
       ("their choice", "they decide")) for person in (MOTHER, WORKER, FRIEND)),
    ("officers", of(WORKER, age=""), ("If they are under 18, you still have", "an adult, it is their choice"), ()),
]  # fmt: skip

SCHOOL: list[Row] = [
    ("school-or-work", of(ADULT_MAY_SAY_NO, holder="duty", where="school-work"),
     ("people in their own office", "make sure that nobody opens it",
      "Nobody opens it or passes it on", "the sender and the time",
      "Then they delete it", "who got it", "ask a union or a lawyer before you write"),
     ("at work or where you study", "is going round", "job is safe")),
    ("school-or-work", of(TEEN_CLASSMATE_SHARED, where="school-work"), ("A short note helps",), ("a union",)),
    ("school-or-work", of(TEEN_CLASSMATE_SHARED, what="received"), ("Someone sent me a picture",), ("picture of me",)),
    ("school-or-work", of(TEEN_CLASSMATE_SHARED, what="filmed"), ("Someone filmed me in secret",), ("going round",)),
    ("school-or-work", of(TEEN_CLASSMATE_SHARED, holder="me"), ("I want it to come down",), ("other person",)),
    ("school-or-work", TEEN_CLASSMATE_SHARED,
     ("Pick one adult at school", "A picture of me is going round", "do not look at it, and do not collect it",
      "who walks with you", "Do not show anyone the picture"), ("their phone", "your child")),
    ("school-or-work", ADULT_MAY_SAY_NO, ("Pick one person at work",), ("one adult",)),
    ("school-or-work", of(ADULT_MAY_SAY_NO, holder="trust"), ("Do not go to the person who did this", "the board"), ()),
    ("school-or-work", of(ADULT_MAY_SAY_NO, holder="young"), ("Do not write to any pupil",), ()),
    ("school-or-work", of(TEEN_HOME), ("Who would you have to tell?", "They may still have to pass it on"), ()),
    ("school-or-work", WORRIED, ("Someone may share a picture of me",), ("is going round",)),
    ("school-or-work", of(MOTHER_SHARED, holder="peer"), ("Ask your child first", "who walks with them"), ("of me",)),
    ("school-or-work", of(WORKER, holder="trust"), ("They pick who",), ("your child", "Your child")),
    ("school-or-work", CHILD_ALONE, ("Ask the child who feels right",), ("your child", "of me")),
    ("school-or-work", SHARER_FORCED, ("talk to the legal line in this plan first", "not ready for questions"),
     ("picture of me",)),
]  # fmt: skip

RIGHTS: list[Row] = [
    # Rule 18: an adult who passed one on.
    ("know-your-rights", {**SHARER, **GROWN},
     ("The law for adults applies to you", "Nobody can say yet whether anyone will be charged"), ("young", "under 18")),
    ("know-your-rights", {**MOTHER, **AT_RISK}, ("Ask them first what they want",), ("Using a law is their choice",)),
    ("know-your-rights", of(TEEN_CLASSMATE_SHARED, holder="me"), ("not legal advice",), ("peace bond", "other person")),
    ("know-your-rights", of(TEEN_CLASSMATE_SHARED, what="received"), ("sending such pictures",), ("took the picture",)),
    ("know-your-rights", TEEN_FAMILY,
     ("could get hurt when a court or an office contacts", "not to contact that person"), ()),
    ("know-your-rights", TEEN_CLASSMATE_SHARED,
     ("There are laws about this", "peace bond", "protection order", "Money for counselling", "not legal advice"),
     ("cannot be charged",)),
    ("know-your-rights", ADULT_EX, ("protection order",), ("peace bond",)),
    ("know-your-rights", MOTHER, ("“you” usually means the person in the picture",), ("sent it yourself",)),
    ("know-your-rights", SHARER, ("Talk to a legal line before you answer",), ("peace bond", "threats")),
    ("know-your-rights", SHARER_FORCED, ("If someone threatened you, say so",), ("peace bond",)),
    ("know-your-rights", SMALL_SHARER, ("before they answer questions",), ("peace bond",)),
    ("know-your-rights", ONLY_PASSED_ON, ("Talk to a legal line before you answer",), ("peace bond",)),
    ("know-your-rights", ALSO_PASSED_ON, ("talk to a legal line before anyone answers", "peace bond"), ()),
    ("no-paid-help", TEEN_BLACKMAILED, ("is free", "gift cards or crypto", "your password"), ("your friend",)),
    ("no-paid-help", MOTHER, ("Someone may offer them help for money",), ("your password", "your friend")),
    ("no-paid-help", FRIEND, ("Tell them this too",), ("your password",)),
    ("watch-for-it", TEEN_BLACKMAILED,
     ("do not search for it, and do not open it", "Pass on a link, never the picture", "ask again"),
     ("an alert for your name", "Search for your name")),
    ("watch-for-it", GROWN_SINCE, ("do not search for it",), ("Search for your name",)),
    ("watch-for-it", ADULT_MAY_SAY_NO,
     ("You do not have to look", "you can set an alert for your name", "It works best for a rare name"), ()),
    ("watch-for-it", MOTHER_OF_GROWN, ("Do not search for the picture",), ("tipline", "an alert")),
    ("watch-for-it", WORKER, ("Do not search for the picture", "Pass the link to a tipline"), ("your child",)),
    ("watch-for-it", of(SHARER_FORCED, what="shared"), ("You do not have to look",), ("can look for it",)),
]  # fmt: skip

POSTED_IT = of(TEEN_CLASSMATE_SHARED, holder="me")
GOT_ONE = of(TEEN_CLASSMATE_SHARED, what="received")
GROWN_GOT_ONE = of(ADULT_MAY_SAY_NO, what="received")
IMITATED = of(ADULT_MAY_SAY_NO, what="posing")
CARER = of(ADULT_MAY_SAY_NO, who="friend", keeps_safe="no")
PARENT_OF_ONE_AT_RISK = of(ADULT_MAY_SAY_NO, who="child", keeps_safe="no")
WORKER_FOR_ONE_AT_RISK = of(ADULT_MAY_SAY_NO, who="client", keeps_safe="no")
HOLDER_SKIPPED = of(ADULT_MAY_SAY_NO, holder="")
BY_A_NURSE = of(ADULT_MAY_SAY_NO, holder="duty", device="mine")

SITUATIONS: list[Row] = [
    ("remove", POSTED_IT, ("recently deleted", "If you cannot get in", "I do not agree to it being here"),
     ("the person who sent it", "guess who asked", "I did not agree to share")),
    ("remove", of(POSTED_IT, who="child"), ("recently deleted", "Do not log in as them", "a parent or carer"),
     ("permission",)),
    ("remove", CARER, ("I look after this person. They cannot write this alone.", "Ask them first"),
     ("with their OK", "permission", "It is their choice")),
    ("remove", PARENT_OF_ONE_AT_RISK, ("They cannot write this alone", "in your own name"), ("permission",)),
    ("remove", WORKER_FOR_ONE_AT_RISK, ("I support this person in my work. They cannot write this alone.",),
     ("permission",)),
    ("remove", MOTHER_OF_GROWN, ("I am writing with their permission", "Never write as if you were them"), ()),
    ("remove", IMITATED, ("This profile is pretending to be me",), ("Ask to remove the picture",)),
    ("block", GOT_ONE, ("You do not have to open the picture again, or send it on",), ()),
    ("block", IMITATED, ("“pretending to be someone”",), ()),
    ("block", HOLDER_SKIPPED, ("If the other person could hurt you, call or text a helpline first",), ("safety plan",)),
    ("lock-accounts", HOLDER_SKIPPED, ("If the other person could hurt you, call or text a helpline first",), ()),
    ("lock-accounts", MOTHER,
     ("If the other person still lives with them, ask a helpline before any of this is changed",),
     ("lived there",)),
    ("lock-accounts", CARER, ("Do not use a tracking app, at any age", "Do not log in as them",
      "even with you beside them"), ()),
    ("lock-accounts", WORKER, ("Do not learn, choose or keep one", "Do not turn on their location"), ()),
    ("regulator", GROWN_GOT_ONE, ("could be under 18", "I was sent a sexual picture"),
     ("Someone has a picture of me",)),
    ("regulator", GOT_ONE, ("I was sent a sexual picture",), ("Someone has a picture of me",)),
    ("regulator", of(CARER, age_then="under-18"), ("give it to a tipline", "never send it"), ("They decide",)),
    ("regulator", CARER, ("First ask the person you care about", "in your own name"), ("They decide",)),
    ("regulator", of(ADULT_MAY_SAY_NO, afraid="yes"),
     ("person could get you hurt", "not to contact that person until you say so"), ("write to the other person",)),
    ("regulator", of(ADULT_MAY_SAY_NO, holder="partner"), ("not to contact that person",), ("write to the other",)),
    ("regulator", HOLDER_SKIPPED, ("not to contact that person",), ("write to the other person",)),
    ("regulator", POSTED_IT, ("A tipline takes reports",), ("that person", "the other person")),
    ("match-service", IMITATED, ("StopNCII",), ("nothing has been posted yet", "Take It Down")),
    ("match-service", of(TEEN_CLASSMATE_SHARED, what="filmed"), ("Take It Down",), ("nothing has been posted yet",)),
    ("match-service", PARENT_OF_ONE_AT_RISK, ("Nobody can agree to it for them", "If they cannot"),
     ("It is their choice",)),
    ("watch-for-it", PARENT_OF_ONE_AT_RISK, ("Give the link to the app",), ("if they want it",)),
    ("office-above", BY_A_NURSE, ("has an office above them",
      "Who will protect me", "phones, rotas and camera footage", "complaints about police", "ombudsman"),
     ("Child protection",)),
    ("office-above", of(TEEN_CLASSMATE_SHARED, holder="duty"),
     ("Child protection comes first", "Do not write to anyone alone"), ("decide later",)),
    ("office-above", of(CARER, holder="duty"), ("in your own name", "Ask them first"), ("decides if",)),
    ("office-above", of(WORKER_FOR_ONE_AT_RISK, holder="duty"), ("Your own duty to report does not go away",),
     ("decides if",)),
    ("look-alike", IMITATED, ("Friends can report it too", "Do not make an account to hunt", "each visit or call",
      "a note on your address", "That profile is fake", "The door stays shut"), ("do not meet",)),
    ("look-alike", of(TEEN_CLASSMATE_SHARED, what="posing"), ("An adult you choose can make the report",), ()),
    ("look-alike", of(CARER, what="posing"), ("You can report it too", "The password stays with them"), ("of you",)),
]  # fmt: skip

ROWS = [*SITUATIONS, *MATCHING, *REMOVING, *BLOCKING, *BODIES, *POLICE, *SCHOOL, *RIGHTS]


@pytest.mark.parametrize(("slug", "person", "said", "unsaid"), ROWS)
def test_a_step_says_what_this_reader_needs(
    slug: str, person: dict[str, str], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert slug in shown(person)
    words = step_words(slug, **person)
    assert [phrase for phrase in said if phrase not in words] == []
    assert [phrase for phrase in unsaid if phrase in words] == []


@pytest.mark.parametrize(("region", "asked"), [("", True), ("CA-MB", False)])
def test_who_skipped_the_province_learns_that_it_matters(region: str, asked: bool) -> None:
    words = body("regulator", TEEN_CLASSMATE_SHARED, at=Location("CA", region, assumed=False))
    assert ("Choose your province" in words) == asked


def body(slug: str, person: dict[str, str], **facts: Any) -> str:
    """The words of a step with some facts of its page; all others are empty."""
    a = flags(person)
    context = {"a": a, "they": a.helper, "at": Location("CA", "", assumed=False), "lines": NoLines(), **facts}
    return plain(render_to_string(f"plan/steps/{slug}.html", context))


SNAPCHAT = SimpleNamespace(name="Snapchat", href="/places/sc/", warnings=("It hides the chat.",), blackmail_form=True)
NAMED = (SimpleNamespace(place=SNAPCHAT, guides=()),)
FORM_FIRST = "In the report form, look first for a reason about threats to share a picture."


@pytest.mark.parametrize(
    ("person", "first"), [(TEEN_BLACKMAILED, FORM_FIRST), (ADULT_EX, FORM_FIRST), (TEEN_CLASSMATE_SHARED, "")]
)
def test_what_an_app_does_to_the_chat_stands_before_the_steps(person: dict[str, str], first: str) -> None:
    words = body("remove", person, guided_places=NAMED)
    before = words.split("Before you tap, read this")[1].split("Report the account")[0].split("Ask to remove")[0]
    assert " ".join(before.split()) == " ".join(f"Steps for Snapchat {first} It hides the chat.".split())


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("in-force", "One It is so."),
        ("guidance", "One It is so."),
        ("enacted-not-in-force", "One New law, not in force yet. It is so."),
        ("unknown", "One New law. We could not check if it has started. Ask before you rely on it. It is so."),
    ],
)
def test_a_law_that_may_not_count_yet_says_so_first(status: str, said: str) -> None:
    law = SimpleNamespace(title="One", plain="It is so.", how_to_use="", status=status)
    assert said in body("know-your-rights", TEEN_CLASSMATE_SHARED, laws=(law,))


def test_each_law_is_told_in_full_and_in_the_order_given() -> None:
    laws = (SimpleNamespace(title="One", plain="It is so.", how_to_use="Ask."), SimpleNamespace(title="Two", plain="2"))
    words = body("know-your-rights", TEEN_CLASSMATE_SHARED, laws=laws, court_could_help=True)
    assert "One It is so. Ask. Two 2 Ask about these too" in words


@pytest.mark.parametrize(
    ("person", "named"),
    [
        (TEEN_BLACKMAILED, ["youth_legal", "police", "fraud"]),  # money was asked for
        (TEEN_CLASSMATE_SHARED, ["youth_legal", "police"]),
        (FRIEND_IN_DANGER, ["police"]),
    ],
)
def test_a_fraud_office_is_named_only_where_money_was_asked_for(person: Any, named: list[str]) -> None:
    found = {need: (line(f"[{need}]", "legal"),) for need in ("youth_legal", "police", "fraud")}
    needs = {**dict.fromkeys([*NEEDS, "all"], ()), **found, "police": (*found["fraud"], *found["police"])}
    lines = SimpleNamespace(steps=steps_from(needs))
    assert re.findall(r"\[(\w+)\]", body("officers", person, lines=lines)) == named


def test_no_step_names_a_helpline_by_its_slug() -> None:
    assert [
        path.name for path in (ROOT / "templates/plan/steps").glob("*.html") if "line.slug" in path.read_text()
    ] == []


READERS = {
    **PEOPLE,
    "mother of an adult": MOTHER_OF_GROWN,
    "mother, shared": MOTHER_SHARED,
    "worker with an adult": WORKER_GROWN,
    "friend of an adult": FRIEND_GROWN,
    "friend in danger": FRIEND_IN_DANGER,
    "sharer in danger": SHARER_IN_DANGER,
    "small sharer": SMALL_SHARER,
    "teen in Britain": TEEN_IN_GB,
    "adult, a child in the picture": GROWN_SINCE,
    "teen who also passed one on": ALSO_PASSED_ON,
    "teen who only passed one on": ONLY_PASSED_ON,
    "teen, home is not safe": TEEN_HOME,
    "teen, family": TEEN_FAMILY,
    "own post": POSTED_IT,
    "was sent one": GOT_ONE,
    "adult who was sent one": GROWN_GOT_ONE,
    "imitated": IMITATED,
    "parent of one at risk": PARENT_OF_ONE_AT_RISK,
    "worker for one at risk": WORKER_FOR_ONE_AT_RISK,
    "carer": CARER,
    "harmed by a nurse": BY_A_NURSE,
    "nobody answered": {},
}
PAIRS = [(who, slug) for who, person in READERS.items() for slug in shown(person)]


def test_every_step_has_a_reader_here() -> None:
    assert {slug for _who, slug in PAIRS} == set(STEPS)


@pytest.mark.parametrize(("who", "slug"), PAIRS)
def test_no_reader_falls_through(who: str, slug: str) -> None:
    words = step_words(slug, **READERS[who])
    # A body for one reader is 30 to 380 words, folds included: less is a hole in the ifs, more is a wall of text.
    most = {"remove": 430}.get(slug, 380)
    assert (30 <= len(words.split()) <= most, "None" in words) == (True, False), words


NEVER = (
    "calm down", "don’t worry", "simply", " just ", "at least", "mistake", "victim", "survivor", "offender",
    "predator", "abuser", "boyfriend", "girlfriend", "only a fake", "you must", "you should", "pay them",
    "cannot be charged", "will be gone", "will be removed", "parents", "your mother", "your father",
)  # fmt: skip
# Words that belong to one register: the flag that must hold for a reader to meet them.
REGISTERS = {
    "your child": lambda a: a.for_child,
    "beyond that, they decide": lambda a: a.for_friend,
    "the child": lambda a: a.under_13_alone,
    "own duty": lambda a: a.for_client,
    "stopncii": lambda a: not a.subject_under_18,
    "take it down is": lambda a: a.subject_under_18,
    "report remove": lambda a: a.report_remove_here and a.minor_now,
    "tipline takes": lambda a: a.subject_under_18,
    "my phone": lambda a: not (a.helper or a.under_13_alone),
    "search for your name": lambda a: not (a.helper or a.subject_under_18),
}


@pytest.mark.parametrize("who", READERS)
def test_nobody_reads_words_for_somebody_else(who: str) -> None:
    a = flags(READERS[who])
    foreign = [*NEVER, *(phrase for phrase, may_read in REGISTERS.items() if not may_read(a))]
    words = {slug: step_words(slug, **READERS[who]).lower() for slug in shown(READERS[who])}
    assert [(slug, phrase) for slug, text in words.items() for phrase in foreign if phrase in text] == []


CAREFUL = {
    **READERS,
    "partner, not afraid": of(ADULT_EX, device="mine", afraid="no"),
    "partner who wants more": of(ADULT_EX, device="mine", afraid="no", what="demand-more"),
    "partner, what skipped": of(ADULT_EX, device="mine", afraid="no", what=""),
    "small child, stranger": of(CHILD_ALONE, danger="none", device="mine", holder="stranger"),
    "home": of(ADULT_MAY_SAY_NO, device="home"),
}


@pytest.mark.parametrize("slug", ["block", "lock-accounts"])
@pytest.mark.parametrize("who", CAREFUL)
def test_blocking_and_passwords_wait_for_the_safety_plan_exactly_when_there_is_one(slug: str, who: str) -> None:
    waits = step_words(slug, **CAREFUL[who]).startswith("Do this only after the safety plan.")
    assert waits == rules.needs_safety_plan(flags(CAREFUL[who]))
