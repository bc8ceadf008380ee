"""The words of the steps about people: what each reader must be told, and what nobody in that place may read.

A row of `ROWS` is (step, person, phrases that must be there in this order, phrases that must not be there at all).
"""

import re
from itertools import pairwise, product
from types import SimpleNamespace

import pytest

from tests.content import step_words as words
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
from wizard.core.answers import Answers
from wizard.core.plan import build_plan
from wizard.helplines.for_plan import whole_key

STEPS = {"worker-duties", "with-your-child", "be-a-good-friend", "put-it-right", "tell-someone"} | {
    "write-it-down",
    "say-no",
    "ask-others",
    "look-after-yourself",
    "other-ways",
}
GROWN = {"age": "18-plus", "age-then": "18-plus"}
GROWN_SINCE = {"age": "18-plus", "age-then": "under-18"}
WORKER_OF_ADULT = {**WORKER, **GROWN}
WORKER_OF_STRANGER = {**WORKER, "device": "mine", "holder": "stranger"}
SON_WHO_PASSED_IT_ON = {**MOTHER, "what": "passed-on"}
TEEN_WHO_PASSED_IT_ON = {**TEEN_CLASSMATE_SHARED, "what": "passed-on"}
CHILD_WHO_PASSED_IT_ON = {**CHILD_ALONE, "what": "shared passed-on", "danger": "none"}
WORKER_WITH_ONE_WHO_PASSED_IT_ON = {**WORKER_OF_STRANGER, "what": "passed-on"}

Row = tuple[str, dict[str, str], list[str], list[str]]

DUTIES: list[Row] = [
    ("worker-duties", WORKER,
     ["Go to child protection before any parent or carer is told", "Do not call or write to anyone at their home",
      "Do not look at the picture. Do not copy, keep, receive or send it", "child sexual abuse material",
      "You probably have to report this today", "You do not need proof",
      "tell your safeguarding lead at once", "If the lead did this", "to the council yourself",
      "Say early what you cannot keep to yourself", "in their own words", "Do not put words in their mouth",
      "Have no contact with the other person", "This is not your fault",
      "What is the other person asking for? Is there a time limit?", "name, school, address",
      "who got it, and in which apps", "Who knows already?", "dying or hurting themselves",
      "The other person is near them", "can still reach them today", "A time limit is running",
      "call the emergency number now"],
     ["They decide", "If they work with you", "Someone under 18 may be"]),
    ("worker-duties", WORKER_OF_STRANGER, ["You probably have to report this"], ["before any parent", "their home"]),
    ("worker-duties", {**WORKER, "device": "mine", "holder": "trust"},
     ["before any parent or carer is told", "Do not tell the other person", "go past them"], ["their home"]),
    ("worker-duties", {**WORKER_OF_STRANGER, "what": "worried"},
     ["If you think a child is being harmed or pressured, you probably have to report it"], ["have to report this"]),
    ("worker-duties", WORKER_WITH_ONE_WHO_PASSED_IT_ON,
     ["You probably have to report this", "Tell them about a youth legal line before you ask"], ["not your fault"]),
    ("worker-duties", {**WORKER_OF_STRANGER, "already": "sent-others"},
     ["Tell them about a youth legal line before you ask", "Tell them what you will do next",
      "If a parent or carer comes to you", "How has the child changed", "Listen, and do not judge"], []),
    ("worker-duties", {**WORKER_OF_STRANGER, "device": "home"}, ["What to say and ask today"], ["comes to you"]),
    ("worker-duties", WORKER_OF_ADULT,
     ["Do not call or write to anyone at their home", "They decide what happens, how fast it goes",
      "You do not need to see the picture", "What they saved stays with them", "your agency’s file",
      "Say early what you cannot keep", "Have no contact with the other person", "What to say and ask today",
      "When not to wait", "talk to your safeguarding lead", "Do not tell police anything that the person"],
     ["child protection", "You probably have to report", "child sexual abuse material", "before any parent"]),
    ("worker-duties", {**WORKER_OF_ADULT, **GROWN_SINCE},
     ["They decide", "child sexual abuse material. Do not look at it, copy, keep, receive or send it",
      "past harm to a child"], ["You do not need to see", "child protection"]),
]  # fmt: skip

PARENTS: list[Row] = [
    ("with-your-child", MOTHER,
     ["Your child needs you near", "I am glad you told me", "This is not your fault", "leave out", "“How could you?”",
      "Give me your phone", "There may be more", "Leave the phone with them", "ask again tomorrow",
      "I am not ashamed of you",
      "no contact with the other person or their family", "Do not write in your child’s name", "next weeks",
      "Are you thinking about dying?", "Trouble with the law", "School or work:", "Being judged", "Losing the phone",
      "have not told you yet", "Pick a quiet time", "Do not open, copy, forward or show it", "child tipline or police",
      "Your own shock", "another adult"],
     ["child protection", "They decide", "at home", "put this right"]),
    ("with-your-child", {**MOTHER, "holder": "family"},
     ["Call child protection first", "Do not let the person who may have done this see that you know",
      "Your child needs you near",
      "outside your home and family"], ["or their family", "another adult or"]),
    ("with-your-child", {**MOTHER, "device": "home"},
     ["Do not tell anyone at home", "ask child protection what to do next", "Your child needs you near",
      "outside your home and family"],
     ["another adult or"]),
    ("with-your-child", {**MOTHER, **GROWN, "holder": "family"},
     ["Do not talk about it with the person who may have done this, or with anyone at home except your child",
      "Your child is an adult. They decide", "You choose who there should know", "Ask your child what they want done"],
     ["child protection", "tipline"]),
    ("with-your-child", {**MOTHER, **GROWN, "device": "home"}, ["Do not tell anyone at home", "where nobody can hear"],
     ["child protection"]),
    ("with-your-child", {**MOTHER, **GROWN_SINCE}, ["They decide", "child tipline or police"],
     ["done with the message"]),
    ("with-your-child", SON_WHO_PASSED_IT_ON, ["I am glad I know", "You can start to put this right"],
     ["not your fault", "I believe you", "It can be put right"]),
    # Both are theirs: whose words are whose is said, and a duty that is due today is no time to wait.
    ("with-your-child", {**MOTHER, "holder": "family", "holder-age": "young"},
     ["Both are your children", "Words to say to the one who was hurt"], ["Answers can wait"]),
    ("with-your-child", {**MOTHER, **GROWN, "keeps-safe": "no"},
     ["Ask adult protection or police what to do with the message"], ["Answers can wait", "they want done"]),
    ("with-your-child", {**MOTHER, "what": "worried", "already": ""},
     ["You can come to me with anything", "will cost you your phone"], ["I believe you", "for what was done to them"]),
]  # fmt: skip

FRIENDS: list[Row] = [
    ("be-a-good-friend", FRIEND,
     ["Do not save, forward or react to the picture, and do not ask to see it",
      "the link, the account and the time", "words only",
      "report the post in the app", "Do not write to the other person", "What would help you now?",
      "Ask a child tipline what to do with the message", "steps for putting it right",
      "reach an adult they choose", "If you are 18 or older, you are that adult",
      "Call a helpline for children or child protection today",
      "you can tell an adult you trust", "If your friend talks about dying"],
     ["They decide", "face to face", "before you report it", "needs to know today"]),
    ("be-a-good-friend", {**FRIEND, "afraid": "yes", "device": "watched"},
     ["Ask your friend before you report the post", "Say it face to face"], []),
    ("be-a-good-friend", {**FRIEND, "holder": "family"},
     ["Ask your friend before you report the post", "who does not live with them",
      "Do not tell anyone at their home"], []),
    ("be-a-good-friend", {**FRIEND, "device": "home"},
     ["who does not live with them", "Do not tell anyone at their home"], []),
    ("be-a-good-friend", {**FRIEND, "holder": "trust"}, ["who does not work with the other person"], ["their home"]),
    ("be-a-good-friend", {**FRIEND, "age": "under-13"}, ["An adult needs to know today"], ["under 18 too, you can"]),
    ("be-a-good-friend", {**FRIEND, **GROWN},
     ["They decide", "Ask the person in it what they want done with the message", "They are an adult",
      "If your friend talks about dying"], ["child protection", "adult they choose", "under 18", "tipline"]),
]  # fmt: skip

IN_THIS_ORDER = ["If school or police already know, or you are not sure, delete nothing from your phone or cloud",
                 "Speak to a legal line first", "Stop.", "not even to explain", "what you posted",
                 "If school and police do not know, ask the people", "in words, to delete it",
                 "Do not contact the person in the picture", "keep quiet",
                 "If school and police do not know, delete only", "from your phone, cloud and backups",
                 "do not lie"]  # fmt: skip
OF_AN_ADULT = ["If police, a court or a school already know, or you are not sure",
               "delete nothing from your phone or cloud",
               *IN_THIS_ORDER[1:5], "If nobody official knows, ask", *IN_THIS_ORDER[6:9],
               "If nobody official knows, delete only", *IN_THIS_ORDER[10:]]  # fmt: skip
FOR_THEM_FIRST = ["Do not look at the picture", "Do not delete it for them", "Do not call the family"]
IN_THIS_ORDER_FOR_THEM = ["If school or police already know", "they delete nothing from their phone or cloud",
                          "A legal line comes first", "They stop.", "not even to explain", "what they posted",
                          "If school and police do not know, they ask", "in words, to delete it",
                          "do not contact the person in the picture", "keep quiet",
                          "If school and police do not know, they delete only", "from phone, cloud and backups",
                          "they do not lie"]  # fmt: skip

PUTTING_RIGHT: list[Row] = [
    ("put-it-right", SHARER,
     ["You can start to put this right", "Speak to a youth legal line before you talk to school or police",
      *IN_THIS_ORDER, "tell one adult you choose"], ["made you do it", "The chat may show", "they"]),
    # An adult, of an adult: as above, with the law for adults and nothing about children.
    ("put-it-right", {**SHARER, **GROWN},
     ["Speak to a legal line before", *OF_AN_ADULT, "Tell one person you choose", "If a fake was made",
      "made money with it, delete nothing else",
      "Do not write to them", "a free service called StopNCII exists", "Only the person in it can use it",
      "act differently", "who hurt someone close to them"],
     ["youth", "one adult", "under 18", "a child"]),
    # An adult, of somebody who was or may have been under 18: nothing is deleted and nobody is asked to.
    *(("put-it-right", {**SHARER, "age": "18-plus", **then},
       ["Someone under 18 may be in the picture", "Speak to a legal line today",
        "Delete nothing from your phone or cloud, and ask nobody to delete",
        "Do not open anything", "not even to explain", "sees it. Delete nothing else.", "to say sorry", "keep quiet",
        "until you have asked a legal line", "do not lie", "Tell one person", "sexual thoughts about someone"],
       ["youth", "StopNCII", "Ask the people you sent it to", "cloud and backups", "one adult"])
      for then in ({"age-then": "under-18"}, {})),
    ("put-it-right", {**SHARER, "device": "home"}, ["one adult you choose, who does not live with you"], []),
    ("put-it-right", SHARER_FORCED,
     ["that is not your fault", "If stopping could get you hurt, do not decide alone",
      "Do not ask the person who made you do it",
      "Keep the chat and the account. The chat may show what was done to you"], ["plan with a helpline"]),
    ("put-it-right", TEEN_WHO_PASSED_IT_ON, ["youth legal line", *IN_THIS_ORDER], ["made you do it"]),
    ("put-it-right", SON_WHO_PASSED_IT_ON,
     [*FOR_THEM_FIRST, "youth legal line", *IN_THIS_ORDER_FOR_THEM, "one adult who can stand by them"],
     ["an adult asks", "delete what I sent you", "have to report this"]),
    ("put-it-right", {**SON_WHO_PASSED_IT_ON, "age": "under-13"}, ["an adult asks the people"], ["They ask"]),
    ("put-it-right", {**SON_WHO_PASSED_IT_ON, "device": "home"}, ["who does not live with them"], ["It can be you"]),
    # This worker must report: nobody is asked to delete, and nothing is.
    ("put-it-right", WORKER_WITH_ONE_WHO_PASSED_IT_ON,
     [*FOR_THEM_FIRST, "They delete nothing from their phone or cloud, and ask nobody to delete",
      "A legal line comes first", "They stop.",
      "not even to explain", "what they posted", "do not contact the person in the picture", "keep quiet",
      "You may have to report this, so they delete nothing from the phone", "they do not lie"],
     ["your child", "someone asks you", "while they delete", "phone, cloud and backups", "They ask the people"]),
    ("put-it-right", {**WORKER_OF_ADULT, "what": "passed-on"},
     ["a legal line", "one person who can stand by them"], ["youth", "talk to school"]),
    ("put-it-right", CHILD_WHO_PASSED_IT_ON,
     ["Do not call the family", "not their fault", "youth legal line", "or you have to report this",
      "an adult asks the people it was sent to",
      "what was done to them", "They chose you"], ["delete what I sent you", "you choose", "what you posted"]),
]  # fmt: skip

TELLING: list[Row] = [
    ("tell-someone", TEEN_BLACKMAILED,
     ["Pick one person. You choose who", "Someone is threatening me about a picture", "A text is fine",
      "You choose how much you tell", "Do not show or send the picture", "Some helpers must pass on",
      "“Who would you have to tell?”", "react badly", "Try one more person, or a helpline"],
     ["legal line", "grown-up", "tell your parents"]),
    ("tell-someone", TEEN_CLASSMATE_SHARED, ["A picture of me was passed on"], ["threatening", "leave that out"]),
    ("tell-someone", {**TEEN_BLACKMAILED, "already": "sent-others"},
     ["“Please listen first. Then we can decide together what to do.”",
      "you can leave that out, and ask a legal line first"], []),
    ("tell-someone", {**TEEN_CLASSMATE_SHARED, "what": "fake"}, ["a picture that is meant to be me"], ["passed on"]),
    ("tell-someone", WORRIED, ["I am worried about a picture"], ["passed on", "threatening"]),
    ("tell-someone", {"who": "self"}, ["Something happened with a picture", "from another phone"], ["A text is fine"]),
    ("tell-someone", ADULT_EX,
     ["a doctor or a support worker", "Say it face to face, or from another phone", "do not have to show the picture"],
     ["A text is fine", "teacher", "Do not show"]),
    ("tell-someone", {**TEEN_BLACKMAILED, "holder": "family"}, ["who does not live with you"], ["in your family"]),
    ("tell-someone", {**TEEN_BLACKMAILED, "device": "home"}, ["will not tell people at home"], ["in your family"]),
    ("tell-someone", {**TEEN_BLACKMAILED, "holder": "trust"}, ["not close to the other person"], ["teacher"]),
    # Who tells the school may tell on themselves: a legal line comes before it.
    ("tell-someone", SHARER, ["talk to a youth legal line", "Something happened with a picture"],
     ["picture of me", "a teacher"]),
    ("tell-someone", {**TEEN_CLASSMATE_SHARED, "afraid": "yes"}, ["someone who will not tell the other person"], []),
    ("tell-someone", TEEN_CLASSMATE_SHARED, ["a teacher"], ["will not tell the other person"]),
    ("tell-someone", {**SHARER, "age": "18-plus"}, ["talk to a legal line"], ["youth"]),
    ("tell-someone", SHARER_FORCED,
     ["Before you tell anyone what you passed on, talk to a youth legal line", "Something happened with a picture"],
     ["I passed on a picture", "put it right"]),
    ("tell-someone", TEEN_WHO_PASSED_IT_ON, ["youth legal line", "Something happened with a picture"], ["of me"]),
    ("tell-someone", CHILD_ALONE,
     ["a grown-up you feel safe with. If that one cannot help, pick another", "Show them this page",
      "Something happened with a picture. I need help", "Do not show or send", "not your fault"],
     ["the child", "legal line", "How much"]),
    ("tell-someone", {**CHILD_ALONE, "holder": "family"}, ["one who does not live with you"], ["in your family"]),
    ("tell-someone", {**CHILD_ALONE, "holder": "trust"}, ["one who is not close to that person"], ["teacher"]),
    ("tell-someone", {**CHILD_ALONE, "device": "watched"}, ["Say it out loud", "may read this phone"],
     ["Show them this"]),
]  # fmt: skip

DO_NOT_CAPTURE = [
    "Do not capture the picture",
    "Write the words by hand first",
    "First scroll until you cannot see the picture",
]
SAVE_THE_POST = ["Its address, the account name and the date", "whole conversation, not cropped"]

WRITING: list[Row] = [
    ("write-it-down", TEEN_BLACKMAILED,
     ["Ten words are enough", "The link", "The account name, or the phone number", "the time", "The exact words",
      "Who else saw it", "A fake counts", *DO_NOT_CAPTURE],
     ["save the post", "it on this phone", "screenshots of the picture", "is gone"]),
    ("write-it-down", {**TEEN_BLACKMAILED, "device": "watched"},
     ["it on this phone", "paper, or the phone of someone you trust", "would stay on this phone"], ["is fine"]),
    ("write-it-down", {**TEEN_BLACKMAILED, "device": "home"}, ["where nobody at home can find it"],
     ["it on this phone"]),
    ("write-it-down", {**TEEN_BLACKMAILED, "already": "saved"},
     ["Many people save it as proof. Nobody is to blame", "do not send them to anyone",
      "Ask a child tipline or police"], ["or if the chat is gone"]),
    ("write-it-down", {**TEEN_BLACKMAILED, "already": "deleted"},
     ["Many people delete it in fear.", "do not go back for it", "Write what you remember."], ["send them to anyone"]),
    ("write-it-down", {**TEEN_BLACKMAILED, "already": ""},
     ["If there are screenshots, or if the chat is gone", "child tipline or police", "do not go back for it"], []),
    ("write-it-down", ADULT_MAY_SAY_NO, ["Ten words are enough", *SAVE_THE_POST],
     ["Do not capture", "it on this phone"]),
    ("write-it-down", ADULT_EX, ["it on this phone", "On a phone that only you use", *SAVE_THE_POST], ["capture"]),
    ("write-it-down", {**ADULT_EX, "already": "saved"}, ["do not send them", "how to hand them over"], ["tipline"]),
    ("write-it-down", {**ADULT_EX, **GROWN_SINCE}, ["Do not capture the picture"], ["save the post"]),
    ("write-it-down", WORRIED, ["Write what was said to you about the picture", *DO_NOT_CAPTURE], ["The link"]),
    ("write-it-down", SHARER_FORCED, ["Do not capture the picture"], ["police what to do"]),
    ("write-it-down", {**SHARER_FORCED, "already": "saved"}, ["Ask a legal line what to do with them"], ["tipline"]),
    ("write-it-down", MOTHER, ["Do not open or capture the picture", "Let them tell you the words"],
     [*DO_NOT_CAPTURE[1:]]),
    ("write-it-down", {**MOTHER, "device": "watched"}, ["it on their phone", "your own phone"], ["this phone"]),
    ("write-it-down", {**MOTHER, **GROWN}, ["They can save the post themselves", "Do not open it or keep it"], []),
    ("write-it-down", WORKER,
     ["support keeps their own notes", "You write what they said in your agency’s file", "nobody at home finds it",
      "Do not open or capture"], ["your own phone", "it on this phone"]),
    ("write-it-down", {**WORKER, "device": "watched"}, ["should not keep notes on their phone"], ["your own phone"]),
    ("write-it-down", {**WORKER_OF_ADULT, "already": "deleted"},
     ["your agency’s file", "They can save the post themselves", "Do not open it", "do not go back for it"], []),
    ("write-it-down", FRIEND,
     ["The link", "The account name", "the time", "no screenshots", "to the adult they choose"],
     ["The exact words", "save the post", "Let them tell you"]),
    ("write-it-down", {**FRIEND, **GROWN}, ["no screenshots", "They decide"], ["save the post", "the adult"]),
    ("write-it-down", CHILD_ALONE,
     ["Do not open or capture", "Let them tell you the words", "the people who have to keep them from harm"],
     [*DO_NOT_CAPTURE[1:], "if they choose that"]),
    ("write-it-down", WORKER, ["the people who have to keep them from harm"], ["if they choose that"]),
    ("write-it-down", TEEN_BLACKMAILED, ["If your app does this, or you are not sure", "if you choose that"], []),
    # Where same-sex love is a crime, a saved chat can be used against who saved it.
    ("write-it-down", {**ADULT_MAY_SAY_NO, "place": "KE", "region": ""},
     ["do not save it", "on paper that only you can find", "It need not say how you met, or who you love"],
     [*SAVE_THE_POST]),
]  # fmt: skip

THE_GATE_SAYS = [
    "First, some questions", "a court, the police or a worker said that there must be no contact",
    "a court case about you two", "did things get worse?", "in person tonight",
    "or you are not sure, stop here", "You do not have to contact this person at all. You can skip this",
    "If you want to write", "What you write can be shown to others", "So can what they write", "one clear line",
    "Two examples", "Send it once", "Do not answer what comes back", "This is not your fault. You can stop here.",
]  # fmt: skip

MESSAGES: list[Row] = [
    ("say-no", ADULT_MAY_SAY_NO, THE_GATE_SAYS, ["an adult you choose", "hurt or followed you"]),
    ("say-no", {**ADULT_MAY_SAY_NO, "holder": "partner"}, ["hurt or followed you, checked your phone"],
     ["can talk to the person for you"]),
    ("say-no", TEEN_CLASSMATE_SHARED,
     ["You do not have to contact this person", "Intimate Images Protection Service can talk to the person for you",
      "with an adult you choose", "I do not agree to my picture being shared"], ["made-up"]),
    ("say-no", {**ADULT_MAY_SAY_NO, "what": "fake"}, ["the made-up picture of me"], ["my picture being shared"]),
    ("say-no", WORRIED, ["any picture of me being shared", "the picture you have of me"], ["was passed on"]),
    ("say-no", {**ADULT_MAY_SAY_NO, "region": "CA-MB"}, ["Two examples"], ["British Columbia", "CyberScan", "Netsafe"]),
]  # fmt: skip

ASKING: list[Row] = [
    ("ask-others", TEEN_CLASSMATE_SHARED,
     ["one person at a time", "Never write in a group chat where the other person is", "with an adult you choose",
      "do not open it or pass it on", "do not answer the person who sent it", "report it", "delete it",
      "Never ask for a copy"], ["someone I care about", "Do not use this phone", "may hear of it"]),
    ("ask-others", ADULT_EX,
     ["only people who do not know the other person", "Make the safety plan first", "Do not use this phone",
      "a picture of me"], ["an adult you choose"]),
    ("ask-others", {**TEEN_CLASSMATE_SHARED, "device": "home"}, ["could tell people at your home"], []),
    ("ask-others", {**MOTHER, "what": "shared"},
     ["Ask your child first who you may write to", "write to an adult who looks after that child",
      "Do not name anyone", "someone I care about"], ["picture of me", "they decide"]),
    ("ask-others", {**MOTHER, **GROWN, "what": "shared"}, ["they decide who you ask"],
     ["picture of me", "who looks after that child"]),
    ("ask-others", {**TEEN_CLASSMATE_SHARED, "holder": "me"}, ["Do not write in a group"], ["the other person"]),
    ("ask-others", FRIEND, ["Ask your friend first. Do it with an adult they choose", "I care about"], ["of me"]),
    ("ask-others", {**FRIEND, **GROWN}, ["They decide who you ask"], ["with an adult"]),
    ("ask-others", CHILD_WHO_PASSED_IT_ON, ["You do the writing, not the child", "I care about"],
     ["of me", "you choose", "the one you care about"]),
]  # fmt: skip

RESTING: list[Row] = [
    ("look-after-yourself", {**TEEN_CLASSMATE_SHARED, "what": "fake"}, ["A fake can hurt as much as a real picture"],
     ["only"]),
    ("look-after-yourself", TEEN_BLACKMAILED,
     ["Eat", "sleep", "This is not your fault", "Do not go back and read what you saved", "Tell one person",
      "Counselling"],
     ["their", "the child"]),
    ("look-after-yourself", {**TEEN_BLACKMAILED, "device": "home"}, ["Tell someone outside your home"],
     ["good to you"]),
    ("look-after-yourself", SHARER, ["You are more than this one thing"], ["not your fault"]),
    ("look-after-yourself", SHARER_FORCED, ["You were pressured, and that is not your fault"], ["more than"]),
    ("look-after-yourself", {**SHARER_FORCED, "forced": ""}, ["If someone made you do it"], ["You were pressured"]),
    ("look-after-yourself", MOTHER, ["sleep", "one adult who is good to you", "For your child", "Counselling"],
     ["no part"]),
    ("look-after-yourself", {**MOTHER, "holder": "family"}, ["outside your home and family"], ["one adult who"]),
    ("look-after-yourself", WORKER, ["your supervisor", "Do not read your notes again", "They choose if and when"], []),
    ("look-after-yourself", FRIEND, ["You are carrying this too", "Do not go back to the post"], ["agency"]),
    ("look-after-yourself", CHILD_ALONE, ["real help for a child", "talk to someone who is good to you"], ["Lie down"]),
]  # fmt: skip

OTHER_WAYS = ["Nobody may push", "circle or a restorative meeting", "A trained person leads it",
              "safety comes first", "on your own", "Who leads it"]  # fmt: skip
OTHERS: list[Row] = [
    ("other-ways", TEEN_CLASSMATE_SHARED, ["only if you want it", *OTHER_WAYS, "a school counsellor"],
     ["they are afraid"]),
    ("other-ways", ADULT_MAY_SAY_NO, ["only if you want it", *OTHER_WAYS, "an anti-violence worker"], ["school"]),
    ("other-ways", {**TEEN_CLASSMATE_SHARED, "device": "home"}, ["people at your home would hear about it"], []),
    ("other-ways", {**TEEN_CLASSMATE_SHARED, "who": "child"}, ["only if your child wants it"], ["keeping you"]),
    ("other-ways", {**TEEN_CLASSMATE_SHARED, "who": "client"}, ["only if the person you support wants it"],
     ["keeping you"]),
    ("other-ways", FRIEND, ["only if your friend wants it", "Nobody should set it up on their own"], ["keeping you"]),
]  # fmt: skip

AT_RISK = {**GROWN, "keeps-safe": "no"}
SISTER = {**MOTHER, "what": "shared", "holder": "family", "holder-age": "young"}
PUT_IT_THERE = {**TEEN_CLASSMATE_SHARED, "holder": "me"}
GOT_ONE = {**TEEN_CLASSMATE_SHARED, "what": "received"}
FILMED = {**TEEN_CLASSMATE_SHARED, "what": "filmed"}
ADULT_PROTECTION = ["adult protection", "You should report this, even where no law makes you", "tell the person first",
                    "Nobody can agree to a sexual picture for someone else"]  # fmt: skip
ASKED_OR_PUSHED = "change the answer about who has it"

NEW_SITUATIONS: list[Row] = [
    # Rule 16: what an adult at risk needs is not left to them alone, and no duty is hidden.
    ("worker-duties", {**WORKER_OF_ADULT, **AT_RISK},
     ["Ask them alone", "it does not depend on what they choose", *ADULT_PROTECTION, "paid to care for them",
      "tell your safeguarding lead today"], ["They decide", "that the person does not want", "until they say yes"]),
    ("worker-duties", {**WORKER_OF_ADULT, "keeps-safe": ""},
     ["They decide", "stops them from protecting themself"], []),
    ("with-your-child", {**MOTHER, **AT_RISK},
     ["Ask them alone", "should not have to carry this alone", *ADULT_PROTECTION, "paid to care for them"],
     ["They decide", "You choose who there should know", "unless they say yes"]),
    ("be-a-good-friend", {**FRIEND, **AT_RISK, "holder": "partner"},
     ["Ask them first, and alone", *ADULT_PROTECTION, "Ask adult protection or police what to do with the message"],
     ["They decide", "your friend", "Ask your friend"]),
    # The age was left open: the words for both, and no duty without its "if".
    ("worker-duties", {**WORKER_OF_STRANGER, "age": ""},
     ["If they are under 18, you probably have to report this", "If they are an adult, they decide"],
     ["You probably have to report this"]),
    ("with-your-child", {**MOTHER, "age": ""}, ["If your child is an adult, they decide"], ["Your child is an adult"]),
    ("be-a-good-friend", {**FRIEND, "age": ""}, ["If they are an adult, they decide"], ["They are an adult."]),
    # Two children of one family.
    ("with-your-child", SISTER,
     ["Both are your children", "Ask child protection for advice today", "Let each one talk to you alone",
      "Ask nothing more than “Are you hurt?”", "Write down their words", "sleep apart and are never alone together",
      "Do not give anyone a label"], ["Do not let that person see"]),
    # Who it was done by holds a post.
    ("worker-duties", {**WORKER_OF_STRANGER, "holder": "duty"},
     ["before any parent or carer is told", "Do not tell the other person", "If the lead did this"],
     ["comes to you"]),
    ("with-your-child", {**MOTHER, "holder": "duty"}, ["Say nothing to the person in charge"], []),
    ("tell-someone", {**TEEN_BLACKMAILED, "holder": "duty"}, ["not close to the other person"], ["a teacher, a nurse"]),
    ("be-a-good-friend", {**FRIEND, "holder": "duty"}, ["who does not work with the other person"], ["their home"]),
    # Nobody else put it there, or somebody pushed after all.
    ("tell-someone", PUT_IT_THERE, [ASKED_OR_PUSHED, "It is not your fault", "I want it to come down"], ["passed on"]),
    ("with-your-child", {**PUT_IT_THERE, "who": "child"}, [ASKED_OR_PUSHED], ["other person"]),
    ("worker-duties", {**PUT_IT_THERE, "who": "client"}, [ASKED_OR_PUSHED], ["The other person", "the other person"]),
    ("be-a-good-friend", {**PUT_IT_THERE, "who": "friend"}, [ASKED_OR_PUSHED], ["Do not write to the other person"]),
    ("look-after-yourself", PUT_IT_THERE, ["more than one picture"], ["fault"]),
    # One was sent to them; filmed in secret; somebody pretends to be them.
    ("tell-someone", GOT_ONE, ["“Someone sent me a picture.", "Do not show or send"], ["of me"]),
    ("tell-someone", {**GOT_ONE, **GROWN}, ["Do not show or send the picture"], ["You do not have to show"]),
    ("tell-someone", FILMED, ["“Someone filmed me in secret."], ["worried about a picture"]),
    ("tell-someone", {**FILMED, "what": "posing"}, ["“Someone is pretending to be me online."], ["worried"]),
    # Rule 26: a child whose home is, or may be, the danger shows nothing at home, and has a number first.
    *(("tell-someone", {**CHILD_ALONE, **unsafe},
       ["does not live with you", "Or talk to someone at this number first", "and not to someone at home",
        "touched you, or made you hurt yourself", "You did nothing wrong"],
       ["in your family", "Show them this"])
      for unsafe in ({"holder": "family"}, {"holder": ""}, {"device": "home"})),
    ("tell-someone", {**CHILD_ALONE, "what": "filmed"}, ["leave it where it is. Go where other people are", "Pick a"],
     []),
    ("tell-someone", {**CHILD_ALONE, "what": "received"},
     ["You do not have to look at what was sent. Do not send it on. Say it in words", "Pick a"], []),
    ("with-your-child", {**MOTHER, "what": "fake passed-on"},
     ["made or passed on a fake", "stops today", "Do not look at it", "right away",
      "youth legal line before"], []),
    ("with-your-child", MOTHER, ["If the school punishes your child", "A legal line can help you ask"], ["Title IX"]),
    ("with-your-child", {**MOTHER, "place": "US"}, ["If the school punishes your child", "Title IX coordinator"], []),
    ("worker-duties", WORKER_WITH_ONE_WHO_PASSED_IT_ON, ["The person in that picture needs help too"], []),
    ("worker-duties", WORKER_OF_STRANGER,
     ["If you already saw it", "Write one line", "support for yourself", "If you have the phone with you",
      "screen down, switch it off and lock it away", "Do not scroll", "Do not delete anything from it"], []),
]  # fmt: skip

ROWS = [
    *DUTIES,
    *PARENTS,
    *FRIENDS,
    *PUTTING_RIGHT,
    *TELLING,
    *WRITING,
    *MESSAGES,
    *ASKING,
    *RESTING,
    *OTHERS,
    *NEW_SITUATIONS,
]

IN_ORDER = [*DUTIES, *PUTTING_RIGHT, *MESSAGES]

# Words that belong to one reader alone; the fold of a child alone speaks to a grown-up of any kind.
ONLY_FOR = {"your child": "child", "your friend": "friend", "the person you support": "client", "your agency": "client"}
BANNED = re.compile(
    r"\b(simply|just|calm down|don[’']t worry|at least|mistake|victim|survivor|offender|predator|abuser|why|private|"
    r"secure|confidential|anonymous|girl|boy|she|he|Take It Down|Report Remove|None)\b|\d{3}|https?:"
    r"|tell your (mom|dad|mother|father|parents?)\b"
)


def person(given: dict[str, str]) -> Answers:
    return answers_of(**{key.replace("-", "_"): value for key, value in given.items()})


def steps_of(given: dict[str, str]) -> list[str]:
    """The steps of this file on somebody's plan."""
    return [slug for slug in build_plan(person(given)).slugs if slug in STEPS]


def everybody() -> list[dict[str, str]]:
    """The named people, and a grid over what changes these words most."""
    grid = product(
        ["self", "child", "client", "friend", "sharer"],
        ["under-13", "16-17", "18-plus"],
        ["", "peer", "trust", "family"],
        ["mine", "watched", "home"],
        ["worried", "shared", "demand-more threat", "shared passed-on"],
    )
    fields = ("who", "age", "holder", "device", "what")
    mild = {"danger": "none", "afraid": "no", "holder-age": "young", "age-then": "18-plus"}
    return [*PEOPLE.values(), *({**mild, **dict(zip(fields, values, strict=True))} for values in grid)]


@pytest.fixture(scope="module")
def all_words() -> list[tuple[Answers, str, str]]:
    """Every body that anybody in `everybody` would read: (flags, step, words)."""
    return [(person(given), slug, step_words(slug, **given)) for given in everybody() for slug in steps_of(given)]


@pytest.mark.parametrize(("slug", "given", "must", "never"), ROWS)
def test_each_reader_is_told_what_they_need_and_nothing_meant_for_another(slug, given, must, never) -> None:
    text = step_words(slug, **given)
    assert [phrase for phrase in must if phrase not in text] == []
    assert [phrase for phrase in never if phrase in text] == []


@pytest.mark.parametrize(
    ("slug", "given", "order"),
    [(slug, given, must) for slug, given, must, _ in IN_ORDER if slug in ("put-it-right", "say-no", "worker-duties")],
)
def test_where_the_order_is_the_advice_it_is_kept(slug, given, order) -> None:
    places = [step_words(slug, **given).index(phrase) for phrase in order]
    assert [pair for pair in pairwise(places) if pair[0] > pair[1]] == []


@pytest.mark.parametrize(("slug", "given"), [(slug, given) for slug, given, _, _ in ROWS])
def test_every_row_is_about_somebody_who_can_see_the_step(slug, given) -> None:
    assert slug in steps_of(given)


def test_every_step_of_this_file_is_read_by_someone(all_words) -> None:
    assert {slug for _, slug, _ in all_words} == STEPS


def test_no_body_is_empty_or_long(all_words) -> None:
    # With every fold opened, and with the words of the law left out.
    longer = {"worker-duties": 760, "with-your-child": 730, "put-it-right": 480, "be-a-good-friend": 370}
    longer |= {"tell-someone": 260, "say-no": 280, "write-it-down": 255}
    sizes = {(slug, len(text.split())) for _, slug, text in all_words}
    assert sorted((slug, size) for slug, size in sizes if not 35 <= size <= longer.get(slug, 240)) == []


def test_no_body_holds_a_word_that_this_site_does_not_use(all_words) -> None:
    assert [(slug, found[0]) for _, slug, text in all_words for found in BANNED.finditer(text)] == []


def test_the_service_for_adults_is_named_only_where_an_adult_put_an_adults_picture_right(all_words) -> None:
    named = {(slug, a.subject_under_18, a.minor_now) for a, slug, text in all_words if "StopNCII" in text}
    assert named == {("put-it-right", False, False)}


def test_words_for_one_kind_of_reader_are_read_by_no_other(all_words) -> None:
    misread = [
        (a.role, slug, phrase)
        for a, slug, text in all_words
        for phrase, who in ONLY_FOR.items()
        if phrase in text.lower() and a.role != who
    ]
    assert misread == []


def test_nobody_whose_home_is_a_danger_is_sent_to_the_family(all_words) -> None:
    to_the_family = re.compile(r"in your family|your (mother|father|parents?)|another adult or|It can be you")
    sent_home = [slug for a, slug, text in all_words if (a.family or a.home) and to_the_family.search(text)]
    assert sent_home == []


def test_nobody_is_told_to_save_a_post_with_a_picture_from_before_18(all_words) -> None:
    assert {a.subject_under_18 for a, _, text in all_words if "save the post" in text} == {False}


def test_only_the_message_step_holds_words_to_the_other_person(all_words) -> None:
    addressed = {slug for _, slug, text in all_words if re.search(r"“[^”]*(you have of me|take it down)[^”]*”", text)}
    assert addressed == {"say-no"}


@pytest.mark.parametrize(
    ("place", "name"),
    [({"region": "CA-BC"}, "Intimate Images Protection Service"), ({"region": "CA-NS"}, "CyberScan"),
     ({"country": "NZ"}, "Netsafe")],
)  # fmt: skip
def test_the_service_that_can_write_instead_comes_before_the_words_to_send(place, name, monkeypatch) -> None:
    here = SimpleNamespace(**{"country": "CA", "region": "", "assumed": False, **place})
    monkeypatch.setattr(words, "place_of", lambda **given: here)
    text = step_words("say-no", **WORRIED)
    assert "You can skip this" in text
    assert text.index("You can skip this") < text.index(name) < text.index("If you want to write")


# (step, person, the needs whose lines are shown, in order): a line is named after its need.
LINES = [
    ("worker-duties", WORKER, ["child_protection", "emergency"]),
    ("worker-duties", WORKER_OF_ADULT, ["emergency"]),
    ("with-your-child", MOTHER, ["crisis", "parents"]),
    ("with-your-child", {**MOTHER, "holder": "family"}, ["child_protection", "crisis", "parents"]),
    ("with-your-child", {**MOTHER, **GROWN, "holder": "family"}, ["family_violence", "crisis", "parents"]),
    ("be-a-good-friend", FRIEND, ["child_protection", "crisis"]),
    ("be-a-good-friend", {**FRIEND, **GROWN}, ["crisis"]),
    ("put-it-right", SHARER, ["youth_legal"]),
    ("put-it-right", {**SHARER, "age": "18-plus"}, ["legal"]),
    ("tell-someone", SHARER, ["youth_legal", "counselling"]),
    ("tell-someone", ADULT_EX, ["counselling"]),
    ("tell-someone", CHILD_ALONE, []),
    ("write-it-down", {**TEEN_BLACKMAILED, "already": "saved"}, ["child_tipline"]),
    ("write-it-down", TEEN_BLACKMAILED, []),
    ("ask-others", TEEN_CLASSMATE_SHARED, []),
    ("look-after-yourself", MOTHER, ["parents", "crisis"]),
    ("look-after-yourself", SHARER, ["counselling", "crisis"]),
    ("other-ways", FRIEND, ["sexual_violence"]),
]


@pytest.mark.parametrize(("slug", "given", "needs"), LINES)
def test_the_numbers_beside_the_words_are_of_the_right_kind(slug, given, needs, monkeypatch) -> None:
    a = answers_of(**given)
    monkeypatch.setattr(words, "NoLines", lambda: one_line_a_need(whole_key(a)))
    assert re.findall(r"\[(\w+)\]", step_words(slug, **given)) == needs
