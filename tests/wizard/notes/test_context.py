"""How boxes are drawn: never in a way that a browser would drop what stands in them."""

from types import SimpleNamespace

import pytest

from tests.people import ADULT_MAY_SAY_NO, answers_of, place_of
from wizard.notes.context import glance, when_words
from wizard.notes.core.fields import BOXES, ENTRY, REPORT
from wizard.notes.form import NotesEditor
from wizard.records.context import DrawnField, fields, groups, zone_words
from wizard.records.store import Record

pytestmark = pytest.mark.django_db

GIVEN = {slug.replace("-", "_"): values for slug, values in ADULT_MAY_SAY_NO.items()}
A, AT = answers_of(**GIVEN), place_of(**GIVEN)
HALIFAX = "America/Halifax"


def field(slug: str, text: str, wrong: str = "") -> DrawnField:
    box = next(box for box in BOXES[ENTRY] if box.slug == slug)
    (found,) = fields([box], {slug: text}, {slug: wrong}, A, AT)
    return found


@pytest.mark.parametrize(
    ("slug", "text", "kind"),
    [
        ("date", "", "date"),
        ("date", "2026-11-22", "date"),
        ("date", "2026-02-30", "line"),
        ("date", "20261122", "line"),
        ("date", " 2026-11-22", "line"),
        ("time", "", "time"),
        ("time", "23:10", "time"),
        ("time", "23:10:05", "line"),
        ("time", "9 pm", "line"),
        ("time", "24:00", "line"),
        ("words", "", "long"),
        ("account", "@x", "line"),
        ("account", "two\nlines", "long"),
        ("kind", "", "choice"),
        ("zone", "", "choice"),
    ],
)
def test_a_box_is_drawn_so_that_its_text_stays(slug: str, text: str, kind: str) -> None:
    assert field(slug, text).kind == kind


@pytest.mark.parametrize("slug", ["kind", "zone", "sure", "real"])
def test_a_choice_that_is_no_longer_offered_stays_chosen(slug: str) -> None:
    found = field(slug, "of another day")
    chosen = [option.value for option in (*found.near, *found.far) if option.chosen]
    assert chosen == ["of another day"]


def test_the_clocks_of_the_place_come_first() -> None:
    found = field("zone", HALIFAX)
    assert ([option.value for option in found.near][:1], HALIFAX in [option.value for option in found.far]) == (
        ["America/Vancouver"],
        False,
    )
    assert [option.words for option in found.near if option.chosen] == ["Atlantic time (Halifax)"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (HALIFAX, "Atlantic time (Halifax)"),
        ("Europe/London", "London time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("UTC", "UTC"),
        ("Atlantis", "Atlantis"),
        ("<b>/x", "<b>/x"),
    ],
)
def test_a_clock_in_words(name: str, said: str) -> None:
    assert zone_words(name) == said


def test_what_a_screen_reader_says_with_a_box() -> None:
    assert [field(*given).described for given in (("words", "", "no"), ("account", ""), ("platform", ""))] == [
        "w-words h-words r-words",
        "h-account",
        "",
    ]


def test_a_group_is_open_when_it_is_one_of_the_first_or_holds_something() -> None:
    drawn = fields(BOXES[ENTRY], {"phone": "1"}, {"demand": "too long"}, A, AT)
    found = {str(group.heading): group.open for group in groups(drawn, 3)}
    assert found == {
        "What happened": True,
        "When": True,
        "Where": True,
        "The account": True,
        "What they want": True,
        "If something was paid": False,
        "The picture": False,
        "Who saw it": False,
        "What you have, and where it is": False,
        "What happened next": False,
    }


def test_boxes_of_another_role_are_shown_when_they_hold_something() -> None:
    worker = {**GIVEN, "who": "client"}
    editor = NotesEditor(SimpleNamespace(answers=answers_of(**worker), at=AT, session=None))
    found = editor.before(ENTRY, {"phone": "1", "email": "", "words": "x"})
    assert [(str(one.label), one.text) for one in found] == [("Phone number", "1")]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "No date yet"),
        ({"date": "2026-11-22", "time": "23:10"}, "22 November 2026, 23:10"),
        ({"date": "2026-11-22", "sure": "about"}, "about 22 November 2026"),
        ({"date": "2026-11-22", "sure": "not-sure"}, "22 November 2026, not sure"),
        ({"date": "2026-02-30"}, "2026-02-30"),
        ({"time": "9 pm", "sure": "sure"}, "9 pm"),
    ],
)
def test_when_in_words(texts: dict[str, str], said: str) -> None:
    assert when_words(texts) == said


def test_a_row_at_a_glance() -> None:
    entry = Record(
        "a", ENTRY, {"kind": "post", "platform": "Chat", "date": "2026-02-30", "words": "w" * 200, "link": "x"}
    )
    report = Record("b", REPORT, {"to": "School", "date": "2026-02-30"})
    found = glance(entry), glance(report)
    assert [(one.heading, one.words, one.look) for one in found] == [
        ("2026-02-30 · A post or a story · Chat", "w" * 90, True),
        ("", "School", False),
    ]
