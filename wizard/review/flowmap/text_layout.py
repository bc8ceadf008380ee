"""Sets text into boxes and boxes into columns. Lengths are units of the drawing; nothing here knows what is drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wizard.review.flowmap.wording import Line, Run

# Width of letters in thousandths of the size: the wider one of two common fonts, rounded up, so that text fits in any.
_WIDTHS = {
    300: "ijlJ'", 350: " I,.:;’‘·", 400: "ft()-/[\\]", 450: "r!", 500: '"_`–', 550: "csz?“”", 600: "kvxyFL*|•",
    650: "abdeghnopquEPSTY0123456789${}", 700: "ABCKRVXZ", 750: "U", 800: "DGHNOQ&", 850: "w#+<=>^~→", 950: "M",
}  # fmt: skip
_WIDTH_OF = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_BOLD = 1.2

SIZES = {"sheet": 44.0, "head": 28.0, "section": 20.0, "title": 17.5, "label": 14.5, "text": 14.5, "soft": 14.5}
BOLD = {"sheet", "head", "section", "title", "label"}
_LEADING, _STEP_IN, _PAD = 1.38, 13.0, 12.0


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph: a style of `SIZES`, its runs, how deep it stands, and how far from the one above."""

    style: str
    runs: tuple[Run, ...]
    depth: int = 0
    above: float = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that belong together; `tint` gives them a ground of their own."""

    texts: tuple[Text, ...]
    tint: bool = False


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text where it stands: left end and foot."""

    style: str
    runs: tuple[Run, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Band:
    """A tinted ground behind some lines of a box."""

    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A card on the sheet with all its lines; `kind` says how it is drawn."""

    name: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[SetLine, ...]
    bands: tuple[Band, ...] = ()

    def moved(self, x: float, y: float) -> "Box":
        """The same box somewhere else."""
        lines = tuple(replace(line, x=line.x + x - self.x, y=line.y + y - self.y) for line in self.lines)
        bands = tuple(replace(band, y=band.y + y - self.y) for band in self.bands)
        return replace(self, x=x, y=y, lines=lines, bands=bands)


def width_of(runs: Iterable[Run], style: str) -> float:
    """How wide some text is at most."""
    widths = (
        _WIDTH_OF.get(letter, 1.0) * (_BOLD if style in BOLD or kind == "question" else 1)
        for kind, text in runs
        for letter in text
    )
    return sum(widths) * SIZES[style]


def wrapped(runs: Iterable[Run], style: str, width: float) -> list[tuple[Run, ...]]:
    """The text in lines of at most that width."""
    lines: list[tuple[Run, ...]] = []
    for word in _words(runs):
        longer = (*lines[-1], ("", " "), *word) if lines else word
        if lines and width_of(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _words(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    # A word may change its style inside: a quotation mark is plain, what it quotes is not.
    words: list[tuple[Run, ...]] = [()]
    for kind, text in runs:
        first, *rest = text.split(" ")
        words[-1] = (*words[-1], (kind, first))
        words += [((kind, piece),) for piece in rest]
    tidy = (tuple(run for run in word if run[1]) for word in words)
    return [word for word in tidy if word]


def box(name: str, kind: str, width: float, parts: Sequence[Part]) -> Box:
    """A box of that width around some parts, at the origin."""
    lines: list[SetLine] = []
    bands: list[Band] = []
    y = _PAD if kind != "bare" else 0.0
    for part in parts:
        top = y
        y += _PAD / 2 if part.tint else 0
        for text in part.texts:
            y += text.above
            for line in _set(text, width - 2 * _PAD):
                y += SIZES[text.style] * _LEADING
                lines.append(replace(line, x=line.x + _PAD, y=y - SIZES[text.style] * 0.3))
        if part.tint:
            y += _PAD / 2
            bands.append(Band(top, y - top))
    return Box(name, kind, 0, 0, width, y + (_PAD if kind != "bare" else 0), tuple(lines), tuple(bands))


def _set(text: Text, width: float) -> list[SetLine]:
    dash: tuple[Run, ...] = (("", "– "),) if text.depth else ()
    left = max(0, text.depth - 1) * _STEP_IN
    hang = left + width_of(dash, text.style)
    lines = [SetLine(text.style, runs, hang, 0) for runs in wrapped(text.runs, text.style, width - hang)]
    return [replace(lines[0], runs=(*dash, *lines[0].runs), x=left), *lines[1:]] if lines else []


def texts_of(lines: Iterable[Line], style: str = "text") -> tuple[Text, ...]:
    """A condition in words, as paragraphs."""
    return tuple(Text(style, runs, depth) for depth, runs in lines)


def columns(blocks: Sequence[Sequence[Box]], count: int, gap: float) -> list[list[Box]]:
    """The blocks in order, in so many columns that are as short as can be; a block is never torn apart."""
    heights = [sum(one.height + gap for one in block) for block in blocks]
    limit = max(heights)
    while len(found := _filled(heights, limit)) > count:
        limit += 4
    return [[one for at in column for one in blocks[at]] for column in found]


def _filled(heights: Sequence[float], limit: float) -> list[list[int]]:
    found: list[list[int]] = [[]]
    for at, height in enumerate(heights):
        if found[-1] and sum(heights[one] for one in found[-1]) + height > limit:
            found.append([])
        found[-1].append(at)
    return found
