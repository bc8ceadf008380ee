import pytest

from resources import selectors
from resources.core.removal import Platform
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    MOTHER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
)
from tests.wizard.remove.core.test_text_kinds import of
from wizard.remove.core.how_to_ask import ways

pytestmark = pytest.mark.django_db
PICTURE = ("plain",)
REMOVE_IN_APP = "Ask to remove the picture. In the app"


def card(slug: str) -> Platform:
    return selectors.named_places((slug,))[0]


@pytest.mark.parametrize(
    ("person", "slug", "texts", "headings"),
    [
        (TEEN_BLACKMAILED, "snapchat", ("account",), ["Report the account. In the app"]),
        (
            TEEN_CLASSMATE_SHARED,
            "snapchat",
            PICTURE,
            [
                "Someone under 18 is in the picture. In the app",
                "Ask to remove the picture. In the app",
                "Ask to remove the picture. On the web",
            ],
        ),
        (
            ADULT_EX,
            "snapchat",
            ("account", "plain"),
            [
                "Report the account. In the app",
                "Ask to remove the picture. In the app",
                "Ask to remove the picture. On the web",
            ],
        ),
        ({**MOTHER, "what": "shared"}, "snapchat", PICTURE, ["Ask to remove the picture. On the web"]),
        (SHARER_FORCED, "snapchat", ("account", "own"), []),
        (
            ADULT_MAY_SAY_NO,
            "google-search",
            ("search",),
            ["Ask the search engine to hide it. On the web", "Ask the search engine to hide it. In the app"],
        ),
        (
            TEEN_CLASSMATE_SHARED,
            "google-search",
            ("search",),
            ["Someone under 18 is in the picture. On the web", "Ask the search engine to hide it. On the web"],
        ),
        (
            {**ADULT_MAY_SAY_NO, "age-then": "under-18"},
            "google-search",
            ("search",),
            ["Ask the search engine to hide it. On the web"],
        ),
        (ADULT_MAY_SAY_NO, "snapchat", (), []),
        # What goes from one to another has steps without a text, a helper's too.
        (
            ADULT_EX,
            "text-messages",
            ("account",),
            ["Report the account. In the app", "Ask to remove the picture. In the app"],
        ),
        (MOTHER, "nearby-sharing", (), ["Someone under 18 is in the picture. In the app", REMOVE_IN_APP]),
        (SHARER_FORCED, "text-messages", ("account",), []),
        (
            {**ADULT_EX, "holder": "stranger"},
            "mail-to-others",
            (),
            [
                "Someone is threatening to share it. By email",
                "Ask to remove the picture. By email",
                "Ask to remove the picture. By letter",
            ],
        ),
        # Nobody writes to what posts its requests: a search comes first, and a tipline for somebody under 18.
        (
            ADULT_MAY_SAY_NO,
            "no-answer-sites",
            ("host",),
            [
                "Ask the search engine to hide it. On the web",
                "Ask to remove the picture. On the web",
                "Ask to remove the picture. On the web",
            ],
        ),
        (
            TEEN_BLACKMAILED,
            "no-answer-sites",
            (),
            [
                "Someone is threatening to share it. On the web",
                "Someone under 18 is in the picture. On the web",
                "Ask to remove the picture. On the web",
                "Ask to remove the picture. On the web",
                "Ask the search engine to hide it. On the web",
            ],
        ),
        (SHARER_FORCED, "no-answer-sites", (), []),
        # The claim that the other person gets to see is no way of the tool, whoever asks.
        (ADULT_MAY_SAY_NO, "vimeo", PICTURE, ["Ask to remove the picture. On the web"]),
    ],
)
def test_which_ways_fit(person, slug, texts, headings):
    found = ways(card(slug), of(person), texts)
    assert [f"{section.heading}. {way.heading}" for section in found for way in section.ways] == headings


@pytest.mark.parametrize("person", [TEEN_CLASSMATE_SHARED, MOTHER, WORKER])
def test_no_step_needs_the_picture_where_it_must_not_be_touched(person):
    needing = {step.text for place in selectors.platforms() for guide in place.guides for step in guide.steps
               if step.needs_picture}  # fmt: skip
    only_adults = {guide.steps for place in selectors.platforms() for guide in place.guides if not guide.under_18_ok}
    wanted = ("account", "plain", "search")
    sections = [section for place in selectors.platforms() for section in ways(place, of(person), wanted)]
    shown = [way for section in sections for way in section.ways]
    steps = {step.text for way in shown for step in way.steps if step.needs_picture}
    assert (steps, only_adults & {way.steps for way in shown}, len(needing) > 1) == (set(), set(), True)


@pytest.mark.parametrize(("home", "said"), [("mine", True), ("home", False)])
def test_what_happens_next_can_name_a_parent_and_is_left_out_where_home_must_not_know(home, said):
    found = ways(card("snapchat"), of(TEEN_BLACKMAILED, device=home), ("account",))
    assert [bool(way.expect) for section in found for way in section.ways] == [said]
