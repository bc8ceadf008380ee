"""Draws the pocket card: plain texts in, a picture of the size of a phone screen out. Pure but for the font files.

Whatever the texts are, all of them fit on the card: words wrap, and letters get smaller until there is room.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from wizard.talk.core.card_content import Card

WIDTH, HEIGHT, EDGE = 1080, 1920, 84
PAPER, INK, SOFT, TEAL, RULE = (251, 247, 239), (31, 42, 46), (67, 77, 79), (10, 79, 82), (221, 212, 196)
PLAIN, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
# Letters of 42 pixels are 14 on a phone that is 360 wide: what is smaller is not read in a hurry.
SMALLEST, LARGEST_SCALE, STEP = 0.6, 1.3, 0.05


class NoFontError(Exception):
    """The font is not on this machine."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One line as it is drawn: its text, size in pixels, colour, and the room above it; `rule` draws a stroke there."""

    text: str
    size: int
    file: str = PLAIN
    colour: tuple[int, int, int] = INK
    above: int = 0
    rule: bool = False

    @property
    def height(self) -> int:
        """Pixels that the line takes, room above it included."""
        return self.above + round(self.size * 1.3)


def draw(card: Card) -> bytes:
    """The card as PNG, without any other data in it. Raises NoFontError."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen, lines = ImageDraw.Draw(image), fitting(card)
    # Nothing hides under the clock of the lock screen, nor under its buttons.
    top = (HEIGHT - sum(line.height for line in lines)) // 2
    for line in lines:
        if line.rule:
            pen.line([(EDGE, top + line.above // 2), (WIDTH - EDGE, top + line.above // 2)], RULE, 3)
        pen.text((EDGE, top + line.above), line.text, line.colour, _font(line.file, line.size))
        top += line.height
    made = BytesIO()
    # The quick way to few colours: the careful one holds up other pages three times as long.
    image.quantize(32, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(made, "PNG")
    return made.getvalue()


def fitting(card: Card) -> tuple[DrawnLine, ...]:
    """The lines of a card in the largest letters that fit. Raises NoFontError."""
    scale = LARGEST_SCALE
    while True:
        lines = tuple(_lines(card, scale))
        if scale <= SMALLEST or sum(line.height for line in lines) <= HEIGHT - 2 * EDGE:
            return lines
        scale -= STEP


def _lines(card: Card, scale: float) -> Iterator[DrawnLine]:
    def sized(size: int) -> int:
        return round(size * scale)

    yield from _wrapped(DrawnLine(card.title, sized(60), BOLD, SOFT))
    for entry in card.entries:
        yield from _wrapped(DrawnLine(entry.label, sized(54), BOLD, INK, sized(56), True))
        if entry.number:
            yield _shrunk(DrawnLine(entry.number, sized(118), BOLD, TEAL))
        for note in entry.notes:
            yield from _wrapped(DrawnLine(note, sized(50), PLAIN, SOFT if entry.number else INK))
    if card.note:
        yield from _wrapped(DrawnLine(card.note, sized(50), PLAIN, INK, sized(56), True))
    for place, rule in enumerate(card.rules):
        line = DrawnLine(f"{place + 1}. {rule}", sized(54), PLAIN, INK, sized(16 if place else 56), not place)
        yield from _wrapped(line)


def _shrunk(line: DrawnLine) -> DrawnLine:
    """A number on one line: one that is cut in two is dialled wrongly."""
    size = line.size
    while size > 20 and _width(line.text, line.file, size) > WIDTH - 2 * EDGE:
        size -= 2
    return DrawnLine(line.text, size, line.file, line.colour, line.above, line.rule)


def _wrapped(line: DrawnLine) -> Iterator[DrawnLine]:
    """The same words on as many lines as they need; room and stroke stand above the first."""
    rows = [""]
    for word in line.text.split():
        tried = f"{rows[-1]} {word}".strip()
        if _fits(tried, line):
            rows[-1] = tried
        else:
            rows = [row for row in (*rows, *_pieces(word, line)) if row]
    for place, row in enumerate(rows):
        yield DrawnLine(row, line.size, line.file, line.colour, 0 if place else line.above, line.rule and not place)


def _pieces(word: str, line: DrawnLine) -> Iterator[str]:
    """A word that is wider than the card, in parts."""
    while word and not _fits(word, line):
        most = next(size for size in range(len(word) - 1, 0, -1) if size == 1 or _fits(word[:size], line))
        yield word[:most]
        word = word[most:]
    yield word


def _fits(text: str, line: DrawnLine) -> bool:
    return _width(text, line.file, line.size) <= WIDTH - 2 * EDGE


def _width(text: str, file: str, size: int) -> float:
    return _font(file, size).getlength(text)


@lru_cache(maxsize=128)
def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(file, size)
    except OSError as error:
        raise NoFontError(file) from error
