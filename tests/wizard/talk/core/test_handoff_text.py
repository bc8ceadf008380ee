import pytest

from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER,
    TEEN_BLACKMAILED,
    WORKER,
    answers_of,
)
from wizard.core.plan import build_plan
from wizard.talk.core.handoff_text import (
    LABELS,
    OWN_STEPS,
    do_not,
    made_by,
    next_steps,
    own_deeds_left_out,
    red_flags,
    told,
)

Person = dict[str, str]


PASSED_ON_TOO = {**TEEN_BLACKMAILED, "what": "threat passed-on"}


def person(given: Person):
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (ADULT_EX, "Filled in by the person it is about."),
        (MOTHER, "Filled in by a parent or carer."),
        (WORKER, "Filled in by a worker."),
        (FRIEND, "Filled in by someone close to them."),
        (SHARER, "Filled in by the person it is about."),
    ],
)
def test_the_sheet_says_who_filled_it_in(given: Person, words: str) -> None:
    assert made_by(person(given)) == words


# To cover another answer, add a row: the first words of each line, in order.
FLAGGED = [
    (ADULT_MAY_SAY_NO, ["The other person may be near"]),
    (TEEN_BLACKMAILED, ["A time limit", "Someone is demanding"]),
    (CHILD_ALONE, ["Someone may hurt them", "They are under 13", "The other person may be near", "They are still being",
                   "Other people use their phone"]),
    (ADULT_EX, ["The other person may be near", "They may have to be careful", "Someone checks their phone"]),
    (WORKER, ["The other person may be near", "They are still being", "They could get hurt if people at home"]),
    ({**TEEN_BLACKMAILED, "danger": "self-harm meet", "already": "hurt-self"},
     ["They are thinking abou", "The other person wants to meet", "They were made to hurt", "Someone is demanding"]),
    ({**TEEN_BLACKMAILED, "danger": "", "device": ""},
     ["Someone is demanding", "Nobody has said yet", "It is not known who can"]),
    (MOTHER, ["Someone is demanding"]),
    ({**ADULT_MAY_SAY_NO, "holder": "trust"}, ["The other person may be near", "More people may be at risk"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "flags"), FLAGGED)
def test_red_flags_are_those_of_the_answers_and_danger_comes_first(given: Person, flags: list[str]) -> None:
    found = [str(line) for line in red_flags(person(given))]
    assert [line[: len(start)] for line, start in zip(found, flags, strict=True)] == flags


@pytest.mark.parametrize(
    ("given", "there", "not_there"),
    [
        (TEEN_BLACKMAILED, "Do not look at it, copy, keep, receive or send it.", "unless they agree"),
        (TEEN_BLACKMAILED, "Do not take the phone away.", "Do not make or pass on a copy."),
        (TEEN_BLACKMAILED, "Do not delete the chat", "at their home"),
        (WORKER, "Do not make or pass on a copy.", "unless they agree"),
        ({**ADULT_MAY_SAY_NO, "who": "child", "keeps-safe": "no"}, "A duty to report still applies", "they agree"),
        ({**ADULT_MAY_SAY_NO, "what": "filmed"}, "Do not touch a camera", "A duty to report"),
        ({**ADULT_MAY_SAY_NO, "what": "received"}, "Do not look at it, copy", "You do not need it"),
        ({**ADULT_MAY_SAY_NO, "holder": "duty"}, "Go around them.", "their home"),
        ({**ADULT_MAY_SAY_NO, "holder": "me"}, "Do not ask for their reasons", "other person"),
        (WORKER, "Do not call, write to or visit anyone at their home.", "Contact only"),
        ({**MOTHER, "holder": "family"}, "Contact only the person who gave you this", "anyone at their home"),
        (TEEN_BLACKMAILED, "Do not pay", "phone before you know"),
        (ADULT_EX, "Do not act unless they agree", "take the phone"),
        (ADULT_EX, "before there is a safety plan", "Do not look at it"),
        (ADULT_EX, "before you know who sees it", "legal line"),
        ({**MOTHER, "holder": "trust"}, "Go around them.", "at their home"),
        (SHARER, "Point them to a legal line first.", "Do not pay"),
        (WORKER, "Do not search the phone, and do not wipe it.", "Do not take the phone away."),
        ({**SHARER, "age": "18-plus", "age-then": "18-plus"}, "or a life is in danger.", "child"),
    ],
)
def test_what_not_to_do_fits_the_person(given: Person, there: str, not_there: str) -> None:
    said = " ".join(map(str, do_not(person(given))))
    assert (there in said, not_there in said) == (True, False)


@pytest.mark.parametrize("name", PEOPLE)
def test_each_step_for_a_helper_is_either_done_or_next(name: str) -> None:
    a = person(PEOPLE[name])
    plan = build_plan(a)
    shared = [slug for slug in plan.slugs if slug not in OWN_STEPS]
    done, later = next_steps(a, plan, frozenset(shared[:1]))
    assert (len(done), len(later)) == (1, len(shared) - 1)


def test_titles_are_those_for_a_helper_and_nothing_goes_to_the_other_person() -> None:
    a = person(ADULT_MAY_SAY_NO)
    _done, later = next_steps(a, build_plan(a), frozenset())
    assert ("Help them lock their accounts" in later, "Lock your accounts" in later) == (True, False)
    assert ("say-no" in build_plan(a).slugs, "Say no to it being shared" in later) == (True, False)


@pytest.mark.parametrize(
    ("given", "slug", "values", "kept"),
    [
        (SHARER, "forced", ("no",), ()),
        (SHARER, "forced", ("yes",), ("yes",)),
        (TEEN_BLACKMAILED, "what", ("threat",), ("threat",)),
        (PASSED_ON_TOO, "what", ("threat", "passed-on"), ("threat",)),
        (PASSED_ON_TOO, "where", ("snapchat",), ("snapchat",)),
        (SHARER, "age-then", ("under-18",), ()),
        (SHARER, "where", ("group-chat",), ()),
    ],
)
def test_nothing_that_speaks_against_them_is_on_the_sheet(
    given: Person, slug: str, values: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    assert told(person(given), slug, values) == kept


def test_an_app_whose_name_tells_something_about_the_person_is_not_on_the_sheet() -> None:
    assert told(person(TEEN_BLACKMAILED), "where", ("grindr", "snapchat"), frozenset({"grindr"})) == ("snapchat",)


@pytest.mark.parametrize(
    ("given", "left_out"),
    [
        (SHARER, True),
        (PASSED_ON_TOO, True),
        ({**TEEN_BLACKMAILED, "already": "sent-others"}, True),
        (TEEN_BLACKMAILED, False),
    ],
)
def test_it_is_known_when_something_is_left_out(given: Person, left_out: bool) -> None:
    assert own_deeds_left_out(person(given)) is left_out


def test_no_words_of_ours_say_who_did_it_or_what_they_did() -> None:
    # Paper is found. What somebody typed in their notes is theirs, and is printed.
    assert {"holder", "holder-age", "already", "keeps-safe"} & {*LABELS} == set()


@pytest.mark.parametrize("holder", ["peer", "adult", "partner", "trust", "duty", "family", "young"])
def test_the_red_flags_are_the_same_words_for_everybody_who_is_near(holder: str) -> None:
    said = [str(line) for line in red_flags(person({**ADULT_MAY_SAY_NO, "holder": holder}))]
    assert said[0] == "The other person may be near them."
    assert {*said[1:]} <= {
        "More people may be at risk from the same person.",
        "They may have to be careful around the other person.",
    }
