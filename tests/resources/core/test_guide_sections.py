"""The guides of a place in the order of its page, and apart what is only for who was 18 or over in the picture."""

import pytest

from resources.core.guide_sections import HEADINGS, GuideWay, for_adults, for_everybody
from resources.core.origin import Origin
from resources.core.removal import Guide, GuideStep, Platform
from resources.loading.removal_checks import PURPOSES


def step(text="Tap “Report”.", *, needs_picture=False, warning=""):
    return GuideStep(text, needs_picture, warning)


def guide(purpose="ncii", *steps, where="app", under_18_ok=True, **fields):
    own = {"account_needed": None, "form_url": "", "email": "", "needs": (), "expect": ""}
    steps = steps or (step(),)
    return Guide(purpose=purpose, where=where, steps=steps, under_18_ok=under_18_ok, **{**own, **fields})


def place(*guides):
    return Platform(
        slug="an-app",
        path="an-app",
        name="An app",
        kind="social",
        aliases=(),
        likely=1,
        covered_by_us_48h=None,
        blackmail_form=False,
        report_deletes_or_exposes="",
        warnings=(),
        minors_allowed_from=None,
        evidence_tips=(),
        evidence_tips_adult=(),
        matching=(),
        guides=guides,
        origin=Origin(),
    )


def shape(sections):
    """(heading, [(heading of the way, texts of its steps)]) of each section."""
    return [(one.heading, [(way.heading, [step.text for step in way.steps]) for way in one.ways]) for one in sections]


THREAT, POSTED = "Someone is threatening to share it", "A nude or sexual picture was sent or posted"
OWN = "You took the picture yourself (copyright)"


def test_every_purpose_has_a_heading():
    assert {*HEADINGS} == {*PURPOSES}


def test_the_page_starts_with_what_cannot_wait():
    found = for_everybody(place(*(guide(purpose) for purpose in sorted(HEADINGS))))
    assert [section.heading for section in found] == [str(heading) for heading in HEADINGS.values()]
    assert list(HEADINGS) == [
        *("sextortion", "ncii", "minor", "search-removal", "impersonation", "hacked", "copyright", "privacy", "block")
    ]


def test_ways_for_one_thing_stand_together_in_the_order_of_the_facts():
    found = for_everybody(
        place(guide("ncii", step("a")), guide("sextortion", step("b")), guide("ncii", step("c"), where="web"))
    )
    assert shape(found) == [
        (THREAT, [("In the app", ["b"])]),
        (POSTED, [("In the app", ["a"]), ("On the web", ["c"])]),
    ]


def test_two_ways_of_a_kind_have_headings_of_their_own():
    guides = [guide(where=where) for where in ("app", "app", "web", "web", "email", "email")]
    assert [way.heading for way in for_everybody(place(*guides))[0].ways] == [
        *("In the app", "Another way in the app", "On the web", "Another way on the web"),
        *("By email", "Another way by email"),
    ]


def test_a_guide_for_adults_stands_apart():
    card = place(guide("copyright", step("Sign it."), under_18_ok=False), guide("block", step("Tap “Block”.")))
    assert shape(for_everybody(card)) == [("You want to block someone", [("In the app", ["Tap “Block”."])])]
    assert shape(for_adults(card)) == [(OWN, [("In the app", ["Sign it."])])]


@pytest.mark.parametrize(
    ("pictures", "everybody", "heading", "adults"),
    [
        ("..", "ab", None, ""),
        (".p.", "ac", "In the app. After step 1 of the steps above", "b"),
        ("p..", "bc", "In the app", "a"),
        ("..pp", "ab", "In the app. After step 2 of the steps above", "cd"),
    ],
)
def test_a_step_that_needs_the_picture_stands_apart_and_says_where_it_belongs(pictures, everybody, heading, adults):
    steps = [step(text, needs_picture=mark == "p") for text, mark in zip("abcd", pictures, strict=False)]
    card = place(guide("ncii", *steps))
    assert shape(for_everybody(card)) == [(POSTED, [("In the app", [*everybody])])]
    assert shape(for_adults(card)) == ([(POSTED, [(heading, [*adults])])] if heading else [])


def test_a_step_set_apart_keeps_its_warning_and_takes_nothing_else_along():
    opening = step("Open it.", needs_picture=True, warning="It opens once.")
    card = place(guide("ncii", step(), opening, needs=("The link",), expect="They may look.", email="a@example.org"))
    (section,) = for_adults(card)
    assert section.ways == (GuideWay("In the app. After step 1 of the steps above", "", (opening,)),)


@pytest.mark.parametrize(
    ("account", "words"),
    [(True, "You need an account there."), (False, "You do not need an account."), (None, "You may need an account.")],
)
def test_it_says_if_an_account_is_needed(account, words):
    assert for_everybody(place(guide(account_needed=account)))[0].ways[0].account == words


def test_a_form_is_named_by_its_site():
    ways = [for_everybody(place(guide(form_url=url)))[0].ways[0] for url in ("https://www.example.org/a?b=c", "")]
    assert [way.host for way in ways] == ["example.org", ""]
