"""Draws the map on one sheet as SVG: questions on the left, steps in the middle, what the names mean on the right."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from wizard.review.flowmap.boxes import COLUMN, question_blocks, step_blocks, word_blocks
from wizard.review.flowmap.chart import Chart
from wizard.review.flowmap.text_layout import SIZES, Box, SetLine, columns
from wizard.review.flowmap.wording import Run, plain

TITLE = "Compass: what is asked, what is shown, and when"
GAP, MARGIN, TOP, BETWEEN = 34.0, 60.0, 200.0, 16.0
_STYLE = """
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;fill:#1f2a2e}
.sheet,.head,.section,.title,.label,.question{font-weight:700}.head,.section,.label,.named{fill:#0a4f52}
.soft{fill:#434d4f}.named{font-style:italic}
.paper{fill:#fbf7ef}.card,.word{fill:#fffdf8;stroke:#857d70;stroke-width:1.2}.word{stroke:#ddd4c4}
.some{fill:#fffdf8;stroke:#0a4f52;stroke-width:1.6;stroke-dasharray:7 4}
.band{fill:#e1eeea}.bare{fill:none}.way{fill:none;stroke:#0a4f52;stroke-width:1.6}.rule{stroke:#ddd4c4;stroke-width:1.5}
"""


def svg(chart: Chart) -> str:
    """The text of `flow.svg`; its shape is that of a sheet of the A sizes unless there is more to say."""
    groups = (
        ("The questions, in order", 2, question_blocks(chart.questions)),
        ("The steps of the plan, in order", 4, step_blocks(chart.steps)),
        ("What the names mean", 2, word_blocks(chart.question_words, chart.step_words)),
    )
    drawn: list[str] = []
    x, foot = MARGIN, 0.0
    for title, count, blocks in groups:
        width = count * COLUMN + (count - 1) * GAP
        drawn += [*_line(SetLine("head", (plain(title),), x, TOP - 30)), _rule(x, width)]
        for column in columns(blocks, count, BETWEEN):
            placed = _placed(column, x)
            drawn += [part for one in placed for part in _box(one)] + list(_ways(placed))
            foot, x = max(foot, placed[-1].y + placed[-1].height), x + COLUMN + GAP
        x += GAP / 2
    return _page(x - 1.5 * GAP + MARGIN, foot + MARGIN, drawn)


def _page(width: float, height: float, drawn: Iterable[str]) -> str:
    height = max(height, width / 2**0.5)
    head = SetLine("sheet", (plain(TITLE),), MARGIN, 92)
    about = "Drawn from the code by “manage.py flowmap”, for people who check the advice. Prints on A1 or A2."
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="841mm" '
        f'height="{841 * height / width:.0f}mm" role="img" aria-labelledby="name about" lang="en">',
        f'<title id="name">{TITLE}</title>',
        f'<desc id="about">{about} The same as text: flow.md.</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
        *_line(head),
        *_line(SetLine("soft", (plain(about),), MARGIN, 124)),
        *drawn,
        "</svg>",
        "",
    ])  # fmt: skip


def _placed(column: Iterable[Box], x: float) -> list[Box]:
    placed: list[Box] = []
    for one in column:
        y = placed[-1].y + placed[-1].height + BETWEEN if placed else TOP
        placed.append(one.moved(x, y))
    return placed


def _box(one: Box) -> Iterator[str]:
    name = f' id="{one.name}"' if one.name else ""
    yield f"<g{name}>"
    yield _rect(one.kind, one.x, one.y, one.width, one.height, 9)
    for band in one.bands:
        yield _rect("band", one.x + 4, band.y, one.width - 8, band.height, 5)
    for line in one.lines:
        yield from _line(line)
    yield "</g>"


def _rect(kind: str, x: float, y: float, width: float, height: float, corner: int) -> str:
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{corner}"/>'


def _line(line: SetLine) -> Iterator[str]:
    size = f"{SIZES[line.style]:g}"
    runs = "".join(_run(run) for run in line.runs)
    yield f'<text class="{line.style}" font-size="{size}" x="{line.x:.1f}" y="{line.y:.1f}">{runs}</text>'


def _run(run: Run) -> str:
    style, text = run
    words = escape(text, quote=False)
    return f'<tspan class="{style}">{words}</tspan>' if style in ("question", "named") else words


def _rule(x: float, width: float) -> str:
    return f'<path class="rule" d="M{x:.1f} {TOP - 16:.1f}h{width:.1f}"/>'


def _ways(placed: Sequence[Box]) -> Iterator[str]:
    """Short arrows from question to question."""
    for one, two in pairwise(placed):
        if one.name.startswith("question-") and two.name.startswith("question-"):
            x, y = one.x + 30, one.y + one.height
            yield f'<path class="way" d="M{x:.1f} {y:.1f}v{BETWEEN - 2:.1f}m-5 -5l5 5l5 -5"/>'
