"""What not to do, for the named people: by the first words of each line."""

import pytest

from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FATHER_AT_HOME,
    FRIEND,
    MOTHER,
    SHARER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    WORKER,
    WORRIED,
    answers_of,
)
from wizard.plan.core.what_not import careful, may_refuse_to_meet, what_not

PAY, SILENT, KEEP = "Do not pay. Do not send more.", "Do not answer. You can", "Do not delete the chat"
PICTURE, ADULT_PICTURE = "Do not show, copy or send", "You do not have to show"
IF_HURT, THEIRS_IF_HURT = "If stopping could get you hurt", "If stopping could get them hurt"
LOOK, WRITE, PHONE = "Do not look at the picture.", "Do not write to the other person.", "Do not take the phone"
# To cover another person, add a row.
SAID = [
    (TEEN_BLACKMAILED, [PAY, SILENT, KEEP, PICTURE]),
    ({**TEEN_BLACKMAILED, "danger": "meet"}, ["Do not go to meet", IF_HURT, PAY, KEEP]),
    ({**TEEN_BLACKMAILED, "holder": "unknown"}, [IF_HURT, PAY, KEEP, PICTURE]),
    (ADULT_EX, [IF_HURT, PAY, KEEP, ADULT_PICTURE]),
    (ADULT_MAY_SAY_NO, [KEEP, ADULT_PICTURE, "Do not pay anyone who says", "You do not have to decide"]),
    (CHILD_ALONE, ["If you are scared to stop", "Do not send more pictures", "Do not show", "Do not keep it"]),
    ({**CHILD_ALONE, "danger": "none", "device": "mine", "holder": "stranger"},
     ["Do not answer", "Do not send more pictures", "Do not show", "Do not keep it"]),
    (MOTHER, [LOOK, "Do not pay.", WRITE, PHONE]),
    (WORKER, [LOOK, THEIRS_IF_HURT, "Do not pay.", WRITE]),
    (FATHER_AT_HOME, [LOOK, THEIRS_IF_HURT, "Do not pay.", WRITE]),
    (FRIEND, [LOOK, WRITE, PHONE, "Do not ask them why."]),
    (SHARER, ["Do not answer questions", "Do not send anything more", PICTURE, "You do not have to decide"]),
    (SHARER_FORCED, [IF_HURT, "Do not answer questions", "Do not send anything more", "Do not pay."]),
    (WORRIED, [PICTURE, "You do not have to send anything.", "You do not have to decide"]),
]  # fmt: skip


def of(given: dict[str, str]):
    return answers_of(**{name.replace("-", "_"): said for name, said in given.items()})


@pytest.mark.parametrize(("given", "starts"), SAID)
def test_the_lines_fit_the_person(given: dict[str, str], starts: list[str]) -> None:
    said = [str(line) for line in what_not(of(given))]
    assert [line[: len(start)] for line, start in zip(said, starts, strict=True)] == starts


# Whether somebody can refuse to meet: never said of who lives with them or may.
MEETING = [
    ("stranger", True),
    ("peer", True),
    ("trust", True),
    ("unknown", True),
    ("partner", False),
    ("family", False),
]


@pytest.mark.parametrize(("holder", "refuses"), MEETING)
def test_nobody_is_told_not_to_meet_whoever_lives_with_them(holder: str, refuses: bool) -> None:
    assert may_refuse_to_meet(of({**TEEN_BLACKMAILED, "danger": "meet", "holder": holder})) is refuses


def test_with_danger_at_home_an_unnamed_person_may_live_there() -> None:
    at_home = {**TEEN_BLACKMAILED, "danger": "meet", "device": "home", "holder": "unknown"}
    assert (may_refuse_to_meet(of(at_home)), careful(of(at_home))) == (False, True)
