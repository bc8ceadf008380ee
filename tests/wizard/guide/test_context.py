"""The long question as its page draws it: likely names, folds by letter, and the ways beside any list."""

import pytest

from tests.visitor import Walker
from wizard.core.flow import Choice
from wizard.core.questions import BY_SLUG
from wizard.guide.context import choice_groups
from wizard.guide.forms import AnswerForm

CHOICES = (
    Choice("snap", "Snap", group="likely", found_by="snap"),
    *(Choice(f"a{number}", f"A {number:02}", group="more", found_by=f"a {number:02}") for number in range(14)),
    Choice("zoom", "Zoom", group="more", found_by="zoom"),
    Choice("badge", "Badge", group="more", found_by="badge"),
    Choice("website", "A website", group="other"),
)


def groups(*ticked):
    form = AnswerForm(question=BY_SLUG["where"], choices=CHOICES, initial={"answer": list(ticked)})
    return choice_groups(form)


def test_the_likely_names_stand_open_and_the_rest_in_folds_by_letter():
    likely, more, other = groups()
    assert ([card.value for card in likely.cards], likely.folds) == (["snap"], ())
    assert [(fold.heading, len(fold.cards), fold.open) for fold in more.folds] == [
        ("A", 14, False),
        ("B to Z", 2, False),
    ]
    assert ([card.value for card in other.cards], more.cards) == (["website"], ())
    assert [group.can_be_found for group in (likely, more, other)] == [True, True, False]


def test_a_fold_with_a_ticked_name_is_open():
    _likely, more, _other = groups("zoom", "website")
    assert [fold.open for fold in more.folds] == [False, True]


@pytest.mark.django_db
def test_on_the_page_every_name_can_be_ticked_and_the_box_for_typing_is_never_sent():
    walker = Walker()
    walker.walk({"who": "self", "place": "CA", "age": "16-17", "where": "signal website"})
    page = walker.get("/guide/where/").content.decode()
    offered, ticked = walker.page.offered["where-answer"], walker.page.checked["where-answer"]
    assert (offered[:12], sorted(ticked)) == (offered[:12], ["signal", "website"])
    assert len(set(offered)) == len(offered) == len(walker.page.data["data-find"]) + 6
    # Only the fold of what is ticked stands open.
    opened = [fold for fold in page.split("<details")[1:] if fold.startswith(" data-part open")]
    assert (['value="signal"' in fold for fold in opened], page.count('<input id="q" max')) == ([True], 1)
    assert '<p id="finder" hidden>' in page


@pytest.mark.django_db
def test_other_questions_have_no_box_for_typing():
    walker = Walker()
    walker.walk({"who": "self"})
    pages = [walker.get(f"/guide/{slug}/").content.decode() for slug in ("who", "danger", "place", "what")]
    assert ['id="finder"' in page or "data-part" in page for page in pages] == [False] * 4
