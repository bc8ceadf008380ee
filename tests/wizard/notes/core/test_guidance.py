"""What the forms of the notes say to each person before they write."""

import pytest

from tests.people import ADULT_MAY_SAY_NO, MOTHER, TEEN_BLACKMAILED, WORKER, answers_of
from wizard.notes.core.guidance import care

KENYA = {"place": "KE", "region": ""}


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        (TEEN_BLACKMAILED, ["Do not capture the picture."]),
        (MOTHER, ["Do not open or capture the picture:"]),
        (WORKER, ["The person you support keeps their own notes.", "Do not open or capture the picture:"]),
        (ADULT_MAY_SAY_NO, []),
        ({**ADULT_MAY_SAY_NO, **KENYA}, ["These notes need not say how you met"]),
        (
            {**WORKER, **KENYA},
            ["The person you support keeps", "Do not open or capture", "These notes need not say how they met"],
        ),
    ],
)
def test_who_writes_reads_first_what_to_take_care_of(given: dict[str, str], begins: list[str]) -> None:
    lines = [str(line) for line in care(answers_of(**{name.replace("-", "_"): said for name, said in given.items()}))]
    assert [line[: len(start)] for line, start in zip(lines, begins, strict=True)] == begins


def test_only_an_app_that_tells_nobody_of_a_screenshot_is_one_to_make_it_in() -> None:
    given = {name.replace("-", "_"): said for name, said in TEEN_BLACKMAILED.items()}
    assert "If yours does, or you are not sure, only write the words down." in str(care(answers_of(**given))[0])
