"""The checks: what is found in a text, what is left alone, and which words are quoted."""

import pytest

from resources.loading.content import Content
from tests.wizard.notes.samples import NASTY
from wizard.message.core.cautions import CHECKS, LONGEST, checks, warnings

FOUND = [
    ("Delete it or else.", ["threat"]),
    ("Delete it or I’ll tell your mum", ["threat"]),
    ("If you don't stop, I will come round", ["threat"]),
    ("I WILL POST yours", ["threat"]),
    ("I will pay you to stop", ["deal"]),
    ("If you delete it I will be nice", ["deal"]),
    ("Here is $50", ["deal"]),
    ("You get 50 €", ["deal"]),
    ("Delete it. My lawyer has this.", ["officials"]),
    ("The police know", ["officials"]),
    ("Can we talk in person?", ["meeting"]),
    ("Bring it to 12 Old Mill Road", ["place"]),
    ("Je suis au 12, rue Sainte-Anne", ["place"]),
    ("I live on Main", ["place"]),
    ("Call 204 555 0142", ["phone"]),
    ("+44 (0)20 7946 0958", ["phone"]),
    ("2045550142", ["phone"]),
    ("write to me@example.org", ["email"]),
    ("Pay me $20 or else, 204-555-0142", ["threat", "deal", "phone"]),
]
ALONE = [
    "",
    "I do not agree. Please take it down.",
    "On 2026-11-22 at 23:10 you sent it.",
    "You sent it 3 times in 20 days to 14 people.",
    "https://chat.example/g/18273645?id=123456789",
    "It made me feel like a thing. I am paying attention now.",
    "Please pass this on to no one else.",
    "I issued no okay for this.",
    "We are in room 12 of the school.",
]


def slugs(text: str) -> list[str]:
    return [check.slug for check in checks() if check.find(text)]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_what_could_turn_against_its_writer_is_found(text: str, found: list[str]) -> None:
    assert slugs(text) == found
    assert len(warnings(text)) == len(found)


@pytest.mark.parametrize("text", ALONE)
def test_plain_words_days_and_links_are_left_alone(text: str) -> None:
    assert slugs(text) == []


def test_every_check_is_tried_here() -> None:
    assert {slug for _text, found in FOUND for slug in found} == {check.slug for check in CHECKS}


def test_a_sentence_quotes_the_words_as_they_stand() -> None:
    assert warnings("stop, Or  Else — now") == (
        "“Or Else” can sound like a threat. It could be used against you. Leave it out.",
    )
    assert warnings("or I’ll come") == (
        "“or I’ll” can sound like a threat. It could be used against you. Leave it out.",
    )


@pytest.mark.parametrize(
    ("text", "code"), [("It is V6B 1A1", "V6B 1A1"), ("v6b-1a1", "v6b-1a1"), ("SW1A 1AA", "SW1A 1AA")]
)
def test_the_postal_codes_of_the_facts_show_where_somebody_lives(text: str, code: str, content: Content) -> None:
    codes = [row["postal_code"] for row in content["countries"] if "postal_code" in row]
    assert (warnings(text), warnings(text, codes)) == ((), (f"“{code}” could show where to find you. Leave it out.",))


def test_a_country_that_gives_its_codes_needs_no_code_here() -> None:
    assert [len(warnings("XX-4242", codes)) for codes in ((), (r"\bXX-\d{4}\b",))] == [0, 1]


@pytest.mark.parametrize("text", ALONE)
def test_no_postal_code_of_the_facts_is_found_in_plain_words(text: str, content: Content) -> None:
    assert warnings(text, [row["postal_code"] for row in content["countries"] if "postal_code" in row]) == ()


def test_a_long_find_is_quoted_in_short() -> None:
    (sentence,) = warnings(f"if you don't {'stop ' * 50} I will shout")
    quoted = sentence.split("”")[0].removeprefix("“")
    assert (len(quoted) <= LONGEST, quoted[-1], quoted[:16]) == (True, "…", "if you don't sto")


@pytest.mark.parametrize("name", NASTY)
def test_any_text_can_be_checked(name: str) -> None:
    assert all(sentence.startswith("“") for sentence in warnings(NASTY[name]))
