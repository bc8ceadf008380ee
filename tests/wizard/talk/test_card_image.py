from io import BytesIO
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFont

from tests.system_packages import need_font
from wizard.talk import card_image as drawing
from wizard.talk.card_image import BOLD, EDGE, HEIGHT, PAPER, PLAIN, WIDTH, NoFontError, draw, fitting
from wizard.talk.core.card_content import Card, CardEntry

RULES = ("You do not have to answer.", "Do not pay, send or delete.", "Tell one person you choose.")
ONE = Card("Numbers", (CardEntry("In danger", "911"), CardEntry("To talk", "988", ("Day and night",))), RULES)
FRENCH = "ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ àâçéèêëîïôœùûüÿ ’ « »"


@pytest.fixture(autouse=True)
def _machine_has_letters():
    need_font(PLAIN)
    need_font(BOLD)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is not paper."""
    blank = Image.new("RGB", image.size, PAPER)
    difference = ImageChops.difference(image.convert("RGB"), blank).convert("L")
    return difference.point(lambda value: 255 if value > 24 else 0).getbbox()


def texts(card: Card) -> list[str]:
    return [line.text for line in fitting(card)]


def test_it_is_a_picture_of_the_size_of_a_phone_screen_with_nothing_in_it_but_the_picture() -> None:
    image = opened(draw(ONE))
    assert (image.format, image.size, image.info) == ("PNG", (1080, 1920), {})


def test_the_same_card_is_the_same_picture() -> None:
    assert draw(ONE) == draw(ONE)


def test_every_text_stands_on_it_in_order() -> None:
    words = ["Numbers", "In danger", "911", "To talk", "988", "Day and night"]
    rules = [
        "1. You do not have to",
        "answer.",
        "2. Do not pay, send or",
        "delete.",
        "3. Tell one person you",
        "choose.",
    ]
    assert texts(ONE) == words + rules


def test_all_ink_stays_inside_the_edge() -> None:
    left, top, right, bottom = inked(opened(draw(ONE)))
    assert (left >= EDGE - 4, top >= EDGE - 4, right <= WIDTH - EDGE + 4, bottom <= HEIGHT - EDGE + 4) == (True,) * 4


@pytest.mark.parametrize("file", [PLAIN, BOLD])
def test_each_french_letter_has_its_own_shape(file: str) -> None:
    font = ImageFont.truetype(file, 60)
    missing = bytes(font.getmask("\U0010fffe"))
    shapes = {letter: bytes(font.getmask(letter)) for letter in FRENCH if letter != " "}
    assert [letter for letter, shape in shapes.items() if shape == missing or not any(shape)] == []
    assert len({*shapes.values()}) == len(shapes)


def test_an_accent_can_be_seen_on_the_card() -> None:
    plain, accents = (Card("Numeros", (CardEntry(f"{e}t{e}", "911"),), ("Ne paie pas.",)) for e in ("e", "é"))
    assert draw(plain) != draw(accents)


LONG = "911 may not work here. Call the number of the police for your community, or go to the health centre now. " * 2


@pytest.mark.parametrize(
    "card",
    [
        Card("Numbers", (CardEntry("In danger", "", (LONG,)), CardEntry("To talk", "988", (LONG,))), RULES, LONG),
        Card("Numbers", (), RULES),
        Card("", (CardEntry("", "findahelpline.example.org/with/a/long/address"),), ("", "x" * 200, "y")),
    ],
)
def test_long_texts_get_smaller_letters_and_still_fit(card: Card) -> None:
    lines = fitting(card)
    assert sum(line.height for line in lines) <= HEIGHT - 2 * EDGE
    left, _top, right, _bottom = inked(opened(draw(card)))
    assert (left >= EDGE - 4, right <= WIDTH - EDGE + 4) == (True, True)


def test_a_number_is_never_cut_in_two() -> None:
    number = "+44 (0)20 7946 0958"
    assert number in texts(Card("Numbers", (CardEntry("To talk", number),), RULES))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=120))
def test_no_word_is_lost(text: str) -> None:
    card = Card("Numbers", (CardEntry("To talk", "988", (text,)),), RULES)
    assert "".join(texts(card)).replace(" ", "").count("".join(text.split()).replace(" ", "")) >= 1


def test_a_machine_without_the_font_says_so() -> None:
    drawing._font.cache_clear()
    with patch.object(ImageFont, "truetype", side_effect=OSError("no file")), pytest.raises(NoFontError):
        draw(ONE)
