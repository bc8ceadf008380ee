import pytest

from tests.people import (
    ADULT_MAY_SAY_NO,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORRIED,
    answers_of,
)
from wizard.talk.core.choices import ADULT, ALOUD, FAMILY, FRIEND, LINE, LITTLE, MORE, SCHOOL, SOME, TEXT, TalkChoice
from wizard.talk.core.first_words import first_words, in_danger

Person = dict[str, str]
NO_DETAIL = "I do not want to say what it shows."


def person(given: Person):
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


def said(given: Person, who: str = "", how: str = TEXT, much: str = SOME) -> list[str]:
    return [str(sentence) for sentence in first_words(person(given), TalkChoice(who, how, much))]


@pytest.mark.parametrize(
    ("given", "event"),
    [
        (TEEN_BLACKMAILED, "Someone is threatening me about a picture."),
        ({**TEEN_BLACKMAILED, "what": "shared", "danger": "deadline"}, "Someone is threatening me about a picture."),
        ({**TEEN_BLACKMAILED, "what": ""}, "Something happened with a picture."),
        (TEEN_CLASSMATE_SHARED, "A picture of me was passed on. I did not agree to that."),
        ({**ADULT_MAY_SAY_NO, "what": "fake"}, "Someone made a fake picture of me."),
        (WORRIED, "I am worried about a picture."),
        # A text stays on two phones: nothing in it that could be held against them.
        (SHARER, "Something happened with a picture."),
        ({**WORRIED, "what": "passed-on"}, "Something happened with a picture."),
        (SHARER_FORCED, "Something happened with a picture."),
        (
            {**TEEN_BLACKMAILED, "what": "demand-more", "danger": "none"},
            "Someone wants things from me because of a picture.",
        ),
    ],
)
def test_the_main_thing_is_what_was_answered(given: Person, event: str) -> None:
    assert said(given)[1:3] == [event, NO_DETAIL]


def test_a_little_names_no_picture() -> None:
    assert said(TEEN_BLACKMAILED, much=LITTLE) == [
        "Hi. I need your help with something.",
        "Something has happened, and it is hard to say.",
        "Please listen first. Can you help me?",
        "It is urgent. Can you come, or call me now?",
    ]


def test_more_tells_each_thing_that_was_answered_and_never_what_it_shows() -> None:
    told = {**TEEN_BLACKMAILED, "what": "demand-money demand-more threat shared", "already": "paid sent-more"}
    assert said(told, much=MORE)[1:-2] == [
        "Someone is threatening me about a picture.",
        "They want money.",
        "They want more from me.",
        "They say they will share it.",
        "It has been sent to other people.",
        "They gave me a time limit.",
        "I met them online.",
        NO_DETAIL,
    ]


@pytest.mark.parametrize(
    ("given", "who", "how", "first", "last"),
    [
        (TEEN_BLACKMAILED, FRIEND, TEXT, "Hi. I need your help with something.",
         "It is urgent. Can you come, or call me now?"),
        (TEEN_CLASSMATE_SHARED, FRIEND, TEXT, "Hi. I need your help with something.", "When can we talk?"),
        (TEEN_BLACKMAILED, FAMILY, ALOUD, "I need help now. It is urgent.",
         "Please let me keep my phone. I need it to get help."),
        (ADULT_MAY_SAY_NO, FAMILY, ALOUD, "Can I talk to you for a moment?",
         "Please listen first. Then help me with the next step."),
        (ADULT_MAY_SAY_NO, ADULT, ALOUD, "Can I talk to you for a moment?",
         "Please listen first. Before I say more, who would you have to tell?"),
        (TEEN_BLACKMAILED, SCHOOL, ALOUD, "I need help now. It is urgent.",
         "Can we talk somewhere nobody can hear us? Before I say more, who would you have to tell?"),
        (TEEN_BLACKMAILED, LINE, TEXT, "Hello. I do not know how to begin.",
         "Before I say more, what would you have to pass on?"),
    ],
)  # fmt: skip
def test_each_listener_is_asked_for_something_of_their_own(
    given: Person, who: str, how: str, first: str, last: str
) -> None:
    sentences = said(given, who, how)
    assert (sentences[0], sentences[-1]) == (first, last)


DYING = "I am thinking about dying. Please stay with me."


@pytest.mark.parametrize(
    ("danger", "first"),
    [
        ("none", [DYING]),
        ("deadline", [DYING]),
        ("self-harm", [DYING]),
        (
            "unsafe meet",
            [DYING, "I am afraid that someone will hurt me.", "Someone wants to meet me. I do not want to go."],
        ),
    ],
)
def test_what_cannot_wait_stands_by_itself(danger: str, first: list[str]) -> None:
    assert [str(sentence) for sentence in in_danger(person({**TEEN_BLACKMAILED, "danger": danger}))] == first
