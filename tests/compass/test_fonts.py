"""Which signs can be drawn: what is counted, what is never missing, and how a sign is named."""

import pytest

from compass import fonts
from compass.fonts import code, lacking, named, unwritable


@pytest.fixture
def _greek_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts that have no sign but those from U+0300 to U+03FF, and the face U+1F600."""
    pages = {0x300: [0xFFFFFFFF] * 8, 0x1F600: [1, *[0] * 7]}
    monkeypatch.setattr(fonts, "covered", lambda: pages)


# To cover another kind of sign, add a row: a text, and what of it is lacking.
TEXTS = [
    ("plain words, 123 <b>", ""),
    ("αβγ", ""),
    ("αжβжи", "жи"),
    ("\U0001f600\U0001f601", "\U0001f601"),
    ("a\u200d\u2068b\u2069\u00a0\ufeff\n\t\u2028", ""),
    ("\u2764\ufe0f", "\u2764"),
    ("\ue000\U000f0000", "\ue000\U000f0000"),
    ("", ""),
]


@pytest.mark.usefixtures("_greek_only")
@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_what_no_font_has_is_named_once_and_what_is_never_drawn_is_not(text: str, found: str) -> None:
    assert lacking(text) == found


@pytest.mark.usefixtures("_greek_only")
def test_a_code_takes_the_place_of_each() -> None:
    assert named("α ж \U0001f4b8 жa") == "α [U+0436] [U+1F4B8] [U+0436]a"


@pytest.mark.usefixtures("_greek_only")
def test_a_page_shows_the_first_of_them() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E20)))
    assert (unwritable("жиж"), unwritable("α")) == ({"signs": "ж и", "code": "[U+0436]"}, {})
    assert len(unwritable(many)["signs"].split()) == fonts.MOST_SHOWN


@pytest.mark.parametrize("library", [None, "libnone.so.0"])
def test_without_fontconfig_nothing_is_said(library: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_library", lambda name: library)
    monkeypatch.setattr(fonts, "covered", fonts.covered.__wrapped__)
    assert (lacking("ж"), named("ж")) == ("", "ж")


def test_the_fonts_of_this_machine_have_letters() -> None:
    assert lacking("é œ ß") == ""


def test_a_code_has_four_digits_or_more() -> None:
    assert [code(sign) for sign in "a\U0001f4b8"] == ["[U+0061]", "[U+1F4B8]"]
