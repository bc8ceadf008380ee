import pytest

from tests.people import ADULT_EX, ADULT_MAY_SAY_NO, SHARER, TEEN_BLACKMAILED, answers_of
from wizard.talk.core.choices import ALOUD, BOXES, FAMILY, FRIEND, LITTLE, MORE, SOME, TEXT, TalkChoice, chosen, offered

Person = dict[str, str]


def person(given: Person):
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


def values(given: Person) -> set[str]:
    return {value for box in offered(person(given)) for value, _words in box.choices}


EVERYTHING = {value for box in BOXES for value, _words in box.choices}


@pytest.mark.parametrize(
    ("given", "left_out"),
    [
        (TEEN_BLACKMAILED, set()),
        (SHARER, set()),
        ({**TEEN_BLACKMAILED, "holder": "family"}, {FAMILY, TEXT}),
        ({**TEEN_BLACKMAILED, "device": "home"}, {FAMILY, TEXT}),
        ({**TEEN_BLACKMAILED, "device": "shared"}, {TEXT}),
        (ADULT_EX, {TEXT}),
        ({**TEEN_BLACKMAILED, "device": ""}, {TEXT}),
        ({**TEEN_BLACKMAILED, "device": "watched home"}, {FAMILY, TEXT}),
    ],
)
def test_what_could_do_harm_is_not_offered(given: Person, left_out: set[str]) -> None:
    assert EVERYTHING - values(given) == left_out


@pytest.mark.parametrize(
    ("given", "texts", "choice"),
    [
        (ADULT_MAY_SAY_NO, {}, TalkChoice("", TEXT, SOME)),
        (ADULT_MAY_SAY_NO, {"who": FRIEND, "how": ALOUD, "much": MORE}, TalkChoice(FRIEND, ALOUD, MORE)),
        (ADULT_MAY_SAY_NO, {"who": "", "how": "", "much": LITTLE}, TalkChoice("", TEXT, LITTLE)),
        (ADULT_MAY_SAY_NO, {"who": "everyone", "how": "radio"}, TalkChoice("", TEXT, SOME)),
        # Chosen before an answer was changed: it does not count any more.
        (ADULT_EX, {"how": TEXT}, TalkChoice("", ALOUD, SOME)),
        ({**TEEN_BLACKMAILED, "holder": "family"}, {"who": FAMILY}, TalkChoice("", ALOUD, SOME)),
        # A text about what one did oneself stays on both phones.
        (SHARER, {}, TalkChoice("", ALOUD, SOME)),
    ],
)
def test_a_choice_counts_as_long_as_it_is_offered(given: Person, texts: Person, choice: TalkChoice) -> None:
    assert chosen(person(given), texts) == choice
