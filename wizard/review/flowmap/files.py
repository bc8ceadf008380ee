"""The files that show the map: their text, and whether the copies in the repository are up to date."""

from pathlib import Path

from wizard.review.flowmap.chart import Chart
from wizard.review.flowmap.markdown import markdown
from wizard.review.flowmap.mermaid import flowchart

FOLDER = Path(__file__).parents[3]
TABLES, README = "wizard/map/flow.md", "README.md"
BEGIN, END = "<!-- map of the questions: written by manage.py flowmap -->", "<!-- end of the map -->"


def draw(chart: Chart, folder: Path) -> dict[str, str]:
    """The text of each file, by its path in the folder of the project.

    Of README.md only what stands between two comments is new; raises ValueError when they are not there.
    """
    readme = (folder / README).read_text(encoding="utf-8")
    return {TABLES: markdown(chart), README: between(readme, flowchart(chart.questions))}


def between(page: str, words: str) -> str:
    """A page with these words between its two comments."""
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{README} needs “{BEGIN}” and then “{END}”")
    return f"{before}{begin}\n\n{words}\n\n{end}{after}"


def stale(files: dict[str, str], folder: Path) -> list[str]:
    """Paths of the files that are missing in the folder or hold something else, byte for byte."""

    def is_fresh(name: str) -> bool:
        path = folder / name
        return path.is_file() and path.read_bytes() == files[name].encode()

    return [name for name in files if not is_fresh(name)]
