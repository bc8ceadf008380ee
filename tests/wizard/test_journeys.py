"""Named people from the first question to their plan: every step they are shown, and that they can reach somebody.

To add a person: one entry in `tests.people.PEOPLE`, one row here and one in `FIRST_LINES` of
`tests.content.test_known_facts`, which says whom they reach first. Each is also walked in a browser, from this table.
"""

import re

import pytest

from tests.people import PEOPLE
from tests.visitor import Walker

# The steps in the order of the page.
JOURNEYS = {
    "teen blackmailed by a stranger at night": (
        "beat-the-clock stop-contact tell-someone write-it-down match-service remove block regulator officers "
        "lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "teen whose classmate shared it": (
        "tell-someone body-care write-it-down say-no ask-others match-service remove block regulator officers "
        "school-or-work lock-accounts know-your-rights no-paid-help watch-for-it other-ways look-after-yourself "
        "people"
    ),
    "child under 13 alone": (
        "danger-now stop-contact tell-someone people safe-device safety-plan body-care write-it-down match-service "
        "block regulator officers school-or-work lock-accounts know-your-rights no-paid-help watch-for-it "
        "look-after-yourself"
    ),
    "adult threatened by an ex": (
        "safe-device safety-plan stop-contact tell-someone body-care write-it-down ask-others match-service remove "
        "block regulator officers lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself "
        "people"
    ),
    "adult who may say no": (
        "tell-someone body-care write-it-down say-no ask-others match-service remove block regulator officers "
        "school-or-work lock-accounts know-your-rights no-paid-help watch-for-it other-ways look-after-yourself "
        "people"
    ),
    "mother": (
        "stop-contact undo-payment with-your-child write-it-down match-service remove block regulator officers "
        "lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "support worker": (
        "safe-device safety-plan stop-contact worker-duties body-care write-it-down match-service block regulator "
        "officers lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "friend": (
        "be-a-good-friend write-it-down ask-others regulator know-your-rights no-paid-help other-ways "
        "look-after-yourself people"
    ),
    "sharer": ("put-it-right tell-someone know-your-rights look-after-yourself people"),
    "sharer who was forced": (
        "safety-plan stop-contact put-it-right tell-someone body-care write-it-down block regulator school-or-work "
        "lock-accounts know-your-rights look-after-yourself people"
    ),
    "worried teen": (
        "before-it-happens tell-someone write-it-down say-no match-service regulator officers school-or-work "
        "lock-accounts know-your-rights look-after-yourself people"
    ),
    "boy of fourteen who paid": (
        "stop-contact undo-payment tell-someone write-it-down match-service remove block regulator officers "
        "lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "teen ordered to hurt themselves": (
        "crisis stop-contact tell-someone body-care write-it-down match-service block regulator officers "
        "lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "teen in a fake that went round": (
        "safe-device tell-someone body-care write-it-down say-no ask-others match-service remove block regulator "
        "officers school-or-work lock-accounts know-your-rights no-paid-help watch-for-it other-ways "
        "look-after-yourself people"
    ),
    "adult with an old password in an email": (
        "beat-the-clock stop-contact tell-someone write-it-down match-service block regulator officers "
        "lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "adult in a picture from before 18": (
        "tell-someone write-it-down ask-others match-service remove block regulator officers lock-accounts "
        "know-your-rights no-paid-help watch-for-it look-after-yourself people"
    ),
    "father whose home is the danger": (
        "danger-now safe-device safety-plan stop-contact with-your-child body-care write-it-down match-service "
        "block regulator officers lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself "
        "people"
    ),
    "school counsellor": (
        "safety-plan stop-contact worker-duties body-care write-it-down match-service remove block regulator "
        "officers school-or-work lock-accounts know-your-rights no-paid-help watch-for-it look-after-yourself "
        "people"
    ),
}
ROLES = {"self", "child", "client", "friend", "sharer"}
AGES = {"under-13", "13-15", "16-17", "18-plus"}
PLACES = {"AU", "CA", "CA-BC", "CA-MB", "CA-NS", "CA-QC", "GB", "GB-ENG", "GB-SCT", "IE", "NZ", "US"}
ASHAMED_OF = {"paid", "sent-more", "sent-others", "hurt-self", "replied", "deleted", "saved"}


def answers_for(question: str) -> set[str]:
    """Every answer that one of the people gives to this question."""
    return {value for person in PEOPLE.values() for value in person.get(question, "").split()}


def first_lines(walker: Walker, steps: list[str]) -> list[str]:
    """The helplines of the first step, going down the plan, that shows any (body-care is folded)."""
    for slug in steps:
        body = walker.get(f"/plan/{slug}/").content.decode().split("data-step=")[1]
        lines = re.findall(r'data-helpline="([^"]+)"', body)
        if lines and slug != "body-care":
            return lines
    return []


@pytest.mark.django_db
@pytest.mark.parametrize("name", PEOPLE)
def test_each_person_is_led_through_these_steps_to_somebody(name: str) -> None:
    walker = Walker().walk(PEOPLE[name])
    walker.get("/plan/")
    steps = walker.page.data["data-step"]
    assert (" ".join(steps), first_lines(walker, steps) == []) == (JOURNEYS[name], False)


def test_the_people_stand_for_every_role_age_place_and_shame() -> None:
    wanted = {"who": ROLES, "age": AGES, "already": ASHAMED_OF | {"none"}, "forced": {"yes", "no"}}
    assert {question: answers_for(question) for question in wanted} == wanted
    assert answers_for("place") | answers_for("region") == PLACES
    assert len(PEOPLE) >= 15
