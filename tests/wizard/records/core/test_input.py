"""What was typed stays as it was typed; what cannot be kept is said in a sentence."""

import pytest

from wizard.notes.core.fields import BOXES, ENTRY, REPORT
from wizard.records.core.input import is_blank, to_look_at, too_long, typed, without_idle_zone

ENTRY_BOXES = BOXES[ENTRY]
KEPT_AS_TYPED = [
    " two  blanks ",
    "שלום abc مرحبا",
    "👩‍👩‍👧 🙂",
    "<script>alert(1)</script>&amp;",
    "=HYPERLINK(“x”)",
    "javascript:alert(1)",
    "\n\nfirst line is empty\n",
    "\u202eright to left\u202c \u200b",
    "tab\there",
    "line\u2028separator",
]


@pytest.mark.parametrize("text", KEPT_AS_TYPED)
def test_a_text_is_taken_as_it_was_typed(text: str) -> None:
    assert typed({"words": text.replace("\n", "\r\n")}, ENTRY_BOXES) == {"words": text}


def test_only_boxes_that_were_asked_and_sent_are_taken() -> None:
    given = {"words": "x", "csrfmiddlewaretoken": "t", "effect": "y", "new": "z"}
    assert typed(given, ENTRY_BOXES) == {"words": "x"}


@pytest.mark.parametrize(("sent", "found"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\x00b", "ab")])
def test_what_no_keyboard_has_is_left_out(sent: str, found: str) -> None:
    assert typed({"words": sent}, ENTRY_BOXES) == {"words": found}


@pytest.mark.parametrize(
    ("texts", "blank"),
    [
        ({}, True),
        ({"words": "", "link": ""}, True),
        ({"words": " \n", "zone": "America/Halifax"}, True),
        ({"words": ".", "zone": ""}, False),
        ({"time": "23:10"}, False),
    ],
)
def test_a_form_in_which_nobody_wrote(texts: dict[str, str], blank: bool) -> None:
    assert is_blank(texts) is blank


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ({"zone": "A", "words": "x"}, {"words": "x"}),
        ({"zone": "B", "words": "x"}, {"zone": "B", "words": "x"}),
        ({"zone": "A", "date": "2026-11-22"}, {"zone": "A", "date": "2026-11-22"}),
        ({"zone": "A", "time": "9"}, {"zone": "A", "time": "9"}),
    ],
)
def test_a_zone_that_the_form_filled_in_is_kept_beside_a_day_or_a_time_only(
    texts: dict[str, str], kept: dict[str, str]
) -> None:
    assert without_idle_zone(texts, "A") == kept


@pytest.mark.parametrize("box", ENTRY_BOXES, ids=lambda box: box.slug)
def test_a_box_holds_exactly_what_it_says(box) -> None:
    assert too_long({box.slug: "🙂" * box.most}, ENTRY_BOXES) == {}
    assert list(too_long({box.slug: "x" * (box.most + 1)}, ENTRY_BOXES)) == [box.slug]


def test_too_much_text_is_said_with_both_numbers() -> None:
    said = too_long({"words": "x" * 12_345}, ENTRY_BOXES)["words"]
    assert said.startswith("This has 12,345 characters, and there is room for 5,000. It is still here.")


def test_only_entries_have_a_day_and_a_time_to_look_at() -> None:
    wrong = {"date": "2026-02-30", "time": "25:00"}
    assert (list(to_look_at(BOXES[ENTRY], wrong)), to_look_at(BOXES[REPORT], wrong)) == (["date", "time"], {})
